"""Files that the user named: written whole or not at all, and what goes wrong told in the user's language."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from boce_tui.errors import BadInput
from boce_tui.locale import N_, _

_REASONS = {
    errno.ENOSPC: N_("the disk is full"),
    getattr(errno, "EDQUOT", errno.ENOSPC): N_("the disk is full"),
    errno.EACCES: N_("no permission to read or write here"),
    errno.EPERM: N_("no permission to read or write here"),
    errno.EROFS: N_("this place can only be read"),
    errno.ENOENT: N_("the file or folder does not exist"),
    errno.ENOTDIR: N_("a file stands where a folder was expected"),
    errno.EISDIR: N_("this is a folder, not a file"),
    errno.EEXIST: N_("it exists already"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the disk or stick does not answer"),
    errno.ENODEV: N_("the disk or stick does not answer"),
    errno.ENXIO: N_("the disk or stick does not answer"),
}


def reason(problem: OSError) -> str:
    """Why the operating system refused, in the user's language where we know the words."""
    known = _REASONS.get(problem.errno or 0)
    return _(known) if known else problem.strerror or type(problem).__name__


def named_path(text: str) -> Path:
    """The file or folder that somebody named; ``~`` is their own home folder.

    Raises:
        BadInput: It is the home folder of somebody who is not there.
    """
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise BadInput(
            _("There is no such home folder: {name}.").format(name=text),
            hint=_("Nothing was changed. Write the whole name, from the first folder on."),
        ) from None


def write_output(path: Path, data: bytes, *, force: bool = False, private: bool = False) -> None:
    """Write a file under a temporary name, sync it, and only then give it its name.

    Args:
        path: Where the user wants it. A device or pipe is written to directly.
        data: The whole content.
        force: Replace a file that is there already.
        private: Only the user may read it.

    Raises:
        BadInput: it exists and `force` is off, or it cannot be written; nothing was changed. Or, when that
            says that it is `unsure`, the disk was lost in the moment in which the file got its name.
    """
    try:
        path = Path(os.path.realpath(path))
        kind = _kind(path)
        if kind is not None and stat.S_ISDIR(kind):
            raise BadInput(_("This is a folder, not a file."), hint=_("Name a file in it."), place=str(path))
        if kind is not None and not stat.S_ISREG(kind):
            with path.open("wb") as device:
                device.write(data)
            return
        if kind is not None and not force:
            raise _exists(path)
        mode = 0o600 if private else 0o666 if kind is None else stat.S_IMODE(kind)
        _write_whole(path, data, mode=mode, replace=force)
    except _Unsure as problem:
        about = BadInput(
            _("The disk or stick was lost while the file got its name."),
            hint=_("Look whether it is there, and else make it once more."),
            place=str(path),
        )
        about.unsure = True
        raise about from problem
    except OSError as problem:
        raise BadInput(
            _("The file could not be written: {reason}. Nothing was changed.").format(reason=reason(problem)),
            hint=_("Choose another place, or make room, and try again."),
            place=str(path),
        ) from problem


def _write_whole(path: Path, data: bytes, *, mode: int, replace: bool) -> None:
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not replace:
            _name_if_free(temporary, path)
        else:
            os.replace(temporary, path)
    finally:
        with suppress(OSError):  # of a file that has its name this is only the other one
            temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _name_if_free(temporary: Path, path: Path) -> None:
    """Give the file its name unless somebody else took it in the meantime."""
    try:
        os.link(temporary, path)
    except FileExistsError as problem:
        raise _exists(path) from problem
    except OSError:  # a file system without links
        if path.exists():
            raise _exists(path) from None
        os.replace(temporary, path)


def _exists(path: Path) -> BadInput:
    return BadInput(
        _("This file exists already; it was left as it is."),
        hint=_("Choose another name, or add --force to replace it."),
        place=str(path),
    )


def _kind(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


_LOST = (errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT)


class _Unsure(OSError):
    """The file has its name, and whether the disk knows that cannot be seen."""


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can do that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as problem:
        if problem.errno in _LOST:
            raise _Unsure(problem.errno, problem.strerror) from problem


def read_input(path: Path, most: int) -> bytes:
    """The bytes of a file that somebody gave; of one that is too large a little more than the most.

    Args:
        path: The file.
        most: How much there may be in it.

    Raises:
        BadInput: it cannot be read; nothing was changed.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as problem:
        raise BadInput(
            _("This file cannot be read: {reason}.").format(reason=reason(problem)),
            hint=_(
                "Nothing was changed in the dossier. Check the file and the disk it is on, and try again."
            ),
            place=path.name,
        ) from problem
