"""What becomes of the recommendations that are followed up: progress, note, source, actions."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.following_up.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.following_up import earlier as following
from boce_tui.cycle.following_up.actions import Promise, add_action, promises
from boce_tui.cycle.following_up.decided import Followed, followed
from boce_tui.cycle.following_up.earlier import Earlier
from boce_tui.cycle.following_up.saying import decisions, late_words, nothing_yet, state_words, text_words
from boce_tui.cycle.following_up.shown import can_show, shown_by, words_of
from boce_tui.cycle.today import today
from boce_tui.domain.dates import show_day
from boce_tui.domain.recommendation import FollowUp, Recommendation
from boce_tui.domain.vocabulary import PROGRESS_CLASS, label
from boce_tui.locale import _
from boce_tui.tui.following_up.leading import LeadingScreen
from boce_tui.tui.signs import State, sign
from boce_tui.tui.text import Piece, assemble, lines, safe, safe_block
from boce_tui.tui.widgets.fields import write_day
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.whole_text import WholeText
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import Item
from boce_tui.tui.working.text_field import TextField

_SIGNS: dict[str, State] = {
    "done": "done",
    "in_progress": "busy",
    "other_action": "busy",
    "no_action": "warning",
}


class FollowUpScreen(LeadingScreen):
    """The earlier recommendations and what became of them.

    Args:
        key: Key of the one to begin at.
    """

    COMMANDS = ("earlier.write", "earlier.progress", "earlier.action", "panes.next", "list.filter")
    HELP_ID = "recommending.earlier"
    AUTO_FOCUS = "_RowsView"
    DEFAULT_CSS = """
    FollowUpScreen NoteArea { height: 1fr; min-height: 3; padding: 0; background: $veld; }
    FollowUpScreen LineArea { height: 1; min-height: 1; }
    FollowUpScreen .label { height: auto; color: $stil; margin: 1 0 0 0; }
    FollowUpScreen #advice { height: auto; max-height: 8; color: $foreground; }
    """

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self._wanted = key
        note = NoteArea(id="note", placeholder=_("What was done, and by whom?"))
        source = LineArea(id="source", placeholder=_("a document, a decision, an interview"))
        self._note = TextField(
            self, note, FollowUp, "note", lambda d, k, t: following.change_follow_up(d, k, note=t)
        )
        self._source = TextField(
            self, source, FollowUp, "source", lambda d, k, t: following.change_follow_up(d, k, source=t)
        )
        self._advice = Static(id="advice")
        self._labels = Static(classes="label"), Static(classes="label")
        self._list = PickList(
            Column(width=8),
            Column(),
            Column(width=22, from_width=56),
            empty=nothing_yet(),
        )
        self._panes: Panes | None = None
        self._items: dict[str, Earlier] = {}
        self._followed: dict[str, Followed] = {}
        self._promises: dict[str, list[Promise]] = {}

    # --- the screen ---------------------------------------------------------------------------------------

    def place(self) -> str:
        """The list."""
        return _("Follow-up of the recommendations")

    def aside(self) -> str:
        """Of how many it is known."""
        known = sum(item.follow_up is not None for item in self._items.values())
        return _("{done} of {total}").format(done=known, total=len(self._items)) if self._items else ""

    def compose_body(self) -> ComposeResult:
        """The list left, the note right."""
        self._panes = Panes(
            [
                Pane("list", _("List"), (self._list, WholeText(self._list, under=100)), share=6),
                Pane(
                    "note",
                    _("What became of it"),
                    (self._advice, self._labels[0], self._note.area, self._labels[1], self._source.area),
                    share=5,
                ),
            ]
        )
        yield self._panes

    def can(self, command_id: str) -> bool:
        """Only when there is something."""
        if command_id in ("earlier.write", "earlier.progress", "earlier.action", "earlier.link"):
            return self._list.current is not None
        return super().can(command_id)

    def on_language(self) -> None:
        """Other labels; the text stays."""
        self._list.show_empty(nothing_yet())
        if self._panes is not None:
            self._panes.show_title("list", _("List"))
            self._panes.show_title("note", _("What became of it"))
        self.show()

    # --- showing ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Read them again; the text being typed stays."""
        self._labels[0].update(assemble(_("What became of it")))
        self._labels[1].update(assemble(_("Based on")))
        self._show_list()
        if self._wanted:
            self._list.go_to(self._wanted)
            self._wanted = ""
        self._show_one()

    def _show_list(self) -> None:
        self._followed = followed(self.dossier, self.round_id)
        self._items = {
            key: Earlier(one.number, key, one.value, one.follow_up) for key, one in self._followed.items()
        }
        self.can_show = can_show(self.dossier, self.round_id)
        self._promises = {}
        for one in promises(self.dossier, self.round_id, today(self.dossier)):
            self._promises.setdefault(one.about.key, []).append(one)
        self._list.show([_row(item) for item in self._items.values()])

    def _show_one(self) -> None:
        item = self._items.get(self._list.current or "")
        self._note.show(item.key if item else "")
        self._source.show(item.key if item else "")
        self._advice.update(self._about(item))
        self.refresh_bars()

    def _about(self, item: Earlier | None) -> Content:
        """The recommendation and its actions."""
        if item is None:
            return Content("")
        actions = [one for one in self._promises.get(item.key, ()) if one.action is not None]
        shown = shown_by(self.can_show, item.follow_up)
        return lines(
            _advice(item),
            *self._decision(item),
            *(safe(f"{sign('done')} {words_of(one)}", "stil") for one in shown),
            *(_action(one) for one in actions),
        )

    def _decision(self, item: Earlier) -> list[Content]:
        """What was decided, when something was."""
        about = self._followed.get(item.key)
        if about is None or not about.choices:
            return []
        return [safe(words, "stil") for words in decisions(self.dossier, about)]

    def saved(self) -> None:
        """A note became a revision."""
        self._show_list()
        item = self._items.get(self._list.current or "")
        self._advice.update(self._about(item))
        self.refresh_bars()

    def evidence_of(self) -> Item | None:
        """The recommendation under the cursor."""
        return (Recommendation.entity, self._list.current) if self._list.current else None

    @on(ItemsView.Moved)
    def _moved(self) -> None:
        self._show_one()

    @on(ItemsView.Picked)
    def _picked(self) -> None:
        self.action_earlier_write()

    def action_back(self) -> None:
        """From the note to the list, then out."""
        if self._panes is not None and (self.on_it(self._note.area) or self.on_it(self._source.area)):
            self.settle()
            self._panes.go_to("list")
            self._list.focus()
        else:
            super().action_back()

    def action_earlier_write(self) -> None:
        """To the note."""
        if self._panes is not None and self._list.current:
            self._panes.go_to("note")
            self._note.area.focus()

    def action_earlier_action(self) -> None:
        """Agree on one for the recommendation under the cursor."""
        from boce_tui.tui.following_up.actions import ActionScreen

        key = self._list.current
        if key is None:
            return
        made = self.do(_("a new action"), lambda dossier: add_action(dossier, key).key)
        if made:
            self.boce.open(ActionScreen(self.boce, made))

    def chosen(self) -> tuple[str, str] | None:
        """Key and number of the recommendation under the cursor."""
        item = self._items.get(self._list.current or "")
        return (item.key, item.number) if item else None

    def action_earlier_progress(self) -> None:
        """How far it is."""
        item = self._items.get(self._list.current or "")
        if item is None:
            return
        options = [
            Choice(progress, label(PROGRESS_CLASS, progress), on=progress == item.progress)
            for progress in PROGRESS_CLASS
        ]

        def chosen(progress: str) -> None:
            if item.follow_up is None and not self.dossier.read_only:
                # Its own beginning is no part of the step: taking that back must leave a note typed later.
                following.change_follow_up(self.dossier, item.key)
            self.do(
                _("progress of {number}").format(number=item.number),
                lambda d: following.change_follow_up(d, item.key, progress=progress),
            )

        pick(self.boce, _("How far is {number}?").format(number=item.number), options, chosen)


