"""The follow-up list, the meetings and the scan as documents, checked; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from boce_tui.cycle.following_up.actions import NOBODY, Promise, overdue, owners, promises
from boce_tui.cycle.following_up.decided import followed
from boce_tui.cycle.following_up.meetings import meetings, on_the_agenda
from boce_tui.cycle.following_up.scanning import Scanned, scans
from boce_tui.cycle.following_up.shown import FINDING, Showing, can_show, shown_by
from boce_tui.cycle.informing.documents import as_told
from boce_tui.cycle.informing.needs import needs
from boce_tui.cycle.outgoing import Outgoing, outgoing
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.today import today
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.agenda import Body, Theme
from boce_tui.domain.base import Entity
from boce_tui.domain.meetings import Meeting, Scan
from boce_tui.domain.recommendation import ActionItem, FollowUp, Recommendation
from boce_tui.domain.round import Round
from boce_tui.domain.vocabulary import PROGRESS_CLASS
from boce_tui.locale import in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document, Functions
from boce_tui.reports.model import following_up as model
from boce_tui.reports.model.appendices import ShownBy
from boce_tui.reports.model.base import NO_TEXT, Data, Origin, Text
from boce_tui.reports.printing.following_up import follow_up_parts, meeting_parts, scan_parts
from boce_tui.store import Dossier

_FEW = "commissioners"
"""For whom the lists are: those who see to it that it is done."""


def prepare_follow_up(
    dossier: Dossier, round_id: str, names: Names, *, body: str = "", late: bool = False
) -> Outgoing:
    """The follow-up list: who is to do what by when.

    Args:
        dossier: The dossier.
        round_id: The round one works in.
        names: The names file, for the name check.
        body: Only this body; ``-`` for what nobody was named for.
        late: Only what is overdue.

    Raises:
        BadInput: There is no such round.
    """
    found = promises(dossier, round_id, today(dossier), body=body)
    waits = overdue(found) if late else found
    progress = [
        one.follow_up.progress if one.follow_up else "unknown" for one in followed(dossier, round_id).values()
    ]
    can = can_show(dossier, round_id)
    asked = needs(
        dossier, round_id, today(dossier), body=None if not body else "" if body == NOBODY else body
    )
    made = model.FollowUpList(
        example=dossier.example,
        title=_title(dossier, round_id),
        date=today(dossier).isoformat(),
        overdue=late,
        bodies=tuple(
            model.OfBody(name=_body(dossier, owner), actions=tuple(_action(one, can) for one in of_owner))
            for owner, of_owner in owners(waits, dossier).items()
        ),
        classes=tuple(model.ClassCount(progress=one, number=progress.count(one)) for one in PROGRESS_CLASS),
        needs=as_told(dossier, round_id, [one for one in asked if one.days or not late]),
    )
    return _made(dossier, round_id, names, "follow_up", made, follow_up_parts)


def _action(one: Promise, can: dict[str, Showing]) -> model.Action:
    about, follow_up = one.about, one.about.follow_up
    shows, shown = NO_TEXT, []
    if one.action:
        shows = _text(one.action.evidence, ActionItem, one.key, "evidence")
    elif follow_up:
        shows = _text(follow_up.source, FollowUp, about.key, "source")
        shown = shown_by(can, follow_up)
    return model.Action(
        number=about.number,
        recommendation=_text(about.value.text, Recommendation, about.key),
        text=_text(one.action.text, ActionItem, one.key) if one.action else NO_TEXT,
        waits=one.waits,
        deadline=one.deadline,
        state=one.action.state if one.action else "",
        late=one.late,
        days=one.days,
        progress=follow_up.progress if follow_up else "unknown",
        evidence=shows,
        shown=tuple(_shown(each) for each in shown),
    )


def _shown(one: Showing) -> ShownBy:
    """Of a finding only where in the report it stands: this list can leave before the report does."""
    words = one.place if one.by.kind == FINDING else one.words
    return ShownBy(kind=one.by.kind, text=Text(words, Origin(one.by.kind, one.by.key)), date=one.date)


def prepare_meetings(dossier: Dossier, round_id: str, names: Names) -> Outgoing:
    """The meetings of a round with their agenda.

    Raises:
        BadInput: There is no such round.
    """
    return checked_meetings(dossier, round_id, names, meeting_list(dossier, round_id))


def checked_meetings(dossier: Dossier, round_id: str, names: Names, made: model.MeetingList) -> Outgoing:
    """What stands in a list of meetings, checked as a document."""
    return _made(dossier, round_id, names, "meetings", made, meeting_parts)


def meeting_list(dossier: Dossier, round_id: str) -> model.MeetingList:
    """The meetings of a round with everything that is known of them.

    Raises:
        BadInput: There is no such round.
    """
    found = meetings(dossier, round_id)
    known = on_the_agenda(dossier, round_id)
    instead = {one.replaced_by: id_ for id_, one in found.items() if one.replaced_by}

    def text(id_: str, attribute: str) -> Text:
        return _text(getattr(found[id_], attribute), Meeting, f"{round_id}/{id_}", attribute)

    items = []
    for id_, one in found.items():
        other = found.get(one.replaced_by)
        items.append(
            model.MeetingItem(
                id=id_,
                title=text(id_, "title"),
                body=_body(dossier, one.body),
                date=one.date,
                start=one.start,
                place=text(id_, "place"),
                status=one.status,
                moved=tuple(
                    model.MovedDate(
                        date=before.date, reason=_text(before.reason, Meeting, f"{round_id}/{id_}", "moved")
                    )
                    for before in one.moved
                ),
                reason=text(id_, "reason"),
                replaced_by=text(one.replaced_by, "title") if other else NO_TEXT,
                replaced_on=other.date if other else "",
                replaces=text(instead[id_], "title") if id_ in instead else NO_TEXT,
                themes=tuple(_text(theme_name(dossier, theme), Theme, theme, "name") for theme in one.themes),
                recommendations=tuple(
                    model.OnAgenda(number=known[key][0], text=_text(known[key][1].text, Recommendation, key))
                    for key in one.recommendations
                    if key in known
                ),
                note=text(id_, "note"),
            )
        )
    return model.MeetingList(example=dossier.example, title=_title(dossier, round_id), meetings=tuple(items))


def prepare_scan(dossier: Dossier, round_id: str, names: Names, day: date | None = None) -> Outgoing:
    """The scan of everything that is followed up.

    Raises:
        BadInput: There is no such round.
    """
    found = scans(dossier, round_id, day or today(dossier))
    made = model.ScanReport(
        example=dossier.example,
        title=_title(dossier, round_id),
        items=tuple(_scanned(one) for one in found if one.is_due or one.scan != Scan()),
        later=tuple(_scanned(one) for one in found if not one.is_due and one.scan == Scan()),
    )
    return _made(dossier, round_id, names, "scan", made, scan_parts)


def _scanned(one: Scanned) -> model.ScanItem:
    return model.ScanItem(
        number=one.about.number,
        text=_text(one.about.value.text, Recommendation, one.about.key),
        due=one.due.isoformat() if one.due else "",
        date=one.scan.date,
        lines=tuple(
            model.ScanLine(
                question=question,
                answer=said.answer,
                evidence=_text(said.evidence, Scan, one.about.key, question),
            )
            for question, said in one.scan.answers().items()
        ),
    )


def _made(
    dossier: Dossier,
    round_id: str,
    names: Names,
    kind: str,
    made: Any,
    parts: Callable[[Any], Functions],
) -> Outgoing:
    with in_language(made.language):
        document: Document[Data] = Document(kind, made, made.language, parts)
    return outgoing(dossier, round_id, names, document, kind, audience=_FEW)


def _text(words: str, kind: type[Entity], key: str, attribute: str = "text") -> Text:
    return Text(words, Origin(kind.entity, key, attribute)) if words.strip() else NO_TEXT


def _title(dossier: Dossier, round_id: str) -> Text:
    return Text(the_round(dossier, round_id).title, Origin(Round.entity, round_id, "title"))


def _body(dossier: Dossier, body: str) -> Text:
    found = dossier.value(Body, body) if body else None
    return Text(found.name if found else body, Origin(Body.entity, body, "name")) if body else NO_TEXT
