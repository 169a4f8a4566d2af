"""``python -m boce_tui`` is ``boce``."""

from boce_tui.cli.main import entry

if __name__ == "__main__":
    entry()