def _row(item: Earlier) -> PickRow:
    state = _SIGNS.get(item.progress, "open")
    words = label(PROGRESS_CLASS, item.progress) if item.follow_up else _("not noted yet")
    progress: Piece = f"{sign(state)} {words}" if item.follow_up else (f"{sign('open')} {words}", "stil")
    if item.unproven:
        progress = (f"! {words}", "let-op")
    return PickRow(item.key, ((item.number, "accent"), item.value.text, progress))


def _action(one: Promise) -> Content:
    late = late_words(one)
    words = f"{state_words(one)} {show_day(one.deadline)}".strip()
    return assemble(
        (f"{sign('done' if not one.waits else 'busy')} ", "stil"),
        " ".join(text_words(one).split()),
        (f"  {words}", "stil"),
        (f"  ! {late}" if late else "", "let-op"),
    )


def _advice(item: Earlier) -> Content:
    rows: list[Content] = [assemble((item.number, "kop"), "  ", label(PROGRESS_CLASS, item.progress))]
    if item.follow_up and item.follow_up.date:
        rows[0] = assemble(rows[0], (f"  {write_day(item.follow_up.date)}", "stil"))
    if item.unproven:
        rows.append(assemble(("! " + _("Nothing is named yet that shows it."), "let-op")))
    return lines(*rows, safe_block(item.value.text))
