r"""What comes from the terminal, with two differences: a paste arrives whole and in order, and odd bytes too.

Textual takes NULs out of a paste, and an escape character in it ends the paste: the rest arrives as keys,
before what stood in front of it. Here both become U+FFFD, as every control character does at entry.

Bytes that are no UTF-8 (out of a damaged file, or a terminal set to Latin-1) end Textual's reading, and
the app with it; here they become U+FFFD as well.
"""

from __future__ import annotations

import importlib
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial

from textual._xterm_parser import XTermParser
from textual.message import Message

from boce_tui.domain.text import REPLACEMENT

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_DRIVERS = ("textual.drivers.linux_driver", "textual.drivers.linux_inline_driver", "textual.drivers.win32")


class PasteParser(XTermParser):
    """Knows when text is being pasted."""

    _pasting = False
    _tail = _held = ""

    def feed(self, data: str) -> Iterable[Message]:
        """Take what was read; it may begin or end anywhere in a paste."""
        inert = self._inert(data)
        return super().feed(inert) if inert or not data else ()  # nothing at all would mean the end

    def _inert(self, data: str) -> str:
        data, self._held = self._held + data, ""
        out: list[str] = []
        while data:
            data = self._text(data, out) if self._pasting else self._keys(data, out)
        return "".join(out)

    def _keys(self, data: str, out: list[str]) -> str:
        """Up to where a paste begins; returns what comes after that."""
        joined = self._tail + data
        at = joined.find(_BEGIN)
        if at < 0:
            last = joined[max(joined.rfind("\x1b"), 0) :]
            self._tail = last if _BEGIN.startswith(last) else ""
            out.append(data)
            return ""
        end = at + len(_BEGIN) - len(self._tail)
        self._pasting, self._tail = True, ""
        out.append(data[:end])
        return data[end:]

    def _text(self, data: str, out: list[str]) -> str:
        """Up to where the paste ends; returns what comes after that."""
        before, escape, after = data.partition("\x1b")
        out.append(before.replace("\x00", REPLACEMENT))
        rest = escape + after
        if rest.startswith(_END):
            self._pasting = False
            out.append(_END)
            return rest[len(_END) :]
        if rest and _END.startswith(rest):
            self._held = rest  # the end may be under way
            return ""
        if rest:
            out.append(REPLACEMENT)
        return after


def _forgiving(encoding: str) -> Callable[[], IncrementalDecoder]:
    """A decoder that goes on after bytes it cannot read."""
    return partial(getincrementaldecoder(encoding), errors="replace")


def install() -> None:
    """Let the terminal drivers that exist here read through it; before the app runs."""
    for name in _DRIVERS:
        with suppress(ImportError):
            module = importlib.import_module(name)
            if getattr(module, "XTermParser", None) is XTermParser:
                module.XTermParser = PasteParser  # type: ignore[attr-defined]
            if hasattr(module, "getincrementaldecoder"):
                module.getincrementaldecoder = _forgiving  # type: ignore[attr-defined]
