"""All the ways in which one person can be named in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from boce_tui.domain.giveaways import NameForm
from boce_tui.domain.text import fold
from boce_tui.names.common_words import ABBREVIATIONS, COMMON_WORDS, INSTITUTIONS, MAILBOXES
from boce_tui.names.model import Person

_INFIX_WORDS = """
van de den der ter ten te 't het 's in op aan bij onder over uit voor von zu zum zur vom am da dos das do di
du del della des la le les el al bin ibn ben y e af ver vd v.d. v/d
"""
_INFIXES = frozenset(_INFIX_WORDS.split())
_TITLES_BEFORE = "dhr heer mevr mevrouw mw mej drs ir ing mr dr prof jhr jkvr ds"
_BEFORE = frozenset(_TITLES_BEFORE.split())
_TITLES_BEHIND = "ba bsc bc ma msc mba mpa llm llb phd rc ra mcm mpm em"
_BEHIND = frozenset(_TITLES_BEHIND.split())
_BRACKETS = re.compile(r"\(([^)]*)\)")
_INITIALS = re.compile(r"^(?:[A-Z][a-z]?\.?-?)+\.$|^[A-Z]{1,4}$")


class Parts(NamedTuple):
    """A name taken apart. ``infix`` is in lower case ("van den"); ``called`` is the name between brackets."""

    given: tuple[str, ...]
    infix: str
    surname: str
    called: str = ""


def name_parts(name: str, surname: str = "") -> Parts:
    """Take a name apart: "Berg, drs. J. van den" and "Jan van den Berg" alike.

    Args:
        name: The name as it was typed.
        surname: The surname with what stands before it, when that is known.
    """
    called = _BRACKETS.search(name)
    parts = _parts(_BRACKETS.sub(" ", name), surname)
    return parts._replace(called=called[1].strip() if called else "")


def _parts(name: str, surname: str) -> Parts:
    if not surname and name.count(",") == 1:
        last, first = (_words(part) for part in name.split(","))
        given = _without_titles(first)
        if last and given:
            trailing = _trailing_infix(given)
            infix, core = _split_infix(last)
            return Parts(
                tuple(given[: len(given) - len(trailing)]),
                " ".join([*trailing, *infix]).lower(),
                " ".join(core),
            )
    words = _without_titles(_words(name.replace(",", " ")))
    if surname:
        tail = _words(surname)
        if [fold(w) for w in words[-len(tail) :]] == [fold(w) for w in tail]:
            words = words[: -len(tail)]
        infix, core = _split_infix(tail)
        before = len(words)
        while before and _is_infix(words[before - 1]):  # "van" stands in the name, and not in the surname
            before -= 1
        return Parts(tuple(words[:before]), " ".join([*words[before:], *infix]).lower(), " ".join(core))
    start = next((n for n, word in enumerate(words) if _is_infix(word)), len(words))
    if start < len(words) - 1:
        infix, core = _split_infix(words[start:])
        return Parts(tuple(words[:start]), " ".join(infix).lower(), " ".join(core))
    return Parts(tuple(words[:-1]), "", words[-1] if words else "")


def _words(name: str) -> list[str]:
    """The words of a name; "Jansen - de Vries" is one."""
    found: list[str] = []
    for word in re.sub(r"\s*[-–—]\s*", "-", name).split():
        if found and "-" in found[-1] and _is_infix(re.split(r"[- ]", found[-1])[-1]):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _is_infix(word: str) -> bool:
    return fold(word).replace("’", "'") in _INFIXES


def _without_titles(words: list[str]) -> list[str]:
    """Without "de heer drs." before it and "MSc" behind it."""
    if [fold(word) for word in words[:2]] == ["de", "heer"]:
        words = words[2:]
    while words and fold(words[0]).rstrip(".") in _BEFORE and (not words[0].isupper() or "." in words[0]):
        words = words[1:]
    while len(words) > 2 and fold(words[-1]).rstrip(".") in _BEHIND and sum(map(str.isupper, words[-1])) > 1:
        words = words[:-1]
    return words


def _trailing_infix(words: list[str]) -> list[str]:
    start = len(words)
    while start > 1 and _is_infix(words[start - 1]):
        start -= 1
    return words[start:]


def _split_infix(words: list[str]) -> tuple[list[str], list[str]]:
    count = 0
    while count < len(words) - 1 and _is_infix(words[count]):
        count += 1
    return words[:count], words[count:]


def person_forms(person: Person, code: str) -> list[NameForm]:
    """Every form of one person's name, e-mail address and telephone number."""
    found: dict[tuple[str, str], NameForm] = {}
    for form in [*_name_forms(person, code), *_contact_forms(person, code)]:
        found.setdefault((form.form, form.kind), form)
    return list(found.values())


