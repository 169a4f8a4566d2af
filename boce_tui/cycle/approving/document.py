"""The record of an interview for one person: own answers only, checked before it goes out (R34)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from boce_tui.cycle.analysing.reading import says_something
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.approving.records import record_of
from boce_tui.cycle.context import find_interview
from boce_tui.cycle.interviewing.conversation import Conversation
from boce_tui.cycle.outgoing import Outgoing, placed_findings
from boce_tui.cycle.reporting.issuing import known_giveaways
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.agenda import Agenda, Organisation
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import ALL, AnswerKey, join, last
from boce_tui.domain.noting import ExtraQuestion
from boce_tui.domain.round import Evaluator, Interview, Round
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.errors import BadInput
from boce_tui.instruments.steps import Step
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.reports.model.record import (
    RecordAnswer,
    RecordModel,
    RecordQuestion,
    RecordQuote,
    RecordSection,
)
from boce_tui.reports.record import check_record, compile_record
from boce_tui.store import Dossier, Stored


@dataclass(frozen=True)
class OutgoingRecord(Outgoing):
    """A record that was made and checked, but not written yet.

    Attributes:
        code: Who it is for; the export log does not say it.
    """

    code: str = ""


def prepare_record(
    dossier: Dossier, round_id: str, code: str, names: Names, *, interview: str = "", language: str = "nl"
) -> OutgoingRecord:
    """Make the record of an interview for one person and check it; nothing is written.

    Args:
        dossier: The dossier.
        round_id: The round.
        code: A participant, or an interview with one participant.
        interview: Which interview, for somebody who takes part in several.
        names: The names file. While it is locked the name check is missing, which stops the record (P0).
        language: Language of the fixed texts.

    Raises:
        BadInput: There is no such person or interview, several are meant, or it was not held.
    """
    who = code
    if not interview:
        interview, who = _meant(dossier, round_id, code)
    model = build_record(dossier, round_id, interview, who, language=language)
    document = compile_record(model)
    found = check_record(document, known_giveaways(dossier, names))
    return OutgoingRecord(
        "record",
        "interviewee",
        "",
        language,
        document.markdown.encode(),
        placed_findings(dossier, round_id, names, found),
        about=interview,
        code=who,
    )


def _meant(dossier: Dossier, round_id: str, code: str) -> tuple[str, str]:
    item = find_interview(dossier, round_id, code)
    wanted, interview = code.strip().upper(), item.value or Interview(participants=())
    if wanted in interview.participants:
        return last(item.key), wanted
    if len(interview.participants) == 1:
        return last(item.key), interview.participants[0]
    raise BadInput(
        _("Several people took part in {interview}; each gets a record with own answers.").format(
            interview=last(item.key)
        ),
        hint=_("Name one of them: {codes}").format(codes=", ".join(interview.participants)),
    )


def build_record(
    dossier: Dossier, round_id: str, interview: str, code: str, *, language: str = "nl"
) -> RecordModel:
    """What the record says. Of an interview with several people: what holds for all, and the person's own.

    Raises:
        BadInput: The interview was not held, or was withdrawn.
    """
    with in_language(language):
        talk = Conversation(dossier, round_id, interview, whole=True)
        if talk.interview.state not in HELD_STATES:
            raise BadInput(
                _("There is no record of {interview}: it was not held, or was withdrawn.").format(
                    interview=interview
                )
            )
        round_, agenda = the_round(dossier, round_id), dossier.value(Agenda, "agenda")
        writer = _Writer(talk, Sayer(dossier, round_id, talk.instrument, ends=True), code)
        sent = record_of(dossier, round_id, interview).participants.get(code)
        return RecordModel(
            language=language,
            example=dossier.example,
            agenda=Text(agenda.name if agenda else "", Origin(Agenda.entity, "agenda", "name")),
            round=Text(round_.title, Origin(Round.entity, round_id, "title")),
            held=talk.interview.when.actual or talk.interview.when.planned,
            evaluators=len(talk.interview.evaluators),
            evaluator_organisations=tuple(_from_where(dossier, round_id, talk.interview)),
            deadline=sent.deadline if sent else talk.interview.approval_deadline,
            days=round_.approval_days,
            no_reply_approves=round_.no_reply_approves,
            together=len(talk.people) > 1,
            sections=tuple(writer.sections()),
            quotes=tuple(writer.quotes()),
            own=talk.interview.participants,
        )


def _from_where(dossier: Dossier, round_id: str, interview: Interview) -> Iterator[Text]:
    found = [dossier.value(Evaluator, join(round_id, one)) for one in interview.evaluators]
    for one in dict.fromkeys(item.organisation for item in found if item is not None and item.organisation):
        known = dossier.value(Organisation, one)
        yield Text(known.name if known else one, Origin(Organisation.entity, one, "name"))


class _Writer:
    """Picks out what one person said, in the order of the conversation."""

    def __init__(self, talk: Conversation, sayer: Sayer, code: str) -> None:
        self._talk, self._sayer, self._code = talk, sayer, code
        self._left = {key for key, answer in talk.answers if says_something(answer) and self.own(key, answer)}
        for step in talk.steps:
            if step.evaluator_only:
                self._left -= set(self._at(step))
        self._taken = frozenset(self._left)

    def own(self, key: AnswerKey, answer: Answer) -> bool:
        """What holds for everybody at the table, or was said by this person."""
        if key.participant != ALL:
            return key.participant == self._code
        return not answer.speakers or self._code in answer.speakers

    def sections(self) -> Iterator[RecordSection]:
        """Every section in which something was said; what the route no longer asks comes last."""
        order: dict[str, list[RecordQuestion]] = {}
        titles: dict[str, Text] = {}
        for step in self._talk.steps:
            keys = self._at(step)
            if keys:
                self._left -= set(keys)
                titles[step.section] = _of_set(str(step.section_title))
                theme = _of_set(str(step.theme_name)) if step.theme_name else NO_TEXT
                order.setdefault(step.section, []).append(
                    self._question(step.question, self._asked(step), theme, keys, extra=step.extra)
                )
        for section, questions in order.items():
            yield RecordSection(title=titles[section], questions=tuple(questions))
        rest = [self._loose(place[0], keys) for place, keys in _by_place(sorted(self._left))]
        if rest:
            yield RecordSection(questions=tuple(rest))

    def _asked(self, step: Step) -> Text:
        if not step.extra:
            return _of_set(str(step.text))
        key = join(self._talk.round_id, self._talk.interview_id, step.question)
        return Text(str(step.text), Origin(ExtraQuestion.entity, key))

    def _at(self, step: Step) -> list[AnswerKey]:
        keys = (self._talk.key(step, who) for who in (ALL, self._code))
        return [key for key in keys if key in self._left]

    def _loose(self, question: str, keys: list[AnswerKey]) -> RecordQuestion:
        step = self._talk.off_route(keys[0])
        if step is None:
            return self._question(question, NO_TEXT, NO_TEXT, keys)
        theme = _of_set(str(step.theme_name)) if step.theme_name else NO_TEXT
        return self._question(question, _of_set(str(step.text)), theme, keys)

    def _question(
        self, id_: str, text: Text, theme: Text, keys: Iterable[AnswerKey], *, extra: bool = False
    ) -> RecordQuestion:
        doubled = str(theme).casefold() in str(text).casefold()
        theme = NO_TEXT if doubled else theme
        return RecordQuestion(
            id=id_, text=text, theme=theme, extra=extra, answers=tuple(self._answer(key) for key in keys)
        )

    def _answer(self, key: AnswerKey) -> RecordAnswer:
        answer = self._talk.answers.value(key)
        said = self._sayer.lines(key.question, answer.values, gone=False)
        chosen = [line.removeprefix("- ") for line in said]  # they become bullets
        field = "worked_out" if answer.worked_out.strip() else "text"
        return RecordAnswer(
            alone=key.participant != ALL or bool(answer.speakers),
            chosen=tuple(Text(line, Origin(Answer.entity, str(key), "values")) for line in chosen),
            said=Text(answer.said, Origin(Answer.entity, str(key), field)),
        )

    def quotes(self) -> Iterator[RecordQuote]:
        """The quotes from these answers, in the order of the questions."""
        order = {step.place: at for at, step in enumerate(self._talk.steps)}

        def place(item: Stored[Quote]) -> tuple[int, str, int, str]:
            key = AnswerKey.parse(item.value.answer) if item.value else AnswerKey("", "", "")
            at = order.get((key.question, key.theme_or_none), len(order))
            return at, str(key), item.value.start if item.value else 0, item.key

        for item in sorted(self._talk.quotes.all(), key=place):
            quote = item.value
            if quote is None or not self._of_mine(AnswerKey.parse(quote.answer)):
                continue
            yield RecordQuote(
                question=AnswerKey.parse(quote.answer).question,
                literal=Text(quote.text, Origin(Quote.entity, item.key)),
                wording=Text(quote.wording, Origin(Quote.entity, item.key, "wording")),
                approval=quote.approval,
            )

    def _of_mine(self, key: AnswerKey) -> bool:
        if key in self._taken:
            return True
        # A quote may be all there is at a question.
        answer = self._talk.answers.value(key)
        return not says_something(answer) and self.own(key, answer)


def _of_set(text: str) -> Text:
    return Text(text, Origin("instrument"))


def _by_place(keys: Iterable[AnswerKey]) -> Iterator[tuple[tuple[str, str], list[AnswerKey]]]:
    found: dict[tuple[str, str], list[AnswerKey]] = {}
    for key in keys:
        found.setdefault((key.question, key.theme), []).append(key)
    yield from found.items()
