"""What a decision of the recalibration does to its ambition or theme, and how that is taken back."""

from __future__ import annotations

import msgspec

from boce_tui.domain.agenda import Ambition, ExitDecision, Status, Theme
from boce_tui.domain.recalibrating import ADJUST, STOP, Recalibration
from boce_tui.domain.round import Round
from boce_tui.store import Dossier

STOPPED = "stopped_by_decision"


def applied(dossier: Dossier, item: str, value: Recalibration) -> None:
    """Do to the item what was decided."""
    if value.ambition_before is not None:
        ambition = dossier.value(Ambition, item) or value.ambition_before
        if adjusts(value):
            # The councils adopted the old text: nothing is adopted or decided on the new one yet.
            ambition = msgspec.structs.replace(
                ambition,
                text=value.text.strip(),
                version=value.ambition_before.version + 1,
                valid_from=value.date,
                decisions=(),
                formal=None,
            )
        elif value.choice == STOP and value.formal:
            ambition = msgspec.structs.replace(ambition, formal=_stopped(value))
        dossier.save(ambition, item)
    elif value.theme_before is not None and value.choice == STOP:
        theme = dossier.value(Theme, item) or value.theme_before
        stopped = theme.work_stopped or value.date
        exit_ = _exit(value) if value.formal else theme.exit
        dossier.save(msgspec.structs.replace(theme, work_stopped=stopped, exit=exit_), item)


def taken_back(dossier: Dossier, item: str, value: Recalibration) -> None:
    """Take back what an earlier decision of the same session did; what else was changed since then stays."""
    if value.ambition_before is not None:
        ambition = dossier.value(Ambition, item)
        if ambition is not None and (_is_adjusted(ambition, value) or ambition.formal == _stopped(value)):
            dossier.save(as_before(ambition, value.ambition_before), item)
    elif value.theme_before is not None and value.choice == STOP:
        theme = dossier.value(Theme, item)
        if theme is not None:
            was = value.theme_before
            exit_ = was.exit if theme.exit == _exit(value) else theme.exit
            stopped = was.work_stopped if theme.work_stopped == value.date else theme.work_stopped
            dossier.save(msgspec.structs.replace(theme, work_stopped=stopped, exit=exit_), item)


def adjusts(value: Recalibration) -> bool:
    """True when there is a new text."""
    return value.choice == ADJUST and value.text.strip() not in ("", value.before.strip())


def as_before(now: Ambition, before: Ambition) -> Ambition:
    """An ambition with text, version, adoption and formal status of before; the rest as it is now."""
    return msgspec.structs.replace(
        now,
        text=before.text,
        version=before.version,
        valid_from=before.valid_from,
        decisions=before.decisions,
        formal=before.formal,
    )


def evaluated_ambitions(dossier: Dossier, round_id: str) -> dict[str, Ambition]:
    """The ambitions as the round evaluates them: without what its own or a later recalibration did."""
    found = dict(dossier.values(Ambition))
    rounds = dossier.values(Round)
    own = rounds[round_id].year if round_id in rounds else 0
    decided = {
        key: value
        for key, value in dossier.values(Recalibration).items()
        if (known := rounds.get(key.split("/", 1)[0])) is None or known.year >= own
    }
    for key, value in sorted(decided.items(), reverse=True):  # the earliest comes last, and counts
        _round, kind, item = key.split("/", 2)
        if kind != "ambition" or item not in found:
            continue
        if value.ambition_before is None:
            del found[item]  # it was added
        elif value.choice in (ADJUST, STOP):
            found[item] = as_before(found[item], value.ambition_before)
    return found


def _is_adjusted(ambition: Ambition, value: Recalibration) -> bool:
    return adjusts(value) and ambition.text == value.text.strip()


def _stopped(value: Recalibration) -> Status:
    return Status(status=STOPPED, by=value.body, date=value.date, source=value.document)


def _exit(value: Recalibration) -> ExitDecision:
    return ExitDecision(body=value.body, date=value.date, document=value.document, reason=value.reason)
