"""A question set as a form: sections on the left, their questions on the right, every character kept."""
