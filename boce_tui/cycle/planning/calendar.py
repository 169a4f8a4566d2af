"""The planned interviews as appointments; people by code, and by name only when that is asked for."""

from __future__ import annotations

from boce_tui.cycle.planning.interviews import interviews
from boce_tui.cycle.planning.people import evaluators
from boce_tui.domain.keys import join
from boce_tui.domain.round import Interview
from boce_tui.errors import PrivacyStop
from boce_tui.exchange.calendar import Appointment
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.store import Dossier

STATE = "planned"


def interview_appointments(dossier: Dossier, round_id: str, names: Names | None = None) -> list[Appointment]:
    """The interviews of a round that are planned on a day.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The unlocked names file, to put names in it; None: codes only.

    Raises:
        PrivacyStop: Names were asked for and the names file is locked.
    """
    if names is not None and not names.unlocked:
        raise PrivacyStop(
            _("The names file is locked, so no names can be put in the calendar."),
            hint=_("Leave out --names, or unlock it: BOCE_KEY_FILE names the file with the passphrase."),
        )
    return [
        _appointment(dossier, round_id, id_, interview, names)
        for id_, interview in interviews(dossier, round_id, STATE).items()
        if interview.when.planned
    ]


def _appointment(
    dossier: Dossier, round_id: str, id_: str, interview: Interview, names: Names | None
) -> Appointment:
    history = dossier.history(Interview, join(round_id, id_))
    who = ", ".join(_called(code, names) for code in interview.participants)
    lines = [_("Interview {id}: {codes}").format(id=id_, codes=who)]
    known = [one for one in interview.evaluators if one in evaluators(dossier, round_id)]
    if known:
        lines.append(_("Evaluators: {codes}").format(codes=", ".join(known)))
    return Appointment(
        uid=f"{history[0].id}@boce",
        changed=history[-1].at,
        version=len(history) - 1,
        day=interview.when.planned,
        start=interview.start,
        minutes=interview.minutes,
        title=_("Evaluation interview {id} ({codes})").format(id=id_, codes=who),
        place=interview.place,
        text="\n".join(lines),
    )


def _called(code: str, names: Names | None) -> str:
    person = names.person(code) if names is not None else None
    return person.name if person is not None and person.name else code
