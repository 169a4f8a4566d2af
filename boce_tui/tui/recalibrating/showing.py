"""How the session shows a line of its list, what was published, and a decision."""

from __future__ import annotations

from textual.content import Content

from boce_tui.cycle.recalibrating.deciding import AMBITION, Subject
from boce_tui.cycle.recalibrating.effects import adjusts
from boce_tui.cycle.recalibrating.evidence import Published
from boce_tui.cycle.recalibrating.saying import outcome
from boce_tui.domain.agenda import Body
from boce_tui.domain.dates import show_day
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.signs import State, sign
from boce_tui.tui.text import Piece, assemble, lines, safe, safe_block
from boce_tui.tui.widgets.lines_view import LinesView
from boce_tui.tui.widgets.pick_list import PickRow


def row(one: Subject, words: str) -> PickRow:
    """A theme in bold, its ambitions under it."""
    state = _state(one)
    tone = {"done": "ok", "warning": "let-op"}.get(state, "stil")
    name: Piece = f"  {one.text}" if one.kind == AMBITION else (one.text, "kop")
    return PickRow(one.key, ((sign(state), tone), name, (words, tone)), one.text)  # type: ignore[arg-type]


def _state(one: Subject) -> State:
    if one.undecided or one.missing:
        return "warning"
    return "done" if one.done else "open"


def decision_lines(dossier: Dossier, one: Subject | None) -> Content:
    """What was decided, by whom and when, and what is missing."""
    if one is None:
        return safe("")
    value = one.value
    rows = [assemble((outcome(one), "let-op" if one.undecided else "kop"))]
    if value.choice:
        body = dossier.value(Body, value.body)
        said = [body.name if body else value.body, show_day(value.date), value.document]
        rows.append(assemble((" · ".join(word for word in said if word), "stil")))
    if one.missing:
        words = _("missing: {what}").format(what=", ".join(one.missing))
        rows.append(assemble((f"{sign('warning')} {words}", "let-op")))
    elif not value.choice:
        rows.append(assemble((_("k: keep, adjust or stop"), "stil")))
    return lines(*rows)


class EvidenceView(LinesView):
    """What was published about a theme; it can only be read."""

    def __init__(self, id: str = "") -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: list[Content] = []

    def show(self, one: Subject | None, found: Published | None) -> None:
        """Show what stands beside a theme or ambition."""
        rows: list[Content] = []
        if one is not None:
            rows += _subject(one)
        if found is None:
            rows.append(safe(_("Reading what was published..."), "stil"))
        elif one is not None:
            rows += _passages(one, found)
        if rows != self._rows:
            self._rows = rows
            self.lines_changed()

    def make_lines(self, width: int) -> list[Content]:
        """Wrapped."""
        return [line for content in self._rows for line in content.wrap(max(5, width))]


def _subject(one: Subject) -> list[Content]:
    if one.kind != AMBITION:
        return [safe(one.text, "kop"), safe("")]
    now = _("Version {n}").format(n=one.version)
    rows = [safe(now, "stil"), safe_block(one.text, "kop")]
    if adjusts(one.value):
        rows += [safe(_("It read"), "stil"), safe_block(one.value.before)]
    return [*rows, safe("")]


def _passages(one: Subject, found: Published) -> list[Content]:
    words = (
        _("From the report, version {version}.")
        if found.kept
        else _("From the report as it is now: no version was kept yet.")
    )
    rows = [safe(words.format(version=found.version), "stil")]
    about = found.themes.get(one.theme, ())
    if not about:
        rows += [safe(""), safe(_("The report says nothing about this theme in particular."))]
    for passage in about:
        rows += _passage(passage.head, passage.text, passage.foot)
    general = found.themes.get("general", ())
    if general:
        rows += [safe(""), safe(_("In general"), "kop")]
    for passage in general:
        rows += _passage(passage.head, passage.text, passage.foot)
    return rows


def _passage(head: str, text: str, foot: str) -> list[Content]:
    rows = [safe(""), safe(head, "accent"), safe_block(text)]
    return [*rows, safe(foot, "stil")] if foot else rows
