"""Themes with their other names, and the decisions that ended them (R5, R6)."""

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
from boce_tui.cycle.planning.settings import bodies, in_use
from boce_tui.domain.agenda import Ambition, ExitDecision, Theme
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import GENERAL, AnswerKey
from boce_tui.domain.round import Respondent, Round
from boce_tui.domain.text import fold
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
        taken = {*known, *dossier.values(Ambition), GENERAL}
        return dossier.save(Theme(**clean), key or fields.new_id(clean["name"], taken))


def change_theme(dossier: Dossier, key: str, **changes: Any) -> Stored[Theme]:
    """Change a theme."""
    clean = cleaned(changes, _THEME)
    with dossier.change():
        known = themes(dossier)
        fields.one_of("theme", key, {k: t.name for k, t in known.items()})
        _unlike_others(clean, {k: t for k, t in known.items() if k != key})
        return dossier.save(msgspec.structs.replace(known[key], **clean), key)


def change_exit(dossier: Dossier, key: str, **part: str) -> Stored[Theme]:
    """Change one part of the formal decision that ended a theme (R5), or more; without any there is none."""
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


def _unlike_others(clean: dict[str, Any], others: dict[str, Theme]) -> None:
    for field in ("name", "aliases"):
        said = clean.get(field, ())
        for word in (said,) if isinstance(said, str) else said:
            if find_theme(others, word):
                raise FieldProblem(field, _("There is one with this name already."))
