"""Makes the list of what gives a person away, from the names file and the register of bodies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from boce_tui.domain.agenda import Body, Organisation, Theme
from boce_tui.domain.giveaways import ERROR, WARNING, FunctionForm, GiveawayList, NameForm
from boce_tui.domain.round import Respondent
from boce_tui.domain.text import fold
from boce_tui.domain.threshold import LOWEST
from boce_tui.domain.vocabulary import ROLE_GROUP
from boce_tui.names.forms import person_forms
from boce_tui.names.session import Names

ROLE_WORDS: Mapping[str, tuple[str, ...]] = {
    "mayor": ("burgemeester", "mayor"),
    "alderman": ("wethouder", "portefeuillehouder", "alderman"),
    "municipal_secretary": ("gemeentesecretaris", "secretaris", "municipal secretary"),
    "commissioner": ("opdrachtgever", "commissioner"),
    "delegated_commissioner": ("gedelegeerd opdrachtgever", "delegated commissioner"),
    "programme_director": ("programmaregisseur", "programme director"),
    "programme_support": ("programmaondersteuner", "programma-assistent", "programme support"),
    "theme_lead": ("ambtelijk trekker", "trekker", "theme lead"),
    "working_group_member": ("werkgroeplid",),
    "council_clerk": ("griffier", "raadsgriffier", "council clerk"),
}
"""How a role is named in a running text, in both languages of the app."""
_MINE = ("mijn", "onze", "m'n")


def giveaways(
    names: Names,
    bodies: Mapping[str, Body],
    organisations: Mapping[str, Organisation],
    respondents: Mapping[str, Respondent],
    themes: Mapping[str, Theme] | None = None,
) -> GiveawayList:
    """Everything that gives a person of this dossier away.

    Args:
        names: The names, unlocked.
        bodies: Id -> body; those with one holder give that person away.
        organisations: Id -> organisation.
        respondents: Key -> respondent; how many hold a role in a municipality.
        themes: Id -> theme; "the alderman for housing" is one person as well.

    Raises:
        PrivacyStop: The names are locked, so nothing can be checked.
    """
    data = names.data()
    places = {fold(word) for o in organisations.values() for word in (o.name, o.display) if word}
    forms = [form for code, person in data.people.items() for form in person_forms(person, code)]
    forms += [form for key, person in data.evaluators.items() for form in person_forms(person, key)]
    forms += [NameForm(form=word, code="", kind="word") for word in data.words]
    functions = {f.form: f for f in _functions(bodies, organisations, respondents, themes or {})}
    return GiveawayList(
        names=tuple(_weaker(form) if fold(form.form) in places else form for form in forms),
        functions=tuple(functions.values()),
    )


def _weaker(form: NameForm) -> NameForm:
    """A name that is also the name of a municipality or organisation is only worth a warning."""
    return NameForm(form=form.form, code=form.code, kind=form.kind, common_word=True, capital_only=True)


def _functions(
    bodies: Mapping[str, Body],
    organisations: Mapping[str, Organisation],
    respondents: Mapping[str, Respondent],
    themes: Mapping[str, Theme],
) -> Iterator[FunctionForm]:
    holders = _holders(respondents.values())
    for role in ROLE_WORDS.keys() | {key for key, body in bodies.items() if body.single_holder}:
        body = bodies.get(role)
        words = _role_words(role, body)
        group = body.group if body else ROLE_GROUP.get(role, "")
        if body and body.single_holder and not body.per_municipality:
            # An office of one, such as the programme director: named as addressee, so a warning.
            yield from (FunctionForm(form=word, body=role, severity=WARNING) for word in words)
            continue
        if group not in ("executive", "official"):
            continue
        for key, place in organisations.items():
            few = holders[role, key] < LOWEST
            for form in _of_place(words, place):
                yield FunctionForm(form=form, body=role, severity=ERROR if few else WARNING)
        for theme in themes.values():
            for form in _of_theme(words, theme):
                yield FunctionForm(form=form, body=role, severity=WARNING)
        for word in words:
            yield from (FunctionForm(form=f"{mine} {word}", body=role, severity=WARNING) for mine in _MINE)


def _holders(respondents: Iterable[Respondent]) -> Counter[tuple[str, str]]:
    return Counter((role, place) for r in respondents for role in r.roles for place in r.municipalities)


def _role_words(role: str, body: Body | None) -> list[str]:
    words = list(ROLE_WORDS.get(role, ()))
    if body and body.single_holder:
        words += [name.lower() for name in (body.name, body.name_en) if name]
    return list(dict.fromkeys(words))


def _of_place(words: Iterable[str], place: Organisation) -> Iterator[str]:
    names = [place.name, *([place.display] if len(place.display) > 1 else [])]
    for word in words:
        for name in names:
            yield from (f"{word} {link} {name}" for link in ("van", "van de gemeente", "in", "uit", "of"))
            yield from (f"{word} {name}", f"{word} van gemeente {name}", f"{name} {word}")
        for adjective in _adjectives(place.name):
            yield f"{adjective} {word}"


def _adjectives(name: str) -> Iterator[str]:
    """Coevorder, Coevordense, Emmer, Borger-Odoornse: of that place."""
    stem = re.sub(r"en$", "", name)
    yield from (f"{name}se", f"{name}er", f"{name}s")
    if stem != name:
        yield from (f"{stem}er", f"{stem}ense", f"{stem}se")


def _of_theme(words: Iterable[str], theme: Theme) -> Iterator[str]:
    for word in words:
        for name in (theme.name, *theme.aliases):
            yield from (f"{word} {link} {name}" for link in ("van", "voor", "voor het thema", "op"))
            yield f"{word} {name}"
