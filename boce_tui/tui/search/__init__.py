"""Searching the whole dossier: a screen of its own, and hits in the palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.palette import SearchHit
    from boce_tui.tui.screen import BoceScreen

_IN_PALETTE = 30


def search_screen(app: BoceApp, words: str = "") -> BoceScreen:
    """The search screen, with words to begin with."""
    from boce_tui.tui.search.screen import SearchScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: SearchScreen(words))


def in_palette(app: BoceApp) -> Callable[[str], list[SearchHit]]:
    """What the palette asks for hits in the dossier (`BoceApp.search`)."""

    def find(words: str) -> list[SearchHit]:
        from boce_tui.cycle.searching import search
        from boce_tui.tui.doors import open_door
        from boce_tui.tui.palette import SearchHit

        return [
            SearchHit(
                hit.snippet,
                hit.title,
                lambda hit=hit: open_door(app, hit.entity, hit.key),  # type: ignore[misc]
            )
            for hit in search(app.dossier, app.round_id, words, limit=_IN_PALETTE)
        ]

    return find
