"""What the printed parts of a report share: headings, references to chapter 3, evidence codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boce_tui.domain.keys import GENERAL
from boce_tui.domain.vocabulary import GROUPS_PLURAL, label
from boce_tui.locale import _
from boce_tui.reports.blocks import Piece, fill, heading, heading_text, link, listing
from boce_tui.reports.escape import Md
from boce_tui.reports.model import Part, Text, part_id
from boce_tui.reports.preparing import Prepared
from boce_tui.reports.wording import HEADINGS


def title(report: Prepared, id: str) -> Piece:  # noqa: A002
    """The words of a fixed heading: the round's own, or ours."""
    return report.model.titles.get(id) or label(HEADINGS, id)


def fixed_heading(report: Prepared, level: int, id: str, number: str = "") -> Md:  # noqa: A002
    """A fixed heading with its number."""
    return heading(level, title(report, id), number)


def part_title(report: Prepared, part: Part) -> Piece:
    """The words of the heading of a part of chapter 3."""
    return title(report, "general") if part.theme == GENERAL else part.title


def part_link(report: Prepared, wanted: str) -> Md | None:
    """A link to a part of chapter 3; None when there is no such part (a finding of the gates)."""
    part, number = report.part(wanted), report.numbers.get(wanted)
    if part is None or number is None:
        return None
    return link(number, heading_text(part_title(report, part), number))


def part_links(report: Prepared, wanted: Iterable[str]) -> list[Md]:
    """Links to parts, in the order of the report, each once."""
    order = list(report.numbers)
    known = sorted({key for key in wanted if key in report.numbers}, key=order.index)
    return [found for key in known if (found := part_link(report, key)) is not None]


def see(report: Prepared, wanted: Sequence[str]) -> Md:
    """The words "See 3.1.1 and 3.2.1.", or nothing."""
    links = part_links(report, wanted)
    return fill(_("See {sections}."), sections=listing(links)) if links else Md("")


def codes(report: Prepared, refs: Iterable[str]) -> list[str]:
    """Evidence codes in report order; none in a public report."""
    if report.model.audience != "steering":
        return []
    wanted = {report.codes[ref] for ref in refs if ref in report.codes}
    return [code for code in report.codes.values() if code in wanted]


def people(group: str) -> str:
    """The word "interviewees", or the plural of one reporting group."""
    return label(GROUPS_PLURAL, group) if group else _("interviewees")


def theme_name(report: Prepared, theme: str) -> Piece:
    """The name of a theme by id; "General" for none in particular."""
    if theme == GENERAL:
        return title(report, "general")
    for one in (*report.model.introduction.focus_themes, *report.model.introduction.themes):
        if one.id == theme:
            return one.name
    return theme


def names(texts: Sequence[Text]) -> Md:
    """Texts as "a, b and c", empty ones left out."""
    return listing([text for text in texts if text])


def part_key(chapter: str, part: Part) -> str:
    """The id of a part."""
    return part_id(chapter, part.theme)
