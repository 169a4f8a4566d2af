"""Quotes with what was agreed about them: at a question, read back, and as a list of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.text import inert_line
from boce_tui.domain.vocabulary import QUOTE_APPROVAL, label
from boce_tui.locale import _
from boce_tui.store import Stored
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.interviewing.speakers import SpeakersDialog
from boce_tui.tui.signs import State, mark, sign
from boce_tui.tui.text import Piece, Tone, assemble, cut, safe, safe_block
from boce_tui.tui.widgets.dialogs import Dialog
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.note_area import NoteArea

_LOOK: dict[str, tuple[State, Tone]] = {
    "no": ("open", "stil"),
    "asked": ("busy", "accent"),
    "yes": ("done", "ok"),
    "refused": ("error", "fout"),
}


def approval(quote: Quote) -> Content:
    """Sign and word of what was agreed."""
    state, tone = _LOOK.get(quote.approval, ("open", "stil"))
    return assemble((f"{sign(state)} ", tone), label(QUOTE_APPROVAL, quote.approval))


class QuoteList(ItemsView):
    """Quotes under each other; a digit says what was agreed, `w` writes a more general wording."""

    same_height = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "wording", "Wording", show=False),
        Binding("s", "who", "Who said it", show=False),
        Binding("o", "retake", "Take over", show=False),
        Binding("delete,backspace", "remove", "Remove", show=False),
    ]
    DEFAULT_CSS = """
    QuoteList { height: auto; max-height: 12; }
    """

    @dataclass
    class Agreed(Message):
        """Something was agreed about a quote, or a wording is wanted, or it goes away.

        Attributes:
            key: Key of the quote.
            what: ``approval``, ``wording``, ``who``, ``retake``, ``place`` or ``remove``.
            approval: The new approval.
        """

        key: str
        what: str
        approval: str = ""

    def __init__(
        self, desk: Desk, quotes: Callable[[], list[Stored[Quote]]], *, places: bool = False
    ) -> None:
        super().__init__()
        self._desk = desk
        self._read = quotes
        self._places = places
        self._standing: dict[str, tuple[str, str]] = {}
        self.quotes: list[Stored[Quote]] = []

    def on_mount(self) -> None:
        """The quotes as they are now."""
        self.changed()

    def changed(self) -> None:
        """Read the quotes again."""
        keep = self.current
        self.quotes = [item for item in self._read() if item.value]
        self._standing = {item.key: self._desk.standing(item.value) for item in self.quotes if item.value}
        self.items_changed(keep)
        self.refresh(layout=True)

    def item_count(self) -> int:
        """The number of quotes; one line for none."""
        return len(self.quotes)

    def item_id(self, index: int) -> str:
        """Key of a quote."""
        return self.quotes[index].key

    def item_height(self, index: int, width: int) -> int:
        """The words, the other wording, what was agreed."""
        return len(self.item_lines(index, width))

    def item_lines(self, index: int, width: int) -> list[Content]:
        """One quote."""
        quote = self.quotes[index].value
        if quote is None or width < 8:
            return [Content("")]
        lead = mark("▸") if index == self.cursor and self.has_focus else " "
        words = safe(f"“{inert_line(quote.text)}”", "kop").wrap(width - 3)
        lines = [assemble((lead if i == 0 else " ", "accent"), " ", line) for i, line in enumerate(words)]
        if quote.wording:
            for i, line in enumerate(
                safe(_("printed as: {words}").format(words=quote.wording)).wrap(width - 5)
            ):
                lines.append(
                    assemble("    ", line) if i else assemble("  ", (mark("→"), "accent"), " ", line)
                )
        warning = self._warning(self.quotes[index].key)
        for i, line in enumerate(warning.wrap(width - 5) if warning else ()):
            lines.append(assemble("    " if i else "  ", line))
        about: list[Piece] = ["  ", approval(quote)]
        if quote.speakers:
            about.append("   " + _("said by {codes}").format(codes=" ".join(quote.speakers)))
        if self._places:
            about += ["   ", (cut(self._place(quote), max(4, width - 24)), "stil")]
        lines.append(assemble(*about))
        return lines

    def _warning(self, key: str) -> Content:
        """That its sentence is not the same any more."""
        kind, now = self._standing.get(key, ("", ""))
        if kind == "changed":
            words = _("changed in the answer, now: “{words}”").format(words=inert_line(now))
        elif kind == "gone":
            words = _("this sentence is no longer in the answer")
        else:
            return Content("")
        return assemble((f"{sign('warning')} ", "let-op"), safe(words))

    def _place(self, quote: Quote) -> str:
        """Where it was said: the question, and the theme when it is asked for each."""
        key = AnswerKey.parse(quote.answer)
        index = self._desk.talk.find(key.question, key.theme_or_none)
        theme = self._desk.talk.steps[index].theme_name if index is not None else None
        return f"{key.question} {mark('·')} {theme}" if theme else key.question

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All of them, up to the maximum."""
        del container, viewport
        return sum(self.item_height(index, width) for index in range(len(self.quotes))) or 1

    def on_key(self, event: events.Key) -> None:
        """A digit says what was agreed."""
        for index, known in enumerate(QUOTE_APPROVAL):
            if event.character == str(index + 1) and self.current:
                event.stop()
                event.prevent_default()
                self.post_message(self.Agreed(self.current, "approval", known))

    def action_pick(self) -> None:
        """Enter goes to the answer it was said in; at that answer it writes another wording."""
        if self._places and self.current:
            self.post_message(self.Agreed(self.current, "place"))
        else:
            self.action_wording()

    def action_who(self) -> None:
        """Say who of the participants said it."""
        if self.current and len(self._desk.talk.people) > 1:
            self.post_message(self.Agreed(self.current, "who"))

    def action_retake(self) -> None:
        """Take over the words as they are in the answer now."""
        if self.current:
            self.post_message(self.Agreed(self.current, "retake"))

    def action_wording(self) -> None:
        """Write a more general wording."""
        if self.current:
            self.post_message(self.Agreed(self.current, "wording"))

    def action_remove(self) -> None:
        """Take the quote away."""
        if self.current:
            self.post_message(self.Agreed(self.current, "remove"))


