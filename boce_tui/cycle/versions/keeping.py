"""Keeping what was written as a version: bytes, digest and model, to be shown again (design.md 5)."""

from __future__ import annotations

import msgspec

from boce_tui.cycle.reporting.issued import kept
from boce_tui.cycle.reporting.issuing import Prepared
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.today import today
from boce_tui.cycle.versions.log import log_export
from boce_tui.domain.keys import join
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.round import FINAL
from boce_tui.domain.versions import is_concept, version_key
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier

MAIN_LANGUAGE = "nl"
"""The language in which versions are kept; a translation is only logged."""


def keep(dossier: Dossier, round_id: str, prepared: Prepared) -> None:
    """Keep a report that was just written: as a version when it is new, and in the export log always.

    A final round keeps its versions when it is closed; what is written of it here is only logged.

    Raises:
        DossierUnavailable: The dossier cannot be written; the file that was written stays.
    """
    model = prepared.model
    version, audience = model.document.version, model.audience
    key = join(round_id, version, audience)
    with dossier.change() as change:
        round_ = the_round(dossier, round_id)
        new = model.language == MAIN_LANGUAGE and round_.status != FINAL and not round_.closed
        is_kept = change.value(ReportVersion, key) is not None
        if new and not is_kept:
            date = round_.report_date or today(dossier).isoformat()
            change.save(kept(prepared.compiled, model, date), key)
            if round_.version != version:
                change.save(msgspec.structs.replace(round_, version=version), round_id)
        log_export(
            dossier,
            round_id,
            "report",
            prepared.markdown,
            audience=audience,
            version=version,
            language=model.language,
            people={} if new or is_kept else prepared.people,
        )


def versions(dossier: Dossier, round_id: str) -> list[ReportVersion]:
    """Every kept version, the latest first; the public edition before the one for the steering group."""
    found = dossier.values(ReportVersion, f"{round_id}/").values()
    ordered = sorted(found, key=lambda version: version.audience)
    return sorted(ordered, key=lambda version: version_key(version.version), reverse=True)


def version(dossier: Dossier, round_id: str, number: str, audience: str) -> ReportVersion:
    """One kept version.

    Raises:
        BadInput: It was never kept.
    """
    found = dossier.value(ReportVersion, join(round_id, number, audience))
    if found is None:
        known = [one.version for one in versions(dossier, round_id) if one.audience == audience]
        raise BadInput(
            _("There is no version {version} of this report.").format(version=number),
            hint=_("These versions exist: {versions}").format(versions=", ".join(known))
            if known
            else _("A version is kept each time the report is made: boce report --to FILE"),
        )
    return found


def is_final(version: ReportVersion) -> bool:
    """True from version 1.0 on."""
    return not is_concept(version.version)
