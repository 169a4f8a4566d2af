"""A file that came back: left what it says, right what we have and what came in; nothing before enter."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.reviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.deciding.standing import colleges, decision_key
from boce_tui.cycle.reviewing.doubts import MEMBER
from boce_tui.cycle.reviewing.judging import spoken
from boce_tui.cycle.reviewing.remarks import where
from boce_tui.cycle.reviewing.taking_in import Taken, carry_out
from boce_tui.cycle.titles import Titles
from boce_tui.domain.dates import show_day
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.reviewing import DOUBT, STEERING_GROUP, ReviewItem
from boce_tui.domain.vocabulary import DECISION_CHOICE, label
from boce_tui.errors import BoceError
from boce_tui.locale import _, ngettext
from boce_tui.tui.asking_days import day_problem
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.widgets.diff_view import DiffView, Part
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import WorkingScreen


class IncomingScreen(WorkingScreen):
    """What reading one file in would do.

    Args:
        name: Name of the file.
        taken: What it says.
        read_as: Reads it once more, on behalf of somebody else.
    """

    COMMANDS = ("reviewing.take", "reviewing.of-whom", "panes.next")
    HELP_ID = "reviewing.incoming"
    AUTO_FOCUS = "#said _RowsView"
    DEFAULT_CSS = "IncomingScreen .summary { height: auto; padding: 0 2; }"

    def __init__(self, name: str, taken: Taken, read_as: Callable[[str], Taken]) -> None:
        super().__init__()
        self._name, self._taken, self._read_as = name, taken, read_as
        self._texts: dict[str, list[Part]] = {}
        self._list = PickList(Column(width=2), Column(width=11), Column(), id="said")
        self._diff = DiffView(id="words")
        self._summary = Static(classes="summary")
        self._panes = Panes(
            [
                Pane("said", _("What it says"), (self._list,), share=5),
                Pane("words", _("We have, and what came in"), (self._diff,), share=5),
            ],
            esc_first=True,
        )

    def place(self) -> str:
        """Whose file."""
        who = self._taken.who or _("it does not say who")
        return _("{file} · {who}").format(file=self._name, who=who)

    def compose_body(self) -> ComposeResult:
        """What it says, and what enter does."""
        yield self._panes
        yield self._summary

    def show(self) -> None:
        """All of it."""
        self._panes.show_title("said", _("What it says"))
        self._panes.show_title("words", _("We have, and what came in"))
        self._list.show(self._rows())
        self._summary.update(assemble((self._what_happens(), "accent")))
        self._show(self._list.current or "")
        self.refresh_bars()

    def _what_happens(self) -> str:
        taken = self._taken
        if taken.known:
            return _("This was read in before: enter changes nothing.")
        said = ngettext("{n} view", "{n} views", len(taken.noted)).format(n=len(taken.noted))
        told = ngettext("{n} remark", "{n} remarks", len(taken.remarks)).format(n=len(taken.remarks))
        waits = ngettext("{n} item then waits for you", "{n} items then wait for you", len(taken.doubts))
        what = _("enter notes {views} and {remarks}; {doubts}.").format(
            views=said, remarks=told, doubts=waits.format(n=len(taken.doubts))
        )
        if not taken.others:
            return what
        days = ", ".join(show_day(day) for day in taken.others)
        words = _(
            "Another file of {who} was read in on {days}. Is this somebody else? Then choose another letter "
            "with w."
        )
        return f"{what} {words.format(who=taken.who, days=days)}"

    def _rows(self) -> list[PickRow]:
        taken, titles = self._taken, Titles(self.dossier, self.round_id)
        rows: list[PickRow] = []
        self._texts = {}

        def add(key: str, mark: Piece, line: int, words: str, before: str, after: str) -> None:
            at = _("line {n}").format(n=line) if line else ""
            rows.append(PickRow(key, (mark, (at, "stil"), words)))
            self._texts[key] = [Part("", before, after)]

        for key, doubt in taken.doubts.items():
            words = " · ".join(filter(None, (doubt.number, label(DOUBT, doubt.kind))))
            add(
                key,
                (sign("warning"), "let-op"),
                doubt.lines[0] if doubt.lines else 0,
                words,
                doubt.before,
                doubt.text,
            )
        for n, item in enumerate(taken.noted if taken.who else taken.review.items):
            name = titles.of("recommendation", item.recommendation)
            words = f"{name}: {spoken(item).splitlines()[0]}"
            add(
                f"item:{n}",
                (sign("done"), "ok"),
                item.line,
                words,
                "",
                "",
            )
            self._texts[f"item:{n}"] = _parts(item, self._before(item.recommendation))
        for key, remark in taken.remarks.items():
            words = f"{where(titles, remark)}: {' '.join(remark.text.split())}"
            add(key, (sign("open"), "accent"), remark.line, words, "", remark.text)
        for place in taken.missing:
            words = _("did not come back: {mark}").format(mark=place.mark)
            add(f"missing:{place.mark}", (sign("skipped"), "stil"), 0, words, place.text, "")
        for key, noted in taken.stays.items():
            choice = label(DECISION_CHOICE, noted.choice)
            words = _("nothing ticked; {choice} stays: {item}").format(
                choice=choice, item=titles.of("recommendation", key)
            )
            add(f"stays:{key}", (sign("skipped"), "stil"), 0, words, spoken(noted), "")
        for n, text in enumerate(taken.gone):
            words = _("taken out: {text}").format(text=text)
            add(f"gone:{n}", (sign("skipped"), "stil"), 0, words, text, "")
        return rows

    def _before(self, recommendation: str) -> Decision | None:
        body = self._taken.review.body
        found = [
            self.dossier.value(Decision, decision_key(recommendation, body, kind))
            for kind in ("advice", "decision", "vote")
        ]
        return next((one for one in found if one), None)

    def _show(self, key: str) -> None:
        self._diff.show_parts(self._texts.get(key, []))

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        self._show(event.item)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_reviewing_take()

    def action_reviewing_of_whom(self) -> None:
        """Somebody ticked the wrong box, or none, or a letter that was taken."""
        options = [Option(STEERING_GROUP, _("the steering group"))]
        for key, name in colleges(self.dossier).items():
            options.append(Option(key, _("the college of {municipality}").format(municipality=name)))
        options.append(Option(MEMBER, _("one member")))

        def chosen(who: str) -> None:
            if who != MEMBER:
                self._read_again(who)
                return
            question = _("Which member? A letter or a number, no name.")
            ask_text(self.boce, question, lambda letter: self._read_again(f"{MEMBER}-{letter.strip()}"))

        choose(self.boce, _("On behalf of whom was this filled in?"), options, chosen)

    def _read_again(self, who: str) -> None:
        try:
            self._taken = self._read_as(who)
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        self.show()

    def action_reviewing_take(self) -> None:
        """Note it, and go on with what is doubtful; of a college the day of the decision is asked first."""
        if not self._taken.asks_day:
            self._take("")
            return
        ask_text(
            self.boce,
            _("On which day was this decided?"),
            self._take,
            detail=_("It is not in the file. Empty: today."),
            check=lambda words: day_problem(words) if words.strip() else "",
        )

    def _take(self, day: str) -> None:
        taken = self._taken
        if self.do(_("reading a review file in"), lambda d: carry_out(d, taken, day.strip())) is None:
            return
        told = (
            _("This was read in before: nothing was changed.") if taken.known else _("The file was read in.")
        )
        app = self.boce
        self.dismiss()
        if taken.doubts:
            from boce_tui.tui.reviewing.doubts import DoubtsScreen

            app.open(DoubtsScreen())
        app.tell(told)


def _parts(item: ReviewItem, before: Decision | None) -> list[Part]:
    """What is said of a recommendation, each part under its name."""

    def choice(said: Decision | ReviewItem | None) -> str:
        return label(DECISION_CHOICE, said.choice) if said and said.choice else ""

    parts = [Part(_("Choice"), choice(before), choice(item))]
    for title, field in (
        (_("In changed form"), "text"),
        (_("Motivation"), "motivation"),
        (_("Who takes it up"), "owner"),
        (_("By when"), "deadline"),
    ):
        was, now = getattr(before, field, ""), getattr(item, field)
        if was or now:
            parts.append(Part(title, was, now))
    return parts
