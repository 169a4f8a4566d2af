"""The names that programme support needs for the name check: who took part, without the code of anybody."""

from __future__ import annotations

import msgspec

from boce_tui.cycle.reporting.appendices import interviewees
from boce_tui.cycle.reporting.sources import Sources
from boce_tui.cycle.unveiling import unveiled
from boce_tui.domain.report_basis import ReportBasis, appendix_code
from boce_tui.domain.round import Respondent, Round
from boce_tui.domain.text import fold
from boce_tui.names import Key, Names, NamesData, Person
from boce_tui.store import Dossier


def names_for_support(dossier: Dossier, data: NamesData) -> NamesData:
    """The names with keys that lead to nobody.

    Who agreed to be listed is called by their line in the list, others by their place in the alphabet.
    Functions are left out.

    Args:
        dossier: The dossier, with the respondents.
        data: The names by code.
    """
    with unveiled(dossier):
        if not dossier.values(Respondent):
            return data  # these are such names already
        listed: dict[str, str] = {}
        for round_id in dossier.values(Round):
            if dossier.value(ReportBasis, round_id) is None:
                lines = interviewees(Sources(dossier, round_id, "nl"))
                listed |= {line.code: appendix_code(round_id, n) for n, line in enumerate(lines)}
    people: dict[str, Person] = {}
    others = []
    for code, person in data.people.items():
        plain = msgspec.structs.replace(person, function="", municipality="")
        if person.consent and code in listed:
            people[listed[code]] = plain
        else:
            others.append(plain)
    others.sort(key=lambda one: (fold(one.name), one.name, one.email, one.phone))
    people |= {f"N{n:03d}": one for n, one in enumerate(others, start=1)}
    return msgspec.structs.replace(data, people=dict(sorted(people.items())))


def names_file_for_colleague(names: Names, key: Key) -> bytes:
    """The names with their codes, for the other laptop, that opens with a key of its own.

    Raises:
        PrivacyStop: The names are locked.
    """
    return key.encrypt(msgspec.json.encode(names.data(), order="deterministic"))


def names_file_for_support(dossier: Dossier, names: Names, key: Key) -> bytes:
    """A names file of their own for programme support, that opens with a key of theirs.

    Raises:
        PrivacyStop: The names are locked.
    """
    data = names_for_support(dossier, names.data())
    return key.encrypt(msgspec.json.encode(data, order="deterministic"))
