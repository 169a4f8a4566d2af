"""Two texts and the difference between them by words: left what we have, right what came in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from textual.app import App
from textual.content import Content

from boce_tui.domain.text import inert_block
from boce_tui.domain.word_diff import word_diff as word_diff_of
from boce_tui.locale import _
from boce_tui.tui import signs
from boce_tui.tui.text import assemble, safe, safe_block
from boce_tui.tui.theme import NO_COLOUR_THEME
from boce_tui.tui.widgets.lines_view import LinesView

_GONE, _NEW = "$fout strike", "$ok underline"


class Part(NamedTuple):
    """A text with what it was before; `title` is the heading above it, or empty."""

    title: str
    before: str
    after: str


class DiffView(LinesView):
    """What is gone stands struck through, what is new underlined; the first line says so.

    Without colours, or on a terminal that cannot be trusted with lines through words, it is said in words.
    """

    def __init__(
        self,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._parts: list[Part] = []

    def show(self, before: str, after: str) -> None:
        """Show what became of a text."""
        self.show_parts([Part("", before, after)])

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show what became of several texts, each under its own heading."""
        self._parts = list(parts)
        self.lines_changed()

    def make_lines(self, width: int) -> list[Content]:
        """The differences, wrapped."""
        found: list[Content] = []
        spoken = in_words(self.app)
        if not spoken and any(part.before.strip() and part.before != part.after for part in self._parts):
            found += legend().wrap(width)
        for at, part in enumerate(self._parts):
            if part.title:
                found += [assemble("")] * bool(at) + [safe(part.title, "stil")]
            # What is new as a whole needs no signs around it.
            compared = part.before.strip()
            shown = word_diff(part.before, part.after, spoken=spoken) if compared else safe_block(part.after)
            found += shown.wrap(width)
        return found


def in_words(app: App[Any]) -> bool:
    """Whether a difference has to be said in words: colours or lines through words cannot be counted on."""
    return app.theme == NO_COLOUR_THEME or signs.ascii_only()


def legend() -> Content:
    """How words that went and words that came look."""
    return assemble(
        Content.styled(_("words that went"), _GONE),
        (f" {signs.mark('·')} ", "stil"),
        Content.styled(_("words that came"), _NEW),
    )


def word_diff(before: str, after: str, *, spoken: bool = False) -> Content:
    """One text that holds both: what stayed, what is gone, what is new. Of blanks only line breaks count.

    Args:
        before: The text as it was.
        after: The text as it is.
        spoken: Say in words what went and what came, for a terminal that cannot show it.
    """
    found: list[Content] = []
    changes = word_diff_of(inert_block(before), inert_block(after))
    for at, change in enumerate(changes):
        following = changes[at + 1] if at + 1 < len(changes) else None
        if change.same:
            # What is gone stands behind a blank also when nothing stands behind these words any more.
            blank = following is not None and following.before and change.before.endswith((" ", "\n"))
            gap = " " if blank and not change.after.endswith((" ", "\n")) else ""
            found.append(Content(change.after + gap))
            continue
        gone, new = change.before, change.after
        if gone:
            found.append(_marked(_("[gone: {words}]") if spoken else "{words}", gone, _GONE, tail=not new))
        if gone and new and (spoken or (gone.strip()[-1:].isalnum() and new.strip()[:1].isalnum())):
            found.append(Content(" "))
        if new:
            found.append(_marked(_("[new: {words}]") if spoken else "{words}", new, _NEW))
    return assemble(*found)


def _marked(shown: str, text: str, style: str, *, tail: bool = True) -> Content:
    """The line goes along the words only, not along blanks (what is gone leaves none before what came)."""
    core = text.strip() or text
    lead, _core, rest = text.partition(core)
    words = shown.partition("{words}")
    return assemble(
        Content(lead),
        Content.styled(f"{words[0]}{core}{words[2]}", style),
        Content(rest if tail else ""),
    )
