"""The result of the recalibration as a document for the steering group and the colleges."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.cycle.outgoing import Outgoing
from boce_tui.cycle.recalibrating.deciding import AMBITION, THEME, Subject, subjects
from boce_tui.cycle.recalibrating.effects import adjusts
from boce_tui.cycle.reporting.sources import text
from boce_tui.cycle.sending.facts import Facts
from boce_tui.cycle.sending.leaving import leave
from boce_tui.domain.agenda import Ambition, Theme
from boce_tui.domain.recalibrating import Recalibration
from boce_tui.domain.sending import RECALIBRATION
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.gates.finding import WARNING, Gap
from boce_tui.reports.model.base import NO_TEXT, Origin
from boce_tui.reports.model.sending import Recalibrated, RecalibratedTheme, RecalibrationModel
from boce_tui.reports.printing.recalibration import recalibration_parts
from boce_tui.store import Dossier


def prepare_recalibration(dossier: Dossier, round_id: str, names: Names, *, draft: bool = False) -> Outgoing:
    """The result, checked; nothing is written.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The names file; while it is locked the name check is missing, which stops (P0).
        draft: Incompleteness becomes a warning; privacy never does.

    Raises:
        BadInput: There is no such round.
    """
    with in_language("nl"):
        facts = Facts(dossier, round_id, draft=draft)
        listed = subjects(dossier, round_id)
        model = RecalibrationModel(
            about=facts.about,
            opening=facts.written("recalibration.opening"),
            themes=tuple(_theme(facts, one, listed) for one in listed if one.kind == THEME),
        )
        document = Document(RECALIBRATION, model, model.language, recalibration_parts)
    return leave(facts, names, document, "steering", _missing(listed))


def _theme(facts: Facts, theme: Subject, listed: list[Subject]) -> RecalibratedTheme:
    about = [one for one in listed if one.theme == theme.item and (one.kind == AMBITION or _told(one))]
    return RecalibratedTheme(
        name=facts.sources.theme_name(theme.item), decisions=tuple(_decision(facts, one) for one in about)
    )


def _told(one: Subject) -> bool:
    """A theme of which nothing was decided is told by its ambitions."""
    return bool(one.value.choice) or one.undecided


def _decision(facts: Facts, one: Subject) -> Recalibrated:
    value = one.value
    kind = Ambition if one.kind == AMBITION else Theme
    chosen = bool(value.choice)
    return Recalibrated(
        subject=one.kind,
        choice=value.choice,
        text=text(one.text, kind, one.item, "text" if one.kind == AMBITION else "name"),
        before=text(value.before, Recalibration, one.key, "before") if adjusts(value) else NO_TEXT,
        version=one.version,
        reason=text(value.reason, Recalibration, one.key, "reason") if chosen else NO_TEXT,
        body=facts.sources.body(value.body) if chosen else NO_TEXT,
        date=value.date if chosen else "",
        document=text(value.document, Recalibration, one.key, "document") if chosen else NO_TEXT,
        undecided=one.undecided,
    )


def _missing(listed: list[Subject]) -> Iterator[Gap]:
    for one in listed:
        origin = Origin(Recalibration.entity, one.key)
        if one.undecided:
            yield Gap(
                _(
                    "“{name}” was stopped, and there is no formal decision with body, date and document."
                ).format(name=one.text),
                _("Record the decision; until then it is named as stopped without a decision."),
                origin,
                severity=WARNING,
            )
        elif one.missing:
            yield Gap(
                _("“{name}”: {what} is missing.").format(name=one.text, what=", ".join(one.missing)),
                _("Fill it in."),
                origin,
            )
        elif not one.value.choice and one.kind == AMBITION:
            yield Gap(
                _("Nothing was decided yet about “{name}”.").format(name=one.text),
                _("Choose keep, adjust or stop."),
                origin,
            )
