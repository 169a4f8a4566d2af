"""The finding being written, beside the answers."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from boce_tui.cycle.analysing.findings import change_finding
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.titles import Titles
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.locale import _
from boce_tui.store import Stored
from boce_tui.tui.analysing.facts import facts
from boce_tui.tui.text import assemble, lines
from boce_tui.tui.widgets.lines_view import LinesView
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.working.screen import WorkingScreen
from boce_tui.tui.working.text_field import TextField


class Facts(LinesView):
    """What a finding rests on; scrolls when it is long."""

    DEFAULT_CSS = "Facts { height: 1fr; min-height: 4; padding: 0; }"

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Readback, Titles, Stored[Finding]] | None = None

    def show(self, readback: Readback, titles: Titles, item: Stored[Finding] | None) -> None:
        """Show what this finding rests on; nothing without one."""
        self._shown = (readback, titles, item) if item else None
        self.lines_changed(to_top=False)

    def make_lines(self, width: int) -> list[Content]:
        """The lines for the width there is."""
        return facts(*self._shown, width) if self._shown else []


def source_row_id(evidence: Evidence) -> str:
    """What a source is called in a list of sources."""
    return f"{evidence.kind}:{evidence.key}"


class FindingPane(Vertical):
    """Number and place, the text, and what it rests on."""

    DEFAULT_CSS = """
    FindingPane > .head { height: auto; }
    FindingPane NoteArea { height: 1fr; min-height: 4; max-height: 14; margin: 1 0; padding: 0; }
    FindingPane.-none NoteArea { display: none; }
    """

    def __init__(self, screen: WorkingScreen) -> None:
        super().__init__()
        self.area = NoteArea(
            placeholder=_("What do the answers say together? Write it in one or two sentences.")
        )
        self.text = TextField(
            screen, self.area, Finding, "text", lambda d, key, text: change_finding(d, key, text=text)
        )
        self._head = Static(classes="head")
        self._facts = Facts()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield self._head
        yield self.area
        yield self._facts

    def show(self, readback: Readback, titles: Titles, item: Stored[Finding] | None) -> None:
        """Show a finding; without one say how to begin."""
        finding = item.value if item else None
        self.set_class(finding is None, "-none")
        if item is None or finding is None:
            self._head.update(
                lines(
                    assemble((_("No finding chosen"), "kop")),
                    assemble(),
                    assemble(_("n starts a new finding here.")),
                    assemble(_("b chooses one you wrote before.")),
                    assemble(_("Then space takes the answer at the left as evidence.")),
                )
            )
            self.text.show("")
            self._facts.show(readback, titles, None)
            return
        place = titles.place(finding.sub_question, finding.theme)
        self._head.update(
            lines(assemble((titles.of(Finding.entity, item.key), "kop")), assemble((place, "stil")))
        )
        self.text.show(item.key)
        self._facts.show(readback, titles, item)
