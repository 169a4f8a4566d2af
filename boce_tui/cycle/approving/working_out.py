"""Working out an interview that was held: the notes of each answer beside the final text (R34, R36)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from boce_tui.cycle.approving.records import record_of
from boce_tui.cycle.interviewing.conversation import Conversation
from boce_tui.cycle.planning.interviews import set_state
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import ALL, AnswerKey, join
from boce_tui.domain.round import Interview
from boce_tui.domain.text import clean_entry
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.errors import BadInput
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


@dataclass(frozen=True)
class Item:
    """One answer that is worked out.

    Attributes:
        key: Which answer.
        question: The question, as it was asked; the id when the route no longer has it.
        about: Section or theme it stands under.
        who: Whose answer it is, when not everybody's at the table.
    """

    key: AnswerKey
    question: str
    about: str
    who: str = ""


@dataclass(frozen=True)
class Count:
    """How far the working out is: answers with a final text, of those with notes or a final text."""

    done: int
    total: int

    @property
    def all_done(self) -> bool:
        """True when nothing waits."""
        return self.done == self.total


class WorkingOut:
    """The answers of one interview in the order of the conversation.

    Attributes:
        items: What was said, answer by answer; questions without words or a free note are left out.
    """

    def __init__(self, dossier: Dossier, round_id: str, interview: str) -> None:
        """Read the interview.

        Raises:
            BadInput: There is no such interview, or it was not held yet.
        """
        self.dossier = dossier
        self.round_id = round_id
        self.interview_id = interview
        self.talk = Conversation(dossier, round_id, interview, whole=True)
        if self.talk.interview.state not in HELD_STATES:
            raise BadInput(
                _("Interview {id} was not held yet, so there is nothing to work out.").format(id=interview),
                hint=_("Open it and end the conversation first."),
            )
        self.items: list[Item] = []
        self.refresh()

    def refresh(self) -> None:
        """Read the answers again."""
        key = join(self.round_id, self.interview_id)
        self.talk.interview = self.dossier.value(Interview, key) or self.talk.interview
        self.talk.answers.reload()
        self.talk.quotes.reload()
        self.talk.notes.reload()
        self.items = list(self._items())

    def _items(self) -> Iterator[Item]:
        waiting = {key for key, answer in self.talk.answers if answer.text.strip() or answer.worked_out}
        waiting |= {AnswerKey.parse(note.answer) for _key, note in self.talk.notes.all() if note.answer}
        for step in self.talk.steps:
            if step.evaluator_only:
                waiting -= {key for key in waiting if (key.question, key.theme_or_none) == step.place}
                continue
            for who in (ALL, *step.participants):
                key = self.talk.key(step, who)
                if key in waiting:
                    waiting.discard(key)
                    yield self._item(key, step)
        for key in sorted(waiting):
            yield self._item(key, None)

    def _item(self, key: AnswerKey, step: Step | None) -> Item:
        speakers = self.answer(key).speakers
        who = key.participant if key.participant != ALL else " ".join(speakers)
        if step is None:
            step = self.talk.off_route(key)
        if step is None:
            return Item(key, key.question, key.theme_or_none or "", who)
        return Item(key, str(step.text), str(step.theme_name or step.section_title), who)

    # -- reading -----------------------------------------------------------------------------------

    def answer(self, key: AnswerKey) -> Answer:
        """The answer as it is now."""
        return self.talk.answers.value(key)

    def beside(self, key: AnswerKey) -> list[str]:
        """The free notes that belong to this answer, the oldest first."""
        return [note.text for _key, note in self.talk.notes.all() if note.answer == str(key)]

    def noted(self, key: AnswerKey) -> str:
        """Everything that was noted: the notes of the answer, then the free notes that belong to it."""
        return "\n".join(text for text in (self.answer(key).text, *self.beside(key)) if text.strip())

    @property
    def kept(self) -> int:
        """How many answers have no final text, and keep their notes as the text."""
        said = [self.answer(item.key) for item in self.items]
        return sum(bool(answer.text.strip()) and not answer.worked_out.strip() for answer in said)

    def sent(self, key: AnswerKey) -> str | None:
        """The text as it was sent to the interviewee; None when it was not sent."""
        revision = record_of(self.dossier, self.round_id, self.interview_id).answers.get(str(key))
        found = self.dossier.revision(revision) if revision else None
        return found.value.said if found is not None and isinstance(found.value, Answer) else None

    @property
    def count(self) -> Count:
        """How many are done."""
        return Count(sum(bool(self.answer(i.key).worked_out.strip()) for i in self.items), len(self.items))

    def next_open(self, after: int) -> int | None:
        """Index of the next answer without a final text, from `after` on and around, or None."""
        order = [*range(after + 1, len(self.items)), *range(after + 1)]
        return next((i for i in order if not self.answer(self.items[i].key).worked_out.strip()), None)

    # -- changing ----------------------------------------------------------------------------------

    def write(self, key: AnswerKey, text: str) -> Stored[Answer]:
        """Keep the final text of an answer by a revision.

        Raises:
            BadInput: The record is approved.
        """
        final = clean_entry(text)
        return self.talk.answers.change(key, lambda now: msgspec.structs.replace(now, worked_out=final))

    def finish(self, dossier: Dossier | None = None) -> None:
        """Say that the interview is worked out; what has no final text keeps its notes as the text.

        Args:
            dossier: To do it in, as a step that can be taken back.

        Raises:
            BadInput: It is that already, or further.
        """
        set_state(dossier or self.dossier, self.round_id, self.interview_id, "worked_out")
