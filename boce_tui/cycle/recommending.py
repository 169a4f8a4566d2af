"""Recommendations: groups, order and numbers, addressee, evidence, and what still misses (R45-R47)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.numbering import given_numbers
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import GENERAL, last
from boce_tui.domain.moments import is_day_or_month
from boce_tui.domain.numbering import sort_key
from boce_tui.domain.recommendation import EarlierLink, Recommendation, RecommendationGroup
from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


@dataclass(frozen=True)
class Numbered:
    """A recommendation with its number.

    Attributes:
        number: Such as ``3b``.
        key: Its key.
        value: The recommendation itself.
        missing: What keeps it from being final, in the user's language.
    """

    number: str
    key: str
    value: Recommendation
    missing: tuple[str, ...]


def groups(dossier: Dossier, round_id: str) -> list[Stored[RecommendationGroup]]:
    """The groups in order: general ones and those of a theme."""
    found = [g for g in dossier.all(RecommendationGroup, f"{round_id}/") if g.value]
    return sorted(found, key=lambda g: (g.value.order if g.value else 0, g.key))


def recommendations(dossier: Dossier, round_id: str) -> list[Numbered]:
    """All recommendations of the round in number order."""
    items = dossier.values(Recommendation, f"{round_id}/")
    given = given_numbers(dossier, round_id)
    findings = set(dossier.values(Finding, f"{round_id}/"))
    ordered = sorted(given.items(), key=lambda entry: (sort_key(entry[1]), entry[0]))
    return [
        Numbered(number, key, items[key], tuple(missing(items[key], findings))) for key, number in ordered
    ]


def missing(item: Recommendation, findings: set[str]) -> list[str]:
    """What a recommendation still needs before it can be final.

    Args:
        item: The recommendation.
        findings: Keys of the findings that exist.
    """
    problems = []
    if not item.text.strip():
        problems.append(_("the text"))
    if not item.addressee:
        problems.append(_("for whom it is"))
    if not item.deadline:
        problems.append(_("by when"))
    if not any(key in findings for key in item.findings):
        problems.append(_("a finding it rests on"))
    if not item.group:
        problems.append(_("a group"))
    return problems


def by_theme(dossier: Dossier, round_id: str) -> list[tuple[str, list[Numbered]]]:
    """The recommendations per theme: general first, then every focus theme, also one without any (R47)."""
    round_ = the_round(dossier, round_id)
    listed = [n for n in recommendations(dossier, round_id) if not n.value.dropped]
    themes = [GENERAL, *round_.focus_themes]
    themes += sorted({n.value.theme for n in listed} - set(themes))
    return [(theme, [n for n in listed if n.value.theme == theme]) for theme in themes]


def new_group(
    dossier: Dossier, round_id: str, title: str, theme: str = GENERAL
) -> Stored[RecommendationGroup]:
    """Start a group at the end."""
    if not title.strip():
        raise BadInput(_("A group needs a title."))
    order = 1 + max((g.value.order for g in groups(dossier, round_id) if g.value), default=0)
    key = f"{round_id}/g-{dossier.env.entropy(4).hex()}"
    return dossier.save(RecommendationGroup(title=clean_entry(title).strip(), theme=theme, order=order), key)


def new_recommendation(
    dossier: Dossier, round_id: str, group: str, theme: str = GENERAL
) -> Stored[Recommendation]:
    """Start an empty recommendation at the end of a group."""
    order = 1 + max(
        (r.order for r in dossier.values(Recommendation, f"{round_id}/").values() if r.group == group),
        default=0,
    )
    key = f"{round_id}/A-{dossier.env.entropy(4).hex()}"
    return dossier.save(Recommendation(group=group, theme=theme, order=order), key)


def change_recommendation(dossier: Dossier, key: str, **changes: Any) -> Stored[Recommendation]:
    """Change fields of a recommendation.

    Raises:
        BadInput: It is gone, the deadline is no date, or it is made final while something is missing.
    """
    for name in ("text", "explanation"):
        if name in changes:
            changes[name] = clean_entry(changes[name])
    deadline = changes.get("deadline", "")
    if deadline and not is_day_or_month(deadline):
        raise BadInput(
            _("{value} is not a date.").format(value=deadline),
            hint=_("Write it as 01-03-2042, or as 03-2042."),
        )
    with dossier.change() as change:
        after = msgspec.structs.replace(_recommendation(change, key), **changes)
        if after.final:
            findings = set(change.values(Finding, f"{key.split('/')[0]}/"))
            problems = missing(after, findings)
            if problems and changes.get("final"):
                raise BadInput(
                    _("This recommendation is not complete: {what}.").format(what=", ".join(problems)),
                    hint=_("Fill this in, then mark it as checked."),
                )
            after = msgspec.structs.replace(after, final=not problems)
        return change.save(after, key)


def _recommendation(dossier: Dossier, key: str) -> Recommendation:
    found = dossier.value(Recommendation, key)
    if found is None:
        raise BadInput(_("This recommendation was deleted."), hint=_("Bring it back with undo first."))
    return found


def toggle_finding(dossier: Dossier, key: str, finding: str) -> Stored[Recommendation]:
    """Let a recommendation rest on a finding, or no longer."""
    before = _recommendation(dossier, key).findings
    linked = tuple(f for f in before if f != finding)
    if linked == before:
        linked = (*linked, finding)
    return change_recommendation(dossier, key, findings=linked)


def toggle_together(dossier: Dossier, key: str, body: str) -> Stored[Recommendation]:
    """Let a body act together with the addressee, or no longer."""
    before = _recommendation(dossier, key).co_addressees
    together = tuple(b for b in before if b != body)
    if together == before:
        together = (*together, body)
    return change_recommendation(dossier, key, co_addressees=together)


def link_earlier(dossier: Dossier, key: str, kind: str, earlier: str) -> Stored[Recommendation]:
    """Say that it repeats, replaces or closes an earlier one; the same again takes the link away."""
    before = _recommendation(dossier, key).earlier
    link = EarlierLink(kind=kind, recommendation=earlier)
    links = tuple(x for x in before if x.recommendation != earlier)
    if link not in before:
        links = (*links, link)
    return change_recommendation(dossier, key, earlier=links)


def move(dossier: Dossier, key: str, step: int) -> None:
    """Move a recommendation up (-1) or down (+1) within its group.

    Raises:
        BadInput: A number is frozen: from version 1.0 on others refer to it.
    """
    group = _recommendation(dossier, key).group
    mine = [n for n in recommendations(dossier, key.split("/")[0]) if n.value.group == group]
    ordered = sorted(mine, key=lambda n: (n.value.order, n.key))
    at = next(i for i, n in enumerate(ordered) if n.key == key)
    to = min(max(at + step, 0), len(ordered) - 1)
    if to == at:
        return
    _check_free(ordered[at].value, ordered[to].value)
    keys = [n.key for n in ordered]
    keys.insert(to, keys.pop(at))
    with dossier.change() as change:
        for order, each in enumerate(keys, start=1):
            found = _recommendation(change, each)
            if found.order != order:
                change.save(msgspec.structs.replace(found, order=order), each)


def move_to_group(dossier: Dossier, key: str, group: str) -> Stored[Recommendation]:
    """Put a recommendation at the end of another group; it takes over that group's theme.

    Raises:
        BadInput: Its number is frozen, or there is no such group.
    """
    round_id = key.split("/")[0]
    _check_free(_recommendation(dossier, key))
    found = dossier.value(RecommendationGroup, f"{round_id}/{group}")
    if found is None:
        raise BadInput(_("This group is no longer there."))
    last_order = max(
        (n.value.order for n in recommendations(dossier, round_id) if n.value.group == group), default=0
    )
    return change_recommendation(dossier, key, group=group, theme=found.theme, order=last_order + 1)


def _check_free(*items: Recommendation) -> None:
    if any(item.letter is not None for item in items):
        raise BadInput(
            _("The numbers stand fixed since version 1.0: this recommendation keeps its place."),
            hint=_("Others refer to its number."),
        )


def remove(dossier: Dossier, key: str) -> bool:
    """Take a recommendation out; from version 1.0 on it stays, as dropped, so that its number stays taken.

    Returns:
        True when it was really deleted, False when it now says that it was dropped.
    """
    item = _recommendation(dossier, key)
    if item.letter is not None:
        change_recommendation(dossier, key, dropped=True, final=False)
        return False
    dossier.delete(Recommendation, key)
    return True


def move_group(dossier: Dossier, key: str, step: int) -> None:
    """Move a group, with everything in it, up (-1) or down (+1).

    Raises:
        BadInput: A number is frozen.
    """
    ordered = [g for g in groups(dossier, key.split("/")[0]) if g.value]
    at = next(i for i, g in enumerate(ordered) if g.key == key)
    to = min(max(at + step, 0), len(ordered) - 1)
    if any(g.value and g.value.number is not None for g in (ordered[at], ordered[to])):
        raise BadInput(
            _("The numbers stand fixed since version 1.0: this group keeps its place."),
            hint=_("Others refer to its number."),
        )
    ordered.insert(to, ordered.pop(at))
    with dossier.change() as change:
        for order, group in enumerate(ordered, start=1):
            if group.value and group.value.order != order:
                change.save(msgspec.structs.replace(group.value, order=order), group.key)


def change_group(dossier: Dossier, key: str, **changes: Any) -> Stored[RecommendationGroup]:
    """Give a group another ``title`` or ``theme``; what is in it goes along to the other theme.

    Raises:
        BadInput: It is gone, or the title is empty.
    """
    if "title" in changes:
        changes["title"] = clean_entry(changes["title"]).strip()
        if not changes["title"]:
            raise BadInput(_("A group needs a title."))
    with dossier.change() as change:
        before = change.value(RecommendationGroup, key)
        if before is None:
            raise BadInput(_("This group is no longer there."))
        if changes.get("theme", before.theme) != before.theme:
            for item, value in change.values(Recommendation, f"{key.split('/')[0]}/").items():
                if value.group == last(key):
                    change.save(msgspec.structs.replace(value, theme=changes["theme"]), item)
        return change.save(msgspec.structs.replace(before, **changes), key)


def delete_group(dossier: Dossier, key: str) -> None:
    """Delete an empty group.

    Raises:
        BadInput: There are recommendations in it.
    """
    inside = dossier.values(Recommendation, f"{key.split('/')[0]}/").values()
    if any(item.group == last(key) for item in inside):
        raise BadInput(
            _("There are recommendations in this group."), hint=_("Move them to another group first.")
        )
    dossier.delete(RecommendationGroup, key)
