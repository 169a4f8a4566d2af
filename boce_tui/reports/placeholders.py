"""The dozen placeholders that hand-written chapter texts may use, such as ``{gesprekken}``.

Plain substitution, once, in texts that are marked fillable; nothing in a text is ever run as a template.
An unknown placeholder stays as it is and is reported by the gates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from boce_tui.locale import N_
from boce_tui.reports.formats import day, enumeration
from boce_tui.reports.model import ReportModel, Text

_FIELD = re.compile(r"\{([^\W\d]\w*)\}")


class Placeholder(NamedTuple):
    """One placeholder: its names in Dutch and English, what it becomes, and its value."""

    nl: str
    en: str
    meaning: str
    value: Callable[[ReportModel], str]


def _names(texts: tuple[Text, ...]) -> str:
    return enumeration([text.value for text in texts])


PLACEHOLDERS: tuple[Placeholder, ...] = (
    Placeholder("agenda", "agenda", N_("name of the agenda"), lambda m: m.document.agenda.value),
    Placeholder("ronde", "round", N_("title of the round"), lambda m: m.document.round.value),
    Placeholder("periode", "period", N_("period that is evaluated"), lambda m: m.document.period.value),
    Placeholder("regio", "region", N_("name of the region"), lambda m: m.document.region.value),
    Placeholder("versie", "version", N_("version of the report"), lambda m: m.document.version),
    Placeholder("datum", "date", N_("date of the report"), lambda m: day(m.document.date)),
    Placeholder("embargo", "embargo", N_("day until which it is confidential"), lambda m: _embargo(m)),
    Placeholder("doel", "goal", N_("goal of the collaboration"), lambda m: m.introduction.goal.value),
    Placeholder("gesprekken", "interviews", N_("number of interviews"), lambda m: _count(m, "interviews")),
    Placeholder(
        "deelnemers", "participants", N_("number of interviewees"), lambda m: _count(m, "participants")
    ),
    Placeholder("focusthemas", "focus_themes", N_("the themes looked into"), lambda m: _themes(m)),
    Placeholder("gemeenten", "municipalities", N_("the municipalities"), lambda m: _names(m.municipalities)),
    Placeholder(
        "opdrachtgever",
        "commissioned_by",
        N_("who commissioned the evaluation"),
        lambda m: m.introduction.commissioning_body.value,
    ),
    Placeholder(
        "hoofdvraag", "main_question", N_("the main question"), lambda m: m.introduction.main_question.value
    ),
)


def _embargo(model: ReportModel) -> str:
    return day(model.document.embargo_until)


def _count(model: ReportModel, field: str) -> str:
    return str(getattr(model.introduction, field))


def _themes(model: ReportModel) -> str:
    return _names(tuple(theme.name for theme in model.introduction.focus_themes))


def values(model: ReportModel) -> dict[str, str]:
    """Placeholder name, in both languages -> what it becomes in this report."""
    return {name: p.value(model) for p in PLACEHOLDERS for name in (p.nl, p.en)}


def fill_in(text: str, known: Mapping[str, str]) -> str:
    """Return `text` with its known placeholders replaced. What is put in is not read again."""
    return _FIELD.sub(lambda found: known.get(found[1], found[0]), text)


def fields(text: str) -> list[str]:
    """The names between braces in `text`, known or not, in order."""
    return _FIELD.findall(text)


def unknown_placeholders(text: str) -> list[str]:
    """The placeholders in `text` that mean nothing, in order, each once."""
    known = {name for p in PLACEHOLDERS for name in (p.nl, p.en)}
    return list(dict.fromkeys(found[0] for found in _FIELD.finditer(text) if found[1] not in known))
