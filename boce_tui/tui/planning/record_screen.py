"""The form of one item: every field keeps itself as soon as it is left, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.planning.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.planning import FieldProblem
from boce_tui.domain.base import Entity
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import TEXTS, Entry, as_text
from boce_tui.tui.planning.form import RecordForm, fill, fitting
from boce_tui.tui.planning.moving import ArrowKeys
from boce_tui.tui.planning.pick_field import PickField
from boce_tui.tui.planning.texts import BoundText, Text
from boce_tui.tui.planning.widgets import PairField, areas_of
from boce_tui.tui.widgets.choice import ChoiceLine, Choices, MultiChoice
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.working.screen import undo_book
from boce_tui.tui.working.steps import take_back

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


_AT_A_TIME = 4


class RecordScreen(ArrowKeys):
    """The form of one item of the dossier.

    A subclass gives `kind`, `entries`, `change` (keeps other values) and `place`.

    Args:
        app: The app.
        key: The key of the item.
    """

    COMMANDS: ClassVar[Sequence[str]] = ("planning.undo-form",)  # type: ignore[assignment]  # as in BoceScreen
    HELP_ID = "planning.form"
    AUTO_FOCUS = ""
    kind: type[Entity]

    def __init__(self, app: BoceApp, key: str) -> None:
        super().__init__()
        self.dossier: Dossier = app.dossier
        self.key = key
        self._warned = False
        self._entries: dict[str, Entry] = {}
        self._texts: dict[str, list[BoundText]] = {}
        self.form = RecordForm(())

    # --- what a subclass gives ----------------------------------------------------------------------------

    def entries(self) -> Iterable[Entry]:
        """The fields, in order."""
        raise NotImplementedError

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values of the item."""
        raise NotImplementedError

    def frozen(self) -> str:
        """Why nothing can be changed here, or nothing."""
        return self.dossier.read_only or ""

    def first_field(self) -> str:
        """The field that has the focus at first."""
        return next(iter(self._entries), "")

    # --- the item -----------------------------------------------------------------------------------------

    @property
    def item(self) -> Any:
        """The item as the dossier holds it now, or None."""
        return self.dossier.value(self.kind, self.key)

    def value_of(self, entry: Entry) -> Any:
        """The value of a field now."""
        return entry.get() if entry.get is not None else getattr(self.item, entry.id)

    def _put(self, dossier: Dossier, entry: Entry, value: Any) -> Any:
        if entry.put is not None:
            return entry.put(dossier, value)
        return self.change(dossier, **{entry.id: value})

    # --- the screen ---------------------------------------------------------------------------------------

    def compose_body(self) -> ComposeResult:
        """The form."""
        self._entries = {entry.id: entry for entry in self.entries()}
        found = list(self._entries.values())
        first = fitting(found, self.app.size.height)
        self.form = RecordForm([entry.row() for entry in found], first, read_only=bool(self.frozen()))
        yield self.form

    def on_mount(self) -> None:
        """Fill the form; the cursor stands in the first field."""
        for entry in self._shown_entries():
            self._bind(entry)
        self.show()
        self.call_after_refresh(self._show_more)
        if self.first_field() in self._entries:
            # At once, not after the next paint: someone may be typing ahead.
            field = self.form.field(self.first_field())
            self.set_focus(field.planned if isinstance(field, PairField) else field)
        if self.frozen():
            self.tell(self.frozen(), "warning")
        self.refresh_bars()

    def on_screen_resume(self) -> None:
        """Back from another screen: things may have changed there."""
        if self.was_away:
            self.show()

    def _shown_entries(self) -> list[Entry]:
        return [entry for entry in self._entries.values() if self.form.has_row(entry.id)]

    async def _show_more(self) -> None:
        """The rows below the screen come a few at a time, so that typing never waits for them."""
        more = await self.form.mount_more(_AT_A_TIME) if self.is_attached else []
        for row in more:
            if row in self._entries:
                self._bind(self._entries[row])
                self._show_entry(self._entries[row])
        if more:
            self.call_after_refresh(self._show_more)

    def _bind(self, entry: Entry) -> None:
        field = self.form.field(entry.id)
        areas = areas_of(field)
        for at, area in enumerate(areas):
            self._bind_text(entry, area, self._half(entry, at) if len(areas) > 1 else self._whole(entry))
        if isinstance(field, PickField):
            field.options = entry.options
            field.question = entry.said

    def _bind_text(self, entry: Entry, area: NoteArea, text: Text) -> None:
        bound = BoundText(
            self.dossier,
            area,
            text,
            lambda: self._show_problems(entry),
            self.changed,
        )
        self._texts.setdefault(entry.id, []).append(bound)

    def _show_problems(self, entry: Entry) -> None:
        said = [bound.problem for bound in self._texts.get(entry.id, ()) if bound.problem]
        self.form.show_problem(entry.id, " ".join(said))

    def _whole(self, entry: Entry) -> Text:
        # A value is typed otherwise than it is kept: after a crash the two are not compared.
        tail = "" if entry.kind == "block" else ".typed"
        return Text(
            entry.draft or f"{self.kind.entity}:{self.key}:{entry.id}{tail}",
            lambda: as_text(entry, self.value_of(entry)) if self.item is not None else "",
            lambda typed: self._put(self.dossier, entry, typed),
            entry.kind != "block" if entry.whole is None else entry.whole,
        )

    def _half(self, entry: Entry, at: int) -> Text:
        def write(typed: str) -> Any:
            both = list(self.value_of(entry))
            both[at] = typed
            return self._put(self.dossier, entry, tuple(both))

        name = ("planned", "actual")[at]
        return Text(
            f"{self.kind.entity}:{self.key}:{entry.id}.{name}.typed",
            lambda: as_text(entry, self.value_of(entry)[at]) if self.item is not None else "",
            write,
        )

    def show(self) -> None:
        """Read the item again; what is being typed stays."""
        if self.item is None:
            self.call_later(self._gone)
            return
        for entry in self._shown_entries():
            self._show_entry(entry)

    def _show_entry(self, entry: Entry) -> None:
        if entry.kind not in TEXTS:
            fill(self.form, entry, self.value_of(entry))
            return
        for bound in self._texts.get(entry.id, ()):  # a row may stand there before it is bound
            bound.show(read_only=bool(self.frozen()))

    def _gone(self) -> None:
        if self.is_current:
            self.boce.go_back()

    def changed(self) -> None:
        """Something was kept: show what follows from it."""
        self.show()
        self.refresh_bars()

    def on_language(self) -> None:
        """Other words, same texts and focus."""
        for entry in self._shown_entries():
            self.form.show_label(entry.id, entry.said(), entry.said_hint())
            field = self.form.field(entry.id)
            if isinstance(field, PairField):
                field.show_words()
        self.show()

    # --- changing -----------------------------------------------------------------------------------------

    @on(ChoiceLine.Chosen)
    def _one_chosen(self, event: ChoiceLine.Chosen) -> None:
        event.stop()
        self._keep(event.line, event.option or "")

    @on(MultiChoice.Changed)
    def _many_chosen(self, event: MultiChoice.Changed) -> None:
        event.stop()
        self._keep(event.line, event.options)

    @on(PickField.Chosen)
    def _picked(self, event: PickField.Chosen) -> None:
        event.stop()
        chosen: Any = event.options
        self._keep(event.field, chosen if event.field.many else (chosen[0] if chosen else ""))

    def _keep(self, field: Choices | PickField, value: Any) -> None:
        entry = next((e for e in self._shown_entries() if self.form.field(e.id) is field), None)
        if entry is not None:
            self.keep(entry, value)

    def keep(self, entry: Entry, value: Any) -> None:
        """Keep a chosen value; one step that can be taken back."""
        if isinstance(self.value_of(entry), bool) and isinstance(value, str):
            value = value == "yes"
        try:
            undo_book(self.dossier).do(entry.said(), lambda dossier: self._put(dossier, entry, value))
        except FieldProblem as problem:
            self.form.show_problem(entry.id, " ".join((problem.message, problem.hint)))
        except BoceError as problem:
            self.boce.tell_problem(problem)
        else:
            self.form.show_problem(entry.id, "")
        self.changed()

    def settle(self) -> None:
        """Make revisions of everything typed here."""
        for bound in chain(*self._texts.values()):
            bound.settle()

    @on(LineArea.Submitted)
    def _line_ready(self, event: LineArea.Submitted) -> None:
        event.stop()
        self.focus_next()

    def do(self, words: str, work: Callable[[Dossier], Any]) -> bool:
        """Do one step that can be taken back; False when it could not be done (the person was told why)."""
        self.settle()
        try:
            undo_book(self.dossier).do(words, work)
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return False
        self.changed()
        return True

    def action_undo(self) -> None:
        """Take back the last step."""
        self.settle()
        take_back(self, self.changed)

    def action_planning_undo_form(self) -> None:
        """The same, also from within a text field."""
        self.action_undo()

    def action_back(self) -> None:
        """Leave; once more is asked for when something typed cannot be kept."""
        self.settle()
        wrong = [bound for bound in chain(*self._texts.values()) if bound.wrong is not None]
        if wrong and not self._warned:
            self._warned = True
            wrong[0].area.focus()
            self.tell(
                _("This is not right yet: {problem} Once more esc leaves it as it was.").format(
                    problem=wrong[0].wrong.message if wrong[0].wrong else ""
                ),
                "warning",
            )
            return
        for bound in wrong:
            bound.give_up()
        self.boce.go_back()
