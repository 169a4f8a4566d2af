"""What stands on the screen of working out: question, text before, difference, final text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

import boce_tui.tui.approving.commands  # noqa: F401  - registers the id used below
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.approving.working_out import Item, WorkingOut
from boce_tui.cycle.locking import locked
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey, join
from boce_tui.domain.text import inert_line
from boce_tui.domain.vocabulary import INTERVIEW_STATE, label
from boce_tui.errors import BadInput
from boce_tui.locale import _, ngettext
from boce_tui.store import Stored
from boce_tui.tui.approving.old_text import OldText
from boce_tui.tui.commands import get as command
from boce_tui.tui.commands import key_text
from boce_tui.tui.signs import mark, sign
from boce_tui.tui.text import Piece, assemble, lines, safe
from boce_tui.tui.widgets.diff_view import DiffView
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.working.screen import Item as Evidence
from boce_tui.tui.working.screen import WorkingScreen
from boce_tui.tui.working.text_field import TextField

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

NOTES, SENT = "notes", "sent"
_PAUSE = 0.3
_ROOM_KEY = key_text(command("approving.room").keys[0])


class FinalText(NoteArea):
    """The final text: f6 and f7 are for the screen here, not for selecting."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "screen.approving_finish", show=False),
        Binding("f7", "screen.approving_room", show=False),
    ]


