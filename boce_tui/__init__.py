"""boce-tui: from question guide to evaluation report, in the terminal."""

__version__ = "0.1.0"
