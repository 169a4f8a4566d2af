"""What help says about a screen, above its keys; the manual is made from the same texts."""

from __future__ import annotations

from boce_tui.locale import _

_texts: dict[str, tuple[str, ...]] = {}


def register_help(help_id: str, *paragraphs: str) -> None:
    """Give the explanation of one screen, in paragraphs (English source, marked with ``N_``).

    Args:
        help_id: The `HELP_ID` of the screen.
        paragraphs: What one does here, in a few short sentences each.
    """
    known = _texts.setdefault(help_id, paragraphs)
    if known != paragraphs:
        raise ValueError(f"two help texts are called {help_id}")


def help_paragraphs(help_id: str) -> list[str]:
    """The paragraphs in the user's language; nothing for an unknown id."""
    return [_(paragraph) for paragraph in _texts.get(help_id, ())]


def all_help_ids() -> list[str]:
    """Every registered help text."""
    return list(_texts)