class WorkingOutView(WorkingScreen):
    """One interview being worked out, answer by answer.

    Args:
        app: The app.
        round_id: The round.
        interview: Id of the interview.
        at: The answer it opens at; else the first one without a final text.
    """

    AUTO_FOCUS = "#final"
    CSS_PATH = "working_out.tcss"

    def __init__(self, app: BoceApp, round_id: str, interview: str, at: AnswerKey | None = None) -> None:
        super().__init__()
        self.work = WorkingOut(app.dossier, round_id, interview)
        if not self.work.items:
            raise BadInput(
                _("Nothing was noted in interview {id}, so there is nothing to work out.").format(
                    id=interview
                )
            )
        self._sayer = Sayer(app.dossier, round_id, self.work.talk.instrument, ends=True)
        keys = [item.key for item in self.work.items]
        self.at = keys.index(at) if at in keys else self.work.next_open(-1) or 0
        self.base = NOTES
        self.sent: str | None = None
        self._later: Timer | None = None
        self._question = Static(Content(""), id="question")
        self._state = Static(Content(""), id="state")
        self._before_label = Static(Content(""), classes="label")
        self._diff_label = Static(Content(""), classes="label")
        self._final_label = Static(Content(""), classes="label")
        self.before = OldText(id="before")
        self.difference = DiffView(id="difference")
        area = FinalText(id="final", placeholder=_("The text as the interviewee will read it."))
        self.final = TextField(self, area, Answer, "worked_out", lambda _d, key, text: self._write(key, text))

    def _write(self, key: str, text: str) -> Stored[Answer]:
        return self.work.write(AnswerKey.parse(key), text)

    # --- the screen ---------------------------------------------------------------------------------------

    @property
    def item(self) -> Item:
        """The answer on the screen."""
        return self.work.items[self.at]

    @property
    def locked(self) -> bool:
        """The record is approved: it is only read."""
        return locked(self.dossier, join(self.work.round_id, self.work.interview_id))

    def place(self) -> str:
        """Which interview, and how far."""
        talk, count = self.work.talk, self.work.count
        words = _("{done} of {total} worked out").format(done=count.done, total=count.total)
        who = " ".join(person.code for person in talk.people)
        return f"{talk.interview_id} {mark('·')} {who} {mark('·')} {words}"

    def compose_body(self) -> ComposeResult:
        """The question; the text before, the difference and the final text."""
        yield self._question
        with Container(id="texts"):
            with Vertical(classes="text -before"):
                yield self._before_label
                yield self.before
            with Vertical(classes="text -difference"):
                yield self._diff_label
                yield self.difference
            with Vertical(classes="text -final"):
                yield self._final_label
                yield self.final.area
        yield self._state

    def on_mount(self) -> None:
        """The cursor stands in the text at once: someone may be typing ahead."""
        self.set_focus(self.final.area)

    def show(self) -> None:
        """Show the answer as it is now; what is being typed stays."""
        self.work.refresh()
        self.at = min(self.at, len(self.work.items) - 1)
        item, key = self.item, str(self.item.key)
        self.sent = self.work.sent(item.key)
        if self.locked:
            self.final.area.load(self.work.answer(item.key).worked_out)
            self.final.area.read_only = True
            self.final.key = ""  # when it is unlocked the field is opened anew
        else:
            self.final.show(key)
        self._question.update(self._asked(item))
        self._final_label.update(safe(_("Final text")))
        self.show_before()
        self._show_state()
        self.refresh_bars()

    def _asked(self, item: Item) -> Content:
        head: list[Piece] = [(f"{item.key.question} ", "accent"), (inert_line(item.about), "stil")]
        if item.who:
            head.append((f" {mark('·')} {inert_line(item.who)}", "stil"))
        head.append((f"   {self.at + 1}/{len(self.work.items)}", "stil"))
        said = self._sayer.lines(item.key.question, self.work.answer(item.key).values)
        where = _("{key} changes the choice").format(key=_ROOM_KEY)
        told: list[Piece] = [(f"{mark('▸')} {inert_line('; '.join(said))}", "accent")]
        # What is approved is unlocked first: then this key is of use.
        told += [] if self.locked else [(f" {mark('·')} {where}", "stil")]
        chosen = [assemble(*told)] if said else []
        return lines(assemble(*head), assemble((inert_line(item.question), "kop")), *chosen)

    def _text_before(self) -> str:
        sent = self.sent if self.base == SENT else None
        return self.work.noted(self.item.key) if sent is None else sent

    def show_before(self) -> None:
        """The text before and the difference with it."""
        if self.sent is None:
            self.base = NOTES
        before = self._text_before()
        if self.base == NOTES:
            beside = [_("Free note: {text}").format(text=text) for text in self.work.beside(self.item.key)]
            before = "\n".join(filter(str.strip, (self.work.answer(self.item.key).text, *beside)))
        self._before_label.update(
            safe(_("As it was sent") if self.base == SENT else _("Notes of the interview"))
        )
        self._diff_label.update(
            safe(_("Changed since it was sent") if self.base == SENT else _("From notes to final text"))
        )
        self.before.show(before)
        self.show_difference()

    def show_difference(self) -> None:
        """What became of the text before."""
        after = self.final.area.text
        if self.base == SENT and not after.strip():
            after = self.work.answer(self.item.key).text
        if after.strip():
            self.difference.show(self._text_before(), after)
        else:
            self.difference.show("", "")

    def _show_state(self) -> None:
        state = self.work.talk.interview.state
        pieces: list[Piece] = [(label(INTERVIEW_STATE, state), "stil")]
        if self.locked:
            pieces = [(f"{sign('done')} " + _("approved: only to read. ^o unlocks it."), "let-op")]
        key = self.item.key
        quotes = len(self.work.talk.quotes.at(key.question, key.theme_or_none))
        if quotes:
            told = ngettext("{count} quote", "{count} quotes", quotes).format(count=quotes)
            pieces.append((f" {mark('·')} {told}", "stil"))
        if self.sent not in (None, self.work.answer(key).said):
            pieces.append((f" {mark('·')} " + _("changed since it was sent"), "let-op"))
        elif (
            not self.locked
            and not self.work.answer(key).worked_out.strip()
            and not self.final.area.text.strip()
        ):
            pieces.append((f" {mark('·')} " + _("still to work out: now the notes count"), "stil"))
        self._state.update(assemble(*pieces))

    def on_text_area_changed(self) -> None:
        """After a short pause what was typed shows in the difference: typing never waits for it."""
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(_PAUSE, self.show_difference)

    def saved(self) -> None:
        """A revision was made: counts may be different."""
        self._show_state()
        self.refresh_bars()

    def evidence_of(self) -> Evidence | None:
        """What rests on this answer."""
        return (Answer.entity, str(self.item.key))
