"""Boxes with the option that stands behind them; what turns out to be no box is words again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from boce_tui.exchange.review_file.scanning import EMPTY, ODD, TICKED, Event, box_state

NONE = "none"
"""An option without a box."""
_TICK_BEFORE = re.compile(r"(?:[xXvV✓✔✗✘]|->|=>|→|➔)\s+(?=\S)")


@dataclass(frozen=True)
class Option:
    """One option of a block as it came back."""

    option: str
    state: str
    line: int
    strong: bool
    raw: str


Bound = Event | Option


def bound(events: Iterable[Event], options: Mapping[str, re.Pattern[str]]) -> Iterator[Bound]:
    """The events with options in place of boxes and their words."""
    waiting: Event | None = None
    in_block = False
    for event in events:
        if event.kind == "text":
            if waiting is not None:
                found = _option(event.value, options)
                if found is not None:
                    option, rest = found
                    yield Option(option, waiting.value, waiting.line, event.strong, event.raw)
                    if rest:
                        yield replace(event, value=rest, raw=rest, joined=True, lead="")
                    waiting = None
                    continue
                yield _words(waiting)
                waiting = None
            elif in_block and (bare := _bare(event, options)):
                yield bare
                continue
            yield event
            continue
        if waiting is not None:
            yield _words(waiting)
            waiting = None
        if event.kind == "box":
            waiting = event
            continue
        if event.kind in ("mark", "file"):
            in_block = True
        elif event.kind in ("field", "end"):
            in_block = False
        yield event
    if waiting is not None:
        yield _words(waiting)


def _option(text: str, options: Mapping[str, re.Pattern[str]]) -> tuple[str, str] | None:
    stripped = text.strip(" |*_")
    for option, pattern in options.items():
        match = pattern.match(stripped)
        if match:
            return option, stripped[match.end() :].strip(" .,;:|*_")
    return None


def _bare(event: Event, options: Mapping[str, re.Pattern[str]]) -> Option | None:
    """An option without a box before it: the box behind it, an x, or nothing at all."""
    tick = _TICK_BEFORE.match(event.value)
    found = _option(event.value[tick.end() :] if tick else event.value, options)
    if found is None:
        return None
    option, rest = found
    state = TICKED if tick else NONE
    if rest:
        state = box_state(rest) if not tick else ODD
        if not state:
            return None if len(rest) > 40 else Option(option, ODD, event.line, event.strong, event.raw)
    return Option(option, state, event.line, event.strong, event.raw)


def _words(box: Event) -> Event:
    return replace(box, kind="text", value=box.raw)


__all__ = ["EMPTY", "NONE", "ODD", "TICKED", "Bound", "Option", "bound"]
