"""The command line: one small module per group of commands, and the frame that runs them."""
