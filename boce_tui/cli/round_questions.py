"""The questions that ``boce round new`` asks when it is started without options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boce_tui.cli.prompts import ask_one, ask_several, ask_text
from boce_tui.cycle.planning import FieldProblem, bodies, rounds, themes
from boce_tui.cycle.planning.fields import block, day, line, needed_line, number
from boce_tui.cycle.planning.rounds import dates_of
from boce_tui.cycle.wording import theme_name
from boce_tui.instruments.library import FORMS, find, shipped
from boce_tui.locale import _, language

if TYPE_CHECKING:
    from boce_tui.env import Env
    from boce_tui.store import Dossier

ASKED_DATES = ("interviews", "report")
NO_BODY = ""


def ask_year(dossier: Dossier, env: Env) -> str:
    """The year of the new round."""
    known = rounds(dossier)
    usual = max((r.year + 1 for r in known.values()), default=env.local_now().year)

    def free(text: str) -> None:
        number("year", text, 1990, 2999)
        if text.strip() in known:
            raise FieldProblem("year", _("There is a round {round} already.").format(round=text.strip()))

    return ask_text(_("Year of the evaluation"), str(usual), free).strip()


def asked_values(dossier: Dossier, year: str) -> dict[str, Any]:
    """The fields of a round, asked one by one; enter alone leaves a field empty."""
    values: dict[str, Any] = {
        "title": ask_text(
            _("Title"), _("Evaluation {year}").format(year=year), lambda text: needed_line("title", text)
        ),
        "period": ask_text(_("Period that is evaluated"), "", lambda text: line("period", text)),
        "reason": ask_text(_("Why is there an evaluation now?"), "", lambda text: block("reason", text)),
        "assignment": ask_text(
            _("What is asked of the evaluators?"), "", lambda text: block("assignment", text)
        ),
        "commissioning_body": _body(dossier),
        "previous": _previous(dossier),
        "instrument": _questions(),
    }
    offered = {key: theme_name(dossier, key) for key in themes(dossier)}
    if offered:
        values["focus_themes"] = ask_several(_("Which themes are in focus?"), offered)
        if len(values["focus_themes"]) < len(offered):
            values["left_out_reason"] = ask_text(
                _("Why are the other themes left out?"), "", lambda text: block("left_out_reason", text)
            )
    wording = {"interviews": _("Planned end of the interviews"), "report": _("Planned date of the report")}
    planned = {step: ask_text(wording[step], "", lambda text: day("dates", text)) for step in ASKED_DATES}
    values["dates"] = dates_of(planned)
    return values


def _body(dossier: Dossier) -> str:
    known = bodies(dossier)
    english = language() == "en"
    offered = {key: (body.name_en if english else "") or body.name for key, body in known.items()}
    if not offered:
        return NO_BODY
    usual = "commissioners_board" if "commissioners_board" in offered else ""
    return ask_one(_("Who gives the assignment?"), offered, usual)


def _previous(dossier: Dossier) -> str:
    known = {key: round_.title for key, round_ in rounds(dossier).items()}
    if not known:
        return ""
    return ask_one(_("Which round came before?"), {**known, "": _("none")}, next(iter(known)))


def _questions() -> str:
    offered = {one.id: str(find(one.id).title) for one in shipped() if one.id not in FORMS}
    return next(iter(offered)) if len(offered) == 1 else ask_one(_("Which question set?"), offered)
