"""``boce intake step`` and ``step-back``: the route of a task for the host municipality (R85)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.domain.intake import Intake
    from boce_tui.env import Env
    from boce_tui.store import Dossier

STEPS = ("business_case", "agreed", "proposal", "approved", "draft", "signed", "started")


def register(kinds: Commands[Parser]) -> tuple[Parser, ...]:
    """Add what can be done with host tasks; the round is added by the caller."""
    text = _("note that a host task took a step, in their order: {steps}").format(steps=", ".join(STEPS))
    step = kinds.add_parser("step", help=text, description=text, allow_abbrev=False)
    step.add_argument("intake", metavar=_("ID"), help=_("such as T01, or the title"))
    step.add_argument("step", choices=STEPS, metavar=_("STEP"), help=", ".join(STEPS))
    step.add_argument("date", metavar=_("DATE"), help=_("the day"))
    step.add_argument(
        "--body", metavar=_("ID"), default="", help=_("who decided, where more than one body can")
    )
    step.add_argument("--document", metavar=_("TEXT"), default="", help=_("where it is written down"))
    step.set_defaults(run=_step)

    text = _("take back the last step of a host task")
    back = kinds.add_parser("step-back", help=text, description=text, allow_abbrev=False)
    back.add_argument("intake", metavar=_("ID"), help=_("such as T01, or the title"))
    back.set_defaults(run=_back)
    return step, back


def plain(dossier: Dossier, intake: Intake) -> list[dict[str, str]]:
    """The route for other programs; nothing for a theme."""
    from boce_tui.cycle.taking_in.host_tasks import route

    return [
        {
            "step": one.step,
            "words": one.words,
            "by": one.by,
            "date": one.taken.date if one.taken else "",
            "document": one.taken.document if one.taken else "",
            "now": "now" if one.now else "",
        }
        for one in (route(dossier, intake) if intake.host_task else ())
    ]


def say_route(env: Env, steps: list[dict[str, str]]) -> None:
    """The route as a table: what, who decides, when."""
    from boce_tui.domain.dates import show_day

    head = (_("step"), _("what"), _("who decides"), _("date"), _("document"))
    rows = [
        (
            one["step"],
            one["words"],
            one["by"],
            show_day(one["date"]) or (_("next") if one["now"] else ""),
            one["document"],
        )
        for one in steps
    ]
    say_table(env, [head, *rows])


def _step(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.taking_in.host_tasks import route, take_step
    from boce_tui.cycle.taking_in.intakes import intake_key

    with open_to_write(env) as dossier:
        key = intake_key(dossier, chosen_round(dossier, args.round), args.intake)
        made = take_step(dossier, key, args.step, args.date, body=args.body, document=args.document)
        left = [one for one in route(dossier, made.value) if one.now] if made.value else []
    tell(env, _("Noted: {step}.").format(step=_step_words(args.step)))
    for one in left:
        if one.by:
            tell(env, _("Next: {step}. Who decides: {body}.").format(step=one.words, body=one.by))
        else:
            tell(env, _("Next: {step}.").format(step=one.words))
    return 0


def _step_words(step: str) -> str:
    from boce_tui.domain.host_tasks import ROUTE
    from boce_tui.domain.vocabulary import label

    return label(ROUTE, step)


def _back(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.taking_in.host_tasks import take_back_step
    from boce_tui.cycle.taking_in.intakes import intake_key

    with open_to_write(env) as dossier:
        take_back_step(dossier, intake_key(dossier, chosen_round(dossier, args.round), args.intake))
    tell(env, _("The last step was taken back."))
    return 0
