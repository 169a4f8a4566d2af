"""What the round before says about a question: beside the new answer, never in it.

Conclusions and recommendations are published words, so everyone who interviews may see them. A person's own
earlier answer is shown only to that person's interview: see `RoundBefore.own`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.context import question_set
from boce_tui.cycle.following_up.earlier import Earlier, earlier
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.today import today
from boce_tui.domain.analysis import Finding, SubConclusion
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import ALL, GENERAL, NO_THEME, AnswerKey, last
from boce_tui.domain.round import Interview, Respondent, Round
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.errors import BoceError
from boce_tui.instruments.model import Instrument, Question
from boce_tui.instruments.steps import Step
from boce_tui.names import NamesData, Person
from boce_tui.store import Dossier

EARLIER_RECOMMENDATIONS = "earlier_recommendations"
NO_ROUND, NOT_ALLOWED, TERM_OVER, LOCKED = "no_round", "not_allowed", "term_over", "locked"
"""Why somebody's own earlier answer is not shown."""


@dataclass(frozen=True)
class OwnAnswer:
    """What the same person answered to the same question in the round before.

    Attributes:
        code: The person's code in this round.
        said: What was chosen, in words, a line each; then the words themselves.
    """

    code: str
    said: tuple[str, ...]


@dataclass(frozen=True)
class LastYear:
    """What the round before says about one question.

    Attributes:
        year: Year of that round.
        conclusion: The sub-conclusion that covers the question, or empty.
        findings: The findings that drew on answers to this question, in order.
        recommendations: For questions about them: the earlier recommendations and what became of them.
        asked_otherwise: The words of the question then, when they were others; empty when they were the same
            or when it was not asked.
    """

    year: int
    conclusion: str
    findings: tuple[str, ...]
    recommendations: tuple[Earlier, ...]
    asked_otherwise: str = ""

    @property
    def empty(self) -> bool:
        """True when there is nothing to show."""
        return not (self.conclusion or self.findings or self.recommendations)


