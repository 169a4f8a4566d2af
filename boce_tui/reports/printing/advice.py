"""Chapter 2: main conclusions and recommendations."""

from __future__ import annotations

from boce_tui.domain.vocabulary import PROGRESS_CLASS, label
from boce_tui.locale import _
from boce_tui.reports.blocks import (
    Piece,
    bullets,
    fill,
    heading,
    listing,
    paragraph,
    stack,
    strong,
    table,
)
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day, ranges
from boce_tui.reports.model import EarlierLink, Recommendation, RecommendationGroup
from boce_tui.reports.preparing import Prepared
from boce_tui.reports.printing.common import codes, names, part_links, see, theme_name
from boce_tui.reports.wording import EARLIER


def conclusions(report: Prepared) -> Md:
    """The main conclusions, each with where it rests on (2.2)."""
    found = report.model.conclusion.bullets
    if not found:
        return paragraph(_("No main conclusions have been drawn yet."))
    return bullets([paragraph(bullet.text, tail=see(report, bullet.rests_on)) for bullet in found])


def recommendation_group(report: Prepared, group: RecommendationGroup) -> Md:
    """One subject with its recommendations in order of number."""
    return stack([heading(4, group.title), *(recommendation(report, item) for item in group.items)])


def recommendation(report: Prepared, item: Recommendation) -> Md:
    """One recommendation with its details."""
    number = fill("{number}.", number=strong(item.number))
    if item.lapsed:
        return paragraph(_("This recommendation has lapsed."), lead=number)
    return stack(
        [
            paragraph(item.text, lead=number),
            paragraph(item.explanation) if item.explanation else Md(""),
            bullets(_details(report, item)),
        ]
    )


def _details(report: Prepared, item: Recommendation) -> list[Md]:
    with_others = names(item.co_addressees)
    addressee: Piece = item.addressee or _("not decided yet")
    lines = [
        fill(_("For: {addressee}, together with {others}"), addressee=addressee, others=with_others)
        if with_others
        else fill(_("For: {addressee}"), addressee=addressee)
    ]
    if item.owner:
        lines.append(fill(_("Who acts: {owner}"), owner=item.owner))
    lines.append(fill(_("At the latest: {day}"), day=day(item.deadline) or _("not decided yet")))
    lines.append(_evidence(report, item))
    lines += [_earlier(link) for link in item.earlier]
    return [line for line in lines if line]


def _evidence(report: Prepared, item: Recommendation) -> Md:
    sections = part_links(report, item.rests_on)
    if not sections:
        return Md("")
    rests_on = [report.findings[key] for key in item.findings if key in report.findings]
    places = codes(report, [source.ref for finding in rests_on for source in finding.sources])
    if places:
        return fill(
            _("Rests on: {sections} (places {codes})"),
            sections=listing(sections),
            codes=listing(ranges(places)),
        )
    return fill(_("Rests on: {sections}"), sections=listing(sections))


def _earlier(link: EarlierLink) -> Md:
    sentence = fill(label(EARLIER, link.kind), number=link.number)
    if not link.progress:
        return fill(_("Earlier: {link}"), link=sentence)
    state = label(PROGRESS_CLASS, link.progress)
    return fill(_("Earlier: {link}, which was: {state}"), link=sentence, state=state)


def theme_table(report: Prepared) -> Md:
    """All recommendations per theme; a theme without one says so."""
    items = [item for group in report.model.conclusion.groups for item in group.items if not item.lapsed]
    themes = list(dict.fromkeys(["general", *(theme.id for theme in report.model.introduction.focus_themes)]))
    themes += [theme for theme in dict.fromkeys(item.theme for item in items) if theme not in themes]
    rows: list[tuple[Piece, ...]] = []
    for theme in themes:
        name = theme_name(report, theme)
        of_theme = [item for item in items if item.theme == theme]
        rows += [
            (name, item.number, item.text, item.addressee or _("not decided yet"), day(item.deadline))
            for item in of_theme
        ]
        if not of_theme:
            rows.append((name, "", _("none"), "", ""))
    header = [_("Theme"), _("Number"), _("Recommendation"), _("For whom"), _("At the latest on")]
    return table(header, rows)
