"""How large a bundle may be: checked before anything is unpacked."""

LARGEST = 256 * 1024 * 1024
"""Bytes of the file."""
MOST_INSIDE = 1024 * 1024 * 1024
"""Bytes of what is inside, unpacked."""
