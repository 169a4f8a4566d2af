"""Themes with their other names, ambitions with what was decided, and what became of them (R3-R6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import (
    FieldProblem,
    as_is,
    block,
    cleaned,
    day,
    line,
    lines,
    needed_line,
    whole,
)
from boce_tui.cycle.planning.settings import bodies, in_use, municipalities
from boce_tui.domain.agenda import Ambition, CouncilDecision, ExitDecision, Status, Theme
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import GENERAL, AnswerKey
from boce_tui.domain.round import Respondent, Round
from boce_tui.domain.text import fold
from boce_tui.domain.vocabulary import REALISATION_STATUS
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

_THEME: dict[str, fields.Cleaner] = {
    "name": needed_line,
    "name_en": line,
    "aliases": lines,
    "start": day,
    "work_stopped": day,
    "exit": as_is,
    "order": whole,
}
_AMBITION: dict[str, fields.Cleaner] = {
    "theme": needed_line,
    "text": lambda field, value: block(field, value, needed=True),
    "source": line,
    "valid_from": day,
    "decisions": as_is,
    "order": whole,
}


def themes(dossier: Dossier) -> dict[str, Theme]:
    """Id -> theme, in their order."""
    return dict(sorted(dossier.values(Theme).items(), key=lambda entry: (entry[1].order, entry[0])))


def find_theme(known: dict[str, Theme], said: str) -> str | None:
    """The id of the theme with that id, name or other name, in either language (R6), or None."""
    wanted = fold(" ".join(said.split()))
    for key, theme in known.items():
        if wanted in {fold(word) for word in (key, theme.name, theme.name_en, *theme.aliases) if word}:
            return key
    return None


def find_themes(dossier: Dossier, said: Iterable[str]) -> tuple[str, ...]:
    """The ids of focus themes named by id, name or other name.

    Raises:
        FieldProblem: One of them is not known.
    """
    known = themes(dossier)
    names = {key: theme.name for key, theme in known.items()}
    return tuple(
        find_theme(known, word) or fields.one_of("focus_themes", word, names) for word in said if word.strip()
    )


def add_theme(dossier: Dossier, *, key: str = "", **values: Any) -> Stored[Theme]:
    """Add a theme."""
    clean = cleaned({"name": "", **values}, _THEME)
    with dossier.change():
        known = themes(dossier)
        _unlike_others(clean, known)
        clean.setdefault("order", max((t.order for t in known.values()), default=0) + 1)
        if key and (fields.item_id("id", key) in known or key == GENERAL):
            raise FieldProblem("id", _("There is one with this id already."))
        taken = {*known, *ambitions(dossier), GENERAL}
        return dossier.save(Theme(**clean), key or fields.new_id(clean["name"], taken))


def change_theme(dossier: Dossier, key: str, **changes: Any) -> Stored[Theme]:
    """Change a theme."""
    clean = cleaned(changes, _THEME)
    with dossier.change():
        known = themes(dossier)
        fields.one_of("theme", key, {k: t.name for k, t in known.items()})
        _unlike_others(clean, {k: t for k, t in known.items() if k != key})
        return dossier.save(msgspec.structs.replace(known[key], **clean), key)


def end_theme(
    dossier: Dossier, key: str, *, body: str, date: str, document: str = "", reason: str = ""
) -> Stored[Theme]:
    """Record the formal decision that ended a theme (R5)."""
    known = {k: b.name for k, b in bodies(dossier).items()}
    decision = ExitDecision(
        body=fields.one_of("body", body, known),
        date=day("date", date, needed=True),
        document=line("document", document),
        reason=block("reason", reason),
    )
    return change_theme(dossier, key, exit=decision)


def change_exit(dossier: Dossier, key: str, **part: str) -> Stored[Theme]:
    """Change one part of the decision that ended a theme; without body, date and document there is none."""
    with dossier.change():
        before = themes(dossier).get(key)
        known = before.exit if before and before.exit else ExitDecision(body="", date="")
        said = {**msgspec.structs.asdict(known), **part}
        clean = {
            "body": fields.one_of(
                "body", said["body"], {k: b.name for k, b in bodies(dossier).items()}, needed=False
            ),
            "date": day("date", said["date"]),
            "document": line("document", said["document"]),
            "reason": block("reason", said["reason"]),
        }
        return change_theme(dossier, key, exit=ExitDecision(**clean) if any(clean.values()) else None)


def remove_theme(dossier: Dossier, key: str) -> Stored[Theme]:
    """Take a theme out; refused as long as a round, a respondent, an ambition or an answer is about it."""
    with dossier.change():
        used = (
            any(key in (*r.focus_themes, *r.left_out) for r in dossier.values(Round).values())
            or any(key in r.themes for r in dossier.values(Respondent).values())
            or any(a.theme == key for a in dossier.values(Ambition).values())
            or any(AnswerKey.parse(k).theme == key for k in dossier.values(Answer))
        )
        if used:
            raise in_use("theme")
        return dossier.delete(Theme, key)


def decided(theme: Theme) -> bool:
    """True when a body decided on a day that the theme ends, and it is written down somewhere."""
    done = theme.exit
    return done is not None and bool(done.body and done.date and done.document.strip())


@dataclass(frozen=True)
class ThemeWarning:
    """A theme on which work ended without a formal decision (R5)."""

    theme: str
    message: str


def theme_warnings(dossier: Dossier) -> list[ThemeWarning]:
    """Themes whose work ended while nobody decided so."""
    return [
        ThemeWarning(
            key, _("Work on {theme} has stopped, but there is no decision to stop.").format(theme=theme.name)
        )
        for key, theme in themes(dossier).items()
        if theme.work_stopped and not decided(theme)
    ]


def ambitions(dossier: Dossier, theme: str = "") -> dict[str, Ambition]:
    """Id -> ambition, in their order; only those of a theme when that is given."""
    found = dossier.values(Ambition)
    return dict(
        sorted(
            ((key, a) for key, a in found.items() if not theme or a.theme == theme),
            key=lambda entry: (entry[1].order, entry[0]),
        )
    )


def add_ambition(dossier: Dossier, *, key: str = "", **values: Any) -> Stored[Ambition]:
    """Add an ambition."""
    clean = cleaned({"theme": "", "text": "", **values}, _AMBITION)
    with dossier.change():
        known = ambitions(dossier)
        _checked_links(dossier, clean)
        clean.setdefault("order", max((a.order for a in known.values()), default=0) + 1)
        if key and fields.item_id("id", key) in known:
            raise FieldProblem("id", _("There is one with this id already."))
        tail = clean.get("valid_from", "")[:4] or "ambition"
        made = key or fields.new_id(f"{clean['theme']}_{tail}", {*known, *themes(dossier)})
        return dossier.save(Ambition(**clean), made)


def change_ambition(dossier: Dossier, key: str, **changes: Any) -> Stored[Ambition]:
    """Change an ambition; a new text is a new version of it, the old one stays in the history (R3)."""
    clean = cleaned(changes, _AMBITION)
    with dossier.change():
        before = _ambition(dossier, key)
        _checked_links(dossier, clean)
        version = before.version + (1 if clean.get("text", before.text) != before.text else 0)
        return dossier.save(msgspec.structs.replace(before, version=version, **clean), key)


def decide_ambition(
    dossier: Dossier, key: str, municipality: str, *, date: str, body: str = "councils", document: str = ""
) -> Stored[Ambition]:
    """Record on which day a municipality decided on the ambition; it replaces what was recorded for it."""
    decision = CouncilDecision(
        municipality=municipality,
        body=body,
        date=day("date", date, needed=True),
        document=line("document", document),
    )
    with dossier.change():
        before = _ambition(dossier, key)
        kept = [d for d in before.decisions if d.municipality != municipality]
        order = list(municipalities(dossier))
        together = sorted([*kept, decision], key=lambda d: _place(order, d.municipality))
        return change_ambition(dossier, key, decisions=tuple(together))


def clear_decision(dossier: Dossier, key: str, municipality: str) -> Stored[Ambition]:
    """Take away what was recorded as the decision of a municipality."""
    with dossier.change():
        kept = tuple(d for d in _ambition(dossier, key).decisions if d.municipality != municipality)
        return change_ambition(dossier, key, decisions=kept)


def clear_status(dossier: Dossier, key: str, round_id: str = "") -> Stored[Ambition]:
    """Take away the formal status, or what was judged in a round when that is given."""
    with dossier.change():
        before = _ambition(dossier, key)
        if not round_id:
            return dossier.save(msgspec.structs.replace(before, formal=None), key)
        kept = {id_: status for id_, status in before.assessed.items() if id_ != round_id}
        return dossier.save(msgspec.structs.replace(before, assessed=kept), key)


def set_formal_status(dossier: Dossier, key: str, **status: str) -> Stored[Ambition]:
    """What was formally decided on the ambition: status, by, date, source, note (R4)."""
    with dossier.change():
        before = _ambition(dossier, key)
        return dossier.save(msgspec.structs.replace(before, formal=_status(**status)), key)


def assess_ambition(dossier: Dossier, key: str, round_id: str, **status: str) -> Stored[Ambition]:
    """What the evaluators judge in a round; apart from the formal status and from what people think (R4)."""
    with dossier.change():
        before = _ambition(dossier, key)
        fields.one_of("id", round_id, {item.key: item.key for item in dossier.all(Round)})
        assessed = {**before.assessed, round_id: _status(**{"by": "evaluator", **status})}
        return dossier.save(msgspec.structs.replace(before, assessed=assessed), key)


def remove_ambition(dossier: Dossier, key: str) -> Stored[Ambition]:
    """Take an ambition out; its history stays."""
    with dossier.change():
        _ambition(dossier, key)
        return dossier.delete(Ambition, key)


def _status(status: str = "", by: str = "", date: str = "", source: str = "", note: str = "") -> Status:
    return Status(
        status=fields.one_of("status", status, REALISATION_STATUS),
        by=line("by", by),
        date=day("date", date),
        source=line("source", source),
        note=block("note", note),
    )


def _ambition(dossier: Dossier, key: str) -> Ambition:
    found = dossier.value(Ambition, key)
    if found is None:
        raise FieldProblem("id", _("There is no such ambition."))
    return found


def _checked_links(dossier: Dossier, clean: dict[str, Any]) -> None:
    if "theme" in clean:
        fields.one_of("theme", clean["theme"], {k: t.name for k, t in themes(dossier).items()})
    decisions: Iterable[CouncilDecision] = clean.get("decisions", ())
    for decision in decisions:
        known = {k: o.name for k, o in municipalities(dossier).items()}
        fields.one_of("municipality", decision.municipality, known)
        fields.one_of("body", decision.body, {k: b.name for k, b in bodies(dossier).items()})
        day("date", decision.date)


def _place(order: list[str], key: str) -> int:
    return order.index(key) if key in order else len(order)


def _unlike_others(clean: dict[str, Any], others: dict[str, Theme]) -> None:
    for field in ("name", "aliases"):
        said = clean.get(field, ())
        for word in (said,) if isinstance(said, str) else said:
            if find_theme(others, word):
                raise FieldProblem(field, _("There is one with this name already."))
