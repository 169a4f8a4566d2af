"""One recommendation: text, for whom, by when, who does it, and the findings it rests on."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.recommending.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle import recommending
from boce_tui.cycle.analysing import findings
from boce_tui.cycle.analysing.current import current
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.support import support
from boce_tui.cycle.recommending import Numbered
from boce_tui.cycle.wording import shortened
from boce_tui.domain.analysis import Finding
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.vocabulary import GROUPS_PLURAL, label
from boce_tui.locale import _
from boce_tui.tui.doors import open_door
from boce_tui.tui.recommending.properties import change_property, property_rows
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.pick import Choice, pick_many
from boce_tui.tui.working.screen import Item, WorkingScreen
from boce_tui.tui.working.text_field import TextField


class RecommendationScreen(WorkingScreen):
    """One recommendation, whole.

    Args:
        key: Its key.
    """

    COMMANDS = (
        "advice.change",
        "advice.finding",
        "advice.check-this",
        "advice.unlink",
        "advice.next",
        "panes.next",
    )
    HELP_ID = "recommending.one"
    AUTO_FOCUS = "#text"
    DEFAULT_CSS = """
    RecommendationScreen #text { height: 5; padding: 0; }
    RecommendationScreen.-wide #text { height: 8; }
    RecommendationScreen #explanation { height: 1fr; padding: 0; }
    RecommendationScreen .label { height: 1; color: $stil; }
    RecommendationScreen #properties { height: 7; }
    RecommendationScreen #state { height: auto; max-height: 2; }
    """

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        text = NoteArea(id="text", placeholder=_("One action that can be carried out, for one addressee."))
        explanation = NoteArea(id="explanation", placeholder=_("Why, and how; the report prints it below."))
        self._text = TextField(
            self,
            text,
            Recommendation,
            "text",
            lambda d, k, t: recommending.change_recommendation(d, k, text=t),
        )
        self._explanation = TextField(
            self,
            explanation,
            Recommendation,
            "explanation",
            lambda d, k, t: recommending.change_recommendation(d, k, explanation=t),
        )
        self._properties = PickList(Column(width=15), Column(), id="properties")
        self._rests = Static(classes="label")
        self._findings = PickList(
            Column(width=2),
            Column(),
            Column(width=16, right=True, from_width=60),
            empty=_("Rests on no finding yet. + (f2 in the text) links one."),
            id="findings",
        )
        self._state = Static(id="state")
        self._why = Static(classes="label")
        self._panes: Panes | None = None
        self._item: Numbered | None = None

    # --- the screen ---------------------------------------------------------------------------------------

    def place(self) -> str:
        """Number and theme."""
        if self._item is None:
            return _("Recommendation")
        return f"{self.titles().of(Recommendation.entity, self._key)} · " + groups_theme(self, self._item)

    def compose_body(self) -> ComposeResult:
        """Everything that must be there left, the explanation right."""
        self._panes = Panes(
            [
                Pane(
                    "advice",
                    _("Recommendation"),
                    (self._text.area, self._properties, self._rests, self._findings, self._state),
                    share=3,
                ),
                Pane("explanation", _("Explanation"), (self._why, self._explanation.area), share=2),
            ]
        )
        yield self._panes

    def can(self, command_id: str) -> bool:
        """Changing a property, taking away a finding."""
        if command_id == "advice.change":
            return self.on_it(self._properties.view)
        if command_id == "advice.unlink":
            return self.on_it(self._findings.view) and self._findings.current is not None
        return super().can(command_id)

    def on_language(self) -> None:
        """Other labels; the text stays."""
        if self._panes is not None:
            self._panes.show_title("advice", _("Recommendation"))
            self._panes.show_title("explanation", _("Explanation"))
        self._findings.show_empty(_("Rests on no finding yet. + (f2 in the text) links one."))
        self.show()

    # --- showing ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Read it again; the text being typed stays."""
        self._rests.update(assemble(_("Rests on")))
        self._why.update(assemble(_("Why and how, printed below the recommendation")))
        self._read()
        self._text.show(self._key if self._item else "")
        self._explanation.show(self._key if self._item else "")
        self.saved()
        if self._item is None and self._is_shown:
            self.tell(_("This recommendation was deleted. u brings it back."), "warning")

    def _read(self) -> None:
        found = recommending.recommendations(self.dossier, self.round_id)
        self._item = next((n for n in found if n.key == self._key), None)

    def saved(self) -> None:
        """Properties, findings and what is missing, as they are now."""
        self._read()
        if self._item is None:
            self._properties.show([])
            self._findings.show([])
            return
        value = self._item.value
        self._properties.show(property_rows(self, self._key, value))
        readback = current(self.dossier, self.round_id)
        self._findings.show([self._finding_row(readback, key) for key in value.findings])
        self._state.update(assemble(*self._state_words(readback, self._item)))
        self.refresh_bars()

    def _finding_row(self, readback: Readback, key: str) -> PickRow:
        finding = self.dossier.value(Finding, key)
        if finding is None:
            return PickRow(key, ((sign("error"), "fout"), (_("is no longer there"), "fout"), ""))
        found = support(readback, finding)
        counts = _("{n} for {m} against").format(n=len(found.supporting), m=len(found.opposing))
        words = f"{finding.order}  {finding.text}"
        return PickRow(key, ((sign("done"), "ok"), words, (counts, "stil")))

    def _state_words(self, readback: Readback, item: Numbered) -> list[Piece]:
        if item.missing:
            words = _("Still missing: {what}").format(what=", ".join(item.missing))
            return [(f"{sign('warning')} {words}", "let-op")]
        groups = {
            group
            for key in item.value.findings
            if (finding := self.dossier.value(Finding, key))
            for group in support(readback, finding).groups
        }
        said: list[Piece] = []
        if item.value.final:
            said.append((f"{sign('done')} " + _("checked"), "ok"))
        else:
            said.append((f"{sign('open')} " + _("complete; v (f8) marks it as checked"), "stil"))
        if len(groups) == 1 and len(readback.spoken) > 1:
            only = label(GROUPS_PLURAL, next(iter(groups)))
            words = _("only {group} as sources: is that right?").format(group=only)
            said.append(("  " + f"{sign('warning')} {words}", "let-op"))
        return said

    def evidence_of(self) -> Item | None:
        """The finding under the cursor, else the recommendation."""
        if self.on_it(self._findings.view) and self._findings.current:
            return Finding.entity, self._findings.current
        return (Recommendation.entity, self._key) if self._item else None

    # --- doing --------------------------------------------------------------------------------------------

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        if event.view is self._properties.view:
            self.action_advice_change()
        elif event.view is self._findings.view:
            self.settle()
            open_door(self.boce, Finding.entity, event.item)

    @on(ItemsView.Moved)
    def _moved(self) -> None:
        self.refresh_bars()

    def action_advice_change(self) -> None:
        """The property under the cursor."""
        if self._item and self._properties.current:
            change_property(self, self._key, self._item.value, self._properties.current)

    def action_advice_finding(self) -> None:
        """Which findings it rests on."""

        def offered() -> list[Choice]:
            item = self.dossier.value(Recommendation, self._key)
            linked = item.findings if item else ()
            titles = self.titles()
            return [
                Choice(
                    f.key,
                    f"{f.value.order}  {shortened(f.value.text, 60)}",
                    titles.place(f.value.sub_question, f.value.theme),
                    f.key in linked,
                )
                for f in findings.ordered(self.dossier, self.round_id)
                if f.value
            ]

        pick_many(self.boce, _("Which findings does it rest on?"), offered, self._toggle)

    def _toggle(self, finding: str) -> None:
        self.do(_("link to a finding"), lambda d: recommending.toggle_finding(d, self._key, finding))

    def action_advice_unlink(self) -> None:
        """Take the finding away."""
        if self._findings.current:
            self._toggle(self._findings.current)
            self.tell(_("The finding was taken away. u brings it back."))

    def action_advice_check_this(self) -> None:
        """Checked, or no longer."""
        from boce_tui.tui.recommending.overview import check

        self.settle()
        self._read()
        if self._item:
            check(self, self._item)

    def action_advice_next(self) -> None:
        """The next one in number order."""
        keys = [n.key for n in recommending.recommendations(self.dossier, self.round_id)]
        if len(keys) > 1 and self._key in keys:
            self.settle()
            self._key = keys[(keys.index(self._key) + 1) % len(keys)]
            self.show()


def groups_theme(screen: WorkingScreen, item: Numbered) -> str:
    """The name of the theme of a recommendation."""
    from boce_tui.cycle.wording import theme_name

    return theme_name(screen.dossier, item.value.theme)
