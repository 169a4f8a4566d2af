"""The only module with code for one platform: an exclusive lock on a file.

POSIX uses flock, Windows locks one byte far behind the contents so that others can still read who holds it.
The lock goes with the process, however it ends.
"""

from __future__ import annotations

import os
import sys

_BYTE = 1 << 30

if sys.platform == "win32":
    import msvcrt

    def take(fd: int) -> bool:
        """Lock the file, or return False at once when another holder has it."""
        os.lseek(fd, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def give_back(fd: int) -> None:
        """Unlock the file."""
        os.lseek(fd, _BYTE, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def take(fd: int) -> bool:
        """Lock the file, or return False at once when another holder has it."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def give_back(fd: int) -> None:
        """Unlock the file."""
        fcntl.flock(fd, fcntl.LOCK_UN)
