"""A text area tied to one attribute of one item: every painted character is kept, also after a crash."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from boce_tui.cycle.saving import FieldSaver, SaveState
from boce_tui.domain.base import Entity
from boce_tui.store import Dossier, Stored
from boce_tui.tui.bring_back import bring_back
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.working.screen import WorkingScreen

Write = Callable[[Dossier, str, str], Stored[Any]]


class TextField:
    """Shows and saves one attribute in a text area of a screen.

    Args:
        screen: The screen it stands on.
        area: The text area.
        kind: Kind of the item.
        attribute: Which of its texts.
        write: Makes a revision: gets the dossier, the key and the text.
    """

    def __init__(
        self, screen: WorkingScreen, area: NoteArea, kind: type[Entity], attribute: str, write: Write
    ) -> None:
        self.area = area
        self.key = ""
        self._screen = screen
        self._kind = kind
        self._attribute = attribute
        self._write = write
        screen.text_fields.append(self)

    def show(self, key: str) -> None:
        """Show the text of this item; what is being typed in it stays. An empty key shows nothing."""
        if not key:
            if self.key or self.area.text:
                self.area.load("")
            self.key = ""
            self.area.read_only = True
            return
        dossier = self._screen.dossier
        item = dossier.get(self._kind, key)
        text = str(getattr(item.value, self._attribute)) if item and item.value else ""
        saver = self.area.saver
        if key == self.key and (text == self.area.text or (saver is not None and saver.dirty)):
            return
        rows = text.split("\n")
        end = (len(rows) - 1, len(rows[-1]))
        cursor = min(self.area.cursor_location, end) if key == self.key else end
        self.key = key
        if dossier.read_only:
            self.area.load(text, None, cursor)
            self.area.read_only = True
            return
        self.area.read_only = False
        self.area.load(text, self._saver(key, text, item.id if item else ""), cursor)
        bring_back(self._screen.boce, self.area, self._field(key))

    def settle(self) -> None:
        """Make a revision of what was typed, now."""
        saver = self.area.saver
        if saver is not None and saver.dirty:
            saver.leave(wait=True)

    def _field(self, key: str) -> str:
        return f"{self._kind.entity}:{key}:{self._attribute}"

    def _saver(self, key: str, text: str, base_rev: str) -> FieldSaver:
        dossier = self._screen.dossier

        def status(state: SaveState) -> None:
            if state.kind == "saved" and self._screen.is_attached:
                self._screen.saved()

        return FieldSaver(
            dossier,
            self._field(key),
            text,
            base_rev,
            lambda typed: self._write(dossier, key, typed),
            status,
        )
