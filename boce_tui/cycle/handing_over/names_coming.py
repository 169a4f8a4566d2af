"""A names file that evaluators made: looked at before it takes the place of what is here, then put there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boce_tui.cycle.handing_over.admitting import receives
from boce_tui.cycle.trailing import record
from boce_tui.cycle.unveiling import unveiled
from boce_tui.domain.keys import CODE
from boce_tui.domain.round import Respondent, Round
from boce_tui.errors import BadInput, PrivacyStop
from boce_tui.files import reason, write_output
from boce_tui.locale import _
from boce_tui.names import FILE, Key, Names, NamesData, copies
from boce_tui.names.file import read
from boce_tui.names.tries import Tries
from boce_tui.store import Dossier

LARGEST = 8 * 1024 * 1024
"""Bytes; a names file of a thousand people is a few percent of this."""


@dataclass(frozen=True)
class NamesComing:
    """What taking a names file over would do.

    Attributes:
        data: The file as it is.
        people: How many stand in it.
        new: How many of them are not in the one that is here.
        gone: How many of the one that is here are not in it; they go for good.
        same: How many are in both.
        replaces: There is a names file here.
        compared: The one that is here was open, so the numbers are known.
    """

    data: bytes
    people: int
    new: int
    gone: int
    same: int
    replaces: bool
    compared: bool


def load(path: Path) -> bytes:
    """The bytes of a file that may hold names.

    Raises:
        BadInput: It cannot be read, or is larger than a names file may be.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as problem:
        raise BadInput(
            _("It cannot be read: {reason}.").format(reason=reason(problem)),
            hint=_("Nothing was changed."),
            place=path.name,
        ) from problem
    if len(data) > LARGEST:
        raise BadInput(
            _("This file is too large for a names file."), hint=_("Nothing was changed."), place=path.name
        )
    return data


def look_at_names(dossier: Dossier, data: bytes, key: Key, names: Names) -> NamesComing:
    """Open a names file and look what it would bring; nothing is changed.

    Args:
        dossier: The dossier it is for.
        data: The file.
        key: Opens it.
        names: The names that are here; compared with when they are open.

    Raises:
        PrivacyStop: The key does not fit, it is too soon to try again, or the file is damaged.
        BadInput: It is for evaluators and this is programme support, or the other way round.
    """
    found = opened_names(dossier, data, key)
    check_for_here(dossier, found)
    if names.exists and dossier.values(Round) and not receives(dossier):
        raise BadInput(
            _("There is a names file here already, and evaluators keep theirs."),
            hint=_(
                "Nothing was changed. Those of the other laptop come beside them: “Who can open the names”, "
                "i, or boce names take FILE."
            ),
            place=FILE,
        )
    here = names.data() if names.unlocked else NamesData()
    coming, known = _by_person(found), _by_person(here)
    return NamesComing(
        data=data,
        people=len(coming),
        new=len(coming.keys() - known.keys()),
        gone=len(known.keys() - coming.keys()),
        same=len(coming.keys() & known.keys()),
        replaces=names.exists,
        compared=names.unlocked or not names.exists,
    )


def opened_names(dossier: Dossier, data: bytes, key: Key) -> NamesData:
    """The names in a file that came in; wrong passphrases slow down as everywhere.

    Raises:
        PrivacyStop: The key does not fit, it is too soon to try again, or the file is damaged.
    """
    tries = None if key.is_age_key else Tries(dossier.folder, dossier.env.now)
    if tries is not None:
        tries.check()
    try:
        found = read(data, key)
    except PrivacyStop:
        if tries is not None:
            tries.wrong()
        raise
    if tries is not None:
        tries.right()
    return found


def check_for_here(dossier: Dossier, found: NamesData) -> None:
    """See to it that names with codes come to evaluators, and names without to programme support.

    Raises:
        BadInput: They do not.
    """
    codes = any(CODE.fullmatch(code) for code in found.people)
    with unveiled(dossier):
        evaluators = bool(dossier.head_keys(Respondent))
    if codes and receives(dossier):
        raise BadInput(
            _("This is the names file of the evaluators, with the code of everybody."),
            hint=_("Nothing was changed. Ask for one that was made with: boce names handover."),
        )
    if found.people and not codes and evaluators:
        raise BadInput(
            _("This names file was made for programme support: there are no codes in it."),
            hint=_("Nothing was changed. Evaluators use the names.age of the other laptop."),
        )


def _by_person(data: NamesData) -> Mapping[tuple[Any, ...], str]:
    """People by what is known of them: their place in the file changes with who is in it."""
    return {
        (one.name, one.surname, one.email, one.phone, one.consent): code
        for code, one in (*data.people.items(), *data.evaluators.items())
    }


def take_names(dossier: Dossier, coming: NamesComing) -> None:
    """Put a names file that was looked at in place; who is not in it any more goes from the copies too.

    Raises:
        BadInput: It could not be written; what was here is still here.
        DossierUnavailable: Nothing can be saved here, or a copy could not be cleaned.
    """
    dossier.check_writable()
    if coming.replaces:
        copies.begin(dossier.folder)
    write_output(dossier.folder / FILE, coming.data, force=coming.replaces, private=True)
    record(dossier, "import", what="names")
    if coming.replaces:
        copies.go_on(dossier.folder, dossier.folder / FILE)
