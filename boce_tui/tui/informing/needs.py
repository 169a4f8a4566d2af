"""What the councils want to be told: the list, what was not delivered first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

import boce_tui.tui.informing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.informing.needs import (
    add_need,
    deliver,
    needs,
    remove_need,
    take_back_delivery,
    waiting,
)
from boce_tui.cycle.informing.saying import council_words, state_words
from boce_tui.cycle.informing.standing import DONE, RUNNING, Standing
from boce_tui.cycle.planning import bodies, documents
from boce_tui.cycle.today import today
from boce_tui.cycle.wording import shortened
from boce_tui.domain.dates import show_day
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.asking_days import day_problem
from boce_tui.tui.following_up.writing import write_document
from boce_tui.tui.informing.need_form import NeedScreen
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.signs import State, sign
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.widgets.pick_list import Column, PickRow
from boce_tui.tui.working.pick import Choice, pick

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_SIGNS: dict[str, State] = {DONE: "done", RUNNING: "busy"}
_OTHER = "-"


class NeedsScreen(ListScreen):
    """What they want to know, for whom, who delivers it, and whether it was delivered."""

    COMMANDS = (
        "planning.open", "planning.new", "needs.deliver", "needs.open", "needs.make", "planning.filter",
        "planning.remove", "planning.undo", "needs.back",
    )  # fmt: skip
    HELP_ID = "needs"

    def __init__(self, app: BoceApp) -> None:
        self.only_open = False
        self._found: dict[str, Standing] = {}
        super().__init__(app)

    def place(self) -> str:
        """The list, and whether it is all of it."""
        words = [_("What the councils want to know")]
        return " · ".join([*words, _("not delivered")] if self.only_open else words)

    def columns(self) -> Iterable[Column]:
        """Number, what, for whom, who delivers, how it stands."""
        return (
            Column(_("Number"), width=11),
            Column(_("What they want to know")),
            Column(_("For"), width=14, from_width=100),
            Column(_("Who"), width=20, from_width=90),
            Column(_("State"), width=23),
        )

    def empty(self) -> str:
        """What belongs here."""
        if self.only_open:
            return _("Everything that was asked has been delivered. t shows everything.")
        return _("Nothing was noted yet. n notes what a council wants to know, and who delivers it.")

    def summary(self) -> Content:
        """How much waits, and how much of it is late."""
        found = waiting(needs(self.dossier, self.round_id, today(self.dossier)))
        if not found:
            return assemble()
        late = sum(bool(one.days) for one in found)
        parts: list[Piece] = [
            ngettext("{n} not delivered", "{n} not delivered", len(found)).format(n=len(found))
        ]
        if late:
            parts += [" · ", (ngettext("{n} late", "{n} late", late).format(n=late), "let-op")]
        return assemble(*parts)

    def rows(self) -> list[PickRow]:
        """What waits first."""
        found = needs(self.dossier, self.round_id, today(self.dossier))
        found = waiting(found) if self.only_open else found
        self._found = {one.key: one for one in found}
        return [self._row(one) for one in found]

    def _row(self, one: Standing) -> PickRow:
        body = bodies(self.dossier).get(one.value.owner)
        words = state_words(one)
        if one.due and one.state == RUNNING:
            words = _("again {date}").format(date=show_day(one.due))
        elif one.due and one.waits:
            words = _("by {date}").format(date=show_day(one.due))
        state: Piece = f"{sign(_SIGNS.get(one.state, 'open'))} {words}"
        if one.days:
            state = (f"! {_('late: {date}').format(date=show_day(one.due))}", "let-op")
        who: Piece = body.name if body else one.value.owner or (_("nobody named"), "let-op")
        cells: tuple[Piece, ...] = (
            (one.number, "accent"), one.value.text, council_words(self.dossier, one), who, state,
        )  # fmt: skip
        return PickRow(one.key, cells, " ".join(each.document for each in one.value.deliveries))

    def can(self, command_id: str) -> bool:
        """Delivering needs a row; taking back a delivery."""
        if command_id in ("needs.deliver", "needs.back"):
            one = self._found.get(self.list.current or "")
            if one is None or self.dossier.read_only:
                return False
            return command_id == "needs.deliver" or bool(one.value.deliveries)
        return super().can(command_id)

    def open_item(self, item: str) -> None:
        """The form."""
        self.boce.open(NeedScreen(self.boce, item))

    def new(self) -> None:
        """By what they want to know."""
        ask_text(self.boce, _("What do the councils want to know?"), self._add)

    def _add(self, text: str) -> None:
        key = self.do(shortened(text), lambda dossier: add_need(dossier, self.round_id, text=text).key)
        if key:
            self.list.go_to(key)
            self.open_item(key)

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take it off the list."""
        remove_need(dossier, item)

    def removed_words(self, item: str) -> str:
        """By its number."""
        one = self._found.get(item)
        return _("{item} taken away").format(item=one.number if one else item)

    def action_needs_open(self) -> None:
        """Only what was not delivered, or everything."""
        self.only_open = not self.only_open
        self.list.show_empty(self.empty())
        self.show()

    def action_needs_deliver(self) -> None:
        """In which document, and when."""
        one = self._found.get(self.list.current or "")
        if one is None:
            return
        options = [
            Choice(id_, kept.title, show_day(kept.date))
            for id_, kept in reversed(documents(self.dossier, self.round_id).items())
        ]
        options.append(Choice(_OTHER, _("something else: type what it is"), always=True))

        def chosen(id_: str) -> None:
            if id_ == _OTHER:
                ask_text(self.boce, _("In which document was it delivered?"), lambda words: dated(words, ""))
            else:
                kept = documents(self.dossier, self.round_id)[id_]
                dated(id_, kept.date if len(kept.date) == len("2041-05-12") else "")

        def dated(document: str, day: str) -> None:
            ask_text(
                self.boce,
                _("On which day was it delivered?"),
                lambda typed: self._deliver(one, typed, document),
                text=show_day(day or today(self.dossier).isoformat()),
                check=day_problem,
            )

        pick(
            self.boce,
            _("In which document was {number} delivered?").format(number=one.number),
            options,
            chosen,
        )

    def _deliver(self, one: Standing, day: str, document: str) -> None:
        words = _("{number} delivered").format(number=one.number)
        self.do(
            words,
            lambda dossier: deliver(dossier, one.key, day, document, round_id=self.round_id),
        )

    def action_needs_back(self) -> None:
        """The last delivery was a mistake."""
        one = self._found.get(self.list.current or "")
        if one is not None and one.value.deliveries:
            words = _("{number} not delivered").format(number=one.number)
            self.do(words, lambda dossier: take_back_delivery(dossier, one.key))

    def action_needs_make(self) -> None:
        """Write the list."""
        from boce_tui.cycle.informing.documents import prepare_needs

        write_document(
            self.boce,
            _("what-councils-want-to-know-{round}").format(round=self.round_id),
            lambda names: prepare_needs(self.dossier, self.round_id, names),
            _("Where does the list go?"),
        )
