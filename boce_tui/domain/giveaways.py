"""What gives a person away: the list of forms to look for, and the search for them in a text.

The list is made by :func:`boce_tui.names.giveaways` from the encrypted names file and the bodies of the
dossier. It lives in memory only: it holds real names and is never stored, logged or shown as a whole.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import msgspec

from boce_tui.domain.disguise import undisguised
from boce_tui.domain.name_search import Form, Search

NAME_KINDS = ("full", "surname", "initials", "first", "email", "phone", "word")
"""``word`` is an extra forbidden word that the evaluators added themselves."""
ERROR, WARNING = "error", "warning"


class NameForm(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which a person can be named.

    Attributes:
        form: What to look for, as it would be typed ("Van den Berg", "J.v.d.B.", "jvdberg@example.nl").
        code: The code of the person (``R07``, ``2041/EV1``; empty for an extra forbidden word).
        kind: One of :data:`NAME_KINDS`.
        common_word: True when it is an ordinary word as well (Bakker, De Raad): a hit is a warning.
        capital_only: True when it only counts with a capital, in the name itself ("de Boer", not "de boer").
    """

    form: str
    code: str
    kind: str
    common_word: bool = False
    capital_only: bool = False


class FunctionForm(msgspec.Struct, frozen=True, kw_only=True):
    """A function that one person holds, as it would be typed ("de burgemeester van Emmen").

    Attributes:
        form: What to look for.
        body: Id of the body or role.
        severity: ``error`` when it points at one person, ``warning`` when it may ("mijn wethouder").
    """

    form: str
    body: str
    severity: str = ERROR


class Hit(NamedTuple):
    """A place in a text where someone is given away; offsets are code points in the text as given.

    ``kind`` is one of :data:`NAME_KINDS` or ``function``; ``code`` is who it is (``body`` for a function).
    """

    form: str
    start: int
    end: int
    kind: str
    severity: str
    code: str = ""


class GiveawayList(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Everything that gives a person of this dossier away."""

    names: tuple[NameForm, ...] = ()
    functions: tuple[FunctionForm, ...] = ()

    @cached_property
    def _search(self) -> Search:
        return Search(
            [
                Form(
                    n.form,
                    n.kind,
                    n.code,
                    WARNING if n.common_word else ERROR,
                    capital=n.capital_only or n.common_word,
                    exact=n.kind == "initials",
                )
                for n in self.names
            ]
        )

    @cached_property
    def _function_search(self) -> Search:
        forms = [Form(f.form, "function", f.body, f.severity) for f in self.functions]
        return Search(forms, phrases=True)

    def find(self, text: str) -> list[Hit]:
        """All places in `text` that give someone away, in order; the longest form at each place."""
        hits = self._hits(text)
        plain = undisguised(text)
        if plain is None:
            return sorted(hits, key=_place)
        for hit in self._hits(plain.text):
            start, end = plain.starts[hit.start], plain.ends[hit.end - 1]
            if not any(one.start <= start and end <= one.end for one in hits):
                hits = [one for one in hits if not (start <= one.start and one.end <= end)]
                hits.append(hit._replace(start=start, end=end))
        return sorted(hits, key=_place)

    def _hits(self, text: str) -> list[Hit]:
        found = [*self._search.matches(text), *self._function_search.matches(text)]
        return [Hit(form.text, start, end, form.kind, form.severity, form.who) for form, start, end in found]


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def check_text(text: str, giveaways: GiveawayList) -> list[Hit]:
    """What in `text` gives someone away: names in all their variants, contact details, unique functions.

    Case, accents, invisible characters and the way in which words are joined (space, hyphen, line break)
    make no difference, nor do marks, tags and entities inside a word or letters of another alphabet that look
    the same; a name is only found as a whole word, a genitive s aside.
    """
    return giveaways.find(text)
