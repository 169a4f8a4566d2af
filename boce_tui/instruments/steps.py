"""A step of a conversation: one question, for one theme or none, ready to be shown in both languages."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from boce_tui.instruments.audience import Profile
from boce_tui.instruments.model import NO_TEXT, Column, Instrument, Option, Part, Probe, Question, Text
from boce_tui.instruments.placeholders import filled
from boce_tui.locale import N_, _, in_language

_AND = N_("{first} and {last}")
_OF_TARGET = {
    "theme": "themes",
    "ambition": "ambitions",
    "body": "bodies",
    "document": "documents",
    "recommendation": "earlier_recommendations",
    "agreement": "agreements",
}


class RoundContext(Struct, frozen=True, kw_only=True):
    """What the questions are about in this round.

    Attributes:
        year: Year of the round.
        number: Place in the series, from 1; ``from_year`` counts these.
        focus_themes: Themes that are evaluated, in order; only these are asked about.
        themes: All themes of the agenda; empty: the focus themes.
        bodies: Bodies and roles by id.
        recommendations: Earlier recommendations, the previous round's.
        agenda: Name of the agenda, for ``{agenda}``.
    """

    year: int
    number: int = 1
    focus_themes: tuple[Option, ...] = ()
    themes: tuple[Option, ...] = ()
    bodies: tuple[Option, ...] = ()
    recommendations: tuple[Option, ...] = ()
    municipalities: tuple[Option, ...] = ()
    documents: tuple[Option, ...] = ()
    ambitions: tuple[Option, ...] = ()
    agreements: tuple[Option, ...] = ()
    agenda: Text = NO_TEXT

    @property
    def first_round(self) -> bool:
        """True when there is no round before this one."""
        return self.number <= 1

    def named(self, source: str) -> tuple[Option, ...]:
        """What a ``row_source`` or ``option_source`` stands for."""
        if source == "earlier_recommendations":
            return self.recommendations
        if source == "themes":
            return self.themes or self.focus_themes
        found: tuple[Option, ...] = getattr(self, source)
        return found


class Step(Struct, frozen=True, kw_only=True):
    """One question as it is asked now, in both languages; ``participants`` says for whom it holds."""

    question: str
    theme: str | None
    section: str
    section_title: Text
    theme_name: Text | None
    text: Text
    help: Text
    probes: tuple[Probe, ...]
    parts: tuple[Part, ...]
    notes: bool
    notes_label: Text
    core: bool
    gate: bool
    evaluator_only: bool
    participants: tuple[str, ...]
    asked: Question
    """The question as it stands in the set."""
    extra: bool = False
    """Thought of during this one interview: it is in no set, and comparable with nothing."""

    @property
    def place(self) -> tuple[str, str | None]:
        """Question and theme: where the answer belongs."""
        return (self.question, self.theme)


class StepMaker:
    """Makes the steps of one question set in one round, each once."""

    def __init__(self, instrument: Instrument, context: RoundContext) -> None:
        self._round = context
        self._sections = {section.id: section for section in instrument.sections}
        self._themes = {theme.id: theme for theme in context.focus_themes}
        self._made: dict[tuple[object, ...], Step] = {}

    def step(self, question: Question, theme: str | None, people: tuple[Profile, ...]) -> Step:
        """The step for these people."""
        key = (
            question.id,
            theme,
            tuple((person.code, person.group, person.municipalities) for person in people),
        )
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(question, theme, people)
        return made

    def _make(self, question: Question, theme: str | None, people: tuple[Profile, ...]) -> Step:
        words = self._words(theme, people)
        groups = list(dict.fromkeys(person.group for person in people))
        section = self._sections[question.section]
        name = self._themes.get(theme) if theme else None
        return Step(
            question=question.id,
            theme=theme,
            section=section.id,
            section_title=filled(section.title, words),
            theme_name=Text(name.nl, name.en) if name else None,
            text=filled(_text(question, groups), words),
            help=filled(question.help, words),
            probes=tuple(
                Probe(text.nl, text.en, number=probe.number)
                for probe in _probes(question, groups)
                for text in (filled(probe, words),)
            ),
            parts=tuple(self._parts(question, words)),
            notes=question.notes,
            notes_label=filled(question.notes_label, words),
            core=question.core,
            gate=question.gate,
            evaluator_only=question.evaluator_only,
            participants=() if question.evaluator_only else tuple(person.code for person in people),
            asked=question,
        )

    def _words(self, theme: str | None, people: tuple[Profile, ...]) -> dict[str, Text]:
        year = str(self._round.year)
        places = dict.fromkeys(place for person in people for place in person.municipalities)
        known = {place.id: place for place in self._round.municipalities}
        names = [known[place] for place in places if place in known]
        words = {"year": Text(year, year), "municipality": _joined(names)}
        if self._round.agenda:
            words["agenda"] = self._round.agenda
        if theme:
            words["theme"] = self._themes[theme]
        return {word: text for word, text in words.items() if text}

    def _parts(self, question: Question, words: dict[str, Text]) -> Iterable[Part]:
        for part in question.parts:
            rows = self._round.named(part.row_source) if part.row_source else _all_filled(part.rows, words)
            if part.type == "grid" and not rows:
                continue  # nothing to fill in: there are no such themes or recommendations in this round
            yield msgspec.structs.replace(
                part,
                label=filled(part.label, words),
                unit=filled(part.unit, words),
                options=self._options(part, words),
                rows=rows,
                columns=tuple(
                    msgspec.structs.replace(
                        column, label=filled(column.label, words), options=self._options(column, words)
                    )
                    for column in part.columns
                ),
            )

    def _options(self, item: Part | Column, words: dict[str, Text]) -> tuple[Option, ...]:
        source = item.option_source or (_OF_TARGET[item.target] if item.target else None)
        named = self._round.named(source) if source else ()
        return (*named, *_all_filled(item.options, words))


def _all_filled(options: tuple[Option, ...], words: dict[str, Text]) -> tuple[Option, ...]:
    return tuple(
        Option(id=option.id, score=option.score, nl=text.nl, en=text.en)
        for option in options
        for text in (filled(option, words),)
    )


def _text(question: Question, groups: list[str]) -> Text:
    """The wording for the people at the table: that of their group when they all have the same."""
    texts = list(dict.fromkeys(question.text_for.get(group, question.text) for group in groups))
    return texts[0] if len(texts) == 1 else question.text


def _probes(question: Question, groups: list[str]) -> list[Probe]:
    """The probes for every group at the table, each once, in the order of the set."""
    found = {
        probe.number: probe for group in groups for probe in question.probes_for.get(group, question.probes)
    }
    return [found[number] for number in sorted(found)]


def _joined(names: list[Option]) -> Text:
    """Names as a list in a sentence: "A, B en C"."""
    if len(names) < 2:
        return Text(names[0].nl, names[0].en) if names else NO_TEXT
    texts = []
    for lang in ("nl", "en"):
        *others, last = (name.get(lang) for name in names)
        with in_language(lang):
            texts.append(_(_AND).format(first=", ".join(others), last=last))
    return Text(*texts)
