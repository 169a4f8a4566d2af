"""The review at a glance: which files came back, and what waits."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.reviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.reviewing.doubts import waiting
from boce_tui.cycle.reviewing.remarks import remarks
from boce_tui.cycle.reviewing.sending import prepare_review, sent, sent_files
from boce_tui.cycle.reviewing.taking_in import Taken, plan
from boce_tui.cycle.reviewing.voices import reviews, sender
from boce_tui.domain.dates import show_day
from boce_tui.domain.reviewing import Review
from boce_tui.errors import BoceError
from boce_tui.exchange.review_file.reading import LARGEST
from boce_tui.files import reason
from boce_tui.locale import _, ngettext
from boce_tui.names import Names
from boce_tui.tui.ask_file import ask_file
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import WorkingScreen


class CameBackScreen(WorkingScreen):
    """The files that were read in, the latest first."""

    COMMANDS = (
        "reviewing.make",
        "reviewing.read-in",
        "reviewing.doubts",
        "reviewing.remarks",
        "reviewing.views",
    )
    HELP_ID = "reviewing.came-back"
    AUTO_FOCUS = "_RowsView"
    DEFAULT_CSS = "CameBackScreen .summary { height: auto; padding: 0 2 1 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._list = PickList(
            Column(width=2),
            Column(),
            Column(width=8),
            Column(width=11),
            Column(width=24, from_width=60),
            empty=self._empty(),
        )
        self._summary = Static(classes="summary")

    @staticmethod
    def _empty() -> str:
        return _("Nothing came back yet. m makes the file to send around, i reads in what comes back.")

    def place(self) -> str:
        """The review."""
        return _("Review of the report")

    def compose_body(self) -> ComposeResult:
        """What waits, and the files."""
        yield self._summary
        yield self._list

    def can(self, command_id: str) -> bool:
        """Doubts and remarks only when there are any."""
        if not self._is_shown:
            return super().can(command_id)
        if command_id == "reviewing.doubts":
            return bool(self._doubts)
        if command_id == "reviewing.remarks":
            return bool(self._remarks)
        return super().can(command_id)

    _doubts = 0
    _remarks = 0

    def show(self) -> None:
        """Read them again."""
        found = waiting(self.dossier, self.round_id)
        listed = remarks(self.dossier, self.round_id)
        self._doubts, self._remarks = len(found), len(listed)
        self._list.show_empty(self._empty())
        rows = []
        for item in reviews(self.dossier, self.round_id):
            if item.value is None:
                continue
            mine = sum(doubt.review == item.key for doubt in found.values())
            rows.append(PickRow(item.key, self._cells(item.value, mine)))
        self._list.show(rows)
        made = len(sent_files(self.dossier, self.round_id))
        open_remarks = sum(not one.done for one in listed)
        self._summary.update(
            assemble(
                " · ".join(
                    (
                        ngettext("{n} review file made", "{n} review files made", made).format(n=made),
                        ngettext("{n} item waits for you", "{n} items wait for you", len(found)).format(
                            n=len(found)
                        ),
                        _("remarks: {done} of {total} done").format(
                            done=len(listed) - open_remarks, total=len(listed)
                        ),
                    )
                )
            )
        )
        self.refresh_bars()

    def _cells(self, review: Review, waits: int) -> tuple[Piece, ...]:
        who = sender(self.dossier, review) or _("it does not say who")
        state = (
            ngettext("{n} item waits", "{n} items wait", waits).format(n=waits) if waits else _("all noted")
        )
        return (
            (sign("warning"), "let-op") if waits else (sign("done"), "ok"),
            who,
            review.version,
            show_day(review.date),
            (state, "let-op" if waits else "stil"),
        )

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        if self._doubts:
            self.action_reviewing_doubts()
        else:
            self.action_reviewing_views()

    def action_reviewing_make(self) -> None:
        """Check it, ask where, write and keep it."""
        with_names(self.boce, self._make_with)

    def _make_with(self, names: Names) -> None:
        dossier, round_id = self.dossier, self.round_id
        try:
            review = prepare_review(dossier, round_id, names)
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        stops = [finding for finding in review.made.findings if finding.severity == "error"]
        if stops:
            self.tell(f"{stops[0].place} · {stops[0].message} {stops[0].how_to_mend}", "warning")
            return
        where = Path.home() / f"review-{round_id}-{review.kept.version}.md"

        def written() -> None:
            sent(dossier, round_id, review)
            self.show()

        ask_where(
            self.boce,
            review.made.markdown,
            str(where),
            question=_("Where does the review file go?"),
            then=written,
            detail=review.made.between,
        )

    def action_reviewing_read_in(self) -> None:
        """Which file."""
        ask_file(
            self.boce,
            _("Which file came back?"),
            self._read,
            suffixes=(".md", ".markdown", ".txt"),
            detail=_(
                "A file, or the folder it is in: then you choose. Nothing is noted yet: first you see what "
                "it says."
            ),
        )

    def _read(self, path: Path) -> None:
        def look() -> tuple[Taken, bytes]:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
            return plan(self.dossier, self.round_id, data, path.name), data

        def looked(found: tuple[Taken, bytes]) -> None:
            from boce_tui.tui.reviewing.incoming import IncomingScreen

            taken, data = found
            dossier, round_id = self.dossier, self.round_id
            screen = IncomingScreen(
                path.name, taken, lambda who: plan(dossier, round_id, data, path.name, who)
            )
            self.boce.open(screen, lambda _nothing: self.show())

        def failed(error: Exception) -> None:
            if not isinstance(error, OSError):
                self.boce.tell_failure(error)
                return
            text = _("{file} cannot be read: {reason}. Nothing was changed.")
            self.boce.tell(text.format(file=path.name, reason=reason(error)), "error")

        self.in_background(look, looked, failed)

    def action_reviewing_doubts(self) -> None:
        """What waits."""
        from boce_tui.tui.reviewing.doubts import DoubtsScreen

        self.boce.open(DoubtsScreen())

    def action_reviewing_remarks(self) -> None:
        """The remarks."""
        from boce_tui.tui.reviewing.remarks import RemarksScreen

        self.boce.open(RemarksScreen())

    def action_reviewing_views(self) -> None:
        """Side by side."""
        from boce_tui.tui.reviewing.views import ViewsScreen

        self.boce.open(ViewsScreen())
