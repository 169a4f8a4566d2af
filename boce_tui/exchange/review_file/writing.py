"""The places to fill in, as blocks of Markdown for the template of the review file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from typing import Any

import msgspec

from boce_tui.domain.reviewing import STEERING_GROUP, SentPlace
from boce_tui.domain.vocabulary import DECISION_CHOICE, label
from boce_tui.exchange.review_file import words
from boce_tui.exchange.review_file.marks import code_of
from boce_tui.locale import _
from boce_tui.reports.blocks import boxes, fill, heading, paragraph, sentences, stack, strong
from boce_tui.reports.compiling import Edition
from boce_tui.reports.escape import Md
from boce_tui.reports.model import Chapter, Recommendation, RecommendationGroup, ReportModel, Text, part_id
from boce_tui.reports.preparing import Prepared
from boce_tui.reports.printing import findings
from boce_tui.reports.printing.advice import recommendation
from boce_tui.reports.printing.common import part_key

TEMPLATE = "review"
MEMBER = "member"
WHOLE = "0"
"""Number of the place for remarks on the report as a whole."""
FIXED = ("1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "4", "5")
"""Sections with a place for remarks, beside the parts of chapter 3."""


@dataclass(frozen=True)
class Places:
    """The places of one review file.

    Attributes:
        round_id: The round.
        model: The report, without names of people.
        colleges: Municipality id and its name, in their order.
    """

    round_id: str
    model: ReportModel
    colleges: tuple[tuple[str, Text], ...]

    @cached_property
    def mark(self) -> str:
        """The mark of the file: the same report gives the same one."""
        digest = sha256(msgspec.json.encode((self.model, self.colleges))).hexdigest()
        return f"{self.model.document.version}-{code_of(digest)}"

    @cached_property
    def all(self) -> tuple[SentPlace, ...]:
        """Everything that can be filled in: who fills it in, recommendations, sections."""
        who = [SentPlace(mark="", number="", place=f"who:{STEERING_GROUP}", text=_("the steering group"))]
        who += [
            SentPlace(mark="", number="", place=f"who:{key}", text=college_words(name.value))
            for key, name in self.colleges
        ]
        who.append(SentPlace(mark="", number="", place=f"who:{MEMBER}", text=_("one member")))
        found: list[SentPlace] = []
        taken: set[str] = set()
        for number, place, text in self._numbered():
            code = code_of(place, taken)
            taken.add(code)
            found.append(SentPlace(mark=f"{number}-{code}", number=number, place=place, text=text))
        return (*who, *found)

    def _numbered(self) -> list[tuple[str, str, str]]:
        found = [
            (item.number, f"recommendation:{item.id}", item.text.value)
            for group in self.model.conclusion.groups
            for item in group.items
            if not item.lapsed
        ]
        found += [(number, f"chapter_text:{self.round_id}/{number}", "") for number in (WHOLE, *FIXED)]
        for c, chapter in enumerate(self.model.chapters, 1):
            for p, part in enumerate(chapter.parts, 1):
                place = f"sub_conclusion:{self.round_id}/{part_id(chapter.id, part.theme)}"
                found.append((f"3.{c}.{p}", place, ""))
        return found

    def at(self, number: str) -> SentPlace:
        """The place with that number."""
        return self._by_number[number]

    @cached_property
    def _by_number(self) -> dict[str, SentPlace]:
        return {place.number: place for place in self.all if place.mark}


def college_words(municipality: str) -> str:
    """The option of one college."""
    return _("the college of {municipality}").format(municipality=municipality)


def edition(places: Places) -> Edition:
    """How the report is printed with places to fill in."""

    def parts(report: Prepared) -> Mapping[str, Callable[..., Any]]:
        return {
            "on_behalf_of": partial(_on_behalf_of, places),
            "how_to": _how_to,
            "recommendation_group": partial(_group, places, report),
            "remark_place": partial(_remark_place, places),
            "chapter": partial(_chapter, places, report),
        }

    return Edition(TEMPLATE, parts)


def _how_to() -> Md:
    return stack(
        [
            paragraph(
                _(
                    "You can fill in this file in any program that opens text, or on paper: put an x "
                    "between the brackets before what you choose, and write on the dotted lines, as much as "
                    "you like."
                )
            ),
            paragraph(
                _(
                    "Leave the lines with a mark as they are, they show where your words belong; save the "
                    "file "
                    "under the same name and send it back."
                )
            ),
        ]
    )


def _line(field: str) -> Md:
    name, hint = label(words.FIELDS, field), _(words.HINTS.get(field, ""))
    return paragraph(f"{name} ({hint}): {words.BLANK}" if hint else f"{name}: {words.BLANK}")


def _end(mark: str) -> Md:
    return fill("{end} {mark}.", end=_(words.END), mark=mark)


def _on_behalf_of(places: Places) -> Md:
    options = [place.text for place in places.all if place.place.startswith("who:")]
    return stack(
        [
            fill("{label}: {mark}.", label=_(words.FILE_MARK), mark=places.mark),
            paragraph(_("Tick one box: who has their say here?")),
            boxes(options),
            _line("member"),
            _line("date"),
            _end(places.mark),
        ]
    )


def _group(places: Places, report: Prepared, group: RecommendationGroup) -> Md:
    found = [heading(4, group.title)]
    for item in group.items:
        found.append(recommendation(report, item))
        if not item.lapsed:
            found.append(_reaction(places, item))
    return stack(found)


def _reaction(places: Places, item: Recommendation) -> Md:
    mark = places.at(item.number).mark
    return stack(
        [
            heading(5, _("Reaction to recommendation {number}").format(number=item.number)),
            sentences(strong(_marked(mark)), _("Tick one box.")),
            boxes([label(DECISION_CHOICE, choice) for choice in DECISION_CHOICE]),
            _line("text"),
            _line("motivation"),
            _line("owner"),
            _line("deadline"),
            _line("remark"),
            _end(mark),
        ]
    )


def _marked(mark: str) -> str:
    return f"{_(words.MARK)} {mark}."


def _remark_place(places: Places, number: str) -> Md:
    """Room for a remark on a section."""
    mark = places.at(number).mark
    about = (
        _("Room for a remark on the report as a whole.")
        if number == WHOLE
        else _("Room for a remark on {number}.").format(number=number)
    )
    return stack([sentences(strong(_marked(mark)), about), _line("remark"), _end(mark)])


def _chapter(places: Places, report: Prepared, one: Chapter, number: str) -> Md:
    found = [heading(3, one.title, number)]
    if one.question:
        found.append(fill(_("Sub-question: {question}"), question=one.question))
    for part in one.parts:
        found.append(findings.chapter_part(report, one, part))
        found.append(_remark_place(places, report.numbers[part_key(one.id, part)]))
    return stack(found)
