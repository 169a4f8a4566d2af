"""Appendix 3: every earlier recommendation with its status, what shows it, and what was agreed (R55)."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.cycle.following_up.decided import followed
from boce_tui.cycle.following_up.shown import FINDING, Showing, can_show, shown_by
from boce_tui.cycle.reporting.sources import Sources, text
from boce_tui.domain.numbering import sort_key
from boce_tui.domain.recommendation import ActionItem, FollowUp, Recommendation
from boce_tui.reports import model
from boce_tui.reports.model import NO_TEXT, Origin, Text


def follow_up(sources: Sources) -> tuple[model.FollowUp, ...]:
    """The recommendations of the round before, and of rounds before that as far as they are still open."""
    previous = sources.round.previous
    if not previous:
        return ()
    dossier = sources.dossier
    open_ones = {
        key: one.value
        for key, one in followed(dossier, sources.round_id).items()
        if one.round_id not in (previous, sources.round_id) and not one.over
    }
    items = {**dossier.values(Recommendation, f"{previous}/"), **open_ones}
    order = sorted(items, key=lambda key: sort_key(sources.earlier[key].rsplit("-", 1)[-1]))
    known = followed(dossier, sources.round_id)
    lines = []
    can = can_show(dossier, sources.round_id)
    for key in order:
        found = dossier.value(FollowUp, key)
        lines.append(
            model.FollowUp(
                number=sources.earlier[key],
                text=text(items[key].text, Recommendation, key),
                progress=found.progress if found else "",
                note=text(found.note, FollowUp, key, "note") if found else NO_TEXT,
                source=text(found.source, FollowUp, key, "source") if found else NO_TEXT,
                shown=tuple(_shown(one) for one in shown_by(can, found)),
                decided=known[key].choices if key in known else (),
                lapsed=items[key].dropped,
                actions=tuple(_actions(sources, key)),
            )
        )
    return tuple(lines)


def _shown(one: Showing) -> model.ShownBy:
    origin = Origin(one.by.kind, one.by.key, "text" if one.by.kind == FINDING else "title")
    return model.ShownBy(kind=one.by.kind, text=Text(one.words, origin), date=one.date)


def _actions(sources: Sources, recommendation: str) -> Iterator[model.FollowUpAction]:
    found = sources.dossier.values(ActionItem, f"{recommendation}/")
    for key, one in sorted(found.items(), key=lambda entry: (entry[1].deadline or "9999", entry[0])):
        yield model.FollowUpAction(
            text=text(one.text, ActionItem, key),
            owner=sources.body(one.owner),
            deadline=one.deadline,
            state=one.state,
            evidence=text(one.evidence, ActionItem, key, "evidence"),
        )
