"""Which number a report gets before it is final: 0.1, 0.2 ... a next one only when it says something else."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from boce_tui.cycle.reporting.issued import same_model, without_names
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.versions import next_version, version_key
from boce_tui.reports.model import ReportModel
from boce_tui.store import Dossier


def numbered(model: ReportModel, version: str) -> ReportModel:
    """The model with that version on it."""
    return msgspec.structs.replace(model, document=msgspec.structs.replace(model.document, version=version))


def says_the_same(model: ReportModel, kept: ReportVersion) -> bool:
    """True when a model says what a kept version said, whatever number it carries."""
    plain = numbered(without_names(model), kept.version)
    return same_model(plain, kept.model)


def concept_version(
    dossier: Dossier, round_id: str, model: ReportModel, other: Callable[[], ReportModel]
) -> str:
    """The number of a concept: that of the last kept one while both editions say the same, else the next.

    Args:
        dossier: The dossier.
        round_id: The round.
        model: The edition that is being made, in Dutch.
        other: Makes the edition for the other readers; only called when that is what decides.
    """
    kept = dossier.values(ReportVersion, f"{round_id}/").values()
    own = model.document.version
    # One that was erased keeps its number: two different texts never go round under the same one.
    used = (key.split("/")[1] for key in dossier.head_keys(ReportVersion, f"{round_id}/"))
    last = max(used, key=version_key, default="")
    if not last or version_key(own) > version_key(last):
        return own
    of_last = {version.audience: version for version in kept if version.version == last}
    if model.audience in of_last:
        same = says_the_same(model, of_last[model.audience])
    else:
        same = bool(of_last) and all(says_the_same(other(), version) for version in of_last.values())
    return last if same else next_version(last)
