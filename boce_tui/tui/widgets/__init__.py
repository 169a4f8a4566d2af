"""The widgets every screen is made of; see `boce_tui.tui` for the list."""
