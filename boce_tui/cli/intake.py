"""``boce intake``: candidate themes, from a name to a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boce_tui.cli import host_task
from boce_tui.cli.output import say, say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.filling import SheetBook
    from boce_tui.cycle.taking_in.judging import Judgement
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add ``boce intake`` and what it can do."""
    text = _("candidate themes: list, show, add, fill in; what was named in the interviews")
    parser = commands.add_parser("intake", help=text, description=text, allow_abbrev=False)
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("the candidate themes with the advice and the decision on each")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.set_defaults(run=_list)

    text = _("one candidate theme: what was filled in, what is missing, the advice")
    show = kinds.add_parser("show", help=text, description=text, allow_abbrev=False)
    show.add_argument("intake", metavar=_("ID"), help=_("such as T01, or the title"))
    show.set_defaults(run=_show)
    for one in (listing, show):
        one.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))

    text = _("begin the intake of a candidate theme")
    new = kinds.add_parser("new", help=text, description=text, allow_abbrev=False)
    new.add_argument("--title", required=True, metavar=_("TEXT"), help=_("what it is called"))
    new.add_argument("--description", default="", metavar=_("TEXT"), help=_("what it is about"))
    new.add_argument(
        "--from-interviews",
        action="store_true",
        help=_("it was named in the interviews; write it in your own words, nothing shows who named it"),
    )
    new.add_argument(
        "--host-task",
        action="store_true",
        help=_("no theme, but a task for the host municipality; this is its business case"),
    )
    new.set_defaults(run=_new)

    text = _("what was named in the interviews (question B3), when enough people named something")
    named = kinds.add_parser("named", help=text, description=text, allow_abbrev=False)
    named.set_defaults(run=_named)

    text = _("fill in questions of a candidate theme; all of them, or nothing when one is wrong")
    put = kinds.add_parser("set", help=text, description=text, allow_abbrev=False)
    put.add_argument("intake", metavar=_("ID"), help=_("such as T01, or the title"))
    put.set_defaults(run=_set)

    text = _("fill in the hours there are in a year (A1, A2)")
    hours = kinds.add_parser("hours", help=text, description=text, allow_abbrev=False)
    hours.add_argument("year", type=int, metavar=_("YEAR"), help=_("the year of the budget"))
    hours.set_defaults(run=_hours)
    for one in (put, hours):
        one.add_argument(
            "said",
            nargs="+",
            metavar=_("QUESTION=VALUE"),
            help=_("O1=text, K1=4, B1.decision=include, U2.MUNICIPALITY.q1=40"),
        )

    text = _("put a theme that was included on the agenda")
    agenda = kinds.add_parser("to-agenda", help=text, description=text, allow_abbrev=False)
    agenda.add_argument("intake", metavar=_("ID"), help=_("such as T01, or the title"))
    agenda.set_defaults(run=_to_agenda)

    steps = host_task.register(kinds)
    for one in (listing, show, new, named, put, hours, agenda, *steps):
        one.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.taking_in.intakes import judgements

    with open_to_read(env) as dossier:
        found = [_plain(one) for one in judgements(dossier, chosen_round(dossier, args.round))]
    if args.json:
        say_json(env, found)
    elif not found:
        tell(env, _("There are no candidate themes yet. Add one: boce intake new --title TITLE"))
    else:
        from boce_tui.domain.host_tasks import ROUTE
        from boce_tui.domain.intake import INTAKE_CHOICE
        from boce_tui.domain.vocabulary import label

        head = (_("id"), _("theme"), _("complete"), _("advice"), _("decision"))
        rows = [
            (
                one["id"],
                one["title"],
                _("no") if one["missing"] else _("yes"),
                _("host task") if one["host_task"] else label(INTAKE_CHOICE, one["advice"]),
                label(ROUTE, one["step"]) if one["host_task"] else label(INTAKE_CHOICE, one["decision"]),
            )
            for one in found
        ]
        say_table(env, [head, *rows])
    return 0


def _plain(found: Judgement) -> dict[str, Any]:
    from boce_tui.domain.keys import last

    return {
        "id": last(found.key),
        "title": found.intake.title,
        "host_task": found.intake.host_task,
        "step": found.intake.route[-1].step if found.intake.route else "",
        "from_interviews": found.intake.from_interviews,
        "missing": [one.words for one in found.missing],
        "advice": found.advice.choice,
        "reasons": list(found.advice.reasons),
        "decision": found.decision,
        "deviates": found.deviates,
        "over_quarters": list(found.hours.over_quarters),
    }