def place_of(quote: Stored[Quote] | None) -> tuple[str, str | None] | None:
    """The question (and theme) a quote was said at."""
    key = AnswerKey.parse(quote.value.answer) if quote and quote.value else None
    return (key.question, key.theme_or_none) if key else None


def legend(width: int = 76, *, keys: bool = True) -> Content:
    """What the digits mean, and the keys that no footer shows."""
    pieces: list[Piece] = ["  "]
    for index, known in enumerate(QUOTE_APPROVAL):
        pieces += [(str(index + 1), "accent"), f" {label(QUOTE_APPROVAL, known)}  "]
    if keys:
        pieces += [("w", "accent"), f" {_('wording')}  ", ("del", "accent"), f" {_('away')}"]
    made = assemble(*pieces)
    return made if made.cell_length <= width else assemble(cut(made.plain, width))


class WordingDialog(Dialog):
    """The literal words above, the wording that is printed below; every letter is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f2", "ready", "Ready", show=False)]
    DEFAULT_CSS = """
    WordingDialog NoteArea { height: 5; background: $veld; margin: 1 0 0 0; }
    WordingDialog .words { height: auto; max-height: 6; color: $kop; text-style: bold; margin: 1 0 0 0; }
    """

    def __init__(self, desk: Desk, quote: Stored[Quote]) -> None:
        super().__init__()
        self._desk = desk
        self._quote = quote
        self._area = NoteArea(placeholder=_("A sentence in which nobody can be recognised"))

    def compose(self) -> ComposeResult:
        """Literal words, field, keys."""
        with Vertical(classes="box"):
            words = self._quote.value.text if self._quote.value else ""
            yield Static(safe_block(_("The literal words")), classes="question")
            yield Static(safe_block(f"“{words}”"), classes="words")
            yield Static(safe_block(_("The wording that may be printed")), classes="question")
            yield self._area
            yield Static(Content(_("esc is ready; empty: the literal words are printed")), classes="keys")

    def on_mount(self) -> None:
        """Type at once."""
        self._desk.wording(self._quote).fill(self._area)
        self._area.focus()

    def action_ready(self) -> None:
        """Keep it and close."""
        if self._area.saver is not None:
            self._area.saver.leave(wait=True)
        self.dismiss("ready")


def _retake(view: QuoteList, key: str, desk: Desk, app: Any) -> None:
    quote = desk.talk.quotes.get(key)
    if quote is None or quote.value is None:
        return
    kind, _now = desk.standing(quote.value)
    if kind == "changed":
        answer = desk.answer_of(quote.value)
        desk.talk.retake_quote(key, (answer.worked_out, answer.text))
        view.changed()
        app.tell(_("The quote has the words of now; it has to be agreed on again."))
    elif kind == "gone":
        app.tell(_("The sentence of this quote is no longer in the answer."), "warning")
    else:
        app.tell(_("The sentence stands in the answer as it was quoted."))


def _ask_who(view: QuoteList, key: str, desk: Desk, app: Any) -> None:
    """Who of the participants said it; everyone ticked is the same as nobody."""
    quote = desk.talk.quotes.get(key)
    codes = [person.code for person in desk.talk.people]

    def said(chosen: tuple[str, ...] | None) -> None:
        if chosen is not None:
            desk.talk.change_quote(key, speakers=() if len(chosen) == len(codes) else chosen)
            view.changed()

    if quote is not None and quote.value is not None:
        app.push_screen(SpeakersDialog(codes, quote.value.speakers), said)


def settle(view: QuoteList, event: QuoteList.Agreed, desk: Desk, app: Any) -> None:
    """Do what was asked about a quote, and show it."""
    if desk.read_only is not None:
        app.tell(desk.read_only, "warning")
    elif event.what == "approval":
        desk.talk.change_quote(event.key, approval=event.approval)
        view.changed()
    elif event.what == "who":
        _ask_who(view, event.key, desk, app)
    elif event.what == "retake":
        _retake(view, event.key, desk, app)
    elif event.what == "remove":
        desk.talk.remove_quote(event.key)
        view.changed()
        app.tell(_("The quote is gone; ^z outside the text brings it back."))
    else:
        quote = desk.talk.quotes.get(event.key)
        if quote is not None:
            app.push_screen(WordingDialog(desk, quote), lambda _done: view.changed())
