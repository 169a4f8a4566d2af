"""Where text fields get their text and their saver from, and where choices go: one interview's desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from boce_tui.cycle.interviewing import Conversation, Found, found, found_in_editor
from boce_tui.cycle.interviewing.anchors import standing
from boce_tui.cycle.interviewing.earlier import Earlier, earlier_texts
from boce_tui.cycle.interviewing.recovery import EXTRA
from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.answers import Value
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import ALL, AnswerKey
from boce_tui.domain.noting import ExtraQuestion
from boce_tui.domain.text import clean_entry
from boce_tui.domain.vocabulary import INTERVIEW_STATE, label
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.store import Stored
from boce_tui.tui.interviewing.opened import Opened


class Desk:
    """The fields of one interview.

    Attributes:
        talk: The interview.
        who: Whose answer is on the screen: ``all`` or a code.
        minutes: How long the conversation took, as the app measured it; where there is a clock.
    """

    def __init__(self, talk: Conversation) -> None:
        self.talk = talk
        self.who = ALL
        self.minutes: Callable[[], int] | None = None
        self._savers: dict[str, FieldSaver] = {}
        self._recovered: dict[str, Found] = {}
        self.brought_beside: list[Found] = []
        """Notes, and wordings of extra questions, that were brought back just now."""
        self.look_for_recovered()

    # -- reading only ------------------------------------------------------------------------------

    @property
    def read_only(self) -> str | None:
        """Why nothing can be changed, or None: the dossier cannot be written, or the interview is settled."""
        if self.talk.dossier.read_only is not None or not self.talk.settled:
            return self.talk.dossier.read_only
        if self.talk.settled == "approved":
            return _("This record is approved. To change it: ^p and choose 'Unlock the record'.")
        return _("This interview was withdrawn: what was said in it is erased.")

    @property
    def reading_words(self) -> str:
        """That it is only read, and why, in a few words."""
        if not self.talk.settled:
            return _("reading only")
        return _("reading only: {state}").format(state=label(INTERVIEW_STATE, self.talk.settled))

    # -- recovered texts ---------------------------------------------------------------------------

    def look_for_recovered(self) -> None:
        """Find what an unclean end left behind; while nothing can be changed it stays where it is."""
        talk = self.talk
        waiting = found(talk.dossier, talk.round_id, talk.interview_id) if self.read_only is None else []
        # Of two texts for one field the last typed comes first; the other one after that is settled.
        edited = (
            found_in_editor(talk.dossier, talk.round_id, talk.interview_id) if self.read_only is None else []
        )
        self._recovered = {i.recovered.field: i for i in reversed([*waiting, *edited]) if not i.is_beside}
        for item in waiting:
            if item.is_beside:
                talk.bring_back(item)
                self.brought_beside.append(item)
        if any(item.part == EXTRA for item in self.brought_beside):
            talk.refresh_route()

    @property
    def recovered(self) -> list[Found]:
        """What waits to be brought back, the last typed first."""
        return list(self._recovered.values())[::-1]

    def conflict(self, step: Step) -> Found | None:
        """Another text of this question that a person has to choose about, or None."""
        for item in self._recovered.values():
            if item.recovered.conflict and (item.key.question, item.key.theme_or_none) == step.place:
                return item
        return None

    def discard(self, item: Found) -> None:
        """The saved text was chosen."""
        if item.file is not None:
            item.file.remove()
        else:
            self.talk.dossier.drafts.discard(item.recovered.field)
        self.look_for_recovered()

    def take(self, item: Found) -> str:
        """The other text was chosen: the caller types it; the file of an editor goes with `kept`."""
        self._recovered.pop(item.recovered.field, None)
        if item.file is not None:
            return item.recovered.text
        return self.talk.dossier.drafts.accept(item.recovered.field)

    def kept(self, item: Found) -> None:
        """What was chosen is in the dossier: the file an editor left is not needed any more."""
        if item.file is not None:
            item.file.remove()
        self.look_for_recovered()

    def waits(self, step: Step, path: str) -> bool:
        """True when a text of this field was left behind and simply goes on from the saved one."""
        item = self._recovered.get(f"answer:{self.talk.key(step, self.who)}:{path}")
        return item is not None and not item.recovered.conflict

    def bring_back(self, opened: Opened, app: Any) -> str:
        """Keep a recovered text without showing it in a field; returns the text."""
        text = opened.text if opened.recovered is None else opened.recovered
        if opened.saver is not None and opened.recovered is not None:
            opened.saver.edited(0, len(opened.text), text)
            app.savers.add(opened.saver)
            opened.saver.leave()
            app.savers.remove(opened.saver)
        return text

    def bring_back_notes(self, app: Any, except_for: tuple[str, str | None]) -> None:
        """Bring back every note of the route that is not on the screen: it is in the dossier then."""
        before = self.who
        for item in self.recovered:
            index = self.talk.find(item.key.question, item.key.theme_or_none)
            if item.is_note and not item.recovered.conflict and index is not None:
                step = self.talk.steps[index]
                if step.place != except_for or item.key.participant != before:
                    self.who = item.key.participant
                    self.bring_back(self.note(step), app)
        self.who = before

    # -- fields ------------------------------------------------------------------------------------

    def note(self, step: Step) -> Opened:
        """The notes of a question."""
        who = self.who
        return self.field(
            step, "text", self.talk.answer(step, who).text, lambda text: self.talk.write_text(step, text, who)
        )

    def earlier(self, step: Step) -> Callable[[str], list[Earlier]]:
        """What gives the texts the notes of a question had before now."""
        stored, key = self.talk.stored(step, self.who), str(self.talk.key(step, self.who))
        revision = stored.id if stored else ""
        return lambda now: earlier_texts(self.talk.dossier, key, revision, now)

    def field(
        self, step: Step, path: str, text: str, write: Callable[[str], Stored[Answer] | None]
    ) -> Opened:
        """A text field of an answer.

        Args:
            step: The question.
            path: Attribute of the answer, with dots (``values.value.other``).
            text: The text as the dossier holds it.
            write: Makes it a revision.
        """
        stored = self.talk.stored(step, self.who)
        return self._open(f"answer:{self.talk.key(step, self.who)}:{path}", text, stored, write)

    def wording(self, quote: Stored[Quote]) -> Opened:
        """The wording of a quote."""
        text = quote.value.wording if quote.value else ""
        return self._open(
            f"quote:{quote.key}:wording",
            text,
            quote,
            lambda text: self.talk.write_wording(quote.key, text),
        )

    def free_note(self, key: str, at: str) -> Opened:
        """A note beside the questions; `at`: when it was begun."""
        stored = self.talk.notes.get(key)
        text = stored.value.text if stored and stored.value else ""
        return self._open(f"note:{key}:text", text, stored, lambda text: self.talk.notes.write(key, text, at))

    def extra_wording(self, question: str, where: ExtraQuestion) -> Opened:
        """The wording of an extra question; `where`: after which question it comes when it is new."""
        key = self.talk.extras.prefix + question
        stored = self.talk.extras.get(key)
        text = stored.value.text if stored and stored.value else ""
        return self._open(
            f"extra_question:{key}:text",
            text,
            stored,
            lambda text: self.talk.extras.write(question, text, where),
        )

    def _open(
        self, field: str, text: str, stored: Stored[Any] | None, write: Callable[[str], Stored[Any] | None]
    ) -> Opened:
        if self.read_only is not None:
            return Opened(text, None)
        known = self._savers.get(field)
        if known is not None and (known.dirty or known.state.kind != "saved"):
            return Opened(known.text, known)
        saver = FieldSaver(self.talk.dossier, field, text, stored.id if stored else "", write)
        self._savers[field] = saver
        waiting = self._recovered.get(field)
        if waiting is None or waiting.recovered.conflict:
            return Opened(text, saver)
        return Opened(text, saver, self.take(waiting))

    def busy(self, step: Step) -> bool:
        """True when something typed at this question is not in a revision yet."""
        start = f"answer:{self.talk.key(step, self.who)}:"
        return any(saver.dirty for field, saver in self._savers.items() if field.startswith(start))

    def typed_text(self, step: Step) -> str:
        """The notes of a question as they stand now, saved or not."""
        saver = self._savers.get(f"answer:{self.talk.key(step, self.who)}:text")
        return saver.text if saver is not None and saver.dirty else self.talk.answer(step, self.who).text

    def answer_of(self, quote: Quote) -> Answer:
        """The answer a quote was said in, with the notes as typed by now."""
        key = AnswerKey.parse(quote.answer)
        saver = self._savers.get(f"answer:{key}:text")
        answer = self.talk.answers.value(key)
        return (
            msgspec.structs.replace(answer, text=saver.text) if saver is not None and saver.dirty else answer
        )

    def standing(self, quote: Quote) -> tuple[str, str]:
        """How the sentence of a quote stands there; see `boce_tui.cycle.interviewing.anchors`."""
        return standing(self.answer_of(quote), quote)

    # -- choices -----------------------------------------------------------------------------------

    def value(self, step: Step, part: str) -> Value | None:
        """The value of a part as it is now."""
        return self.talk.answer(step, self.who).values.get(part)

    def values(self, step: Step) -> dict[str, Value]:
        """All values of a question as they are now."""
        return self.talk.answer(step, self.who).values

    def set_value(self, step: Step, part: str, value: Value | None) -> None:
        """A value was chosen."""
        self.talk.set_value(step, part, value, self.who)

    def set_cell(self, step: Step, part: str, row: str, column: str, cell: str | int | None) -> None:
        """A cell of a table was chosen."""
        self.talk.set_cell(step, part, row, column, cell, self.who)


def said(text: str) -> bool:
    """Whether a text says something."""
    return bool(clean_entry(text).strip())
