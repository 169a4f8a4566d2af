"""What compared questions and their options are called."""

from __future__ import annotations

from collections.abc import Iterable

from boce_tui.cycle.comparing_years.measuring import Measure
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.agenda import Agenda
from boce_tui.instruments.model import Text as Asked
from boce_tui.instruments.placeholders import filled
from boce_tui.instruments.scales import choices
from boce_tui.locale import _, language
from boce_tui.store import Dossier


def title(dossier: Dossier, measure: Measure) -> str:
    """The question in words, with its id, and its theme when that is not named in it."""
    agenda = dossier.value(Agenda, "agenda")
    theme = theme_name(dossier, measure.theme) if measure.theme else ""
    words = {
        "theme": theme or _("the theme"),
        "agenda": agenda.name if agenda else _("the agenda"),
        "year": _("the year"),
        "municipality": _("the municipality"),
    }
    asked = Asked(measure.question.text.get(language()))
    said = filled(asked, {name: Asked(word) for name, word in words.items()}).nl
    if theme and theme not in said:
        said = f"{theme}: {said}"
    return f"{measure.question.id} {said}"


def row_title(dossier: Dossier, measure: Measure) -> str:
    """The same, with the row and the column of a table."""
    row = _row(measure)
    return f"{title(dossier, measure)} ({row})" if row else title(dossier, measure)


def short_title(dossier: Dossier, measure: Measure) -> str:
    """What tells it apart in a list: of a table its row and column, else the question."""
    row = _row(measure)
    return f"{measure.question.id} {row}" if row else title(dossier, measure)


def _row(measure: Measure) -> str:
    parts = [part.get() for part in (measure.row, measure.column.label if measure.column else None) if part]
    return ", ".join(part for part in parts if part)


def options_of(measure: Measure, chosen: Iterable[str]) -> dict[str, str]:
    """Option id -> its words, of the options that were chosen, in the order of the question set."""
    part = measure.question.part(measure.part)
    known = {option.id: option.get() for option in (choices(part) if part else ())}
    wanted = set(chosen)
    return {
        option: known.get(option, option)
        for option in (*known, *sorted(wanted - set(known)))
        if option in wanted
    }
