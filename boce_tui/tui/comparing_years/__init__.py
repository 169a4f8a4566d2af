"""Two years side by side."""
