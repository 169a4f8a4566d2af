"""What the councils want to be told, as blocks of Markdown: the register, and a part for other documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from boce_tui.domain.needs import FREQUENCY
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.reports.blocks import Piece, bullets, fill, heading, listing, paragraph, sentences, stack, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day, late_words
from boce_tui.reports.model.needs import Need, NeedsList

MOST_ASKED = 3
"""So many stand in the summary for the councils, which is one page."""


def needs_parts(document: NeedsList) -> Functions:
    """What the template of the register may call."""
    return {"waiting": partial(waiting, document), "delivered": partial(delivered, document)}


def waiting(document: NeedsList) -> Md:
    """The needs without delivery."""
    found = [one for one in document.needs if one.waits]
    if not document.needs:
        return paragraph(_("Nothing has been noted yet of what the councils want to know."))
    if not found:
        return paragraph(_("Everything that was asked has been delivered."))
    return waiting_table(found)


def waiting_table(found: Sequence[Need]) -> Md:
    """Needs without delivery: what, for which council, in which form, who delivers, by when."""
    header = [
        _("Number"),
        _("What"),
        _("For"),
        _("Form and how often"),
        _("Who delivers"),
        _("At the latest"),
    ]
    return table(header, [(*_what(one), one.owner or _("nobody named"), _term(one)) for one in found])


def delivered(document: NeedsList) -> Md:
    """What was delivered, each with its days and documents."""
    found = [one for one in document.needs if one.deliveries]
    if not found:
        return paragraph(_("Nothing has been delivered yet."))
    header = [_("Number"), _("What"), _("For"), _("Form and how often"), _("Delivered")]
    return table(header, [(*_what(one), _delivered(one)) for one in found])


def asked_before(needs: Iterable[Need]) -> Md:
    """For the councils themselves: what they asked and did not get yet; nothing when they asked nothing."""
    known = list(needs)
    found = [one for one in known if one.waits]
    if not known:
        return Md("")
    if not found:
        return paragraph(_("What you asked for has been delivered."))
    lead = paragraph(_("You asked for this, and did not get it yet:"))
    left = len(found) - MOST_ASKED
    more = paragraph(fill(_("Besides, {n} more on the list."), n=left)) if left > 0 else Md("")
    return stack([lead, bullets([_line(one) for one in found[:MOST_ASKED]]), more])


def _line(one: Need) -> Md:
    if one.councils:
        return fill(_("{text} (council of {places})"), text=one.text, places=listing(one.councils))
    return fill("{text}", text=one.text)


def _what(one: Need) -> tuple[Piece, ...]:
    theme = fill(_("({theme})"), theme=one.theme) if one.theme else Md("")
    why = (
        fill(_("From recommendation {numbers}."), numbers=listing(one.recommendations))
        if one.recommendations
        else Md("")
    )
    source = fill(_("Asked in: {source}."), source=one.source) if one.source else Md("")
    form = fill("{form}, {often}", form=one.form, often=label(FREQUENCY, one.frequency))
    return (
        one.number,
        sentences(one.text, theme, source, why),
        listing(one.councils) if one.councils else _("all councils"),
        form if one.form else label(FREQUENCY, one.frequency),
    )


def _term(one: Need) -> Piece:
    late = late_words("date", one.days) if one.days else ""
    return fill("{day}, {late}", day=day(one.due), late=late) if late else day(one.due)


def _delivered(one: Need) -> Md:
    return listing(
        [
            fill(_("{document} ({date})"), document=each.document, date=day(each.date))
            for each in one.deliveries
        ]
    )


def section(needs: Sequence[Need]) -> Md:
    """A part of the follow-up list: what the councils wait for; nothing when there is none."""
    found = [one for one in needs if one.waits]
    if not found:
        return Md("")
    return stack([heading(2, _("What the councils wait for")), waiting_table(found)])
