"""Reading back and working out."""
