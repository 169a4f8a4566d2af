"""What the documents that go out share: notices, the last line, the meeting, who decided what."""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.domain.vocabulary import DECISION_CHOICE, label
from boce_tui.locale import _
from boce_tui.reports.blocks import Piece, fill, listing, paragraph, sentences, stack, strong
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day, time
from boce_tui.reports.model.base import Text
from boce_tui.reports.model.sending import Asked, Belongs, Choice, Meeting
from boce_tui.reports.wording import STATUS

DOTS = "…" * 20


def notices(about: Belongs) -> Md:
    """The warnings that everything is made up, or not finished; nothing in a real document."""
    found: list[Md] = []
    if about.example:
        words = _("All people, answers and outcomes in this document are made up.")
        found.append(sentences(strong(_("Example, invented.")), words))
    if about.draft:
        words = _("Parts of this document may be missing or may still change.")
        found.append(sentences(strong(_("Unfinished draft.")), words))
    return stack(found)


def last_line(about: Belongs) -> Md:
    """Which report it belongs to, in which version, and until when it is confidential (R59)."""
    belongs = fill(
        _("Belongs to: {title}, version {version}, {status}."),
        title=about.title,
        version=about.version,
        status=label(STATUS, about.status),
    )
    return paragraph(
        sentences(
            belongs,
            fill("{publicity}.", publicity=publicity_words(about)),
            _("Unfinished draft.") if about.draft else "",
            _("Example, invented.") if about.example else "",
        )
    )


def publicity_words(about: Belongs) -> str:
    """Until when it is confidential, as every export says it."""
    if about.embargo_until:
        return _("Confidential until {date}").format(date=day(about.embargo_until))
    return _("No embargo")


def places(municipalities: Sequence[Text]) -> Md:
    """Municipalities as "a, b and c"."""
    return listing(municipalities)


def report_name(about: Belongs) -> Md:
    """The report with its version, in a sentence."""
    return fill(_("“{title}”, version {version}"), title=about.title, version=about.version)


def meeting_sentence(meeting: Meeting) -> Md:
    """When the councils meet; with the old day when it was moved."""
    if meeting.cancelled and meeting.first:
        return fill(
            _("The joint meeting of the councils on {first} has been called off. There is no new date yet."),
            first=day(meeting.first),
        )
    if not meeting.day:
        return paragraph(_("The date of the joint meeting of the councils is not known yet."))
    where = fill(_("Place: {place}."), place=meeting.place) if meeting.place else Md("")
    if meeting.first and meeting.first != meeting.day:
        moved = fill(
            _("The joint meeting of the councils was planned on {first}. It has been moved to {when}."),
            first=day(meeting.first),
            when=_when(meeting),
        )
        return sentences(moved, where)
    return sentences(fill(_("The joint meeting of the councils is on {when}."), when=_when(meeting)), where)


def _when(meeting: Meeting) -> str:
    """Day and time, as far as they are known."""
    if not meeting.start:
        return day(meeting.day)
    return _("{day} at {time}").format(day=day(meeting.day), time=time(meeting.start))


def choice_words(choice: str) -> str:
    """What was chosen, in words; "no decision yet" for nothing."""
    return label(DECISION_CHOICE, choice) if choice else _("no decision yet")


def agreed(item: Asked) -> str | None:
    """The choice of all colleges when it is the same, empty when nobody decided; None when they differ."""
    found = {one.choice for one in item.choices}
    return found.pop() if len(found) == 1 else None if found else ""


def per_college(choices: Sequence[Choice]) -> Md:
    """Each college with its choice: "Emmen: adopt; Coevorden: hold"."""
    found = [
        fill(_("{municipality}: {choice}"), municipality=one.municipality, choice=choice_words(one.choice))
        for one in choices
    ]
    return Md("; ".join(found))


def recommended(items: Sequence[Asked]) -> list[Piece]:
    """Recommendations by number, for a list."""
    return [paragraph(item.text, lead=fill("{number}.", number=strong(item.number))) for item in items]
