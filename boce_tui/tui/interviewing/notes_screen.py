"""The free notes of one interview, and the passages that were linked to another question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

import boce_tui.tui.interviewing.commands_noting  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing.beside import LINK
from boce_tui.cycle.interviewing.noting import passage_words
from boce_tui.cycle.interviewing.recovery import NOTE
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.noting import Note, Passage
from boce_tui.domain.text import inert_line
from boce_tui.locale import _, ngettext
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.interviewing.outline_rows import row_id
from boce_tui.tui.interviewing.room_belonging import question_choices
from boce_tui.tui.interviewing.room_noting import clock_time
from boce_tui.tui.interviewing.speakers import SpeakersDialog
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import mark
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.pick import Choice, pick

if TYPE_CHECKING:
    from boce_tui.instruments.steps import Step

_NONE = "-"


class NotesScreen(BoceScreen):
    """The list. Dismissed with the key of a note to open, or the place of a passage."""

    HELP_ID = "interviewing.notes"
    COMMANDS = ("notes.open", "notes.link", "notes.who", "notes.remove")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        columns = [Column(width=5), Column(width=10), Column()]
        if len(desk.talk.people) > 1:
            columns.append(Column(width=12, from_width=70))  # whom it is about
        self.list = PickList(*columns, empty=_empty())
        self._notes: dict[str, Note] = {}
        self._passages: dict[str, Passage] = {}

    def place(self) -> str:
        """How many there are, and of whom."""
        count = len(self._notes)
        words = ngettext("{count} note", "{count} notes", count).format(count=count)
        return f"{' '.join(p.code for p in self.desk.talk.people)} {mark('·')} {words}"

    def compose_body(self) -> ComposeResult:
        """The list."""
        with Vertical():
            yield self.list

    def on_mount(self) -> None:
        """Choose at once."""
        self._show()
        self.list.focus()

    def on_language(self) -> None:
        """Other words."""
        self.list.show_empty(_empty())
        self._show()

    def _show(self) -> None:
        talk = self.desk.talk
        self._notes, self._passages = dict(talk.notes.all()), dict(talk.passages.values())
        rows = [
            PickRow(
                key,
                (
                    (clock_time(note.at), "stil"),
                    (AnswerKey.parse(note.answer).question if note.answer else mark("·"), "accent"),
                    inert_line(note.text),
                    (" ".join(note.speakers), "stil"),
                ),
            )
            for key, note in self._notes.items()
        ]
        for key, passage in self._passages.items():
            source, target = AnswerKey.parse(passage.source), AnswerKey.parse(passage.target)
            words = inert_line(passage_words(passage, talk.answers.value(source).text))
            way = f"{source.question} {mark('→')} {target.question}"
            rows.append(PickRow(key, ((clock_time(passage.at), "stil"), (way, "accent"), words, "")))
        self.list.show(rows)
        self.refresh_bars()

    def can(self, command_id: str) -> bool:
        """Notes can be linked; without a choice nothing can."""
        key = self.list.current or ""
        if command_id == "notes.open":
            return key in self._passages or key in self._notes
        if self.desk.read_only is not None:
            return False
        if command_id == "notes.remove":
            return key in self._passages or key in self._notes
        if command_id == "notes.who" and len(self.desk.talk.people) < 2:
            return False
        return key in self._notes

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        """Open it."""
        event.stop()
        self.action_notes_open()

    def on_items_view_moved(self) -> None:
        """Another one, other keys."""
        self.refresh_bars()

    def action_notes_open(self) -> None:
        """A note to write on; of a passage the question it stands at."""
        key = self.list.current or ""
        if key in self._passages:
            source = AnswerKey.parse(self._passages[key].source)
            self.dismiss((source.question, source.theme_or_none))
        elif key in self._notes and self.desk.read_only is None:
            self.dismiss(key)
        elif key in self._notes:
            self.tell(self._notes[key].text)

    def action_notes_link(self) -> None:
        """To which question it belongs."""
        key = self.list.current or ""
        steps = self.desk.talk.steps
        note = self._notes.get(key)
        if note is None:
            return
        here = ""
        if note.answer:
            place = AnswerKey.parse(note.answer)
            here = f"{place.question}/{place.theme}"
        choices = [Choice(_NONE, _("no question")), *question_choices(self.desk, steps, here)]
        question = _("To which question does this note belong?")
        pick(self.boce, question, choices, partial(self._link, key), detail=inert_line(note.text))

    def _link(self, key: str, chosen: str) -> None:
        step: Step | None = next((s for s in self.desk.talk.steps if row_id(s) == chosen), None)
        self.desk.talk.link_note(key, step)
        self._show()

    def action_notes_who(self) -> None:
        """Whom it is about."""
        key = self.list.current or ""
        note = self._notes.get(key)
        if note is not None:
            codes = [person.code for person in self.desk.talk.people]
            self.app.push_screen(SpeakersDialog(codes, note.speakers), partial(self._about, key))

    def _about(self, key: str, codes: tuple[str, ...] | None) -> None:
        if codes is not None:
            everyone = len(codes) == len(self.desk.talk.people)
            self.desk.talk.change_note(key, speakers=() if everyone else codes)
            self._show()

    def action_notes_remove(self) -> None:
        """Take it away."""
        key = self.list.current or ""
        if key in self._passages:
            self.desk.talk.unlink_words(key)
            self.tell(_("The link is gone; the words stay where they stand. ^z brings it back."))
        elif key in self._notes:
            self.desk.talk.remove_note(key)
            self.tell(_("The note is gone; ^z brings it back."))
        self._show()

    def action_undo(self) -> None:
        """The last thing done here is taken back."""
        if self.desk.read_only is not None:
            self.tell(self.desk.read_only, "warning")
        elif self.desk.talk.last_what not in (NOTE, LINK):
            self.tell(_("There is nothing to undo here."))
        else:
            self.desk.talk.undo(self.desk.talk.step)
        self._show()

    def action_back(self) -> None:
        """Back to the conversation."""
        self.dismiss(None)


def _empty() -> str:
    return _("There are no notes yet. In the conversation f7 opens a field for one.")
