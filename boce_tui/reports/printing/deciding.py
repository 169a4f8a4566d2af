"""The parts of the decision sheet and the decision list as blocks of Markdown."""

from __future__ import annotations

from functools import partial

from boce_tui.domain.vocabulary import DECISION_CHOICE, label
from boce_tui.locale import _
from boce_tui.reports.blocks import Piece, bullets, fill, heading, listing, paragraph, sentences, stack, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day
from boce_tui.reports.model.deciding import DecisionsModel, Matter, Said
from boce_tui.reports.wording import STATUS


def decision_parts(document: DecisionsModel) -> Functions:
    """What the templates of both documents may call."""
    return {
        "advice": partial(advice, document),
        "decisions": partial(decisions, document),
        "overview": partial(overview, document),
        "closing": partial(closing, document),
    }


def advice(document: DecisionsModel) -> Md:
    """Each recommendation with the advice on it, to decide about."""
    found: list[Md] = []
    for matter in document.matters:
        found += [*_matter(matter), *(_advised(said) for said in matter.advice)]
        if not matter.advice:
            found.append(paragraph(_("No advice has been noted.")))
    return stack(found) if found else paragraph(_("There are no recommendations in this round."))


def decisions(document: DecisionsModel) -> Md:
    """Each recommendation with what was decided, and the advice beside it."""
    found: list[Md] = []
    for matter in document.matters:
        found += _matter(matter)
        lines = [_decided(said) for said in matter.decisions]
        if matter.undecided:
            lines.append(fill(_("Not decided yet: {colleges}."), colleges=listing(matter.undecided)))
        lines += [_advised(said) for said in matter.advice]
        found.append(stack(lines) if lines else paragraph(_("No decision has been noted.")))
    return stack(found) if found else paragraph(_("There are no recommendations in this round."))


def overview(document: DecisionsModel) -> Md:
    """All decisions in one table: a row per recommendation, a column per college."""
    header: list[Piece] = [_("Number"), _("Advice"), *(college.name for college in document.colleges)]
    rows: list[tuple[Piece, ...]] = []
    for matter in document.matters:
        own = {said.municipality: said for said in matter.decisions}
        cells = [fill(_choice(own.get(one.municipality) or own.get(""))) for one in document.colleges]
        rows.append((matter.number, listing([_word(said) for said in matter.advice]), *cells))
    if not rows:
        return paragraph(_("There are no recommendations in this round."))
    lapsed = fill(_("Lapsed: {numbers}."), numbers=listing(document.lapsed)) if document.lapsed else Md("")
    return stack([table(header, rows), lapsed])


def closing(document: DecisionsModel) -> Md:
    """Version, status and embargo, as the last line."""
    public = (
        fill(_("Confidential until {date}."), date=day(document.embargo_until))
        if document.embargo_until
        else fill(_("No embargo."))
    )
    status = fill(
        _("With the report, version {version}, {status}."),
        version=document.version,
        status=label(STATUS, document.status),
    )
    return paragraph(sentences(status, public, _("Example, invented.") if document.example else ""))


def _matter(matter: Matter) -> list[Md]:
    details = []
    if matter.addressee:
        details.append(fill(_("For: {addressee}"), addressee=matter.addressee))
    if matter.deadline:
        details.append(fill(_("At the latest: {day}"), day=day(matter.deadline)))
    return [
        heading(3, _("Recommendation {number}").format(number=matter.number)),
        paragraph(matter.text),
        bullets(details) if details else Md(""),
    ]


def _word(said: Said) -> str:
    return label(DECISION_CHOICE, said.choice)


def _choice(said: Said | None) -> str:
    if said is None:
        return ""
    return f"{_word(said)}, {day(said.date)}" if said.date else _word(said)


def _advised(said: Said) -> Md:
    return _said(_("Advice of {who}, {date}: {choice}."), _("Advice of {who}: {choice}."), said)


def _decided(said: Said) -> Md:
    return _said(_("Decision of {who}, {date}: {choice}."), _("Decision of {who}: {choice}."), said)


def _said(dated: str, undated: str, said: Said) -> Md:
    lead = fill(dated if said.date else undated, who=said.who, date=day(said.date), choice=_word(said))
    details: list[Md] = []
    if said.text:
        details.append(fill(_("In changed form: {text}"), text=said.text))
    if said.motivation:
        details.append(fill(_("Motivation: {text}"), text=said.motivation))
    if said.owner:
        details.append(fill(_("Taken up by: {owner}"), owner=said.owner))
    if said.deadline:
        details.append(fill(_("By: {deadline}"), deadline=said.deadline))
    if said.document:
        details.append(fill(_("Written down in: {document}"), document=said.document))
    details += [_before(one) for one in said.before]
    return stack([lead, bullets(details) if details else Md("")])


def _before(said: Said) -> Md:
    sentence = (
        _("Before ({date}): {choice}. {motivation}") if said.date else _("Before: {choice}. {motivation}")
    )
    return fill(sentence, date=day(said.date), choice=_word(said), motivation=said.motivation)
