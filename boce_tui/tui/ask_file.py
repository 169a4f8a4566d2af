"""Asking for a file that is there: typed, or chosen from its folder; nothing has to be typed twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from boce_tui.files import reason
from boce_tui.locale import _
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.working.pick import Choice, pick

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_MOST = 200

_folders: WeakKeyDictionary[BoceApp, str] = WeakKeyDictionary()
"""Where the last file came from, so that the next one is near."""


def ask_file(
    app: BoceApp,
    question: str,
    then: Callable[[Path], None],
    *,
    suffixes: Sequence[str],
    detail: str = "",
    check: Callable[[Path], str] | None = None,
) -> None:
    """Ask which file; whoever names a folder chooses from what is in it.

    Args:
        app: The app.
        question: What is asked.
        then: Gets the file; it was there a moment ago.
        suffixes: How the names end that are shown of a folder, with a dot and in lower case.
        detail: More about it, under the question.
        check: Says what is wrong with the file, or nothing.
    """

    def wrong(typed: str) -> str:
        return _wrong(typed, suffixes, check)

    def answered(typed: str) -> None:
        path = typed_path(typed)
        if not path.is_dir():
            _folders[app] = str(path.parent)
            then(path)
            return
        _folders[app] = str(path)
        found = {one.name: one for one in _inside(path, suffixes)}
        options = [Choice(name, name) for name in found]
        pick(app, question, options, lambda name: chosen(found[name]))

    def chosen(path: Path) -> None:
        problem = wrong(str(path))
        if problem:
            ask(str(path))
            app.tell(problem, "error")
        else:
            then(path)

    def ask(text: str) -> None:
        ask_text(app, question, answered, text=text, detail=detail, check=wrong)

    ask(_folders.get(app, str(Path.home())))


def _wrong(typed: str, suffixes: Sequence[str], check: Callable[[Path], str] | None) -> str:
    """What is wrong with what was typed, or nothing."""
    if not typed.strip():
        return _("Type the name of a file.")
    try:
        path = typed_path(typed)
        if path.is_dir():
            nothing = _("In this folder nothing ends in {ends}.").format(ends=", ".join(suffixes))
            return "" if _inside(path, suffixes) else nothing
        if not path.exists():
            return _("There is no such file.")
        return check(path) if check is not None else ""
    except RuntimeError:
        return _("There is no such home folder: {name}.").format(name=typed)
    except OSError as problem:
        return _("It cannot be read: {reason}.").format(reason=reason(problem))


def folder_problem(typed: str) -> str:
    """What is wrong with a folder that was typed, or nothing."""
    try:
        there = bool(typed.strip()) and typed_path(typed).is_dir()
    except RuntimeError:
        return _("There is no such home folder: {name}.").format(name=typed)
    except OSError as problem:
        return _("It cannot be read: {reason}.").format(reason=reason(problem))
    return "" if there else _("There is no such folder.")


def typed_path(typed: str) -> Path:
    """The file or folder that is meant.

    Raises:
        RuntimeError: There is no such home folder.
    """
    return Path(typed.strip().strip("'\"")).expanduser()


def _inside(folder: Path, suffixes: Sequence[str]) -> list[Path]:
    """The files of a folder that may be meant, the latest first."""
    found = [one for one in folder.iterdir() if one.suffix.lower() in suffixes and one.is_file()]
    return sorted(found, key=lambda one: (-one.stat().st_mtime_ns, one.name))[:_MOST]