def _name_forms(person: Person, code: str) -> Iterator[NameForm]:
    parts = name_parts(person.name, person.surname)
    if not parts.surname:
        return
    plain = [word for word in (parts.called, *parts.given) if word and not _INITIALS.match(word)]
    letters = _letters(parts.given)
    surnames = list(_surnames(parts))
    for surname in surnames:
        if parts.given:
            yield NameForm(form=" ".join((*parts.given, surname)), code=code, kind="full")
            yield NameForm(form=" ".join((surname, *parts.given)), code=code, kind="full")
        if plain:
            yield NameForm(form=f"{plain[0]} {surname}", code=code, kind="full")
            yield NameForm(form=f"{surname} {plain[0]}", code=code, kind="full")
        if letters:
            yield NameForm(form=f"{letters[0]}. {surname}", code=code, kind="full")
            yield NameForm(form=f"{'.'.join(letters)}. {surname}", code=code, kind="full")
        yield _surname_form(surname, code)
    for number, word in enumerate(plain):
        short = len(word) <= 2
        if number == 0 or not short:
            yield _word_form(word, code, "first", weak=short)
        for piece in word.split("-") if "-" in word else ():
            if len(piece) > 2:
                yield _word_form(piece, code, "first")
    for initial in sorted({_core(s)[:1] for s in surnames if not s.islower()}) if plain else ():
        yield NameForm(form=f"{plain[0]} {initial}.", code=code, kind="full", capital_only=True)
    yield from _initial_forms(parts, letters, code)


def _surnames(parts: Parts) -> Iterator[str]:
    """The surname with and without "van de", whole and by its halves."""
    cores = [parts.surname]
    halves = [half for half in re.split(r"\s*[-–—]\s*", parts.surname) if half]
    if len(halves) > 1:
        cores += halves
    elif len(parts.given) > 1 and not parts.infix and not _INITIALS.match(parts.given[-1]):
        yield f"{parts.given[-1]} {parts.surname}"  # two surnames without a hyphen, or a second first name
    for core in cores:
        inner, bare = _split_infix(core.split())
        name, infix = " ".join(bare), " ".join(inner).lower()
        if parts.infix and core in (parts.surname, halves[0] if halves else ""):
            infix = f"{parts.infix} {infix}".strip()
        yield from _with_infix(infix, name)


def _with_infix(infix: str, name: str) -> Iterator[str]:
    if not infix:
        yield name
        return
    yield f"{infix} {name}"
    words = infix.split()
    short = {"van": "v", "de": "d", "der": "d", "den": "d", "het": "h", "'t": "t"}
    if all(word in short for word in words) and words[0] == "van":
        letters = [short[word] for word in words]
        yield f"{'.'.join(letters)}. {name}"
        yield f"{''.join(letters)} {name}"
    yield re.sub(r"\W", "", infix) + name[:1].lower() + name[1:]
    if len(name) > 2:
        yield name


def _core(surname: str) -> str:
    return next((word for word in surname.split() if word[:1].isupper()), surname)


def _surname_form(surname: str, code: str) -> NameForm:
    words = surname.split()
    core = fold(words[-1])
    alone = len(words) == 1
    ordinary = core in COMMON_WORDS or core in INSTITUTIONS
    return NameForm(
        form=surname,
        code=code,
        kind="surname",
        common_word=(alone and (ordinary or len(core) <= 2)) or core in INSTITUTIONS,
        capital_only=ordinary or len(core) <= 2,
    )


def _word_form(word: str, code: str, kind: str, *, weak: bool = False) -> NameForm:
    common = weak or fold(word) in COMMON_WORDS
    return NameForm(form=word, code=code, kind=kind, common_word=common, capital_only=common)


def _letters(given: tuple[str, ...]) -> list[str]:
    letters: list[str] = []
    for word in given:
        if _INITIALS.match(word):
            letters += re.findall(r"[A-Z][a-z]?", word) if "." in word else list(word)
        elif word[:1].isalpha():
            letters += [piece[0].upper() for piece in word.split("-") if piece]
    return letters


def _initial_forms(parts: Parts, letters: list[str], code: str) -> Iterator[NameForm]:
    """``J.v.d.B.`` and ``JvdB``, with all given names and with the first alone."""
    if not letters:
        return
    infix = [re.sub(r"\W", "", word)[:1] for word in parts.infix.split()]
    infix = [letter for letter in infix if letter]
    halves = [half.split()[-1][:1].upper() for half in re.split(r"[-–—]", parts.surname) if half.strip()]
    for given in dict.fromkeys([tuple(letters), tuple(letters[:1])]):
        for last in dict.fromkeys([tuple(halves), tuple(halves[:1])]):
            row = [*given, *infix, *last]
            joined = "".join(row)
            weak = joined.upper() in ABBREVIATIONS or len(joined) <= 2
            yield NameForm(
                form=".".join(row) + ".",
                code=code,
                kind="initials",
                common_word=joined.upper() in ABBREVIATIONS,
            )
            yield NameForm(form=joined, code=code, kind="initials", common_word=weak)


def _contact_forms(person: Person, code: str) -> Iterator[NameForm]:
    if "@" in person.email:
        yield NameForm(form=person.email, code=code, kind="email")
        local = person.email.split("@")[0]
        if len(local) > 3 and fold(local) not in MAILBOXES:
            yield NameForm(form=local, code=code, kind="email", common_word=fold(local) in COMMON_WORDS)
    for number in re.split(r"[;,|]|\bof\b", person.phone):
        if sum(char.isdigit() for char in number) >= 6:
            yield NameForm(form=number.strip(), code=code, kind="phone")
