"""Which of the two it is when the disk fails under something that has to be whole: as before, or done.

Nobody should have to guess whether somebody's words are still there. Up to the moment at which it is decided
everything is as before; after it, it is done, and what is left is tidying up that goes on at the next
opening. When the disk is lost in that very moment nobody can know: then that is said, and how to find out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from boce_tui.errors import BoceError, DossierUnavailable
from boce_tui.files import reason
from boce_tui.locale import N_, _


@dataclass(frozen=True)
class Told:
    """What is said for each of the three; source texts.

    Attributes:
        before: Nothing was done.
        after: It was done.
        unknown: It cannot be seen now; how to find out.
    """

    before: str
    after: str
    unknown: str


ERASING = Told(
    N_("Nothing was erased: the dossier is as it was."),
    N_(
        "It was erased. Not every file was cleaned yet: the next opening goes on with that, or boce erase "
        "--finish."
    ),
    N_(
        "Whether it was erased cannot be seen now; half of it was not. Connect the disk again and look with "
        "boce erase --list."
    ),
)
MERGING = Told(
    N_("Nothing was merged: the dossier is as it was."),
    N_("It was merged. Only tidying up was left: the next opening goes on with that."),
    N_(
        "Whether it was merged cannot be seen now; half of it was not. Connect the disk again and merge once "
        "more: the same bundle twice does no harm."
    ),
)
IMPORTING = Told(
    N_("Nothing was imported: the dossier is as it was."),
    N_("It was imported. Only tidying up was left: the next opening goes on with that."),
    N_(
        "Whether it was imported cannot be seen now; half of it was not. Connect the disk again and import "
        "once more: the same file twice does no harm."
    ),
)
RESTORING = Told(
    N_("Nothing was put back: the dossier is as it was."),
    N_(
        "The copy was put back, and what was there before was kept. What was left goes on at the next "
        "opening; nothing that was withdrawn is shown before."
    ),
    N_(
        "Whether the copy was put back cannot be seen now; half of it was not. Connect the disk again, look "
        "with boce backup --list, and put it back once more."
    ),
)
SENDING = Told(
    N_("No bundle was made: there is nothing in that place, and the dossier is as it was."),
    N_("The bundle was written whole. That it was made is not in the export log."),
    N_("Whether the bundle was written cannot be seen now. Look there, and else make it once more."),
)


class Course:
    """How far it has come."""

    def __init__(self) -> None:
        self.done = False

    def decided(self) -> None:
        """From here on it is done."""
        self.done = True


@contextmanager
def outcome(told: Told) -> Iterator[Course]:
    """Say with whatever goes wrong inside which of the two it is; one within another says it first.

    Yields:
        To be told when it is decided.

    Raises:
        BoceError: What went wrong, with that in its message or its hint.
    """
    course = Course()
    try:
        yield course
    except BoceError as problem:
        _tell(problem, told, course)
        raise
    except OSError as problem:
        about = DossierUnavailable(
            _("This did not work: {reason}.").format(reason=reason(problem)),
            hint=_("Check whether the disk or share is still connected, and try again."),
            place=str(problem.filename or ""),
        )
        _tell(about, told, course)
        raise about from problem


def _tell(problem: BoceError, told: Told, course: Course) -> None:
    if problem.told:
        return
    problem.told = True
    if problem.unsure or course.done:
        # What else stands there is about what was tried, and that is over, or not known.
        problem.hint = _(told.after if course.done else told.unknown)
    elif isinstance(problem, DossierUnavailable):
        problem.message = f"{problem.message} {_(told.before)}"
