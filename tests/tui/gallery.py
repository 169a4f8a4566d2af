"""Every widget with believable (or hostile) content, for goldens and for looking at; not shipped."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget
from textual.widgets import Static

from boce_tui.tui import signs
from boce_tui.tui.signs import SIGNS
from boce_tui.tui.text import assemble, safe
from boce_tui.tui.widgets.block_list import Block, BlockList
from boce_tui.tui.widgets.choice import ChoiceLine, Choosable, MultiChoice, RatingLine
from boce_tui.tui.widgets.diff_view import DiffView
from boce_tui.tui.widgets.fields import DateField, MonthField, NumberField
from boce_tui.tui.widgets.form import Form, FormRow
from boce_tui.tui.widgets.grid import GridColumn, GridControl
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.section_view import SectionView
from tests.tui.helpers import OneWidget

CALM = (
    "de rollen zijn niet voor iedereen duidelijk; dat geldt het meest voor opdrachtgevers en programmaregie"
)
REALISATION = (
    *("niet gestart", "bezig", "verkend, niet doorgegaan", "deels", "bereikt"),
    *("meer dan bereikt", "gestopt", "onduidelijk"),
)
SECTION = """## 3.1 Ambities

De meeste ambities zijn **deels** gehaald. Dat geldt het *meest* voor bereikbaarheid: {text}.

> "eindelijk iets waarmee je bij de provincie kunt aankomen"

- een punt dat lang genoeg is om niet op een regel van zestig tekens te passen
- nog een
  1. met een nummer

| Thema | Voor | Nr |
|---|---|---:|
| Bereikbaarheid | programmaregisseur en opdrachtgevers, samen met de stuurgroep | 3b |
"""


def options(*labels: str) -> list[Choosable]:
    return [Choosable(str(index), label) for index, label in enumerate(labels)]


def interview(text: str) -> OneWidget:
    return OneWidget(
        Static(safe(f" {text}", "kop")),
        ChoiceLine(options(*REALISATION), "4"),
        MultiChoice(options("waaraan ziet u dat?", text), ["0"]),
        RatingLine("4"),
        NoteArea(f'visie ligt er. "eindelijk iets"\n{text}', placeholder="typ hier"),
        place=f"R07 · ambtenaar · {text[:20]}",
    )


def rows(text: str) -> OneWidget:
    picks = PickList(
        Column("code", 4), Column("wat"), Column("stand", 14), Column("antw.", 6, right=True, from_width=70)
    )
    kinds = list(SIGNS)
    picks.show(
        [
            PickRow(str(i), (f"R{i:02d}", f"{text} {i}", signs.state(kinds[i % len(kinds)]), str(i * 7)))
            for i in range(40)
        ]
    )
    return OneWidget(picks, place="Gesprekspartners")


def form(text: str) -> OneWidget:
    return OneWidget(
        Form(
            [
                FormRow("who", "Voor", LineArea(text)),
                FormRow("until", "Uiterlijk", DateField("2042-03-01"), hint=text),
                FormRow("month", "Vanaf", MonthField("2041-11")),
                FormRow("hours", "Uren", NumberField("1234.5")),
                FormRow("state", "Stand", ChoiceLine(options("te plannen", "uitgenodigd", "gehouden"), "1")),
                FormRow("text", "Tekst", NoteArea(text)),
            ]
        ),
        place="Aanbeveling 3b",
    )


def table(text: str) -> OneWidget:
    columns = [
        GridColumn("state", "stand", tuple(options("uitgevoerd", "deels", "niet", "onbekend"))),
        GridColumn("why", "toelichting"),
    ]
    items = [Choosable(f"r{i}", f"Aanbeveling {i}: {text}") for i in range(1, 8)]
    return OneWidget(GridControl(items, columns, {"r1": {"state": "1", "why": text}}), place="Tabel")


def section(text: str) -> OneWidget:
    view = SectionView()
    view.show(SECTION.format(text=text))
    return OneWidget(view, place="Rapport")


def difference(text: str) -> OneWidget:
    view = DiffView()
    view.show(f"Eerst stond dit er. {text}", f"Nu staat dit er: {text} en meer.")
    return OneWidget(view, place="Verschil")


def panes(text: str) -> OneWidget:
    blocks = BlockList()
    blocks.show(
        [
            Block(
                f"R{i:02d}",
                ((f"R{i:02d} ", "accent"), ("bestuur", "stil")),
                f"{text}. " * (i % 3 + 1),
                ("#rollen",),
            )
            for i in range(1, 15)
        ]
    )
    questions = PickList(Column(), Column(width=10))
    questions.show([PickRow(f"E{i}", (f"E{i}", signs.state("busy", "14 antw."))) for i in range(9)])
    return OneWidget(
        Panes(
            [
                Pane("questions", "Vragen", (questions,)),
                Pane("answers", "Antwoorden", (blocks,), 2),
                Pane("finding", "Bevinding", (NoteArea(text),), 2),
            ]
        ),
        place="Teruglezen · Ervaringen · E5",
    )


def states(text: str) -> OneWidget:
    lines: list[Widget] = [Static(assemble("  ", signs.state(kind), f"   {text}")) for kind in SIGNS]
    return OneWidget(*lines, place="Standen")


GALLERY: dict[str, Callable[[str], OneWidget]] = {
    "interview": interview,
    "rows": rows,
    "form": form,
    "table": table,
    "section": section,
    "difference": difference,
    "panes": panes,
    "states": states,
}
