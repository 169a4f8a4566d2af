"""What stands beside an ambition or theme in the session: only what the report publishes, and decisions.

It is taken from the report as it was kept last, so that nobody decides on words that were never published.
As long as no version was kept it comes from the public edition as it would be made now, and says so. Raw
answers, codes and evidence codes are in neither.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from boce_tui.cycle.deciding.standing import ADVICE, DECISION, standings
from boce_tui.cycle.reporting.build import build
from boce_tui.domain.keys import GENERAL
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.versions import version_key
from boce_tui.domain.vocabulary import DECISION_CHOICE, REALISATION_STATUS, label
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.reports.model import ReportModel
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Passage:
    """Something published on a theme.

    Attributes:
        head: Where it stands or what it is.
        text: The words.
        foot: What was decided on it, for a recommendation.
    """

    head: str
    text: str
    foot: str = ""


@dataclass(frozen=True)
class Published:
    """What was published.

    Attributes:
        version: Version of the report it is from.
        kept: False when no version was kept yet: the report as it would be now.
        themes: Theme id -> passages; ``general`` for what holds for all.
    """

    version: str
    kept: bool
    themes: dict[str, tuple[Passage, ...]]

    def about(self, theme: str) -> tuple[Passage, ...]:
        """What stands in the report on a theme, then what holds for all."""
        return (*self.themes.get(theme, ()), *self.themes.get(GENERAL, ()))


def published(dossier: Dossier, round_id: str) -> Published:
    """Everything that stands beside the ambitions and themes of a round."""
    kept = [v for v in dossier.values(ReportVersion, f"{round_id}/").values() if v.audience == "public"]
    last = max(kept, key=lambda version: version_key(version.version), default=None)
    model = _decoded(last) if last else None
    if model is None:
        model = build(dossier, round_id, Names(dossier.folder))
    found: dict[str, list[Passage]] = {}
    _statuses(model, found)
    for number, chapter in enumerate(model.chapters, 1):
        for at, part in enumerate(chapter.parts, 1):
            if part.conclusion:
                head = f"3.{number}.{at} {chapter.title}"
                found.setdefault(part.theme, []).append(Passage(head, part.conclusion.value))
    said = _decided(dossier, round_id)
    for group in model.conclusion.groups:
        for item in group.items:
            if not item.lapsed:
                head = _("Recommendation {number}").format(number=item.number)
                passage = Passage(head, item.text.value, said.get(item.id, ""))
                found.setdefault(item.theme, []).append(passage)
    return Published(
        model.document.version, last is not None, {theme: tuple(rows) for theme, rows in found.items()}
    )


def _decoded(version: ReportVersion) -> ReportModel | None:
    try:
        return msgspec.json.decode(version.model, type=ReportModel)
    except msgspec.MsgspecError:  # kept by another version of the app
        return None


def _statuses(model: ReportModel, found: dict[str, list[Passage]]) -> None:
    for chapter in model.chapters:
        for part in chapter.parts:
            for status in part.statuses:
                formal = (
                    label(REALISATION_STATUS, status.formal) if status.formal else _("no formal decision")
                )
                judged = label(REALISATION_STATUS, status.assessed or "not_assessed")
                words = _("Formally: {formal}. Judgement of the evaluators: {assessed}.").format(
                    formal=formal, assessed=judged
                )
                rows = found.setdefault(part.theme, [])
                rows.append(Passage(_("How far it came"), f"{status.ambition}\n{words}"))


def _decided(dossier: Dossier, round_id: str) -> dict[str, str]:
    """Key of a recommendation -> advice and decisions on it, in words; never a member's vote."""
    found = {}
    for item in standings(dossier, round_id):
        said = [*item.of(ADVICE), *item.of(DECISION)]
        found[item.key] = "; ".join(f"{v.name}: {label(DECISION_CHOICE, v.value.choice)}" for v in said)
    return found