class RoundBefore:
    """The round before, as far as an interview needs it; read once, when it is first asked for.

    Args:
        dossier: The dossier.
        round_id: The round that is being conducted.
        instrument: Its question set.
    """

    def __init__(self, dossier: Dossier, round_id: str, instrument: Instrument) -> None:
        self._dossier = dossier
        self._round_id = round_id
        self._instrument = instrument
        self._id = the_round(dossier, round_id).previous
        self._round = dossier.value(Round, self._id) if self._id else None

    @property
    def exists(self) -> bool:
        """True when there is a round before this one."""
        return self._round is not None

    def about(self, step: Step) -> LastYear | None:
        """What the round before says about a question; None when there is no such round."""
        if self._round is None:
            return None
        key = f"{self._id}/{step.section}/{step.theme or GENERAL}"
        conclusion = self._dossier.value(SubConclusion, key)
        return LastYear(
            year=self._round.year,
            conclusion=conclusion.text if conclusion else "",
            findings=tuple(self._findings.get((step.question, step.theme), ())),
            recommendations=self._recommendations if self._about_recommendations(step.asked) else (),
            asked_otherwise=self._asked_otherwise(step),
        )

    def own(
        self, step: Step, codes: Sequence[str], names: Callable[[], NamesData | None]
    ) -> tuple[list[OwnAnswer], str]:
        """The earlier answers to a question of the people at the table themselves.

        Only when the round allows it, inside the retention term, with the names open. A person is recognised
        by name and e-mail, never by role; and only words that were that person's alone: what was said at a
        table of several is also somebody else's.

        Args:
            step: The question.
            codes: The people at the table.
            names: Gives the names, or None while they are locked; only called when the rest is in order.

        Returns:
            The answers, and why there can be none: one of the ids of this module, or empty.
        """
        if self._round is None:
            return [], NO_ROUND
        if not the_round(self._dossier, self._round_id).own_answers_shown:
            return [], NOT_ALLOWED
        if not _inside_term(self._round, today(self._dossier)):
            return [], TERM_OVER
        data = names()
        if data is None:
            return [], LOCKED
        known = {code: data.people[code] for code in self._codes if code in data.people}
        found = []
        for code in codes:
            then = same_person(data.people[code], known) if code in data.people else ""
            for answer in self._alone(then, step) if then else ():
                lines = self._sayer.lines(step.question, answer.values) if self._sayer else []
                found.append(OwnAnswer(code, (*lines, *([answer.text] if answer.text.strip() else ()))))
        return found, ""

    @cached_property
    def _codes(self) -> set[str]:
        return {last(key) for key in self._dossier.values(Respondent, f"{self._id}/")}

    @cached_property
    def _sayer(self) -> Sayer | None:
        return Sayer(self._dossier, self._id, self._set) if self._set else None

    def _alone(self, code: str, step: Step) -> list[Answer]:
        found = []
        for where, interview in self._dossier.values(Interview, f"{self._id}/").items():
            if code not in interview.participants or interview.state not in HELD_STATES:
                continue
            for who in (ALL, code):
                key = AnswerKey(self._id, last(where), step.question, step.theme or NO_THEME, who)
                answer = self._dossier.value(Answer, str(key))
                if answer is None or answer.empty:
                    continue
                if who == code or len(interview.participants) == 1 or answer.speakers == (code,):
                    found.append(answer)
        return found

    @cached_property
    def _recommendations(self) -> tuple[Earlier, ...]:
        return tuple(earlier(self._dossier, self._round_id))

    @cached_property
    def _findings(self) -> dict[tuple[str, str | None], list[str]]:
        found: dict[tuple[str, str | None], list[str]] = {}
        findings = self._dossier.values(Finding, f"{self._id}/").values()
        for finding in sorted(findings, key=lambda item: item.order):
            sources = [source.key for source in finding.evidence if source.kind == Answer.entity]
            places = {(key.question, key.theme_or_none) for key in map(AnswerKey.parse, sources)}
            for place in places if finding.text.strip() else ():
                found.setdefault(place, []).append(finding.text)
        return found

    @cached_property
    def _set(self) -> Instrument | None:
        try:
            return question_set(self._dossier, self._id)
        except BoceError:
            return None  # its text was never kept: then it cannot be compared

    def _asked_otherwise(self, step: Step) -> str:
        then = self._set.get(step.question) if self._set else None
        return str(then.text) if then is not None and str(then.text) != str(step.asked.text) else ""

    def _about_recommendations(self, question: Question) -> bool:
        asked = [question, *(self._instrument.get(name) for c in question.when if (name := c.question))]
        return any(
            EARLIER_RECOMMENDATIONS in (part.row_source, part.option_source)
            for item in asked
            if item is not None
            for part in item.parts
        )


def same_person(person: Person, others: Mapping[str, Person]) -> str:
    """The code of the one who is the same person, or empty when that is nobody or not certain.

    E-mail decides when both have one; otherwise the whole name, when exactly one has it.
    """
    mail = [
        code for code, other in others.items() if person.email and _plain(other.email) == _plain(person.email)
    ]
    if mail:
        return mail[0] if len(mail) == 1 else ""
    named = [
        code
        for code, other in others.items()
        if _plain(other.name) == _plain(person.name) and not (person.email and other.email)
    ]
    return named[0] if len(named) == 1 and _plain(person.name) else ""


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


def _inside_term(previous: Round, day: date) -> bool:
    """Whether raw answers of that round may still be there (domain.md 9.7)."""
    decided = previous.dates.get("colleges")
    when = (decided.actual or decided.planned) if decided else ""
    try:
        begin = date.fromisoformat(when)
    except ValueError:
        return True  # not decided yet: the term has not begun
    months = begin.year * 12 + begin.month - 1 + previous.answers_kept_months
    return (day.year * 12 + day.month - 1, day.day) <= (months, begin.day)
