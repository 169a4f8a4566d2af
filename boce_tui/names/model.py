"""What the names file holds."""

from __future__ import annotations

import msgspec

FORMAT = "boce-names/1"


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind a code. Kept in the encrypted names file only.

    Attributes:
        name: The name as it was typed.
        surname: The surname with what stands before it ("van den Berg"), when that is known.
        municipality: As it was typed; the dossier has the ids.
        consent: True when the name may stand in the appendix of the report.
    """

    name: str
    surname: str = ""
    email: str = ""
    phone: str = ""
    function: str = ""
    municipality: str = ""
    consent: bool = False

    def __repr__(self) -> str:
        return "Person(...)"  # a name must not reach a log or a traceback


class NamesData(msgspec.Struct, frozen=True, kw_only=True):
    """The content of the names file.

    Attributes:
        people: Code -> person; a code is used once in a dossier (``R07``).
        evaluators: ``{round}/{id}`` -> person (``2041/EV1``).
        words: Extra words that must not appear in a report.
    """

    format: str = FORMAT
    people: dict[str, Person] = {}
    evaluators: dict[str, Person] = {}
    words: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"NamesData({len(self.people)} people)"
