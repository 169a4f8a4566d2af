"""The room with what goes beside the questions: free notes, and extra questions thought of on the way."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

import boce_tui.tui.interviewing.commands_noting  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import Conversation, Found
from boce_tui.cycle.interviewing.noting import passage_words
from boce_tui.cycle.interviewing.recovery import NOTE
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.noting import ExtraQuestion, Note
from boce_tui.domain.text import inert_line
from boce_tui.locale import _
from boce_tui.tui.interviewing.below import LinkedStrip, extra_fold, note_fold
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.desk import said
from boce_tui.tui.interviewing.recovered import recovered_words
from boce_tui.tui.interviewing.room_off_record import RoomOffRecord
from boce_tui.tui.interviewing.speakers import SpeakersDialog
from boce_tui.tui.signs import mark
from boce_tui.tui.widgets.line_area import LineArea


class RoomNoting(RoomOffRecord):
    """The room with its notes and extra questions."""

    COMMANDS = (  # type: ignore[assignment]  # Textual's own palette is not used
        "interviewing.free_note",
        "interviewing.notes",
        "interviewing.extra",
        "interviewing.extra_wording",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "interviewing_free_note", show=False, priority=True),
        Binding("ctrl+k", "interviewing_extra", show=False, priority=True),
        Binding("ctrl+f", "interviewing_speakers", show=False, priority=True),
    ]

    def __init__(self, talk: Conversation, clock: TalkClock | None = None) -> None:
        super().__init__(talk, clock)
        self.linked = LinkedStrip()
        self.note_fold = note_fold()
        self.extra_fold = extra_fold()
        self.note_key = self.note_wanted = ""
        self._note_at = ""
        self._extra = ""
        self._extra_changes = False

    def below(self) -> ComposeResult:
        """What belongs here too, and the two fields."""
        yield self.linked
        yield from super().below()
        yield self.note_fold
        yield self.extra_fold

    def below_lines(self) -> int:
        """Room for them."""
        return super().below_lines() + self.linked.lines + self.note_fold.lines + self.extra_fold.lines

    def can(self, command_id: str) -> bool:
        """Not while only reading, and the wording only of an extra question."""
        if command_id in ("interviewing.free_note", "interviewing.extra"):
            return self.desk.read_only is None and self.talk.gate() is None
        if command_id == "interviewing.extra_wording":
            return self.desk.read_only is None and self.talk.step.extra
        return super().can(command_id)

    def on_mount(self) -> None:  # type: ignore[override]  # each class has its own
        """A note that was being typed when it ended is open again."""
        brought = self.desk.brought_beside
        if self.note_wanted and self.desk.read_only is None:
            self.call_after_refresh(self.open_note, self.note_wanted)
        if not brought:
            return
        self.desk.brought_beside = []
        self.call_after_refresh(self._show_brought, brought)

    def _show_brought(self, brought: list[Found]) -> None:
        note = next((item for item in brought if item.part == NOTE), None)
        if note is not None:
            self.open_note(note.recovered.field.split(":")[1])
        if not self.desk.recovered:
            self.tell(recovered_words(brought[0], others=len(brought) - 1))

    def changed(self) -> None:
        """What belongs to this question may be different."""
        super().changed()
        self._show_linked()

    def _show_linked(self) -> None:
        step, before = self.talk.step, self.linked.lines
        items = [
            (_("note {time}").format(time=clock_time(n.at)), n.text) for _key, n in self.talk.notes_at(step)
        ]
        for _key, passage in self.talk.passages_at(step):
            source = AnswerKey.parse(passage.source)
            words = passage_words(passage, self.talk.answers.value(source).text)
            items.append((_("from {question}").format(question=source.question), words))
        self.linked.show([(what, inert_line(words)) for what, words in items])
        if self.linked.lines != before:
            self.call_after_refresh(self._fit)

    # --- free notes -----------------------------------------------------------------------------------------

    def action_interviewing_free_note(self) -> None:
        """To the note beside the questions and back."""
        if self.note_fold.area.has_focus:
            noted = said(self.note_fold.area.text)
            self.close_folds()
            self.focus_text()
            if noted:
                self.tell(_("The note is kept. All notes: at the end of the list of questions (f2)."))
        elif self.note_fold.display:
            self.set_focus(self.note_fold.area)
        elif self._may_write():
            self.open_note()

    def open_note(self, key: str = "") -> None:
        """Open a note; without a key a new one."""
        self.on_record()
        self.close_folds()
        known = self.talk.notes.value(key)
        self.note_key = key or self.talk.notes.new_key()
        self._note_at = known.at if known else self.talk.notes.moment()
        self.note_fold.open(self.desk.free_note(self.note_key, self._note_at))
        self.label_note()
        self._fit()
        self.set_focus(self.note_fold.area)

    def label_note(self) -> None:
        """Say when the note was begun and to what it belongs."""
        note = self.talk.notes.value(self.note_key) or Note(at=self._note_at)
        dot = f" {mark('·')} "
        about = [note_place(note)]
        if note.speakers:
            about.append(" ".join(note.speakers))
        title = _("Note {time}").format(time=clock_time(self._note_at))
        keys = _("^d belongs to question   f7 ready")
        self.note_fold.head((title, "kop"), (dot + dot.join(about), "stil"), "   ", (keys, "accent"))

    def keep_note(self) -> bool:
        """Make what is typed in the note a revision; False when there is no note yet."""
        saver = self.note_fold.area.saver
        if saver is not None:
            saver.leave(wait=True)
        if self.talk.notes.value(self.note_key) is None:
            self.tell(_("Type the note first."))
            return False
        return True

    def note_speakers(self) -> None:
        """Say whom the note is about."""
        if not self.keep_note():
            return
        note = self.talk.notes.value(self.note_key)
        codes = [person.code for person in self.talk.people]
        dialog = SpeakersDialog(codes, note.speakers if note else ())
        self.app.push_screen(dialog, partial(self._note_about, self.note_key))

    def _note_about(self, key: str, codes: tuple[str, ...] | None) -> None:
        if codes is not None:
            everyone = len(codes) == len(self.talk.people)
            self.talk.change_note(key, speakers=() if everyone else codes)
            self.label_note()

    def action_interviewing_quote(self) -> None:
        """A quote is taken from an answer, never from a note."""
        if self.note_fold.area.has_focus:
            self.tell(_("A quote is taken from the text of an answer, not from a note."))
        else:
            super().action_interviewing_quote()

    def action_interviewing_notes(self) -> None:
        """The list of notes and links."""
        from boce_tui.tui.interviewing.notes_screen import NotesScreen

        self.close_folds()
        self.boce.savers.flush()
        self.boce.open(NotesScreen(self.desk), self._from_notes)

    def _from_notes(self, chosen: str | tuple[str, str | None] | None) -> None:
        self._back_from_elsewhere()
        if isinstance(chosen, tuple):
            self.call_later(self.go_to, chosen)
        elif chosen:
            self.open_note(chosen)

    # --- extra questions ------------------------------------------------------------------------------------

    def action_interviewing_extra(self) -> None:
        """Ask the wording of an extra question after this one."""
        if not self._may_write() or not self._free():
            return
        self._open_extra(*self.talk.new_extra(self.talk.step), changes=False)

    def action_interviewing_extra_wording(self) -> None:
        """The wording of the extra question on the screen."""
        step = self.talk.step
        extra = self.talk.extras.all().get(step.question)
        if extra is not None and self._may_write():
            self._open_extra(step.question, extra, changes=True)

    def _open_extra(self, question: str, where: ExtraQuestion, *, changes: bool) -> None:
        self.on_record()
        self.close_folds()
        self._extra, self._extra_changes = question, changes
        self.extra_fold.open(self.desk.extra_wording(question, where))
        title = _("Extra question {id}, after {question}").format(id=question, question=where.after)
        about = _("only here, not comparable")
        keys = _("enter ready")
        self.extra_fold.head((title, "kop"), (f" {mark('·')} {about}   ", "stil"), (keys, "accent"))
        self._fit()
        self.set_focus(self.extra_fold.area)

    async def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """The wording is ready: to the question."""
        if event.line is not self.extra_fold.area:
            return
        event.stop()
        question = self._extra
        self.close_folds()
        step = next((step for step in self.talk.steps if step.extra and step.question == question), None)
        if step is not None:
            await self.go_to(step.place)
        else:
            await self.show()

    def close_folds(self) -> None:
        """Hide both fields; what was typed in them is kept, and a new question stands on the route."""
        if self.note_fold.display:
            self.note_fold.close()
            self._show_linked()
        if self.extra_fold.display:
            saver = self.extra_fold.area.saver
            if saver is not None:
                saver.leave(wait=True)
            self.extra_fold.close()
            extra = self.talk.extras.all().get(self._extra)
            if extra is not None and not self._extra_changes:
                self.talk.made_extra(self._extra)
                words = _("Extra question {id} stands after {question}.")
                self.tell(words.format(id=self._extra, question=extra.after))
            self.talk.refresh_route()
            self.changed()
        self._fit()

    # --- going elsewhere ------------------------------------------------------------------------------------

    def _leave(self) -> None:
        """Another question, or out of the room."""
        super()._leave()
        self.close_folds()

    def action_back(self) -> None:
        """From a field below to the text."""
        if self.focused in (self.note_fold.area, self.extra_fold.area):
            self.close_folds()
            self.focus_text()
        else:
            super().action_back()

    def on_language(self) -> None:
        """The words around the note."""
        super().on_language()
        self._show_linked()
        if self.note_fold.display:
            self.label_note()


def clock_time(at: str) -> str:
    """Hours and minutes of a moment, on the clock here."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%H:%M}"
    except ValueError:
        return "?"


def note_place(note: Note) -> str:
    """To which question a note belongs, in words."""
    if not note.answer:
        return _("belongs to no question")
    return _("belongs to {question}").format(question=AnswerKey.parse(note.answer).question)


__all__ = ["RoomNoting", "clock_time", "note_place"]
