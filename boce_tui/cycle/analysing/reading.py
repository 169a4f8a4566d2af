"""All answers to one question under each other, per theme and group."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace

from boce_tui.cycle.analysing.beside import Beside, beside_answers
from boce_tui.cycle.analysing.counting import answered_with_content
from boce_tui.cycle.analysing.off_route import off_route
from boce_tui.cycle.context import question_set
from boce_tui.cycle.interviewing.extra import extra_question, per_interview
from boce_tui.cycle.interviewing.progress import filled
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.keys import ALL, AnswerKey, last
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.round import Interview, Respondent
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.instruments.model import Question
from boce_tui.store import Dossier, Stored


@dataclass(frozen=True)
class AnswerRow:
    """One answer as the evaluators read it back.

    Attributes:
        key: Where it belongs.
        revision: Id of the revision that is read; evidence cites it.
        answer: The answer.
        people: Codes of the people it counts for.
        groups: Their groups, without doubles.
        tags: Labels on it.
        quotes: Quotes taken from it, with their keys.
        beside: Free notes that belong to it, and passages from other answers.
        off_route: The question is not asked any more: the answer is shown quietly and never counted.
    """

    key: AnswerKey
    revision: str
    answer: Answer
    people: tuple[str, ...]
    groups: tuple[str, ...]
    tags: tuple[str, ...]
    quotes: tuple[Stored[Quote], ...]
    beside: tuple[Beside, ...] = ()
    off_route: bool = False


@dataclass(frozen=True)
class QuestionRow:
    """One question (and theme) in the list of questions.

    Attributes:
        question: The question.
        theme: Theme id, or None.
        answers: Number of answers that say something.
        cited: Number of those that are evidence in a finding.
        interview: Of an extra question: the one interview it was asked in; it is comparable with nothing.
    """

    question: Question
    theme: str | None
    answers: int
    cited: int
    interview: str = ""


class Readback:
    """The held interviews of one round, read once; every list and count is worked out from it.

    Call :meth:`refresh` when answers or labels changed. Of a withdrawn interview nothing is in here.

    Attributes:
        rows: The answers that say something.
        skipped: The questions that were skipped, with the reason, and answers that left the route.
        spoken: The groups that were spoken with.
        basis: What is known of the round when its answers are not here; else None.
    """

    def __init__(self, dossier: Dossier, round_id: str) -> None:
        """Read the round.

        Raises:
            BadInput: There is no such round.
        """
        self.dossier = dossier
        self.round_id = round_id
        self.round = the_round(dossier, round_id)
        self.instrument = question_set(dossier, round_id)
        self.refresh()

    def refresh(self) -> None:
        """Read answers, labels and quotes again."""
        prefix = f"{self.round_id}/"
        dossier = self.dossier
        self.basis = dossier.value(ReportBasis, self.round_id)
        self.people = {last(key): person for key, person in dossier.values(Respondent, prefix).items()}
        interviews = {last(key): item for key, item in dossier.values(Interview, prefix).items()}
        self.interviews = {k: i for k, i in interviews.items() if i.state in HELD_STATES}
        tags = {key: tagging.tags for key, tagging in dossier.values(Tagging, prefix).items()}
        beside = beside_answers(dossier, self.round_id)
        self.extras = {k: v for k, v in per_interview(dossier, self.round_id).items() if k in self.interviews}
        quotes: dict[str, list[Stored[Quote]]] = {}
        self._quotes = {quote.key: quote for quote in dossier.all(Quote, prefix)}
        for quote in self._quotes.values():
            if quote.value:
                quotes.setdefault(quote.value.answer, []).append(quote)
        self.rows: list[AnswerRow] = []
        self.skipped: list[AnswerRow] = []
        stored = dossier.all(Answer, prefix)
        known = ((AnswerKey.parse(item.key), item.id, item.value) for item in stored)
        counted = ((key, rev, said) for key, rev, said in known if said and key.interview in self.interviews)
        off = off_route(dossier, self.round_id, self.instrument, self.interviews, self.people, counted)
        for item in stored:
            key = AnswerKey.parse(item.key)
            interview = self.interviews.get(key.interview)
            if interview is None or item.value is None:
                continue
            people = people_of(key, item.value, interview)
            row = AnswerRow(
                key=key,
                revision=item.id,
                answer=item.value,
                people=people,
                groups=self.groups_of(people),
                tags=tags.get(item.key, ()),
                quotes=tuple(quotes.get(item.key, ())),
                beside=tuple(beside.pop(item.key, ())),
                off_route=key in off,
            )
            if says_something(item.value) and not row.off_route:
                self.rows.append(row)
            elif item.value.skipped or row.beside or row.off_route:
                self.skipped.append(row)
        self.skipped += self._only_beside(beside)
        self._sort()

    def _sort(self) -> None:
        self.spoken = self.groups_of(code for row in self.rows for code in row.people)
        self._by_key = {str(row.key): row for row in self.rows}
        self._by_question: dict[str, list[AnswerRow]] = {}
        for row in self.rows:
            self._by_question.setdefault(row.key.question, []).append(row)
        self._answered: dict[tuple[str, str], set[str]] = {}

    def without(self, gone: Collection[str], absent: Collection[tuple[str, str]] = ()) -> Readback:
        """As it would be without these answers: to see what a withdrawal does, before it is done.

        Args:
            gone: Keys of answers.
            absent: Interview and code of people who are no longer at its table.
        """
        after = copy(self)
        after.rows = [self._less(row, absent) for row in self.rows if str(row.key) not in gone]
        after.skipped = [self._less(row, absent) for row in self.skipped if str(row.key) not in gone]
        after._sort()
        return after

    def _less(self, row: AnswerRow, absent: Collection[tuple[str, str]]) -> AnswerRow:
        people = tuple(code for code in row.people if (row.key.interview, code) not in absent)
        return row if people == row.people else replace(row, people=people, groups=self.groups_of(people))

    def _only_beside(self, beside: Mapping[str, Sequence[Beside]]) -> Iterator[AnswerRow]:
        """Where nothing was answered but something belongs: shown quietly, never counted."""
        for text, items in beside.items():
            key = AnswerKey.parse(text)
            interview = self.interviews.get(key.interview)
            if interview is not None:
                people = people_of(key, Answer(), interview)
                groups = self.groups_of(people)
                yield AnswerRow(key, "", Answer(), people, groups, (), (), tuple(items))

    def asked(self, question: str, interview: str = "") -> Question | None:
        """A question of the set, or an extra one of an interview."""
        extra = self.extras.get(interview, {}).get(question)
        return extra_question(question, extra) if extra else self.instrument.get(question)

    def is_extra(self, key: AnswerKey) -> bool:
        """True for the answer to an extra question: nobody else was asked that."""
        return self.instrument.get(key.question) is None and key.question in self.extras.get(
            key.interview, {}
        )

    def groups_of(self, people: Iterable[str]) -> tuple[str, ...]:
        """The groups of these people, without doubles, in a fixed order."""
        return tuple(sorted({self.people[code].group for code in people if code in self.people}))

    def group_of(self, code: str) -> str:
        """The group of one person; empty when the code is not known."""
        person = self.people.get(code)
        return person.group if person else ""

    def quote(self, key: str) -> Stored[Quote] | None:
        """The quote with that key, from whatever interview."""
        return self._quotes.get(key)

    def row(self, key: str) -> AnswerRow | None:
        """The answer with that key, when it counts (its interview was held and it says something)."""
        return self._by_key.get(key)

    def answers(
        self, question: str, theme: str | None = None, *, group: str = "", tag: str = "", interview: str = ""
    ) -> list[AnswerRow]:
        """The answers to a question, sorted by code.

        Args:
            question: Question id.
            theme: Only this theme; None = whatever the theme.
            group: Only answers of people in this group.
            tag: Only answers with this label.
            interview: Only of this interview: an extra question has the same id in another one.
        """
        found = [
            row
            for row in self._by_question.get(question, ())
            if (theme is None or row.key.theme_or_none == theme)
            and (not group or group in row.groups)
            and (not tag or tag in row.tags)
            and interview in ("", row.key.interview)
        ]
        return sorted(found, key=lambda row: (row.people, row.key))

    def answered_by(self, question: str, theme: str) -> set[str]:
        """Codes of those who answered with content; worked out once, since many findings share a question."""
        if (question, theme) not in self._answered:
            rows = (row for row in self._by_question.get(question, ()) if row.key.theme == theme)
            counted = (row for row in rows if answered_with_content(row.answer))
            self._answered[question, theme] = {code for row in counted for code in row.people}
        return self._answered[question, theme]

    def passed_over(
        self, question: str, theme: str | None = None, *, group: str = "", interview: str = ""
    ) -> list[AnswerRow]:
        """Who was asked and skipped the question, sorted by code; shown quietly, never counted."""
        found = [
            row
            for row in self.skipped
            if row.key.question == question
            and (theme is None or row.key.theme_or_none == theme)
            and (not group or group in row.groups)
            and interview in ("", row.key.interview)
        ]
        return sorted(found, key=lambda row: (row.people, row.key))

    def with_tag(self, tag: str) -> list[AnswerRow]:
        """All answers with a label, whatever the question (R38)."""
        return [row for row in self.rows if tag in row.tags]

    def questions(self, cited: Iterable[str] = ()) -> list[QuestionRow]:
        """The questions in the order of the question set, per theme where they are asked per theme.

        Args:
            cited: Keys of answers that are evidence somewhere.
        """
        used = set(cited)
        rows: list[QuestionRow] = []
        for question in self.instrument.questions:
            if question.evaluator_only:
                continue
            themes: Sequence[str | None] = self.round.focus_themes if question.per_theme else (None,)
            for theme in themes:
                mine = self.answers(question.id, theme)
                rows.append(
                    QuestionRow(question, theme, len(mine), sum(str(row.key) in used for row in mine))
                )
        return [*rows, *self._extra_rows(used)]

    def _extra_rows(self, used: set[str]) -> Iterator[QuestionRow]:
        for interview, extras in sorted(self.extras.items()):
            for name, extra in extras.items():
                mine = self.answers(name, interview=interview)
                cited = sum(str(row.key) in used for row in mine)
                question = extra_question(name, extra)
                yield QuestionRow(question, extra.theme or None, len(mine), cited, interview)


def says_something(answer: Answer) -> bool:
    """True when an answer has words or a value; a skipped question says nothing."""
    return bool(answer.said.strip()) or any(filled(value) for value in answer.values.values())


def people_of(key: AnswerKey, answer: Answer, interview: Interview) -> tuple[str, ...]:
    """The people an answer counts for: one participant, those named as speakers, or everyone at the table."""
    if key.participant != ALL:
        return (key.participant,)
    return answer.speakers or interview.participants
