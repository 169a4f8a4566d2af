"""The names of the other laptop beside those that are here: each evaluator knows whom they planned.

Without them the name check looks for half of the names. Nothing that is here is replaced: where both laptops
wrote something else about one person, what is here stays, and their name is looked for too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from boce_tui.cycle.handing_over.admitting import receives
from boce_tui.cycle.handing_over.names_coming import check_for_here, opened_names
from boce_tui.cycle.trailing import record
from boce_tui.domain.keys import last
from boce_tui.domain.round import Evaluator, Respondent, Round
from boce_tui.domain.text import fold
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.names import Key, Names, NamesData, Person
from boce_tui.names.extra_words import SHORTEST, cleaned
from boce_tui.store import Dossier


@dataclass(frozen=True)
class NamesJoined:
    """What joining would do; nobody is named.

    Attributes:
        theirs: The names of the other laptop, of people whom this dossier knows.
        data: What the names file becomes.
        new: Codes of people who have no name here yet.
        filled: Codes of people of whom something comes in that was empty here.
        same: How many are the same, or say less than what is here.
        differing: Codes of people about whom something else stands here; that stays.
        unknown: How many people of theirs this dossier does not know; they stay out.
        words: How many words more the name check looks for, names that are written another way among them.
    """

    theirs: NamesData
    data: NamesData
    new: tuple[str, ...]
    filled: tuple[str, ...]
    same: int
    differing: tuple[str, ...]
    unknown: int
    words: int

    @property
    def nothing_new(self) -> bool:
        """Everything is here already."""
        return not (self.new or self.filled or self.words)


def joins(dossier: Dossier, names: Names) -> bool:
    """True where evaluators work who have names already: another names file comes beside those."""
    return names.exists and bool(dossier.values(Round)) and not receives(dossier)


def look_at_theirs(dossier: Dossier, data: bytes, key: Key, names: Names) -> NamesJoined:
    """Open the names file of the other laptop and look what it would bring; nothing is changed.

    Args:
        dossier: The dossier, with the people of both laptops.
        data: Their names file.
        key: Opens it.
        names: The names that are here, open.

    Raises:
        PrivacyStop: The key does not fit, it is too soon to try again, the file is damaged, or the names that
            are here are locked.
        BadInput: It is of another dossier, or was made for programme support.
    """
    here = names.data()
    found = opened_names(dossier, data, key)
    check_for_here(dossier, found)
    known = {last(item) for item in dossier.head_keys(Respondent)}
    evaluators = set(dossier.head_keys(Evaluator))
    theirs = msgspec.structs.replace(
        found,
        people={code: one for code, one in found.people.items() if code in known},
        evaluators={item: one for item, one in found.evaluators.items() if item in evaluators},
    )
    if found.people and not theirs.people:
        raise BadInput(
            _("This dossier knows nobody of this names file."),
            hint=_("Nothing was changed. Take the bundle of that laptop over first, then its names."),
        )
    both = theirs.people.keys() & here.people.keys()
    if both and all(_other(here.people[code], theirs.people[code]) for code in both):
        raise BadInput(
            _("This names file is of another dossier: the same codes are other people there."),
            hint=_("Nothing was changed. Ask for the names of the other laptop."),
        )
    return joined(here, theirs, unknown=len(found.people) - len(theirs.people))


def joined(here: NamesData, theirs: NamesData, *, unknown: int = 0) -> NamesJoined:
    """What both know, with nothing of here lost."""
    people, evaluators = _union(here.people, theirs.people), _union(here.evaluators, theirs.evaluators)
    pairs = [
        (code, mine.get(code), one, after[code])
        for mine, coming, after in (
            (here.people, theirs.people, people),
            (here.evaluators, theirs.evaluators, evaluators),
        )
        for code, one in coming.items()
    ]
    differing = tuple(code for code, mine, one, _after in pairs if mine is not None and _differs(mine, one))
    other = (one.name for _code, mine, one, _after in pairs if mine is not None and _other(mine, one))
    words = cleaned((*here.words, *theirs.words, *(name for name in other if len(name) >= SHORTEST)))
    return NamesJoined(
        theirs=theirs,
        data=msgspec.structs.replace(here, people=people, evaluators=evaluators, words=words),
        new=tuple(code for code, mine, _one, _after in pairs if mine is None),
        filled=tuple(code for code, mine, _one, after in pairs if mine is not None and after != mine),
        same=sum(mine == after and code not in differing for code, mine, _one, after in pairs),
        differing=differing,
        unknown=unknown,
        words=len(words) - len(here.words),
    )


def join_names(dossier: Dossier, names: Names, found: NamesJoined) -> None:
    """Put their names beside those that are here, as they are at this moment.

    Raises:
        PrivacyStop: The names are locked, or this profile may not change them.
        DossierUnavailable: Nothing can be saved here; what was here is still here.
    """
    dossier.check_writable()
    names.write(joined(names.data(), found.theirs).data)
    record(dossier, "import", what="names")


def _union(here: Mapping[str, Person], theirs: Mapping[str, Person]) -> dict[str, Person]:
    added = {code: _filled(here[code], one) if code in here else one for code, one in theirs.items()}
    return dict(sorted({**here, **added}.items()))


def _filled(mine: Person, theirs: Person) -> Person:
    """What is here, with what was empty here; of somebody else nothing comes in."""
    if _other(mine, theirs):
        return mine
    empty = {
        field: value
        for field in Person.__struct_fields__
        if not getattr(mine, field) and field != "consent" and (value := getattr(theirs, field))
    }
    return msgspec.structs.replace(mine, **empty)


def _differs(mine: Person, theirs: Person) -> bool:
    """Both say something, and not the same."""
    pairs = [(getattr(mine, field), getattr(theirs, field)) for field in Person.__struct_fields__]
    return any(left and right and left != right for left, right in pairs) or mine.consent != theirs.consent


def _other(mine: Person, theirs: Person) -> bool:
    """Another name: written another way, or somebody else."""
    return bool(mine.name and theirs.name) and fold(mine.name) != fold(theirs.name)
