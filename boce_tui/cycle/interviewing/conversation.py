"""One interview as it is being conducted: the route, the answers, the place where it is."""

from __future__ import annotations

from typing import Any

import msgspec

from boce_tui.cycle.context import participants, question_set, round_context
from boce_tui.cycle.interviewing.beside import Beside
from boce_tui.cycle.interviewing.extra import with_extra
from boce_tui.cycle.interviewing.progress import Progress, StepState, merged, progress, step_state
from boce_tui.cycle.locking import check_open
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import ALL, NO_THEME, AnswerKey
from boce_tui.domain.round import Interview
from boce_tui.domain.status import may_follow
from boce_tui.domain.vocabulary import HELD_STATES, INTERVIEW_STATE, label
from boce_tui.errors import BadInput
from boce_tui.instruments.model import Text
from boce_tui.instruments.placeholders import settled
from boce_tui.instruments.routing import AnswerPlace, gate_open, inapplicable, route
from boce_tui.instruments.steps import Step, StepMaker
from boce_tui.locale import _
from boce_tui.store import Dossier

Place = tuple[str, str | None]
NEVER_HELD = ("withdrawn", "cancelled")
SETTLED = ("approved", "withdrawn")


class Conversation(Beside):
    """An interview with its route and answers, kept current while it is conducted.

    Nothing here reads the dossier while one types or moves: all of it is in memory.

    Attributes:
        steps: The route as it is now, gates first.
        at: Index in ``steps`` of the step that is on the screen.
        interview: The interview as it is now.
    """

    def __init__(self, dossier: Dossier, round_id: str, interview_id: str, *, whole: bool = False) -> None:
        """Open an interview.

        Args:
            dossier: The dossier.
            round_id: The round.
            interview_id: Which interview.
            whole: Read it back with all its questions, also when only the core questions are asked.

        Raises:
            BadInput: There is no such interview, or it has no known participants.
        """
        self._key = f"{round_id}/{interview_id}"
        self._whole = whole
        interview = dossier.value(Interview, self._key)
        if interview is None:
            raise BadInput(_("There is no interview {id} in this round.").format(id=interview_id))
        self.interview = interview
        super().__init__(dossier, round_id, interview_id, participants(dossier, round_id, interview))
        if not self.people:
            raise BadInput(
                _("Interview {id} has no participants yet.").format(id=interview_id),
                hint=_("Add a participant in step 2, then open it again."),
            )
        self.instrument = question_set(dossier, round_id)
        self.context = round_context(dossier, round_id)
        self.steps: list[Step] = []
        self.at = 0
        self.reload()
        self.refresh_route()
        if not self.steps:
            raise BadInput(
                _("There are no questions for interview {id}.").format(id=interview_id),
                hint=_("Check the role of the participants in step 2 and the question set of the round."),
            )
        position, spent = self._remembered()
        self.spent_before = spent
        """Seconds the conversation had taken when it was opened now."""
        self.resumed = bool(position)
        """True when it was left at some place before."""
        self.at = self._index_of(position)

    # -- the route ---------------------------------------------------------------------------------

    def refresh_route(self) -> bool:
        """Work out the route again; returns whether it changed. The place on the screen stays."""
        before = [step.place for step in self.steps]
        here = self.step.place if self.steps else None
        self.steps = self._route()
        if here is not None:
            self.at = next((i for i, s in enumerate(self.steps) if s.place == here), min(self.at, self._last))
        return before != [step.place for step in self.steps]

    def _route(self) -> list[Step]:
        steps = route(self.instrument, self.people, self.context, self.answers.given(), short=self.short)
        if not steps:
            return steps
        codes = [person.code for person in self.people]
        return with_extra(steps, self.extras.all(), self.instrument, self.context, codes)

    @property
    def _last(self) -> int:
        return max(len(self.steps) - 1, 0)

    @property
    def short(self) -> bool:
        """Whether only the core questions are asked."""
        return self.interview.short_route and not self._whole

    @property
    def step(self) -> Step:
        """The step on the screen."""
        return self.steps[self.at]

    def state(self, step: Step) -> StepState:
        """Open, busy, done, later or skipped."""
        return step_state(step, self.answers_at(step), quotes=len(self.quotes_at(step)))

    def progress(self) -> Progress:
        """How far the interview is, per section."""
        return progress(self.steps, {step.place: self.state(step) for step in self.steps})

    def waiting(self, state: StepState = StepState.LATER) -> list[Step]:
        """The steps in a state, in the order of the route ("later" list, skipped list)."""
        return [step for step in self.steps if self.state(step) is state]

    def open_probes(self, step: Step) -> int:
        """The number of probes of a step that were not asked yet."""
        asked = {number for answer in self.answers_at(step) for number in answer.probes_asked}
        return sum(probe.number not in asked for probe in step.probes)

    def outside_route(self) -> list[tuple[AnswerKey, Answer]]:
        """Answers the route no longer asks for; they are kept and marked, never deleted."""
        places = set(inapplicable(self.instrument, self.people, self.context, self.answers.given()))
        found, extras = [], self.extras.all()
        for key, answer in self.answers:
            place: AnswerPlace = (key.question, key.theme_or_none)
            if key.participant != ALL:
                place = (*place, key.participant)
            unknown = self.instrument.get(key.question) is None and key.question not in extras
            if not answer.empty and (place in places or unknown):
                found.append((key, answer))
        return found

    def off_route(self, key: AnswerKey) -> Step | None:
        """The question of an answer that is not on the route, as it would be asked; None when unknown."""
        asked = self.instrument.get(key.question)
        if asked is None:
            return None
        theme = key.theme_or_none
        focus = {one.id: one for one in self.context.focus_themes}
        made = StepMaker(self.instrument, self.context)
        step = made.step(asked, theme if theme in focus else None, tuple(self.people))
        about = next((one for one in (*focus.values(), *self.context.themes) if one.id == theme), None)
        name = Text(about.nl, about.en) if about else Text(theme, theme) if theme else None
        text = settled(step.text, {"theme": name} if name else {})
        return msgspec.structs.replace(step, text=text, theme_name=name)

    def passed_over(self, state: StepState | None = None) -> list[Step]:
        """The steps (in a state) that the short route leaves out."""
        if not self.short:
            return []
        there = {step.place for step in self.steps}
        every = route(self.instrument, self.people, self.context, self.answers.given(), short=False)
        return [s for s in every if s.place not in there and (state is None or self.state(s) is state)]

    def passes_over(self, place: AnswerPlace) -> bool:
        """Whether a question is only asked when the route is not short."""
        return any(step.place == place for step in self.passed_over())

    # -- the gate (R30) ----------------------------------------------------------------------------

    def gate(self) -> Step | None:
        """The step that must be settled before anything else, or None when the way is free."""
        for step in self.steps:
            if step.gate and not gate_open(step, merged(a.values for a in self.answers_at(step))):
                return step
        return None

    # -- moving ------------------------------------------------------------------------------------

    def go(self, index: int) -> Step:
        """Move to a step by index; stays at the gate until that is settled. Returns where it now is."""
        index = min(max(index, 0), self._last)
        gate = self.gate()
        if gate is not None and not self.steps[index].gate:
            index = self.steps.index(gate)
        self.at = index
        return self.step

    def go_to(self, place: AnswerPlace) -> Step:
        """Move to a question (and theme); stays where it is when the route has no such step."""
        index = self.find(place[0], place[1])
        return self.step if index is None else self.go(index)

    def find(self, question: str, theme: str | None) -> int | None:
        """Index of a step on the route, or None."""
        return next((i for i, s in enumerate(self.steps) if s.place == (question, theme)), None)

    def _index_of(self, position: str) -> int:
        question, _slash, theme = position.partition("/")
        index = self.find(question, None if theme in ("", NO_THEME) else theme)
        self.go(index or 0)
        return self.at

    # -- the place where it was left -----------------------------------------------------------------

    @property
    def _note(self) -> str:
        return f"place/{self._key}"

    @property
    def position(self) -> str:
        """Where the conversation is now, as it is stored."""
        return f"{self.step.question}/{self.step.theme or NO_THEME}"

    def _remembered(self) -> tuple[str, int]:
        """Position and seconds spent: as noted on this computer, else as the dossier has it."""
        position, _space, spent = self.dossier.noted(self._note).partition(" ")
        if position and spent.isdecimal():
            return position, max(int(spent), self.interview.spent_seconds)
        return self.interview.position, self.interview.spent_seconds

    def note_place(self, spent_seconds: int) -> None:
        """Remember cheaply where the conversation is, in case the app ends unexpectedly. Does not wait."""
        if self.dossier.read_only is None:
            self.dossier.note(self._note, f"{self.position} {spent_seconds}")

    def remember_place(self, spent_seconds: int | None = None) -> None:
        """Keep where the conversation is (and how long it took) in the dossier, at a pause or the end."""
        changes: dict[str, Any] = {"position": self.position}
        if spent_seconds is not None:
            changes["spent_seconds"] = spent_seconds
        self._change_interview(**changes)

    # -- the interview itself ------------------------------------------------------------------------

    @property
    def counting(self) -> bool:
        """Whether time at the screen is time of the conversation: not any more once it was held."""
        return self.interview.state not in (*HELD_STATES, *NEVER_HELD)

    @property
    def settled(self) -> str:
        """The state in which the answers are only read until a person says otherwise; else empty."""
        return self.interview.state if self.interview.state in SETTLED else ""

    @property
    def sent(self) -> str:
        """What to know while the record is with the interviewee; else empty."""
        sent = self.interview.state == "for_approval"
        words = _("The record was sent already: the interviewee does not have what you change here.")
        return words if sent else ""

    def read_again(self) -> None:
        """The interview and its answers may have been changed on another screen."""
        self.interview = self.dossier.value(Interview, self._key) or self.interview
        self.answers.reload()
        self.quotes.reload()
        self.refresh_route()

    def set_short_route(self, *, short: bool) -> None:
        """Ask only the core questions, or all of them again; no answer is touched."""
        self._change_interview(short_route=short)
        self.refresh_route()

    def set_state(self, state: str) -> None:
        """Change the planning state (``held`` when the conversation is finished).

        Raises:
            BadInput: This state cannot follow the one it has now (R10), or the record is approved.
        """
        check_open(self.dossier, self._key)
        if not self.can_become(state):
            raise BadInput(
                _("From '{before}' an interview cannot go to '{after}'.").format(
                    before=label(INTERVIEW_STATE, self.interview.state), after=label(INTERVIEW_STATE, state)
                )
            )
        self._change_interview(state=state)

    def can_become(self, state: str) -> bool:
        """Whether this planning state may follow the one it has now."""
        return may_follow(self.interview.state, state)

    def finish(self, spent_seconds: int) -> None:
        """The conversation is over: remember the time and set the state to held, unless it is further."""
        self.remember_place(spent_seconds)
        if self.counting:
            self.set_state("held")

    def _change_interview(self, **changes: Any) -> None:
        with self.dossier.change() as change:
            interview = change.value(Interview, self._key)
            if interview:
                self.interview = msgspec.structs.replace(interview, **changes)
                change.save(self.interview, self._key)
