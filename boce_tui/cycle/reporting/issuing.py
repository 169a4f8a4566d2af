"""A report on its way out: compiled, verified, through every gate; it says whether it may leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from boce_tui.cycle.evidence import broken_links
from boce_tui.cycle.reporting.between_versions import told_by_both
from boce_tui.cycle.reporting.build import AUDIENCES, build
from boce_tui.cycle.reporting.concepts import concept_version, numbered
from boce_tui.cycle.reporting.issued import changed, latest_issued, marked
from boce_tui.cycle.reporting.seen import seen_ids
from boce_tui.cycle.reporting.unnamed import unnamed
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.titles import Titles
from boce_tui.domain.agenda import Body, Organisation, Theme
from boce_tui.domain.giveaways import GiveawayList
from boce_tui.domain.keys import last
from boce_tui.domain.kinds import ORIGINS
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.round import FINAL, Respondent, Round
from boce_tui.domain.versions import next_version
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.names import Names, giveaways, not_checked
from boce_tui.reports.checking import check_report, exit_code
from boce_tui.reports.compiling import Compiled
from boce_tui.reports.counted import people_in
from boce_tui.reports.gates import ERROR, GateFinding
from boce_tui.reports.gates.finding import WARNING, item_words
from boce_tui.reports.model import Origin, ReportModel
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Prepared:
    """A report that was compiled and checked, but not written yet.

    Attributes:
        compiled: The report.
        findings: What the gates say, in document order; what concerns the dossier itself comes first.
        exit_code: 0 when it may leave; 1 or 5 when it may not (command line contract).
        model: The model it was compiled from.
        seen: Warnings that are not in `findings`, because a person looked at them.
        people: Over how many people each figure is, called as in the Dutch text.
    """

    compiled: Compiled
    findings: tuple[GateFinding, ...]
    exit_code: int
    model: ReportModel
    seen: tuple[GateFinding, ...] = ()
    people: Mapping[str, int] = field(default_factory=dict)

    @property
    def markdown(self) -> bytes:
        """The file: UTF-8, LF."""
        return self.compiled.markdown.encode()


def prepare(
    dossier: Dossier,
    round_id: str,
    names: Names,
    *,
    audience: str = "public",
    draft: bool = False,
    language: str = "nl",
) -> Prepared:
    """Compile the report of a round and put it through all gates; nothing is written.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The names file. While it is locked the name check is missing, which stops the report (P0).
        audience: ``public`` or ``steering``.
        draft: Incompleteness becomes a warning; privacy never does.
        language: Language of the fixed texts.

    Raises:
        BadInput: There is no such round, or a template is wrong.
    """
    model, before = model_to_issue(
        dossier, round_id, names, audience=audience, draft=draft, language=language
    )
    prepared = check(dossier, round_id, names, model)
    return replace(prepared, findings=(*before, *prepared.findings))


def model_to_issue(
    dossier: Dossier, round_id: str, names: Names, *, audience: str, draft: bool, language: str
) -> tuple[ReportModel, tuple[GateFinding, ...]]:
    """The model of a report with the version it gets, and what is to be said about that version."""
    model = build(dossier, round_id, names, audience=audience, draft=draft, language=language)
    if the_round(dossier, round_id).status != FINAL:
        return _as_concept(dossier, round_id, names, model), ()
    before = _overtaken(dossier, round_id, names, audience)
    if before is None:
        return model, ()
    return marked(model, before), (_since(round_id, before),)


def _as_concept(dossier: Dossier, round_id: str, names: Names, model: ReportModel) -> ReportModel:
    """The model with the number that a concept gets; a translation has the number of the Dutch text."""

    def made(audience: str) -> ReportModel:
        return build(dossier, round_id, names, audience=audience, draft=model.draft)

    other = next(audience for audience in AUDIENCES if audience != model.audience)
    main = model if model.language == "nl" else made(model.audience)
    return numbered(model, concept_version(dossier, round_id, main, lambda: made(other)))


def check(dossier: Dossier, round_id: str, names: Names, model: ReportModel) -> Prepared:
    """Compile a report model of a round and put it through all gates."""
    allowed = seen_ids(dossier, round_id)
    checked = check_report(model, known_giveaways(dossier, names), allowed=allowed)
    titles = Titles(dossier, round_id)
    found = (placed(titles, names, finding) for finding in checked.findings)
    people = people_in(_in_dutch(dossier, round_id, names, model), round_id)
    own = [*unnamed(dossier, round_id, names), *told_by_both(dossier, round_id, model, people)]
    findings = (
        *_chain(dossier, round_id),
        *_conflicts(dossier, round_id),
        *(finding for finding in own if finding.id not in allowed),
        *found,
    )
    seen = (*(finding for finding in own if finding.id in allowed), *checked.seen)
    return Prepared(checked.compiled, findings, exit_code(findings), model, seen, people)


def _in_dutch(dossier: Dossier, round_id: str, names: Names, model: ReportModel) -> ReportModel:
    if model.language == "nl":
        return model
    return build(dossier, round_id, names, audience=model.audience, draft=model.draft)


def placed(titles: Titles, names: Names, finding: GateFinding) -> GateFinding:
    """The finding with its item called as the screens call it, and with the reason why names are unknown."""
    if finding.rule == "P0" and not names.exists:
        stop = not_checked(exists=False)
        return replace(finding, message=stop.message, how_to_mend=stop.hint)
    own = item_words(finding.origin)
    if not own or finding.origin is None or not finding.place.endswith(own):
        return finding
    known = _named(titles, finding.origin.kind, finding.origin.key)
    return replace(finding, place=finding.place.removesuffix(own) + known)


def _overtaken(dossier: Dossier, round_id: str, names: Names, audience: str) -> ReportVersion | None:
    """The version issued last, when the report says something else by now."""
    issued = latest_issued(dossier, round_id, audience)
    if issued is None or not changed(build(dossier, round_id, names, audience=audience), issued):
        return None
    return issued


def _since(round_id: str, before: ReportVersion) -> GateFinding:
    now = next_version(before.version)
    return GateFinding(
        severity=WARNING,
        rule="E3",
        message=_("Something changed since version {before}; this is the draft of version {now}.").format(
            before=before.version, now=now
        ),
        how_to_mend=_(
            "Make version {now} final when it is complete: f in step 9, or boce round close {round}"
        ).format(now=now, round=round_id),
        place=_("version"),
        id=f"E3-{round_id}-{now}",
    )


def known_giveaways(dossier: Dossier, names: Names) -> GiveawayList | None:
    """What may not stand in any document; None while the names file is locked."""
    if not names.unlocked:
        return None
    return giveaways(
        names,
        dossier.values(Body),
        dossier.values(Organisation),
        _holders(dossier),
        dossier.values(Theme),
    )


def _holders(dossier: Dossier) -> dict[str, Respondent]:
    """Who holds which function: the respondents, and where they are not here how many there were."""
    found = dossier.values(Respondent)
    for round_id, basis in dossier.values(ReportBasis).items():
        for held, number in basis.holders.items():
            role, _slash, place = held.partition("/")
            for n in range(number):
                key = f"{round_id}/{held}/{n}"
                found[key] = Respondent(group="", role=role, municipalities=(place,))
    return found


def _chain(dossier: Dossier, round_id: str) -> Iterator[GateFinding]:
    """Links whose other end is gone: reported, never dropped (promise 3)."""
    titles = Titles(dossier, round_id)
    for entity, key, link in broken_links(dossier, round_id):
        yield GateFinding(
            severity=ERROR,
            rule="E1",
            message=_("It rests on {item}, which is no longer there.").format(
                item=_named(titles, link.entity, link.key)
            ),
            how_to_mend=_("Take the link out, or bring the source back with undo."),
            place=_named(titles, entity, key),
            origin=Origin(entity, key),
            id=f"E1-{entity}-{key}-{link.key}",
        )


def _conflicts(dossier: Dossier, round_id: str) -> Iterator[GateFinding]:
    """Items with two current versions: a person has to choose before anything is published."""
    titles, rounds = Titles(dossier, round_id), set(dossier.values(Round))
    for entity, key in dossier.conflicts():
        first = key.split("/")[0]
        if first != round_id and first in rounds:
            continue  # of another round; what is of no round counts in every one
        yield GateFinding(
            severity=ERROR,
            rule="E2",
            message=_("There are two versions of this, side by side."),
            how_to_mend=_("Compare them and choose: ^p and 'Compare what was changed twice'."),
            place=_named(titles, entity, key),
            origin=Origin(entity, key),
            id=f"E2-{entity}-{key}",
        )


def _named(titles: Titles, entity: str, key: str) -> str:
    name = titles.of(entity, key)
    if name != last(key):
        return name
    return label(ORIGINS, entity) if key == entity else f"{label(ORIGINS, entity)} {name}"
