"""Chapter 2: main conclusions and recommendations."""

from __future__ import annotations

from boce_tui.cycle.concluding import main_conclusions
from boce_tui.cycle.recommending import Numbered, recommendations
from boce_tui.cycle.reporting.sources import Sources, text
from boce_tui.domain.analysis import MainConclusion
from boce_tui.domain.keys import last
from boce_tui.domain.numbering import sort_key
from boce_tui.domain.recommendation import FollowUp, Recommendation, RecommendationGroup
from boce_tui.reports import model
from boce_tui.reports.model import NO_TEXT


def conclusion(sources: Sources) -> model.Conclusion:
    """Main conclusions, and the recommendations in number order."""
    return model.Conclusion(
        introduction=sources.written("2.1"),
        bullets=tuple(
            model.Bullet(
                text=text(item.value.text, MainConclusion, item.key),
                rests_on=tuple(key.split("/", 1)[1] for key in item.value.sub_conclusions),
            )
            for item in main_conclusions(sources.dossier, sources.round_id)
            if item.value
        ),
        recommendations_introduction=sources.written("2.3"),
        groups=_groups(sources),
    )


def _groups(sources: Sources) -> tuple[model.RecommendationGroup, ...]:
    known = sources.dossier.values(RecommendationGroup, f"{sources.round_id}/")
    by_id = {last(key): (key, group) for key, group in known.items()}
    ordered: dict[str, list[Numbered]] = {}
    for numbered in recommendations(sources.dossier, sources.round_id):
        ordered.setdefault(numbered.value.group, []).append(numbered)
    groups: dict[int, model.RecommendationGroup] = {}
    for group_id, items in ordered.items():
        key, group = by_id.get(group_id, ("", RecommendationGroup(title="")))
        groups[sort_key(items[0].number)[0]] = _group(
            key, group, [_recommendation(sources, numbered) for numbered in items]
        )
    for key, group in known.items():
        if group.number is not None and last(key) not in ordered:
            groups[group.number] = _group(key, group, [_lapsed(str(group.number), group.theme)])
    return tuple(groups[number] for number in sorted(groups))


def _group(
    key: str, group: RecommendationGroup, items: list[model.Recommendation]
) -> model.RecommendationGroup:
    """A group; from 1.0 on a number in it that nobody has any more is shown as lapsed."""
    if group.number is not None:
        have = {sort_key(item.number)[1] or "a" for item in items}
        gaps = [chr(code) for code in range(ord("a"), ord(max(have))) if chr(code) not in have]
        items += [_lapsed(f"{group.number}{letter}", group.theme) for letter in gaps]
    title = text(group.title, RecommendationGroup, key, "title")
    return model.RecommendationGroup(title=title, theme=group.theme, items=tuple(items))


def _lapsed(number: str, theme: str) -> model.Recommendation:
    return model.Recommendation(id=number, number=number, text=NO_TEXT, theme=theme, lapsed=True)


def _recommendation(sources: Sources, numbered: Numbered) -> model.Recommendation:
    item, key = numbered.value, numbered.key
    present = [finding for finding in item.findings if finding in sources.findings]
    parts = (f"{sources.findings[f].sub_question}/{sources.findings[f].theme}" for f in present)
    return model.Recommendation(
        id=key,
        number=numbered.number,
        text=text(item.text, Recommendation, key),
        explanation=text(item.explanation, Recommendation, key, "explanation"),
        theme=item.theme,
        addressee=sources.body(item.addressee),
        co_addressees=tuple(sources.body(body) for body in item.co_addressees),
        deadline=item.deadline,
        owner=sources.body(item.owner),
        findings=tuple(present),
        rests_on=tuple(dict.fromkeys(parts)),
        earlier=tuple(
            model.EarlierLink(
                kind=link.kind,
                number=sources.earlier.get(link.recommendation, link.recommendation),
                progress=_progress(sources, link.recommendation),
            )
            for link in item.earlier
        ),
        lapsed=item.dropped,
    )


def _progress(sources: Sources, recommendation: str) -> str:
    found = sources.dossier.value(FollowUp, recommendation)
    return found.progress if found else ""
