"""The lines of the list of recommendations."""

from __future__ import annotations

from collections.abc import Mapping

from boce_tui.cycle import recommending
from boce_tui.cycle.deciding.standing import standings
from boce_tui.cycle.recommending import Numbered
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.agenda import Body
from boce_tui.domain.keys import last
from boce_tui.domain.recommendation import RecommendationGroup
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece
from boce_tui.tui.widgets.fields import write_day
from boce_tui.tui.widgets.pick_list import PickRow

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ListRows:
    """Rows for one showing of the list."""

    def __init__(self, dossier: Dossier, round_id: str) -> None:
        self._dossier, self._round = dossier, round_id
        self._bodies = dossier.values(Body)
        self._decided = {one.key: one.said() for one in standings(dossier, round_id)}
        """Decision or advice in a few words; it then stands in the place of for whom it is."""

    def in_order(
        self, items: Mapping[str, Numbered], groups: Mapping[str, RecommendationGroup]
    ) -> list[PickRow]:
        """Each group with its recommendations; those of no group at the end."""
        rows = []
        left = dict(items)
        for key, group in groups.items():
            mine = [n for n in left.values() if n.value.group == last(key)]
            number = mine[0].number.rstrip(_LETTERS) if mine else "-"
            theme = theme_name(self._dossier, group.theme)
            title: Piece = (group.title if group.title == theme else f"{group.title} · {theme}", "kop")
            rows.append(PickRow(key, ((number, "kop"), title, "", "", "")))
            rows += [self._row(left.pop(n.key)) for n in mine]
        rows += [self._row(n) for n in left.values()]
        return rows

    def per_theme(self) -> list[PickRow]:
        """Each theme with its recommendations, also a theme without any."""
        rows = []
        for theme, items in recommending.by_theme(self._dossier, self._round):
            title = theme_name(self._dossier, theme)
            rows.append(PickRow(f"theme:{theme}", ("", (title, "kop"), "", "", "")))
            rows += [self._row(n) for n in items]
            if not items:
                rows.append(PickRow(f"none:{theme}", ("", (_("none"), "stil"), "", "", "")))
        return rows

    def _row(self, item: Numbered) -> PickRow:
        value = item.value
        body = self._bodies.get(value.addressee)
        text: Piece = value.text if value.text.strip() else (_("(no text yet)"), "stil")
        if value.dropped:
            text = (_("dropped: {text}").format(text=shortened(value.text, 200)), "stil")
        state: Piece = (sign("open"), "stil")
        if value.dropped:
            state = (sign("skipped"), "stil")
        elif value.final:
            state = (sign("done"), "ok")
        elif item.missing:
            state = (sign("warning"), "let-op")
        who: Piece = (body.name if body else "", "stil")
        if said := self._decided.get(item.key):
            who = (said, "accent")
        return PickRow(
            item.key, ((f" {item.number}", "accent"), text, who, (write_day(value.deadline), "stil"), state)
        )