def _show(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.taking_in.intakes import intake_book, intake_key
    from boce_tui.cycle.taking_in.judging import judge
    from boce_tui.domain.advising import REASONS
    from boce_tui.domain.intake import INTAKE_CHOICE
    from boce_tui.domain.vocabulary import label

    with open_to_read(env) as dossier:
        key = intake_key(dossier, chosen_round(dossier, args.round), args.intake)
        found = judge(dossier, key)
        book = intake_book(dossier, key)
        if args.json:
            answers = {step.question: words for step, words in filled(book)}
            say_json(
                env, _plain(found) | {"answers": answers, "route": host_task.plain(dossier, found.intake)}
            )
            return 0
        way = host_task.plain(dossier, found.intake)
        say(env, f"{_plain(found)['id']} {found.intake.title}")
        say_filled(env, book)
    say(env)
    if found.intake.host_task:
        host_task.say_route(env, way)
        for one in found.missing:
            say(env, _("Missing: {what}").format(what=one.words))
        return 0
    why = " ".join(label(REASONS, reason) for reason in found.advice.reasons)
    say(env, _("Advice: {advice}. {why}").format(advice=label(INTAKE_CHOICE, found.advice.choice), why=why))
    for one in found.missing:
        say(env, _("Missing: {what}").format(what=one.words))
    for quarter in found.hours.over_quarters:
        words = _("Over capacity: quarter {n} of {year}")
        say(env, words.format(n=quarter[1:], year=found.hours.year))
    return 0


def filled(book: SheetBook[Any]) -> list[tuple[Any, str]]:
    """The questions of a form that were filled in, with what stands there."""
    from boce_tui.cycle.filling.saying import filled_words

    found = ((step, filled_words(step, book.at(step))) for step in book.steps())
    return [(step, words) for step, words in found if words]


def say_filled(env: Env, book: SheetBook[Any]) -> None:
    """The questions of a form that were filled in, section by section."""
    section = ""
    for step, words in filled(book):
        if step.section != section:
            section = step.section
            say(env)
            say(env, str(step.section_title))
        say(env, f"  {step.question}  {step.text}")
        say(env, f"      {words}")


def _new(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.taking_in.from_interviews import add_from_interviews
    from boce_tui.cycle.taking_in.host_tasks import add_host_task
    from boce_tui.cycle.taking_in.intakes import add_intake
    from boce_tui.domain.keys import last

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        if args.host_task:
            made = add_host_task(dossier, round_id, args.title, description=args.description)
        elif args.from_interviews:
            made = add_from_interviews(dossier, round_id, args.title, args.description)
        else:
            made = add_intake(dossier, round_id, args.title, description=args.description)
    if args.host_task:
        tell(env, _("Host task {id} is there: {title}.").format(id=last(made.key), title=args.title))
    else:
        tell(env, _("Candidate theme {id} is there: {title}.").format(id=last(made.key), title=args.title))
    return 0


def _named(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.taking_in.from_interviews import named, too_few

    with open_to_read(env) as dossier:
        found = named(dossier, chosen_round(dossier, args.round))
    if not found.people:
        tell(env, too_few(found))
        return 0
    for topic in found.topics:
        say(env, topic)
    tell(env, _("These are words of interviewees: they stay with the evaluators."))
    return 0


def _set(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.filling.setting import fill_in
    from boce_tui.cycle.taking_in.intakes import intake_book, intake_key
    from boce_tui.cycle.taking_in.judging import judge
    from boce_tui.domain.intake import INTAKE_CHOICE
    from boce_tui.domain.vocabulary import label

    with open_to_write(env) as dossier:
        key = intake_key(dossier, chosen_round(dossier, args.round), args.intake)
        fill_in(dossier, intake_book(dossier, key), args.said)
        found = judge(dossier, key)
    tell(env, _("Saved. Advice: {advice}.").format(advice=label(INTAKE_CHOICE, found.advice.choice)))
    if found.unmotivated:
        tell(env, _("The decision differs from the advice: write down why (B1.text=...)."))
    return 0


def _hours(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.filling.setting import fill_in
    from boce_tui.cycle.taking_in.intakes import available_book

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        fill_in(dossier, available_book(dossier, round_id, args.year), args.said)
    tell(env, _("Saved: the hours there are in {year}.").format(year=args.year))
    return 0


def _to_agenda(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.taking_in.intakes import intake_key, put_on_agenda

    with open_to_write(env) as dossier:
        made = put_on_agenda(dossier, intake_key(dossier, chosen_round(dossier, args.round), args.intake))
    title = made.value.title if made.value else ""
    tell(
        env, _("{title} is a theme of the agenda now; it joins the next progress round.").format(title=title)
    )
    return 0
