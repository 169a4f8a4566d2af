"""What the kinds of items in a dossier are called: see `boce_tui.domain.kinds`; a new kind is added there."""

from boce_tui.domain.kinds import kind_label

__all__ = ["kind_label"]
