"""One recommendation: what steering group, colleges and members say about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.deciding.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.deciding.deciding import (
    NEEDS_MOTIVATION,
    Said,
    confirm,
    decide,
    different_texts,
    kind_of,
    withdraw,
)
from boce_tui.cycle.deciding.standing import (
    ADVICE,
    DECISION,
    KINDS,
    VOTE,
    Standing,
    Voice,
    body_words,
    colleges,
    standings,
)
from boce_tui.domain.dates import parse_day, show_day
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.reviewing import STEERING_GROUP
from boce_tui.domain.vocabulary import DECISION_CHOICE, Vocabulary, label
from boce_tui.locale import N_, _
from boce_tui.tui.asking_days import day_problem
from boce_tui.tui.deciding.details import Details
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble, safe_block
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import Item, WorkingScreen

_FIELDS: Vocabulary = {
    "motivation": N_("the motivation"),
    "text": N_("the changed text"),
    "date": N_("the day"),
    "owner": N_("who takes it up"),
    "deadline": N_("by when"),
    "document": N_("where it is written down"),
}
_CHOICE, _AWAY = "choice", "away"


class DecisionScreen(WorkingScreen):
    """What everybody says about one recommendation.

    Args:
        key: Key of the recommendation.
    """

    COMMANDS = ("deciding.change", "deciding.confirm", "deciding.next", "panes.next")
    HELP_ID = "deciding.one"
    AUTO_FOCUS = "#voices _RowsView"
    DEFAULT_CSS = "DecisionScreen #text { height: auto; max-height: 6; padding: 0 1 1 1; }"

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._standing: Standing | None = None
        self._voices: dict[str, Voice] = {}
        self._text = Static(id="text")
        self._list = PickList(
            Column(width=2), Column(), Column(width=25), Column(width=11, from_width=72), id="voices"
        )
        self._details = Details(id="details")
        self._panes = Panes(
            [
                Pane("voices", _("Who says what"), (self._text, self._list), share=6),
                Pane("details", _("In full"), (self._details,), share=5),
            ],
            esc_first=True,
        )

    def place(self) -> str:
        """Which one."""
        number = self._standing.number if self._standing else ""
        return _("Decisions on {number}").format(number=number)

    def compose_body(self) -> ComposeResult:
        """The recommendation and the voices left, all of one voice right."""
        yield self._panes

    def can(self, command_id: str) -> bool:
        """Votes to confirm."""
        if command_id == "deciding.confirm":
            return bool(self._standing and self._standing.of(VOTE))
        return super().can(command_id)

    def show(self) -> None:
        """Read it again."""
        found = {one.key: one for one in standings(self.dossier, self.round_id)}
        self._standing = one = found.get(self._key)
        self._panes.show_title("voices", _("Who says what"))
        self._panes.show_title("details", _("In full"))
        if one is None:
            self._text.update(assemble((_("This recommendation was deleted. u brings it back."), "let-op")))
            self._list.show([])
            return
        self._text.update(safe_block(one.value.text))
        self._voices = {f"{voice.body}/{voice.value.kind}": voice for voice in one.voices}
        rows = [(STEERING_GROUP, ADVICE), *((place, DECISION) for place in colleges(self.dossier))]
        rows += [(v.body, v.value.kind) for v in one.voices if (v.body, v.value.kind) not in rows]
        self._list.show([self._row(body, kind) for body, kind in rows])
        self._show(self._list.current or "")
        self.refresh_bars()

    def _row(self, body: str, kind: str) -> PickRow:
        voice = self._voices.get(f"{body}/{kind}")
        name = body_words(self.dossier, body)
        if voice is None:
            nothing = _("{kind}: nothing yet").format(kind=label(KINDS, kind))
            return PickRow(f"{body}/{kind}", ((sign("open"), "stil"), name, (nothing, "stil"), ""))
        choice = label(DECISION_CHOICE, voice.value.choice)
        changed = (
            _("{choice}, first {before}").format(
                choice=choice, before=label(DECISION_CHOICE, voice.before[-1].choice)
            )
            if voice.before
            else choice
        )
        mark: Piece = (sign("busy"), "stil") if kind == VOTE else (sign("done"), "ok")
        return PickRow(f"{body}/{kind}", (mark, name, changed, (show_day(voice.value.date), "stil")))

    def _show(self, row: str) -> None:
        text = self._standing.value.text if self._standing else ""
        self._details.show(self._voices.get(row), text)

    def evidence_of(self) -> Item | None:
        """The recommendation."""
        return ("recommendation", self._key) if self._standing else None

    # --- doing --------------------------------------------------------------------------------------------

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        self._show(event.item)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_deciding_change()

    def action_deciding_change(self) -> None:
        """The choice first; when there is one: which part of it."""
        body, _slash, kind = (self._list.current or "").partition("/")
        if not body or self._standing is None:
            return
        voice = self._voices.get(f"{body}/{kind}")
        if voice is None:
            self._choose(body, kind, None)
            return
        options = [Option(_CHOICE, _("another choice"))]
        options += [Option(field, label(_FIELDS, field)) for field in _FIELDS]
        options.append(Option(_AWAY, _("take it away")))

        def chosen(what: str) -> None:
            if what == _CHOICE:
                self._choose(body, kind, voice.value)
            elif what == _AWAY:
                self.do(_("taking a decision away"), lambda d: withdraw(d, voice.key))
            else:
                self._ask(what, voice.value, lambda said: self._save(body, kind, said))

        choose(self.boce, _("What do you want to change?"), options, chosen)

    def _choose(self, body: str, kind: str, before: Decision | None) -> None:
        options = [Option(choice, label(DECISION_CHOICE, choice)) for choice in DECISION_CHOICE]

        def chosen(choice: str) -> None:
            said = _said(before, choice)
            if before is not None:
                # Another choice is of another day, and has its own reason.
                said = Said(choice, "", "", said.text, said.owner, said.deadline, said.document)
            steps = [] if kind == VOTE else ["date"]
            if choice in NEEDS_MOTIVATION:
                steps.insert(0, "motivation")
            if choice == "adopt_changed":
                steps.insert(0, "text")
            self._ask_all(steps, said, lambda all_said: self._save(body, kind, all_said))

        who = body_words(self.dossier, body, in_sentence=True)
        choose(
            self.boce,
            _("What does {who} say?").format(who=who),
            options,
            chosen,
            default=before.choice if before else "",
        )

    def _ask_all(self, steps: list[str], said: Said, then: Callable[[Said], None]) -> None:
        if not steps:
            then(said)
            return
        self._ask(steps[0], said, lambda more: self._ask_all(steps[1:], more, then))

    def _ask(self, field: str, said: Said | Decision, then: Callable[[Said], None]) -> None:
        now = _said(said) if isinstance(said, Decision) else said
        text = getattr(now, field)
        if field == "text" and not text and self._standing:
            text = self._standing.value.text
        if field == "date":
            text = show_day(text)

        def answered(words: str) -> None:
            value = (parse_day(words) or "") if field == "date" else words
            then(replace(now, **{field: value}))

        ask_text(
            self.boce,
            _QUESTIONS[field]() if field in _QUESTIONS else label(_FIELDS, field).capitalize(),
            answered,
            text=text,
            detail=_("Empty: today.") if field == "date" else "",
            check=_check_day if field == "date" else self._check_changed if field == "text" else None,
        )

    def _check_changed(self, words: str) -> str:
        if self._standing is None or words.split() != self._standing.value.text.split():
            return ""
        return _("This is still the text that was advised: change it, or choose to adopt it as it is.")

    def _save(self, body: str, kind: str, said: Said) -> None:
        self.do(_("noting a decision"), lambda d: decide(d, self._key, body, said, kind))

    def action_deciding_confirm(self) -> None:
        """At once when they agree; else which choice, and why."""
        if self._standing is None:
            return
        votes = [voice.value for voice in self._standing.of(VOTE)]
        choices = {vote.choice for vote in votes}
        clear = len(choices) == 1 and not different_texts(votes)
        if clear and (choices - set(NEEDS_MOTIVATION) or self._motivated()):
            self.do(_("confirming votes"), lambda d: confirm(d, self._key))
        else:
            self._choose(STEERING_GROUP, kind_of(self.dossier, STEERING_GROUP), None)

    def _motivated(self) -> bool:
        votes = self._standing.of(VOTE) if self._standing else ()
        return any(voice.value.motivation.strip() for voice in votes)

    def action_deciding_next(self) -> None:
        """The next one."""
        keys = [one.key for one in standings(self.dossier, self.round_id)]
        if len(keys) > 1 and self._key in keys:
            self._key = keys[(keys.index(self._key) + 1) % len(keys)]
            self.show()


_QUESTIONS: dict[str, Callable[[], str]] = {
    "motivation": lambda: _("Why? In one or two sentences."),
    "text": lambda: _("How does the recommendation read in its changed form?"),
    "date": lambda: _("On which day was this decided?"),
}


def _said(value: Decision | None, choice: str = "") -> Said:
    if value is None:
        return Said(choice)
    return Said(
        choice or value.choice,
        value.date,
        value.motivation,
        value.text,
        value.owner,
        value.deadline,
        value.document,
    )


def _check_day(text: str) -> str:
    return day_problem(text) if text.strip() else ""
