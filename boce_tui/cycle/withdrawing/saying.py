"""What a withdrawal would do, in sentences: the same on the command line and on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from boce_tui.cycle.evidence import text_of
from boce_tui.cycle.titles import Titles
from boce_tui.cycle.withdrawing.preview import Effect, Preview
from boce_tui.domain.base import Entity
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import last
from boce_tui.domain.kinds import kind_label
from boce_tui.domain.noting import Note
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier

_SHOWN = 90


class Line(NamedTuple):
    """One line.

    Attributes:
        style: ``head``, ``plain``, ``warn`` or ``quiet``.
        text: What it says, in the user's language; people's words may be in it.
    """

    style: Literal["head", "plain", "warn", "quiet"]
    text: str


def preview_lines(dossier: Dossier, found: Preview) -> list[Line]:
    """Everything a person should know before they say yes."""
    titles = Titles(dossier, found.targets[0].round)
    return [
        *_goes(found),
        *_shared(dossier, titles, found),
        *_numbers(found),
        *_findings(dossier, titles, found),
        *_again(dossier, titles, found),
        *_stays(found),
    ]


def who(found: Preview) -> str:
    """Who withdraws: "G07", or "R07 in G02"."""
    parts = [
        _("{code} in {interview}").format(code=target.code, interview=target.interview)
        if target.code
        else target.interview
        for target in found.targets
    ]
    return ", ".join(parts)


def _goes(found: Preview) -> Iterator[Line]:
    yield Line("head", _("What is erased for good, with every earlier version: {who}").format(who=who(found)))
    for view, number in found.counts.items():
        yield Line("plain", f"{kind_label(view)}: {number}")
    if found.drafts:
        text = ngettext("{n} text that was being typed", "{n} texts that were being typed", found.drafts)
        yield Line("plain", text.format(n=found.drafts))
    if not found.counts:
        yield Line("plain", _("Nothing has been recorded here."))


def _shared(dossier: Dossier, titles: Titles, found: Preview) -> Iterator[Line]:
    if not found.shared:
        return
    text = ngettext(
        "{n} text is of the whole table. You choose whether it stays or goes:",
        "{n} texts are of the whole table. You choose whether they stay or go:",
        len(found.shared),
    )
    yield Line("head", text.format(n=len(found.shared)))
    for kind, key in found.shared:
        value = dossier.value(kind, key)
        words = value.said if isinstance(value, Answer) else value.text if isinstance(value, Note) else ""
        yield Line("plain", f"{titles.of(kind.entity, key)}: {_short(words) or _('a choice')}")


def _numbers(found: Preview) -> Iterator[Line]:
    (before, after), (said, left) = found.people, found.answers
    yield Line("head", _("What it does to the numbers"))
    yield Line("plain", _("people behind the answers: {a}, then {b}").format(a=before, b=after))
    yield Line("plain", _("answers that say something: {a}, then {b}").format(a=said, b=left))


def _findings(dossier: Dossier, titles: Titles, found: Preview) -> Iterator[Line]:
    if not found.findings:
        yield Line("quiet", _("No finding loses a source."))
        return
    yield Line("head", _("Findings that lose support"))
    for effect in found.findings:
        name = _named(dossier, titles, _kind("finding"), effect.key)
        yield Line("warn" if effect.weak else "plain", f"{name} - {_effect(effect)}")


def _effect(effect: Effect) -> str:
    if not effect.left:
        return _("no source is left")
    if effect.falls:
        return _("too few people are left: {a}, then {b}").format(a=effect.before, b=effect.after)
    text = ngettext(
        "loses {n} source; people behind it: {a}, then {b}",
        "loses {n} sources; people behind it: {a}, then {b}",
        effect.lost,
    )
    return text.format(n=effect.lost, a=effect.before, b=effect.after)


def _again(dossier: Dossier, titles: Titles, found: Preview) -> Iterator[Line]:
    if found.resting:
        yield Line("head", _("What rests on these; read it again"))
        for place in found.resting:
            yield Line("warn", _named(dossier, titles, place.kind, place.key))
    if found.quoted:
        yield Line("head", _("Texts with the words of a quote that goes; take them out yourself"))
        for place in found.quoted:
            yield Line("warn", _named(dossier, titles, place.kind, place.key))


def _stays(found: Preview) -> Iterator[Line]:
    yield Line("head", _("What stays"))
    if found.versions:
        versions = ", ".join(found.versions)
        yield Line(
            "plain",
            _("Version {versions} of the report stays as it was issued; only the raw words go.").format(
                versions=versions
            ),
        )
    yield Line("plain", _("The text of findings and conclusions is yours and stays: read it again."))
    yield Line("plain", _("Copies and exports elsewhere are not reached: destroy these yourself."))


def _kind(entity: str) -> type[Entity]:
    from boce_tui.domain.entities import ENTITIES

    return ENTITIES[entity]


def _named(dossier: Dossier, titles: Titles, kind: type[Entity], key: str) -> str:
    value = dossier.value(kind, key)
    words = _short(text_of(value)) if value is not None else ""
    name = titles.of(kind.entity, key)
    if name == last(key):  # it has no name of its own: what it is, and where
        name = f"{kind_label(kind.view)}: {key.partition('/')[2]}"
    return f"{name}: {words}" if words and words not in name else name


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rsplit(" ", 1)[0] + "…"
