"""What people write in a table of respondents, and the id that it stands for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from boce_tui.domain.text import fold
from boce_tui.domain.vocabulary import GROUPS, GROUPS_PLURAL, ROLES, Vocabulary, label
from boce_tui.locale import LANGUAGES, in_language

HEADINGS: Mapping[str, str] = {
    "code": "code, nr, nummer",
    "name": "naam, volledige naam, naam gesprekspartner, name, full name",
    "given": "voornaam, voornamen, voorletters, roepnaam, first name, given name",
    "infix": "tussenvoegsel, tussenvoegsels, tussenv, infix, prefix",
    "surname": "achternaam, familienaam, last name, surname, family name",
    "email": "e-mail, email, e-mailadres, mail, mailadres, e-mail address",
    "phone": "telefoon, telefoonnummer, tel, mobiel, phone, telephone, mobile, phone number",
    "function": "functie, functieomschrijving, functietitel, job title, function, position",
    "municipalities": "gemeente, gemeenten, organisatie, organisaties, municipality, municipalities",
    "group": "groep, group",
    "role": "rol, rol in de samenwerking, role, main role, hoofdrol",
    "other_roles": "andere rol, andere rollen, overige rollen, other role, other roles",
    "themes": "thema, thema's, themas, theme, themes, betrokken bij",
    "participated_before": "eerder meegedaan, deed eerder mee, participated before, took part before",
    "consent": "naam in bijlage, naam in rapport, toestemming, consent, name in appendix",
}
"""Column id -> the headings that people use; case, accents, signs and blanks do not matter."""
NAME_COLUMNS = ("name", "given", "infix", "surname", "email", "phone", "function", "consent")
"""These go to the names file only."""

_MORE_GROUPS = {
    "executive": "bestuur, bestuurlijk, politiek, b",
    "official": "ambtelijk, organisatie, a",
    "council": "gemeenteraad, raadsleden, r",
    "external": "partner, extern, x",
}
_MORE_ROLES = {
    "alderman": "wethouders, portefeuillehouder, alderwoman, portfolio holder",
    "municipal_secretary": "secretaris, algemeen directeur, town clerk",
    "delegated_commissioner": "gedelegeerde opdrachtgever",
    "programme_support": "programma-assistent, programmaondersteuning, programme assistant",
    "programme_director": "programmamanager, programmaregie",
    "theme_lead": "trekker, thematrekker, ambtelijk trekker, projectleider",
    "working_group_member": "werkgroep, lid werkgroep",
    "policy_officer": "beleidsadviseur, adviseur, policy adviser",
    "council_clerk": "raadsgriffier",
    "partner": "ketenpartner",
    "other": "anders, overig, other",
}
_INVOLVEMENT = {
    "trekker": 3,
    "lead": 3,
    "deelnemer": 2,
    "participant": 2,
    "op afstand": 1,
    "at a distance": 1,
    "geen": 0,
    "none": 0,
}
USUAL_INVOLVEMENT = 2
"""A theme that is only named: takes part."""
_DEGREE = re.compile(r"(.+?)\s*(?:[:=(\[]|\s-\s)\s*([0-3]|[a-z ]+?)\s*[)\]]?")
_YES = frozenset(("ja", "j", "yes", "y", "x", "1", "waar", "true", "v"))
_NO = frozenset(("", "nee", "n", "no", "0", "onwaar", "false", "-"))


def key_of(text: str) -> str:
    """A heading or word for comparing: only letters and figures, without accents, case or "and"."""
    return re.sub(r"\b(?:en|and)\b|[^a-z0-9]+", "", fold(text))


def heading(text: str) -> str | None:
    """The column that a heading stands for, or None."""
    return _COLUMNS.get(key_of(text))


@dataclass(frozen=True)
class Words:
    """A list of ids with every word for each."""

    ids: Mapping[str, str]
    """Word, made comparable -> id."""
    shown: tuple[str, ...] = field(default=())
    """The words to offer when something is not known."""

    @staticmethod
    def of(words: Mapping[str, Iterable[str]]) -> Words:
        """From id -> words; the first word of each is what is shown. The id itself counts as well."""
        known: dict[str, str] = {}
        shown = []
        for id_, several in words.items():
            named = [word for word in several if word]
            shown.append(named[0] if named else id_)
            for word in (id_, *named):
                known.setdefault(key_of(word), id_)
        return Words(known, tuple(shown))

    def find(self, said: str) -> str | None:
        """The id that a word stands for, or None."""
        return self.ids.get(key_of(said))

    def several(self, said: str) -> list[tuple[str, str | None]]:
        """The pieces of a cell that may name several, each with its id or None."""
        whole = self.find(said)
        if whole:
            return [(said, whole)]
        found: list[tuple[str, str | None]] = []
        for piece in re.split(r"[;,\n|]", said):
            found += self._piece(piece.strip())
        return found

    def _piece(self, piece: str) -> list[tuple[str, str | None]]:
        if not piece:
            return []
        parts = [p.strip() for p in re.split(r"[/+&]|\s(?:en|and)\s", piece) if p.strip()]
        if self.find(piece) or len(parts) < 2 or not all(self.find(part) for part in parts):
            return [(piece, self.find(piece))]
        return [(part, self.find(part)) for part in parts]

    def nearest(self, said: str) -> str:
        """A word that looks like it, or an empty text."""
        close = difflib.get_close_matches(key_of(said), self.ids, n=1, cutoff=0.75)
        if not close:
            return ""
        id_ = self.ids[close[0]]
        return next((word for word in self.shown if self.find(word) == id_), id_)


def vocabulary_words(vocabulary: Vocabulary, more: Mapping[str, str], *others: Vocabulary) -> Words:
    """The labels of a vocabulary in both languages, with what else people write."""
    words: dict[str, list[str]] = {id_: [label(vocabulary, id_)] for id_ in vocabulary}
    for lang in LANGUAGES:
        with in_language(lang):
            for one in (vocabulary, *others):
                for id_ in one:
                    words[id_].append(label(one, id_))
    for id_, several in more.items():
        words[id_] += several.split(", ")
    return Words.of(words)


def group_words() -> Words:
    """How the groups are written."""
    return vocabulary_words(GROUPS, _MORE_GROUPS, GROUPS_PLURAL)


def role_words() -> Words:
    """How the roles are written."""
    return vocabulary_words(ROLES, _MORE_ROLES)


def with_degree(piece: str) -> tuple[str, int | None]:
    """A theme with how much someone has to do with it: ``Bereikbaarheid (3)``, ``Wonen: op afstand``.

    The degree is None when nothing is said about it; then the whole piece is the theme.
    """
    match = _DEGREE.fullmatch(fold(piece))
    if match:
        degree = int(match[2]) if match[2].isdigit() else _INVOLVEMENT.get(match[2])
        if degree is not None:
            return piece[: len(match[1])].strip(), degree
    return piece, None


def yes_or_no(said: str) -> bool | None:
    """Yes, no (also when nothing is said), or None when it is neither."""
    word = fold(said.strip())
    return True if word in _YES else False if word in _NO else None


_COLUMNS = {
    key_of(word): column for column, words in HEADINGS.items() for word in (column, *words.split(", "))
}
