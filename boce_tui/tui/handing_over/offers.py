"""What came from the evaluators, read and looked at: a document, or the names that belong to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from boce_tui.cycle.exchanging import carry_out, plan_import
from boce_tui.cycle.handing_over import names_coming
from boce_tui.cycle.handing_over.coming import coming
from boce_tui.cycle.handing_over.names_joining import join_names, look_at_theirs
from boce_tui.cycle.handing_over.saying import coming_lines, imported_lines, joined_lines, names_lines
from boce_tui.cycle.profiles import names_of
from boce_tui.cycle.withdrawing.saying import Line
from boce_tui.errors import BadInput, PrivacyStop
from boce_tui.exchange import cycle_document
from boce_tui.files import reason
from boce_tui.locale import _
from boce_tui.names import FILE, Key, Names
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Offer:
    """A file that can be taken over.

    Attributes:
        place: What the screen is called before it is done.
        words: What is told while it is done.
        lines: What it would do.
        nothing_new: There is nothing to do.
        take: Does it; gives what was done, and the names when these are other ones now.
    """

    place: str
    words: str
    lines: tuple[Line, ...]
    nothing_new: bool
    take: Callable[[], tuple[list[Line], Names | None]]


def document(dossier: Dossier, path: Path) -> Offer:
    """Read a document and look what it would bring; nothing is changed.

    Raises:
        BadInput: It cannot be read, or may not come in here; the message names the file and the field.
    """
    try:
        with path.open("rb") as file:
            data = file.read(cycle_document.LARGEST + 1)
        plan = plan_import(dossier, data, path.name)
    except OSError as problem:
        raise BadInput(
            _("It cannot be read: {reason}.").format(reason=reason(problem)),
            hint=_("Nothing was changed."),
            place=path.name,
        ) from problem
    except BadInput as problem:
        raise with_file(problem, path.name) from problem
    found = coming(dossier, plan)

    def take() -> tuple[list[Line], Names | None]:
        did = carry_out(dossier, plan)
        dossier.make_findable()
        done = imported_lines(plan.round_id, did)
        if not names_of(dossier).exists:
            text = _("The names are not here yet: esc, and then o takes over the file with names too.")
            done.append(Line("warn", text))
        return done, None

    lines = (Line("head", _("The document")), Line("plain", path.name), *coming_lines(dossier, found))
    return Offer(
        _("What this document brings"),
        _("Taking it over..."),
        lines,
        found.nothing_new and not plan.new,
        take,
    )


def names(dossier: Dossier, name: str, data: bytes, key: Key, here: Names) -> Offer:
    """Open a names file and look what it would bring; nothing is changed.

    Args:
        dossier: The dossier.
        name: What the file is called.
        data: What is in it.
        key: Opens it.
        here: The names of this session.

    Raises:
        PrivacyStop: The key does not fit, or the file is damaged.
        BadInput: It is not for here.
    """
    known = here
    if here.exists and not here.unlocked:
        known = Names(dossier.folder)
        try:
            known.unlock(key)
        except PrivacyStop:  # another passphrase since: then they are not compared
            known = here
    try:
        found = names_coming.look_at_names(dossier, data, key, known)
    except BadInput as problem:
        raise with_file(problem, name) from problem

    def take() -> tuple[list[Line], Names | None]:
        names_coming.take_names(dossier, found)
        fresh = names_of(dossier)
        fresh.unlock(key)
        return [Line("plain", _("The names can be checked here now."))], fresh

    lines = (Line("head", _("The names file")), Line("plain", name), *names_lines(found))
    same = found.replaces and (dossier.folder / FILE).read_bytes() == data
    return Offer(_("What this names file brings"), _("Taking it over..."), lines, same, take)


def theirs(dossier: Dossier, name: str, data: bytes, key: Key, here: Names) -> Offer:
    """Open the names file of the other laptop and look what comes beside the names here; nothing is changed.

    Args:
        dossier: The dossier.
        name: What the file is called.
        data: What is in it.
        key: Opens it.
        here: The names of this session, open.

    Raises:
        PrivacyStop: The key does not fit, or the file is damaged.
        BadInput: It is not for here.
    """
    try:
        found = look_at_theirs(dossier, data, key, here)
    except BadInput as problem:
        raise with_file(problem, name) from problem

    def take() -> tuple[list[Line], Names | None]:
        join_names(dossier, here, found)
        return [Line("plain", _("The names of both laptops can be checked here now."))], None

    lines = (Line("head", _("The names file")), Line("plain", name), *joined_lines(found))
    return Offer(_("What these names bring"), _("Taking it over..."), lines, found.nothing_new, take)


def with_file(problem: BadInput, name: str) -> BadInput:
    """The same problem, with the file it is about."""
    if name not in problem.place:
        problem.place = ", ".join(part for part in (name, problem.place) if part)
    return problem
