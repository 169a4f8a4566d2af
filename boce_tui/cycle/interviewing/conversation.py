"""One interview as it is being conducted: the route, the answers, the place where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from boce_tui.cycle.context import participants, question_set, round_context
from boce_tui.cycle.interviewing.progress import Progress, StepState, filled, merged, progress, step_state
from boce_tui.cycle.interviewing.quotes import QuoteBook
from boce_tui.domain.answers import Value
from boce_tui.domain.interviewing import Answer, Quote, Skip
from boce_tui.domain.keys import ALL, NO_THEME, AnswerKey
from boce_tui.domain.round import Interview
from boce_tui.domain.text import clean_entry
from boce_tui.domain.vocabulary import HELD_STATES, SKIP_REASON
from boce_tui.errors import BadInput
from boce_tui.instruments.routing import AnswerPlace, gate_open, inapplicable, route
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


class Conversation:
    """An interview with its route and answers, kept current while it is conducted.

    Attributes:
        round_id: Round id.
        interview_id: Interview id within the round.
        steps: The route as it is now, gates first.
        people: Profiles of the participants.
        at: Index in ``steps`` of the step that is on the screen.
    """

    def __init__(self, dossier: Dossier, round_id: str, interview_id: str) -> None:
        """Open an interview.

        Raises:
            BadInput: There is no such interview, or it has no known participants.
        """
        self.dossier = dossier
        self.round_id = round_id
        self.interview_id = interview_id
        self._prefix = f"{round_id}/{interview_id}/"
        self.people = participants(dossier, round_id, self.interview)
        if not self.people:
            raise BadInput(
                _("Interview {id} has no participants yet.").format(id=interview_id),
                hint=_("Add a participant in step 2, then open it again."),
            )
        self.instrument = question_set(dossier, round_id)
        self.context = round_context(dossier, round_id)
        self._answers: dict[AnswerKey, Stored[Answer]] = {}
        self.quotes = QuoteBook(dossier, round_id, interview_id)
        self.steps: list[Step] = []
        self.at = 0
        self.reload()
        self.at = self._index_of(self.interview.position)

    # -- reading ---------------------------------------------------------------------------------

    @property
    def interview(self) -> Interview:
        """The interview as it is now."""
        found = self.dossier.value(Interview, f"{self.round_id}/{self.interview_id}")
        if found is None:
            raise BadInput(_("There is no interview {id} in this round.").format(id=self.interview_id))
        return found

    def reload(self) -> None:
        """Read all answers and quotes again and work out the route."""
        self._answers = {AnswerKey.parse(item.key): item for item in self.dossier.all(Answer, self._prefix)}
        self.quotes.reload()
        self._reroute()

    def _reroute(self) -> None:
        here = self.step.place if self.steps else None
        self.short = self.interview.short_route
        self.steps = route(self.instrument, self.people, self.context, self._given(), short=self.short)
        if here is not None:
            self.at = next((i for i, s in enumerate(self.steps) if s.place == here), min(self.at, self._last))

    @property
    def _last(self) -> int:
        return max(len(self.steps) - 1, 0)

    def _given(self) -> dict[AnswerPlace, dict[str, Value]]:
        given: dict[AnswerPlace, dict[str, Value]] = {}
        for key, item in self._answers.items():
            answer = item.value
            if answer is None or answer.empty or (answer.skipped and not answer.values):
                continue
            place: AnswerPlace = (key.question, key.theme_or_none)
            if key.participant != ALL:
                place = (*place, key.participant)
            given[place] = dict(answer.values)
        return given

    @property
    def step(self) -> Step:
        """The step on the screen."""
        return self.steps[self.at]

    def key(self, step: Step, participant: str = ALL) -> AnswerKey:
        """Key of the answer to ``step``, of everyone or of one participant."""
        return AnswerKey(self.round_id, self.interview_id, step.question, step.theme or NO_THEME, participant)

    def answer(self, step: Step, participant: str = ALL) -> Answer:
        """The answer as it is stored now; an empty one when there is none."""
        item = self.stored(step, participant)
        return item.value if item and item.value else Answer()

    def stored(self, step: Step, participant: str = ALL) -> Stored[Answer] | None:
        """The current revision of an answer, or None."""
        return self._answers.get(self.key(step, participant))

    def answers_at(self, step: Step) -> list[Answer]:
        """Everything answered at a step: for everyone first, then per participant."""
        keys = [self.key(step), *(self.key(step, person.code) for person in self.people)]
        return [item.value for k in keys if (item := self._answers.get(k)) and item.value]

    def state(self, step: Step) -> StepState:
        """Open, busy, done, later or skipped."""
        return step_state(step, self.answers_at(step), quotes=len(self.quotes_at(step)))

    def progress(self) -> Progress:
        """How far the interview is, per section."""
        return progress(self.steps, {step.place: self.state(step) for step in self.steps})

    def waiting(self, state: StepState = StepState.LATER) -> list[Step]:
        """The steps in a state, in the order of the route ("later" list, skipped list)."""
        return [step for step in self.steps if self.state(step) is state]

    def outside_route(self) -> list[tuple[AnswerKey, Answer]]:
        """Answers the route no longer asks for; they are kept and marked, never deleted."""
        places = set(
            inapplicable(self.instrument, self.people, self.context, self._given())
        )
        found = []
        for key, item in sorted(self._answers.items()):
            place: AnswerPlace = (key.question, key.theme_or_none)
            if (
                item.value
                and not item.value.empty
                and (place in places or (*place, key.participant) in places)
            ):
                found.append((key, item.value))
        return found

    def quotes_at(self, step: Step) -> list[Stored[Quote]]:
        """The quotes of one step, in the order they were caught."""
        return self.quotes.at(step.question, step.theme)

    def add_quote(self, step: Step, text: str, start: int = -1, participant: str = ALL) -> Stored[Quote]:
        """Keep literal words as a quote of the answer to ``step``; see :meth:`QuoteBook.add`."""
        return self.quotes.add(self.key(step, participant), text, start)

    # -- the gate (R30) ----------------------------------------------------------------------------

    def gate(self) -> Step | None:
        """The step that must be settled before anything else, or None when the way is free."""
        for step in self.steps:
            if step.gate and not gate_open(step, merged(a.values for a in self.answers_at(step))):
                return step
        return None

    def may_enter(self, step: Step) -> bool:
        """True when this step may be asked now: before consent only the gate itself."""
        gate = self.gate()
        return gate is None or gate.place == step.place or step.gate

    # -- moving ------------------------------------------------------------------------------------

    def go(self, index: int) -> Step:
        """Move to a step by index; stays at the gate until that is settled. Returns where it now is."""
        index = min(max(index, 0), self._last)
        if not self.may_enter(self.steps[index]):
            gate = self.gate()
            index = next(i for i, step in enumerate(self.steps) if gate and step.place == gate.place)
        self.at = index
        return self.step

    def go_to(self, place: AnswerPlace) -> Step:
        """Move to a question (and theme); stays where it is when the route has no such step."""
        for index, step in enumerate(self.steps):
            if step.place == place[:2]:
                return self.go(index)
        return self.step

    def _index_of(self, position: str) -> int:
        question, _slash, theme = position.partition("/")
        for index, step in enumerate(self.steps):
            if step.question == question and (step.theme or NO_THEME) == (theme or NO_THEME):
                self.go(index)
                return self.at
        return 0

    def remember_place(self, spent_seconds: int | None = None) -> None:
        """Keep where the conversation is (and how long it took), for the next time it is opened."""
        step = self.step
        changes: dict[str, Any] = {"position": f"{step.question}/{step.theme or NO_THEME}"}
        if spent_seconds is not None:
            changes["spent_seconds"] = spent_seconds
        self._change_interview(**changes)

    def set_short_route(self, *, short: bool) -> None:
        """Ask only the core questions, or all of them again; no answer is touched."""
        self._change_interview(short_route=short)
        self._reroute()

    def set_state(self, state: str) -> None:
        """Change the planning state (``held`` when the conversation is finished)."""
        self._change_interview(state=state)

    def _change_interview(self, **changes: Any) -> None:
        key = f"{self.round_id}/{self.interview_id}"
        with self.dossier.change() as change:
            interview = change.value(Interview, key)
            if interview:
                change.save(msgspec.structs.replace(interview, **changes), key)

    # -- answering -----------------------------------------------------------------------------------

    def write_text(self, step: Step, text: str, participant: str = ALL) -> Stored[Answer]:
        """Store the text of an answer as a revision (called by the field's saver)."""

        def with_text(answer: Answer) -> Answer:
            cleaned = clean_entry(text)
            skipped = None if cleaned.strip() else answer.skipped
            return msgspec.structs.replace(answer, text=cleaned, skipped=skipped)

        return self._change(step, participant, with_text)

    def set_value(self, step: Step, part: str, value: Value | None, participant: str = ALL) -> Stored[Answer]:
        """Store a typed value; None clears it. An answer takes away the skip reason and the "later" mark."""

        def with_value(answer: Answer) -> Answer:
            values = {k: v for k, v in answer.values.items() if k != part}
            if value is not None and filled(value):
                values[part] = value
            ordered = {p.id: values[p.id] for p in step.parts if p.id in values}
            ordered |= {k: v for k, v in values.items() if k not in ordered}
            return msgspec.structs.replace(
                answer, values=ordered, skipped=None if ordered else answer.skipped
            )

        stored = self._change(step, participant, with_value)
        self._reroute()
        return stored

    def skip(self, step: Step, reason: str, note: str = "") -> Stored[Answer]:
        """Give a question a reason instead of an answer; what was already said stays."""
        if reason not in SKIP_REASON:
            raise ValueError(f"unknown skip reason: {reason}")
        skipped = Skip(reason=reason, note=clean_entry(note))
        return self._change(
            step, ALL, lambda a: msgspec.structs.replace(a, skipped=skipped, later=reason == "later")
        )

    def unskip(self, step: Step) -> Stored[Answer]:
        """Take a skip reason back."""
        return self._change(step, ALL, lambda a: msgspec.structs.replace(a, skipped=None, later=False))

    def mark_later(self, step: Step, *, later: bool) -> Stored[Answer]:
        """Put a question on the "later" list, or take it off."""
        return self._change(step, ALL, lambda a: msgspec.structs.replace(a, later=later))

    def toggle_probe(self, step: Step, number: int) -> Stored[Answer]:
        """Tick a probe as asked, or untick it."""
        return self._change(
            step,
            ALL,
            lambda a: msgspec.structs.replace(a, probes_asked=tuple(sorted({*a.probes_asked} ^ {number}))),
        )

    def set_speakers(self, step: Step, codes: tuple[str, ...], participant: str = ALL) -> Stored[Answer]:
        """Say who of the participants an answer belongs to; empty = everyone at the table."""
        chosen = tuple(p.code for p in self.people if p.code in codes)
        if len(chosen) == len(self.people):
            chosen = ()
        return self._change(step, participant, lambda a: msgspec.structs.replace(a, speakers=chosen))

    def _change(self, step: Step, participant: str, how: Callable[[Answer], Answer]) -> Stored[Answer]:
        key = self.key(step, participant)
        with self.dossier.change() as change:
            stored = change.save(how(change.value(Answer, str(key)) or Answer()), str(key))
        self._answers[key] = stored
        return stored

    # -- the end ------------------------------------------------------------------------------------

    def finish(self, spent_seconds: int) -> None:
        """The conversation is over: remember the time and set the state to held, unless it is further."""
        self.remember_place(spent_seconds)
        if self.interview.state not in HELD_STATES:
            self.set_state("held")
