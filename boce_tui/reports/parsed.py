"""A Markdown document as a strict reader sees it: structure, visible text, headings.

Everything that any common reader might take for Markdown is switched on (GitHub's extensions, bare links,
HTML, footnotes, definition lists, front matter), so that what slipped through is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from boce_tui.reports.slugs import slug, unique

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SkeletonItem = tuple[Any, ...]


@dataclass(frozen=True)
class Run:
    """A piece of visible text: a heading, a paragraph or a cell.

    Attributes:
        line: Line of the document, from 1.
        context: ``heading``, ``cell``, ``quote``, ``item`` or ``paragraph``.
        text: What the reader sees; line breaks as newlines.
        heading: Index of the heading it stands under; -1 before the first.
    """

    line: int
    context: str
    text: str
    heading: int


@dataclass(frozen=True)
class Heading:
    """A heading with its anchor."""

    level: int
    text: str
    anchor: str
    line: int


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    return MarkdownIt("gfm-like2").use(footnote_plugin).use(front_matter_plugin).use(deflist_plugin)


class Parsed:
    """One parsed document."""

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown
        self.tokens: list[Token] = _parser().parse(markdown)

    @cached_property
    def skeleton(self) -> list[SkeletonItem]:
        """The structure without the words; ``("text", run index)`` for each run of text."""
        items: list[SkeletonItem] = []
        runs = 0
        for token in self.tokens:
            if token.type == "inline":
                items.append(("text", runs))
                runs += 1
                items.extend(_shape(child) for child in token.children or () if not _is_text(child))
            else:
                items.append(_shape(token))
        return items

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings in order."""
        found = [
            (int(token.tag[1:]), visible(inline), _line(token))
            for token, inline in zip(self.tokens, self.tokens[1:], strict=False)
            if token.type == "heading_open"
        ]
        anchors = unique([slug(text) for _level, text, _line_number in found])
        return [
            Heading(level, text, anchor, line)
            for (level, text, line), anchor in zip(found, anchors, strict=True)
        ]

    @cached_property
    def runs(self) -> list[Run]:
        """All visible text in order."""
        return list(self._walk())

    def _walk(self) -> Iterator[Run]:
        heading, line, open_blocks = -1, 1, []
        for token in self.tokens:
            if token.map:
                line = _line(token)
            if token.nesting == 1:
                open_blocks.append(token.type.removesuffix("_open"))
                heading += token.type == "heading_open"
            elif token.nesting == -1:
                open_blocks.pop()
            elif token.type == "inline":
                yield Run(line, _context(open_blocks), visible(token), heading)


def visible(token: Token) -> str:
    """What a reader sees of an inline token."""
    return "".join(_visible(child) for child in token.children or ())


def _visible(child: Token) -> str:
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    if child.type == "image":
        return "".join(_visible(part) for part in child.children or ())
    return child.content if child.type in ("text", "text_special", "code_inline", "html_inline") else ""


def _is_text(child: Token) -> bool:
    return child.type in ("text", "text_special")


def _shape(token: Token) -> SkeletonItem:
    attrs = tuple(sorted((k, v) for k, v in token.attrs.items() if k not in ("href", "title", "alt")))
    return (token.type, token.tag, token.nesting, token.level, token.markup, token.info, attrs)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _context(open_blocks: Sequence[str]) -> str:
    for name, context in (("heading", "heading"), ("blockquote", "quote"), ("list_item", "item")):
        if name in open_blocks:
            return context
    return "cell" if open_blocks[-1:] in (["th"], ["td"]) else "paragraph"
