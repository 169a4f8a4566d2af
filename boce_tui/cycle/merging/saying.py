"""What merging would do, what it did, and what two versions are, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from boce_tui.cycle.merging.carrying_out import Merged
from boce_tui.cycle.merging.conflicts import Conflict
from boce_tui.cycle.merging.field_names import field_name
from boce_tui.cycle.merging.looking import Look
from boce_tui.cycle.merging.partners import missing, remembered
from boce_tui.cycle.titles import Titles
from boce_tui.cycle.withdrawing.saying import Line
from boce_tui.domain.base import Entity
from boce_tui.domain.kinds import ORIGINS, kind_label
from boce_tui.domain.round import Round
from boce_tui.domain.vocabulary import label as word
from boce_tui.errors import BoceError
from boce_tui.exchange.bundle.cover import parse
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.store.having import label, shown

MOST_NAMED = 12


def look_lines(dossier: Dossier, found: Look) -> list[Line]:
    """What merging would do."""
    lines = [Line("head", _("The bundle"))]
    for content in found.contents:
        cover = parse(content.head.cover.encode())
        lines.append(Line("plain", cover.told() if cover else content.head.cover))
    lines.append(Line("head", _("What it brings")))
    if found.nothing_new:
        lines.append(Line("plain", _("Nothing new: all of it is here already.")))
    else:
        lines.append(Line("plain", _("new: {n}").format(n=found.new)))
    lines.append(Line("plain", _("the same: {n}").format(n=found.same)))
    lines.append(Line("warn" if found.conflicts else "plain", _conflicting(len(found.conflicts))))
    if found.kinds:
        lines.append(Line("head", _("Items that are new or change")))
        lines += [Line("plain", f"{kind_label(view)}: {n}") for view, n in found.kinds.items()]
    if found.conflicts:
        lines.append(Line("head", _("Changed on both sides: nothing gets lost, you compare them afterwards")))
        lines += [Line("plain", named(dossier, *item)) for item in found.conflicts[:MOST_NAMED]]
        more = len(found.conflicts) - MOST_NAMED
        if more > 0:
            lines.append(Line("quiet", _("and {n} more").format(n=more)))
    if found.erasures:
        lines.append(Line("head", _("Erased on the other side")))
        lines.append(Line("warn", _erased(found.erased)))
    lines += _copied_lines(
        found.own_copied, sorted(map(label, found.copied)) if not found.nothing_new else []
    )
    return lines


def _conflicting(number: int) -> str:
    return _("conflicting: {n}").format(n=number)


def _erased(number: int) -> str:
    return ngettext(
        "{n} text that is here goes for good, also in the backups of this dossier.",
        "{n} texts that are here go for good, also in the backups of this dossier.",
        number,
    ).format(n=number)


def _copied_lines(own: bool, copied: list[str]) -> Iterator[Line]:
    if own:
        yield Line("head", _("Copied laptop"))
        yield Line(
            "warn",
            _(
                "Another laptop writes under the same number as this one. This one goes on under a new "
                "number; nothing gets lost."
            ),
        )
    elif copied:
        yield Line("head", _("Copied laptop"))
        text = _("Two laptops wrote under the number {labels}. Both their work is kept.")
        yield Line("warn", text.format(labels=", ".join(copied)))


def merged_lines(dossier: Dossier, done: Merged, *, on_screen: bool = False) -> list[Line]:
    """What was done.

    Args:
        dossier: The dossier.
        done: What came of it.
        on_screen: The next step is a key there, not a command; and it may have been taken since.
    """
    if not done.new and not done.erased:
        lines = [Line("plain", _("Nothing was changed: all of it was here already."))]
    else:
        lines = [
            Line(
                "plain",
                _("Merged: {new} new, {same} the same, {conflicts} conflicting.").format(
                    new=done.new, same=done.same, conflicts=len(done.conflicts)
                ),
            )
        ]
    if done.erased:
        text = ngettext("{n} text was erased here too.", "{n} texts were erased here too.", done.erased)
        lines.append(Line("plain", text.format(n=done.erased)))
    if done.backup is not None:
        text = _("The backup from before is {file}; boce restore puts it back.")
        lines.append(Line("quiet", text.format(file=done.backup.name)))
    if done.renamed:
        lines.append(
            Line(
                "warn",
                _(
                    "This dossier was a copy that wrote under the same number as another one. It goes on as "
                    "laptop {label}; nothing got lost."
                ).format(label=done.renamed),
            )
        )
    if on_screen:
        lines += _to_compare(dossier, done)
    elif done.conflicts:
        text = ngettext(
            "{n} item has two versions. Compare them: boce conflicts",
            "{n} items have two versions. Compare them: boce conflicts",
            len(done.conflicts),
        )
        lines.append(Line("warn", text.format(n=len(done.conflicts))))
    return [*lines, *missing_lines(dossier)]


def _to_compare(dossier: Dossier, done: Merged) -> Iterator[Line]:
    if left := len(dossier.conflicts()):
        text = ngettext(
            "{n} item has two versions: v compares them.",
            "{n} items have two versions: v compares them.",
            left,
        )
        yield Line("warn", text.format(n=left))
    elif done.conflicts:
        yield Line("plain", _("Everything that had two versions was compared. esc goes back."))
    else:
        yield Line("plain", _("There is nothing to compare. esc goes back."))


def missing_lines(dossier: Dossier) -> list[Line]:
    """What other laptops wrote that is not here, and how to ask for it."""
    lines = []
    for replica, ranges in sorted(missing(dossier).items()):
        text = _("Not here yet, from laptop {label}: ask for {numbers}.")
        lines.append(Line("warn", text.format(label=label(replica), numbers=shown(ranges))))
        asked = " ".join(f"--numbers {label(replica)}:{first}-{last}" for first, last in ranges[:MOST_NAMED])
        text = _("There it is made with: boce export bundle --to FILE {numbers}")
        lines.append(Line("quiet", text.format(numbers=asked)))
    return lines


def known_lines(dossier: Dossier) -> list[Line]:
    """With whom was exchanged, and what was merged last."""
    exchange = remembered(dossier)
    own = dossier.having().get(dossier.replica)
    lines = [Line("head", _("This laptop"))]
    text = _("laptop {label}: {n} changes of its own")
    lines.append(Line("plain", text.format(label=label(dossier.replica), n=own.upto if own else 0)))
    lines.append(Line("head", _("The others, as of their last bundle")))
    for replica, partner in sorted(exchange.partners.items(), key=lambda one: label(one[0])):
        mine = partner.having.get(dossier.replica)
        text = _("{label}: bundle of {date}, has our changes up to {n}")
        told = {"label": label(replica), "date": moment(partner.made), "n": mine.upto if mine else 0}
        lines.append(Line("plain", text.format(**told)))
    if not exchange.partners:
        lines.append(Line("quiet", _("Nothing was merged yet.")))
    if exchange.merges:
        lines.append(Line("head", _("Merged last")))
    for one in reversed(exchange.merges[-MOST_NAMED:]):
        text = _("{date}: {new} new from {labels}, {conflicts} to compare")
        told = {"date": moment(one.at), "new": one.new, "labels": ", ".join(one.senders)}
        lines.append(Line("plain", text.format(**told, conflicts=one.conflicts)))
    gaps = missing_lines(dossier)
    return [*lines, Line("head", _("Missing")), *gaps] if gaps else lines


def moment(text: str) -> str:
    """A moment as people here write it."""
    try:
        return datetime.fromisoformat(text).astimezone().strftime("%d-%m-%Y %H:%M")
    except ValueError:
        return text


def named(dossier: Dossier, entity: str, key: str) -> str:
    """What an item is called, with its kind."""
    round_id = key.split("/")[0]
    name = ""
    if dossier.value(Round, round_id) is not None:
        try:
            name = Titles(dossier, round_id).of(entity, key)
        except (BoceError, KeyError, ValueError):
            name = ""
    kind = word(ORIGINS, entity) if entity in ORIGINS else entity.replace("_", " ")
    return f"{kind} · {name or key}"


class Part(NamedTuple):
    """A heading and a text."""

    title: str
    text: str


def difference(conflict: Conflict) -> list[Part]:
    """What it was, what each version made of it, and what they could become together."""
    parts: list[Part] = []
    if conflict.proposal is None:
        kept = [one for one in conflict.versions if one.value is not None]
        for n, one in enumerate(conflict.versions, start=1):
            text = whole(one.value) or _("deleted")
            parts.append(Part(_("{n}  {who}").format(n=n, who=who(conflict, n)), text))
        if conflict.base is not None and conflict.base.value is not None and kept:
            before = whole(conflict.base.value)
            parts.insert(0, Part(_("Before"), before))
        return parts
    for field in conflict.proposal.fields:
        name = field_name(field.name)
        if conflict.base is not None:
            parts.append(Part(_("{field}: before").format(field=name), as_text(field.base)))
        else:
            parts.append(Part(_("{field}: made apart from each other").format(field=name), "-"))
        for n, value in enumerate(field.versions, start=1):
            title = _("{field}: version {n}, {who}").format(field=name, n=n, who=who(conflict, n))
            parts.append(Part(title, as_text(value)))
        if field.clear:
            parts.append(Part(_("{field}: together").format(field=name), as_text(field.merged)))
        else:
            parts.append(Part(_("{field}: both changed the same; choose").format(field=name), "-"))
    return parts


def who(conflict: Conflict, n: int) -> str:
    """Where version `n` (from 1) was written, and as which profile. When is said, and decides nothing."""
    version, laptop = conflict.versions[n - 1], conflict.laptops[n - 1]
    told = {"who": version.author, "when": moment(version.at), "label": laptop}
    if not laptop:
        return _("this laptop, {who}, {when}").format(**told)
    return _("laptop {label}, {who}, {when}").format(**told)


def whole(value: Entity | None) -> str:
    """The words of an item; all of it when it has none; nothing when it is deleted."""
    return "" if value is None else value.words() or as_text(value)


def as_text(value: Any) -> str:
    """A field of an item as text."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return value
    plain = msgspec.to_builtins(value)
    if isinstance(plain, bool):
        return _("yes") if plain else _("no")
    if isinstance(plain, int | float):
        return str(plain)
    if isinstance(plain, list) and all(isinstance(one, str) for one in plain):
        return ", ".join(plain)
    return msgspec.json.encode(plain, order="deterministic").decode()
