"""What a person chose for the screens on this machine; see `boce_tui.preferences`."""

from boce_tui.preferences import FILE, load, remember

__all__ = ["FILE", "load", "remember"]
