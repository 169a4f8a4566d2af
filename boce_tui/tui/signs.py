"""State is a sign and a word, never a colour alone; on a poor terminal the sign is plain ASCII."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

import msgspec
from textual.content import Content
from textual.scrollbar import ScrollBar, ScrollBarRender

from boce_tui.locale import N_, _
from boce_tui.tui.text import Tone, assemble

State = Literal["open", "busy", "done", "later", "skipped", "warning", "error"]


class Sign(msgspec.Struct, frozen=True):
    """How one state looks: its sign, the ASCII stand-in, its word and its tone."""

    sign: str
    plain: str
    word: str
    tone: Tone


SIGNS: dict[State, Sign] = {
    "open": Sign("○", "o", N_("open"), "stil"),
    "busy": Sign("◐", "~", N_("busy"), "accent"),
    "done": Sign("●", "*", N_("done"), "ok"),
    "later": Sign("↷", ">", N_("later"), "accent"),
    "skipped": Sign("–", "-", N_("skipped"), "stil"),
    "warning": Sign("!", "!", N_("attention"), "let-op"),
    "error": Sign("×", "x", N_("error"), "fout"),
}

_MARKS = {
    "▸": ">",
    "▾": "v",
    "↔": "<>",
    "─": "-",
    "│": "|",
    "█": "#",
    "…": "...",
    "·": "-",
    "▌": "|",
    "●": "*",
    "○": "o",
    "→": "->",
    "⇄": "=",
}
_ascii_only = False


class _PlainScrollBar(ScrollBarRender):
    """A scroll bar of spaces in two colours: part blocks are no ASCII."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def use_ascii(on: bool) -> None:
    """Choose plain signs for the whole process (poor terminal, or the user's wish)."""
    global _ascii_only
    _ascii_only = on
    ScrollBar.renderer = _PlainScrollBar if on else ScrollBarRender


def ascii_only() -> bool:
    """True when only plain signs may be shown."""
    return _ascii_only


def poor_terminal(environ: Mapping[str, str]) -> bool:
    """True when the terminal cannot be trusted to show more than ASCII."""
    if environ.get("BOCE_ASCII"):
        return True
    if environ.get("TERM", "") in ("linux", "vt100", "vt102", "vt220", "ansi"):
        return True
    spoken = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    return spoken in ("C", "POSIX")


def mark(char: str) -> str:
    """A drawing character, or its stand-in on a poor terminal."""
    return _MARKS.get(char, char) if _ascii_only else char


def sign(state: State) -> str:
    """Only the sign of a state; use it where the word stands beside it."""
    known = SIGNS[state]
    return known.plain if _ascii_only else known.sign


def word(state: State) -> str:
    """The word of a state in the user's language."""
    return _(SIGNS[state].word)


def state(kind: State, text: str = "") -> Content:
    """Sign and word of a state; `text` replaces the usual word ("13 of 16")."""
    tone = SIGNS[kind].tone
    return assemble((f"{sign(kind)} ", tone), text or word(kind))
