"""F1-F17: the document has the form that every reader understands alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from boce_tui.domain.text import is_bidi, is_control, is_invisible
from boce_tui.locale import _
from boce_tui.reports.escape import canonical
from boce_tui.reports.gates.finding import ERROR, WARNING, GateFinding, Places, shown
from boce_tui.reports.parsed import Parsed
from boce_tui.reports.slugs import same_everywhere, slug

_TEMPLATE_SYNTAX = re.compile(r"(?<!\\)\{[{%#]|(?<!\\)[%#}]\}")
_LEFTOVER = re.compile(r"\b(?:TODO|TBD|FIXME|INVULLEN|INVUL|XXX)\b")
_PIPE = re.compile(r"(?<!\\)\|")


class Fault(NamedTuple):
    """A breach of a rule of form at a line."""

    line: int
    message: str
    severity: str = ERROR


def _raw_form(parsed: Parsed) -> Iterator[Fault]:  # F1
    text = parsed.markdown
    if "\r" in text or text.startswith("\ufeff"):
        yield Fault(1, _("The file has other line ends or a byte order mark."))
    if not unicodedata.is_normalized("NFC", text):
        yield Fault(1, _("The letters with accents are not in their one form (NFC)."))
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield Fault(text.count("\n"), _("The file does not end with one newline."))


def _hidden_characters(parsed: Parsed) -> Iterator[Fault]:  # F2
    for number, line in enumerate(parsed.markdown.split("\n"), 1):
        if not (line.isascii() and line.isprintable()) and any(map(_hidden, line)):
            yield Fault(number, _("There are invisible or control characters here."))


def _hidden(char: str) -> bool:
    return is_control(char) or is_bidi(char) or is_invisible(char) or char in "\t\u2028\u2029"


def _one_title(parsed: Parsed) -> Iterator[Fault]:  # F3
    titles = [heading for heading in parsed.headings if heading.level == 1]
    if len(titles) != 1:
        line = titles[1].line if titles else 1
        yield Fault(line, _("A report has exactly one title; here are {n}.").format(n=len(titles)))


def _heading_steps(parsed: Parsed) -> Iterator[Fault]:  # F4
    before = 0
    for heading in parsed.headings:
        if heading.level > before + 1:
            yield Fault(
                heading.line, _("The heading “{title}” skips a level.").format(title=shown(heading.text))
            )
        before = heading.level


def _nothing_empty(parsed: Parsed) -> Iterator[Fault]:  # F5
    filled = {run.heading for run in parsed.runs if run.context != "heading" and run.text.strip()}
    for index, heading in enumerate(parsed.headings):
        if not heading.text.strip():
            yield Fault(heading.line, _("There is a heading without words."))
            continue
        following = parsed.headings[index + 1 : index + 2]
        has_parts = bool(following) and following[0].level > heading.level
        if index not in filled and not has_parts:
            yield Fault(heading.line, _("Nothing stands under “{title}”.").format(title=shown(heading.text)))


def _unique_anchors(parsed: Parsed) -> Iterator[Fault]:  # F6
    for heading in parsed.headings:
        if heading.anchor != slug(heading.text):
            yield Fault(
                heading.line, _("The heading “{title}” is there twice.").format(title=shown(heading.text))
            )


def _no_underlined_headings(parsed: Parsed) -> Iterator[Fault]:  # F7
    for token in parsed.tokens:
        if token.type == "heading_open" and not token.markup.startswith("#"):
            yield Fault(_line(token.map), _("A heading is made by underlining; use # instead."))


def _no_html(parsed: Parsed) -> Iterator[Fault]:  # F8
    for token in parsed.tokens:
        inside = any(child.type == "html_inline" for child in token.children or ())
        if token.type == "html_block" or inside:
            yield Fault(_line(token.map), _("There is raw HTML here: many readers drop it."))


def _no_code(parsed: Parsed) -> Iterator[Fault]:  # F9
    for token in parsed.tokens:
        inside = any(child.type == "code_inline" for child in token.children or ())
        if token.type in ("fence", "code_block") or inside:
            yield Fault(_line(token.map), _("There is computer code here, or text that is set as such."))


def _even_tables(parsed: Parsed) -> Iterator[Fault]:  # F10
    lines = parsed.markdown.split("\n")
    for token in parsed.tokens:
        if token.type == "table_open" and token.map:
            first, end = token.map
            wanted = len(_PIPE.findall(lines[first]))
            for number in range(first, end):
                if lines[number].strip() and len(_PIPE.findall(lines[number])) != wanted:
                    yield Fault(number + 1, _("A row of the table has another number of columns."))


def _links(parsed: Parsed) -> Iterator[tuple[int, str, str]]:
    for token in parsed.tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield _line(token.map), str(child.attrs.get("href", "")), child.markup


def _links_arrive(parsed: Parsed) -> Iterator[Fault]:  # F11
    from urllib.parse import unquote

    anchors = {heading.anchor for heading in parsed.headings}
    for line, target, _markup in _links(parsed):
        if target.startswith("#") and unquote(target[1:]) not in anchors:
            yield Fault(line, _("A link goes nowhere: {target}").format(target=shown(unquote(target))))


def _safe_links(parsed: Parsed) -> Iterator[Fault]:  # F12
    for line, target, markup in _links(parsed):
        if not target.startswith(("#", "https://")) and markup not in ("linkify", "autolink"):
            yield Fault(
                line, _("A link may only go to https or to a heading: {target}").format(target=shown(target))
            )


def _no_bare_links(parsed: Parsed) -> Iterator[Fault]:  # F13
    for line, target, markup in _links(parsed):
        if markup in ("linkify", "autolink"):
            yield Fault(
                line, _("A bare address becomes a link by itself: {target}").format(target=shown(target))
            )


def _described_images(parsed: Parsed) -> Iterator[Fault]:  # F14
    for token in parsed.tokens:
        for child in token.children or ():
            if child.type == "image" and not child.content.strip():
                yield Fault(_line(token.map), _("An image has no description in words."))


def _nothing_left_over(parsed: Parsed) -> Iterator[Fault]:  # F15
    for number, line in enumerate(parsed.markdown.split("\n"), 1):
        if _TEMPLATE_SYNTAX.search(line):
            yield Fault(number, _("A piece of a template is left: {text}").format(text=shown(line)))
    for run in parsed.runs:
        found = _LEFTOVER.search(run.text)
        if found:
            yield Fault(run.line, _("“{word}” is still in the text.").format(word=found[0]))


def _canonical(parsed: Parsed) -> Iterator[Fault]:  # F16
    wanted = canonical(parsed.markdown)
    if wanted != parsed.markdown:
        pairs = zip(wanted.split("\n"), parsed.markdown.split("\n"), strict=False)
        line = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), 1)
        yield Fault(line, _("There are spaces at the end of a line, or too many empty lines."))


def _same_anchors(parsed: Parsed) -> Iterator[Fault]:  # F17
    from urllib.parse import unquote

    targets = {
        unquote(target[1:]) for _line_number, target, _markup in _links(parsed) if target.startswith("#")
    }
    for heading in parsed.headings:
        if not same_everywhere(heading.text):
            message = _("Not every reader can jump to the heading “{title}”.").format(
                title=shown(heading.text)
            )
            yield Fault(heading.line, message, ERROR if heading.anchor in targets else WARNING)


RULES: dict[str, Callable[[Parsed], Iterator[Fault]]] = {
    "F1": _raw_form,
    "F2": _hidden_characters,
    "F3": _one_title,
    "F4": _heading_steps,
    "F5": _nothing_empty,
    "F6": _unique_anchors,
    "F7": _no_underlined_headings,
    "F8": _no_html,
    "F9": _no_code,
    "F10": _even_tables,
    "F11": _links_arrive,
    "F12": _safe_links,
    "F13": _no_bare_links,
    "F14": _described_images,
    "F15": _nothing_left_over,
    "F16": _canonical,
    "F17": _same_anchors,
}


def _line(lines: list[int] | None) -> int:
    return lines[0] + 1 if lines else 0


def _mend(rule: str) -> str:
    if rule in ("F5", "F15"):
        return _("Write the missing text.")
    if rule == "F6":
        return _("Give one of the two another title.")
    if rule == "F17":
        return _("Use plain letters, digits, spaces and hyphens in the heading.")
    return _("Mend the template of the report.")


def form_findings(places: Places) -> Iterator[GateFinding]:
    """All breaches of the rules of form."""
    for rule, check in RULES.items():
        for number, fault in enumerate(check(places.parsed)):
            yield places.finding(
                fault.severity,
                rule,
                fault.message,
                _mend(rule),
                origin=places.origin_at(fault.line),
                line=fault.line,
                detail=str(number),
            )
