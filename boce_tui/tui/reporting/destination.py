"""Where the report goes: asked until it stands there, or until the person cancels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.errors import BadInput, BoceError
from boce_tui.files import write_output
from boce_tui.locale import _
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def ask_where(
    app: BoceApp,
    markdown: bytes,
    where: str,
    *,
    question: str = "",
    private: bool = False,
    then: Callable[[], None] | None = None,
    detail: str = "",
) -> None:
    """Ask for a file and write the report there.

    Nothing typed has to be typed again: what is wrong with a place is said under it, and whoever does not
    want to replace a file comes back to the line.

    Args:
        app: The app.
        markdown: The report.
        where: What stands in the field at first.
        question: What is asked; by default where the report goes.
        private: Only the user may read the file.
        then: Called when the file is there; a document is noted in the export log then.
        detail: What is said under the question; by default that it is plain text.
    """
    written: list[Path] = []

    def check(typed: str) -> str:
        """Write it, unless a file stands there: that is asked first."""
        try:
            target = _target(typed)
            if not _stands_there(target):
                write_output(target, markdown, private=private)
                written.append(target)
        except BoceError as problem:
            # Without the place: that stands in the line, and a long one would push the reason out of sight.
            return f"{problem.message} {problem.hint}".strip()
        return ""

    def answered(typed: str) -> None:
        if written:
            _written(app, written[-1], then)
        else:
            _ask_to_replace(app, markdown, typed, question, private, then, detail)

    ask_text(
        app,
        question or _("Where does the report go?"),
        answered,
        text=where,
        detail=detail
        or _("The file with its folder. It is plain text (Markdown) that Word and browsers can read."),
        check=check,
    )


def _ask_to_replace(
    app: BoceApp,
    markdown: bytes,
    where: str,
    question: str,
    private: bool,
    then: Callable[[], None] | None,
    detail: str,
) -> None:
    target = _target(where)

    def answered(answer: str) -> None:
        if answer == "other":
            ask_where(app, markdown, where, question=question, private=private, then=then, detail=detail)
            return
        try:
            write_output(target, markdown, force=True, private=private)
        except BoceError as problem:
            ask_where(app, markdown, where, question=question, private=private, then=then, detail=detail)
            app.tell_problem(problem)
        else:
            _written(app, target, then)

    choose(
        app,
        _("Replace {file}?").format(file=target.name),
        [Option("other", _("Choose another name")), Option("yes", _("Replace it"), key=_("y"))],
        answered,
        detail=_("There is a file with this name already."),
    )


def _target(where: str) -> Path:
    """The file that is meant.

    Raises:
        BadInput: Nothing was typed, or there is no such home folder.
    """
    if not where.strip():
        raise BadInput(_("Type the name of a file."))
    try:
        return Path(where).expanduser().absolute()
    except RuntimeError:
        raise BadInput(_("There is no such home folder: {name}.").format(name=where)) from None


def _stands_there(target: Path) -> bool:
    try:
        return target.is_file()
    except OSError:
        return False  # writing says what is wrong with this place


def _written(app: BoceApp, target: Path, then: Callable[[], None] | None) -> None:
    app.tell(_("The document is in {file}").format(file=target))
    if then is None:
        return
    try:
        then()
    except BoceError as problem:
        app.tell_problem(problem)
