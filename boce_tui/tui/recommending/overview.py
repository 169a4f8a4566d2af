"""The list of recommendations: in number order with their groups, or per theme."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.recommending.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle import recommending
from boce_tui.cycle.recommending import Numbered
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.keys import join, last
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.recommending import groups
from boce_tui.tui.recommending.list_rows import ListRows
from boce_tui.tui.recommending.recommendation import RecommendationScreen
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList
from boce_tui.tui.widgets.whole_text import WholeText
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import Item, WorkingScreen

_ON_ITEM = {"advice.move", "advice.check"}
_ON_GROUP = {"advice.group-theme"}
_ON_ROW = {"advice.open", "advice.up", "advice.down", "advice.delete"}


class RecommendationsScreen(WorkingScreen):
    """All recommendations of the round.

    Args:
        key: Key of the recommendation or group to begin at.
    """

    COMMANDS = (
        "advice.open",
        "advice.new",
        "advice.new-group",
        "advice.move",
        "advice.check",
        "advice.per-theme",
        "advice.up",
        "advice.down",
        "advice.group-theme",
        "advice.delete",
        "list.filter",
    )
    HELP_ID = "recommending.list"
    AUTO_FOCUS = "_RowsView"

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self._wanted = key
        self._per_theme = False
        self._list = PickList(
            Column(width=4),
            Column(),
            Column(width=20, from_width=100),
            Column(width=10, from_width=74),
            Column(width=2),
            empty=_("No recommendations yet. n starts the first one, in a group."),
        )
        self._items: dict[str, Numbered] = {}
        self._groups: dict[str, RecommendationGroup] = {}

    # --- the screen ---------------------------------------------------------------------------------------

    def place(self) -> str:
        """The list, and how it is ordered."""
        return _("Recommendations per theme") if self._per_theme else _("Recommendations")

    def aside(self) -> str:
        """How many are checked."""
        kept = [n for n in self._items.values() if not n.value.dropped]
        done = sum(n.value.final for n in kept)
        return _("{done} of {total} checked").format(done=done, total=len(kept)) if kept else ""

    def compose_body(self) -> ComposeResult:
        """One list, and under it the whole of the row under the cursor."""
        yield self._list
        yield WholeText(self._list)

    def can(self, command_id: str) -> bool:
        """What makes sense for the line under the cursor."""
        key = self._list.current or ""
        if command_id in _ON_ITEM:
            return key in self._items
        if command_id in _ON_GROUP:
            return key in self._groups
        if command_id in ("advice.up", "advice.down") and self._per_theme:
            return False
        if command_id in _ON_ROW:
            return key in self._items or key in self._groups
        return super().can(command_id)

    def on_language(self) -> None:
        """The same in the other language."""
        self._list.show_empty(_("No recommendations yet. n starts the first one, in a group."))
        self.show()

    # --- showing ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Read them again; the numbers are those of now."""
        self._items = {n.key: n for n in recommending.recommendations(self.dossier, self.round_id)}
        self._groups = {g.key: g.value for g in recommending.groups(self.dossier, self.round_id) if g.value}
        rows = ListRows(self.dossier, self.round_id)
        self._list.show(rows.per_theme() if self._per_theme else rows.in_order(self._items, self._groups))
        if self._wanted:
            self._list.go_to(self._wanted)
            self._wanted = ""
        self.refresh_bars()

    def evidence_of(self) -> Item | None:
        """The recommendation under the cursor."""
        key = self._list.current
        return (Recommendation.entity, key) if key in self._items else None

    # --- doing --------------------------------------------------------------------------------------------

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        item = self._items.get(event.item)
        if item and item.missing and not item.value.dropped:
            self.tell(_("Still missing: {what}").format(what=", ".join(item.missing)))
        self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        if event.item in self._items:
            self.boce.open(RecommendationScreen(event.item))
        elif event.item in self._groups:
            groups.rename(self, event.item, self._groups[event.item])

    def action_advice_open(self) -> None:
        """The recommendation, or the title of the group."""
        self._list.view.action_pick()

    def _group_here(self) -> str:
        key = self._list.current or ""
        if key in self._items:
            return self._items[key].value.group
        return last(key) if key in self._groups else last(next(reversed(self._groups), ""))

    def action_advice_new(self) -> None:
        """An empty one in the group under the cursor; without any group that comes first."""
        if not self._groups:
            groups.new(self, self._new_in)
        else:
            self._new_in(self._group_here())

    def _new_in(self, group: str) -> None:
        found = self.dossier.value(RecommendationGroup, join(self.round_id, group))
        theme = found.theme if found else "general"
        made = self.do(
            _("new recommendation"),
            lambda d: recommending.new_recommendation(d, self.round_id, group, theme),
        )
        if made is not None:
            self._wanted = made.key
            self.boce.open(RecommendationScreen(made.key))

    def action_advice_new_group(self) -> None:
        """A group at the end."""

        def made(group: str) -> None:
            self._list.go_to(join(self.round_id, group))

        groups.new(self, made)

    def action_advice_group_theme(self) -> None:
        """Another theme for the group."""
        key = self._list.current or ""
        if key in self._groups:
            groups.choose_theme(self, key, self._groups[key].theme)

    def action_advice_move(self) -> None:
        """To the end of another group."""
        key = self._list.current or ""
        item = self._items.get(key)
        if item is None:
            return
        options = [
            Choice(last(group), value.title, theme_name(self.dossier, value.theme))
            for group, value in self._groups.items()
            if last(group) != item.value.group
        ]
        if not options:
            self.tell(_("There is no other group yet: N starts one."))
            return
        question = _("Move {number} to which group?").format(number=item.number)
        pick(self.boce, question, options, lambda group: self._move_to(key, group))

    def _move_to(self, key: str, group: str) -> None:
        self.do(_("moving"), lambda d: recommending.move_to_group(d, key, group))

    def _step(self, step: int) -> None:
        key = self._list.current or ""

        def work(dossier: Dossier) -> bool:
            move = recommending.move if key in self._items else recommending.move_group
            move(dossier, key, step)
            return True

        self.do(_("moving"), work)

    def action_advice_up(self) -> None:
        """One place up."""
        self._step(-1)

    def action_advice_down(self) -> None:
        """One place down."""
        self._step(1)

    def action_advice_check(self) -> None:
        """Checked, or no longer."""
        item = self._items.get(self._list.current or "")
        if item:
            check(self, item)

    def action_advice_per_theme(self) -> None:
        """The other order; the cursor stays on the same one."""
        self._per_theme = not self._per_theme
        self.show()

    def action_advice_delete(self) -> None:
        """Delete the recommendation, or an empty group."""
        key = self._list.current or ""
        if key in self._groups:
            title = shortened(self._groups[key].title, 30)
            self.do(
                _("deletion of {name}").format(name=title),
                lambda d: recommending.delete_group(d, key),
            )
        elif key in self._items:
            item = self._items[key]
            name = f"{item.number} {shortened(item.value.text, 30)}".strip()
            gone = self.do(_("deletion of {name}").format(name=name), lambda d: recommending.remove(d, key))
            if gone is not None:
                self.tell(
                    _("Deleted: {name}. u brings it back.").format(name=name)
                    if gone
                    else _("{number} now says that it was dropped; its number stays taken.").format(
                        number=item.number
                    )
                )


def check(screen: WorkingScreen, item: Numbered) -> None:
    """Mark a recommendation as checked, or take the mark away; say what is missing."""
    final = not item.value.final
    done = screen.do(
        _("mark “checked”"),
        lambda d: recommending.change_recommendation(d, item.key, final=final),
    )
    if done is not None:
        words = (
            _("{number} is marked as checked.") if final else _("{number} is no longer marked as checked.")
        )
        screen.tell(words.format(number=item.number))
