"""What stands in the interview room and how a question is shown; what one can do there is in `room`."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from boce_tui.cycle.interviewing import Conversation, Found, StepState, found_anywhere
from boce_tui.domain.keys import ALL
from boce_tui.domain.vocabulary import GROUPS, label
from boce_tui.locale import _
from boce_tui.tui.interviewing.answer_note import AnswerNote
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.control import PartControl
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.interviewing.outline import Outline
from boce_tui.tui.interviewing.outline_rows import outline_lines, outline_words, row_id
from boce_tui.tui.interviewing.parts_view import PartsView
from boce_tui.tui.interviewing.question_view import QuestionView
from boce_tui.tui.interviewing.recovered import all_recovered_words
from boce_tui.tui.interviewing.status_words import counted, place_words, standing_words
from boce_tui.tui.interviewing.strips import AskArea, ProbeStrip, Rule, StatusLine, WhoLine
from boce_tui.tui.interviewing.table import Table
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, safe

_LOW = 18
_BESIDE, _HUGE = 100, 140
_OUTLINE, _OUTLINE_HUGE = 40, 48
_NOTE, _NOTE_LOW, _NOTE_TABLE, _SPARE = 6, 4, 2, 6


class Room(BoceScreen):
    """The room: header, outline, question, choices, follow-up questions, note, status."""

    CSS_PATH = "room.tcss"
    AUTO_FOCUS = ""

    def __init__(self, talk: Conversation, clock: TalkClock | None = None) -> None:
        super().__init__()
        self.talk = talk
        self.desk = Desk(talk)
        self.clock = clock or TalkClock(talk.spent_before, running=talk.counting)
        self.desk.minutes = lambda: self.clock.seconds // 60
        self.question = QuestionView()
        self.parts = PartsView(self.answered)
        self.probes = ProbeStrip(self.ticked)
        self.who_line = WhoLine(())
        self.note = AnswerNote(id="note")
        self.status = StatusLine()
        self.outline = Outline(lambda: outline_lines(talk), lambda: outline_words(self.desk), id="outline")
        self._who_label = Static(id="who-label")
        self._who_row = Horizontal(
            Static(Content("^g"), classes="key"), self._who_label, self.who_line, id="who-row"
        )
        self._probe_label = Static(id="probe-label")
        self._probe_row = Horizontal(
            Static(Content("f3"), classes="key"), self._probe_label, self.probes, id="probe-row"
        )
        self._ask = AskArea(self.question, self.parts, self._probe_row, id="ask", can_focus=False)
        self._talk_box = Vertical(id="talk")
        self._waiting = self.desk.recovered
        if self._waiting:
            key = self._waiting[0].key
            talk.go_to((key.question, key.theme_or_none))
            self.desk.who = key.participant if key.participant in talk.step.participants else ALL
        self.parts.prepare(self.desk, talk.step)
        self._prepared = talk.step.place
        """The question whose choices are there; a door may have gone to another one since."""
        self._cursors: dict[tuple[str, str | None, str], tuple[int, int]] = {}
        self.outline_open = False
        self._shown_state: StepState | None = None

    # --- line 1 -------------------------------------------------------------------------------------------

    def place(self) -> str:
        """Codes, groups, and what it is about now."""
        talk, dot = self.talk, f" {mark('·')} "
        groups = dict.fromkeys(label(GROUPS, person.group) for person in talk.people)
        about = talk.step.theme_name or talk.step.section_title
        return dot.join([" ".join(p.code for p in talk.people), ", ".join(groups), str(about)])

    def aside(self) -> str:
        """The time it took."""
        return _("{used} of {total} min").format(
            used=self.clock.seconds // 60, total=self.talk.interview.minutes
        )

    # --- what stands there --------------------------------------------------------------------------------

    def compose_body(self) -> ComposeResult:
        """Outline and conversation."""
        with Container(id="body"):
            yield self.outline
            with self._talk_box:
                yield self._who_row
                yield self._ask
                yield Rule()
                yield self.note
                yield from self.below()
                yield self.status
            yield from self.beside()

    def below(self) -> ComposeResult:
        """What can stand under the note."""
        yield from ()

    def below_lines(self) -> int:
        """The height that takes now."""
        return 0

    def beside(self) -> ComposeResult:
        """What stands at the right of the conversation in a wide window."""
        yield from ()

    async def on_mount(self) -> None:  # type: ignore[override]  # Textual awaits it
        """Say where it opened: where it was left, or at what an unclean end left behind."""
        waiting = self._waiting
        self._label_all()
        await self.show(first=self.talk.step.place == self._prepared)
        if waiting:
            self._tell_recovered(waiting)
            self.desk.bring_back_notes(self.boce, self.talk.step.place)
        elif self.desk.read_only is not None:
            self.tell(self.desk.read_only, "warning")
        elif self.talk.sent:
            self.tell(self.talk.sent, "warning")
        elif self.talk.resumed:
            self.tell(_("Here you left it: question {question}.").format(question=self.talk.step.question))
        self.set_interval(1.0, self._look)

    async def on_resize(self, event: events.Resize) -> None:
        """Another size: other room for the question."""
        await super().on_resize(event)
        self.show_outline(open=self.outline_open)
        self.call_after_refresh(self._fit)

    def show_outline(self, *, open: bool) -> None:  # noqa: A002 - the word for it
        """Open or close the outline in a narrow window; in a wide one it is always there."""
        self.outline_open = open
        self.outline.display = open or self.size.width >= _BESIDE

    def on_language(self) -> None:
        """Every word in the other language; text, cursor and focus stay."""
        step = self.talk.step
        self._label_all()
        self.question.changed()
        self._show_count()
        self.parts.relabel(step)
        self._show_probes()
        self._show_who()
        self.outline.relabel()
        self.outline.refresh_lines(row_id(step))
        self._show_status()
        self.call_after_refresh(self._fit)

    def watch_focused(self) -> None:
        """A table gets more room while the cursor is in it."""
        super().watch_focused()
        if self.is_mounted:
            self.call_after_refresh(self._fit)

    def _label_all(self) -> None:
        self._who_label.update(safe(_("Answer of")))
        self._probe_label.update(safe(_("Ask on")))
        self._lock()

    def _lock(self) -> None:
        locked = self.desk.read_only is not None
        self.parts.disabled = self.probes.disabled = locked
        self.note.show_placeholder("" if locked else _("Type here what is said. Every letter is kept."))

    # --- showing a question -------------------------------------------------------------------------------

    async def show(self, *, focus: bool = True, first: bool = False) -> None:
        """Show the question where the conversation is now.

        Args:
            focus: Put the cursor in the text.
            first: The choices of this question are there already.
        """
        step = self.talk.step
        if self.desk.who != ALL and self.desk.who not in step.participants:
            self.desk.who = ALL
        with self.app.batch_update():
            self._show_count()
            self.note.display = step.notes
            self.desk.note(step).fill(self.note, self._cursors.get((*step.place, self.desk.who)))
            self.note.earlier = self.desk.earlier(step)
            self.note.scroll_cursor_visible()
            self._show_probes()
            self._show_who()
            if not first:
                await self.parts.show(self.desk, step)
            self._lock()
            self.changed()
            self._fit()
            self.call_after_refresh(self._fit)
            self._ask.scroll_home(animate=False, immediate=True)
        if focus:
            self.focus_text()
        self.talk.note_place(self.clock.seconds)

    def focus_text(self) -> None:
        """The cursor to the text; before consent, or without notes, to the choice."""
        step = self.talk.step
        first = self.parts.after(None)
        if first is not None and not self.parts.disabled and (not step.notes or self.talk.gate() is not None):
            self.set_focus(first.entry())
        else:
            self.set_focus(self.note)

    def changed(self) -> None:
        """Something of this question is different: bring everything around it up to date."""
        step = self.talk.step
        self._shown_state = self.talk.state(step)
        self._show_count()
        self._show_status()
        self.outline.refresh_lines(row_id(step))
        self.refresh_bars()

    def _show_count(self) -> None:
        step, talk = self.talk.step, self.talk
        codes = [person.code for person in talk.people]
        some = "" if set(step.participants) in (set(), set(codes)) else " ".join(step.participants)
        self.question.show(step, place_words(talk), some)

    def _show_probes(self) -> None:
        step = self.talk.step
        self.probes.show(step.probes, self.talk.answer(step).probes_asked)
        self._probe_row.display = bool(step.probes)

    def _show_who(self) -> None:
        step = self.talk.step
        self._who_row.display = len(step.participants) > 1
        self.who_line.show(step.participants, self.desk.who)

    def _show_status(self) -> None:
        self.status.show(self._standing_words(), counted(self.talk))

    def _standing_words(self) -> list[Piece]:
        """How this question stands, for the line under the note."""
        return standing_words(self.desk)

    def _look(self) -> None:
        """Once a second: a text that became an answer changes the sign in the outline."""
        if self.talk.steps and self.talk.state(self.talk.step) is not self._shown_state:
            self.changed()

    def _fit(self) -> None:
        """Divide the height: the note keeps its lines, a long table scrolls within the rest."""
        width, height = self._room()
        gate = self.talk.step.gate
        note = _NOTE_LOW if gate or height < _LOW else _NOTE
        if isinstance(self.parts.control_with(self.focused), Table) or (gate and height < _LOW):
            note = _NOTE_TABLE  # who fills in a table looks at the table
        if not self.note.display:
            note = 0
        if self.question.whole_help:
            note = min(note, _NOTE_TABLE)
        most = max(4, height - note - 2 - (1 if self._who_row.display else 0) - self.below_lines())
        self._ask.styles.max_height = most
        probes = self._probe_lines(width)
        whole = self.question.height_when(low=False, width=width)
        low = height < _LOW or (not gate and whole + self.parts.lines_wanted() + probes > most)
        full = self.question.height_when(low=False, width=width, roomy=True)
        roomy = not low and full + self.parts.lines_wanted() + probes <= most - _SPARE
        if (low, roomy) != (self.question.low, self.question.roomy):
            self.question.low, self.question.roomy = low, roomy
            self.question.changed()
        question = self.question.height_when(low=low, width=width, roomy=roomy)
        self.probes.fold(tight=question + self.parts.lines_wanted() + probes > most)
        self.parts.fit(most - question - (1 if self.probes.folded else probes))

    def _room(self) -> tuple[int, int]:
        """Width and height for the conversation; reckoned while nothing has been laid out yet."""
        if self._talk_box.size:
            return self._talk_box.size.width, self._talk_box.size.height
        width, height = self.app.size
        outline = 0 if width < _BESIDE else _OUTLINE if width < _HUGE else _OUTLINE_HUGE
        return width - outline, height - 4

    def _probe_lines(self, width: int) -> int:
        if not self._probe_row.display:
            return 0
        return self.probes.whole_height(max(10, width - 16))

    def answered(self, control: PartControl, done: bool) -> None:
        """A value was chosen or typed."""

    def ticked(self, number: int) -> None:
        """A follow-up question was ticked."""

    def _tell_recovered(self, waiting: list[Found]) -> None:
        here = [item.recovered.field for item in waiting]
        others = [item for item in found_anywhere(self.talk.dossier) if item.recovered.field not in here]
        elsewhere = sorted(others, key=lambda item: item.key.interview)
        words = all_recovered_words([*waiting, *elsewhere])
        self.tell(words, "warning" if waiting[0].recovered.conflict else "info")
