"""The yearly recalibration: the steering group goes through ambitions and themes, and decides on each.

deciding.py    keep, adjust, stop, add: what was decided, and what that does to the ambition or theme
evidence.py    what stands beside it: only what the report publishes, and what was decided
document.py    the result as a document
"""
