"""Who is heard: group x municipality x theme as a small table; cells of nobody are marked."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from boce_tui.cycle.dashboard import Coverage, CoverageRow
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.agenda import Organisation
from boce_tui.domain.vocabulary import GROUPS_PLURAL, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.text import Piece, assemble, lines

_NAME, _CELL = 15, 5


class CoverageView(Static):
    """The coverage of a round; for the evaluators only, it never leaves the app."""

    DEFAULT_CSS = "CoverageView { padding: 0 1; }"

    def show(self, dossier: Dossier, found: Coverage) -> None:
        """Show who is heard."""
        self.update(_table(dossier, found))


def _table(dossier: Dossier, found: Coverage) -> Content:
    organisations = dossier.values(Organisation)
    heads = [organisations[place].display for place in found.municipalities]
    head = _fit(_("Coverage"), _NAME) + "".join(_right(text) for text in (*heads, _("all")))
    rows = [assemble((head, "stil"))]
    rows += [_row(found, row, label(GROUPS_PLURAL, row.id)) for row in found.groups]
    rows += [_row(found, row, theme_name(dossier, row.id)) for row in found.themes]
    return lines(*rows)


def _row(found: Coverage, row: CoverageRow, name: str) -> Content:
    pieces: list[Piece] = [_fit(name, _NAME)]
    for place in found.municipalities:
        number = row.cells[place]
        pieces.append((_right(str(number) if number else "!"), "" if number else "let-op"))
    pieces.append(_right(str(row.together)))
    if row.thin or row.empty:
        pieces.append((" !", "let-op"))
    return assemble(*pieces)


def _fit(text: str, width: int) -> str:
    return text[: width - 1].ljust(width)


def _right(text: str) -> str:
    return text[:_CELL].rjust(_CELL)
