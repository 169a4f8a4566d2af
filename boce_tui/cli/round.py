"""``boce round``: set up a round, list and show rounds, make one final, start the next year's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import say, say_json, say_table, tell
from boce_tui.errors import UsageProblem
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.domain.round import Round
    from boce_tui.env import Env
    from boce_tui.store import Dossier, Stored

FIELDS = ("title", "period", "reason", "assignment", "commissioning_body", "delegated_commissioner",
          "left_out_reason", "report_date", "embargo_until")  # fmt: skip
"""Options that are handed on as they are."""


def register(commands: Commands[Parser]) -> None:
    """Add ``boce round`` and what it can do."""
    text = _("rounds: set one up, list, show, make final, start the next")
    parser = commands.add_parser("round", help=text, description=text, allow_abbrev=False)
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("set up a round; without options it asks")
    new = kinds.add_parser("new", help=text, description=text, allow_abbrev=False)
    new.add_argument("--year", metavar=_("YEAR"), help=_("year of the round; also its id"))
    new.add_argument("--previous", metavar=_("ID"), help=_("the round before this one"))
    new.set_defaults(run=_new)

    text = _("start the round after another one: same questions and themes, no answers")
    following = kinds.add_parser("next", help=text, description=text, allow_abbrev=False)
    following.add_argument("round", metavar=_("ROUND"), help=_("the round to start from"))
    following.add_argument("--year", metavar=_("YEAR"), default="", help=_("otherwise the year after it"))
    following.set_defaults(run=_next)
    for one in (new, following):
        _add_fields(one)

    text = _("the rounds in the dossier")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.set_defaults(run=_list)

    text = _("what is set up in a round: people, interviews, coverage")
    show = kinds.add_parser("show", help=text, description=text, allow_abbrev=False)
    show.add_argument("round", nargs="?", metavar=_("ROUND"), help=_("otherwise the one that is under way"))
    show.set_defaults(run=_show)
    text = _("make version 1.0 of the report final: the numbers stand fixed from then on")
    closing = kinds.add_parser("close", help=text, description=text, allow_abbrev=False)
    closing.add_argument("round", metavar=_("ROUND"), help=_("the round"))
    closing.add_argument("--yes", action="store_true", help=_("do not ask"))
    closing.add_argument(
        "--reason", default="", metavar=_("TEXT"), help=_("why there is a version after 1.0; needed for that")
    )
    closing.set_defaults(run=_close)

    for one in (listing, show):
        one.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))


def _add_fields(parser: argparse.ArgumentParser) -> None:
    word = _("TEXT")
    parser.add_argument("--title", metavar=word, help=_("title of the report"))
    parser.add_argument("--period", metavar=word, help=_("period that is evaluated, such as 2038-2041"))
    parser.add_argument("--reason", metavar=word, help=_("why there is an evaluation now"))
    parser.add_argument("--assignment", metavar=word, help=_("what was asked of the evaluators"))
    parser.add_argument("--commissioning-body", metavar=_("ID"), help=_("body that gives the assignment"))
    parser.add_argument(
        "--delegated-commissioner", metavar=word, help=_("function of the first contact, no name")
    )
    parser.add_argument("--focus", metavar=_("THEMES"), help=_("focus themes, with commas between them"))
    parser.add_argument("--left-out-reason", metavar=word, help=_("why the other themes are left out"))
    parser.add_argument("--survey", metavar=_("SET"), help=_("question set: its id or a .toml file"))
    parser.add_argument("--report-date", metavar=_("DATE"), help=_("date on the report"))
    parser.add_argument("--embargo-until", metavar=_("DATE"), help=_("the report is confidential until then"))
    parser.add_argument(
        "--date",
        action="append",
        default=[],
        metavar=_("STEP=DATE"),
        help=_("planned date; steps: assignment, interviews, report, review, colleges, councils"),
    )


def _new(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_or_make
    from boce_tui.cli.prompts import can_ask
    from boce_tui.cycle.planning import create_round, is_fresh, standard_agenda

    if not args.year and not can_ask(env):
        raise UsageProblem(
            _("A new round needs a year."),
            hint=_("Such as: boce round new --year 2041 --focus bereikbaarheid,leefbaarheid"),
        )
    with open_or_make(env) as dossier:
        if args.year:
            with dossier.change():
                if is_fresh(dossier):
                    standard_agenda(dossier)
                made = create_round(dossier, year=args.year, **_values(dossier, args))
        else:
            made = _asked(dossier, args, env)
    tell(
        env,
        _("Round {round} is ready: {title}.").format(
            round=made.key, title=made.value.title if made.value else ""
        ),
    )
    tell(env, _("Next: import the respondents (boce import FILE), or open the app with boce."))
    return 0


def _asked(dossier: Dossier, args: argparse.Namespace, env: Env) -> Stored[Round]:
    """A round by questions: all of them without options, else only what is missing."""
    from boce_tui.cli.round_questions import ask_year, asked_values
    from boce_tui.cycle.planning import create_round, is_fresh, standard_agenda

    if is_fresh(dossier):
        standard_agenda(dossier)
    values = _values(dossier, args)
    year = ask_year(dossier, env)
    return create_round(dossier, year=year, **(values or asked_values(dossier, year)))


def _next(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_to_write
    from boce_tui.cycle.informing.needs import needs, waiting
    from boce_tui.cycle.planning import next_round, open_recommendations
    from boce_tui.cycle.today import today

    with open_to_write(env) as dossier:
        made = next_round(dossier, args.round, year=args.year, **_values(dossier, args))
        before = len(open_recommendations(dossier, made.key))
        asked = len(waiting(needs(dossier, made.key, today(dossier))))
    tell(
        env,
        _("Round {round} is ready: {title}.").format(
            round=made.key, title=made.value.title if made.value else ""
        ),
    )
    tell(
        env,
        _("Open recommendations to ask about: {n}. There are no answers and no people in it yet.").format(
            n=before
        ),
    )
    if asked:
        tell(env, _("What the councils wait for comes along too: {n}.").format(n=asked))
    return 0


def _close(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_to_write, unlocked_names
    from boce_tui.cli.prompts import ask_yes
    from boce_tui.cli.report import line
    from boce_tui.cycle.reporting.closing import close, version_to_make
    from boce_tui.cycle.reviewing.remarks import unanswered

    with open_to_write(env) as dossier:
        names = unlocked_names(env, dossier)
        version = version_to_make(dossier, args.round, names)
        if not version:
            tell(env, _("Nothing changed since the last version of round {round}.").format(round=args.round))
            return 0
        if waiting := unanswered(dossier, args.round):
            tell(env, waiting)
        question = _("Make version {version} final? The numbers of the recommendations stand fixed then.")
        if not args.yes and not ask_yes(env, question.format(version=version)):
            tell(env, _("Nothing was changed."))
            return 0
        done = close(dossier, args.round, names, reason=args.reason)
    for finding in done.findings:
        tell(env, line(finding))
    if not done.done:
        tell(env, _("Version {version} was not made: mend what stands above first.").format(version=version))
        tell(env, _("Nothing was changed."))
        return done.exit_code
    tell(env, _("Version {version} of round {round} is final.").format(version=version, round=args.round))
    tell(env, _("A copy of the dossier as it was before: {file}").format(file=done.backup))
    tell(env, _("Make the files with: boce report --for public --to FILE, and --for steering."))
    return 0


def _values(dossier: Dossier, args: argparse.Namespace) -> dict[str, Any]:
    """The options as fields of a round."""
    from boce_tui.cycle.planning.fields import FieldProblem
    from boce_tui.cycle.planning.rounds import dates_of
    from boce_tui.cycle.planning.themes import find_themes

    values = {name: getattr(args, name) for name in FIELDS if getattr(args, name)}
    if getattr(args, "previous", None):
        values["previous"] = args.previous
    if args.survey:
        values["instrument"] = args.survey
    if args.focus is not None:
        values["focus_themes"] = find_themes(dossier, args.focus.split(","))
    pairs = [text.partition("=") for text in args.date]
    if any(not sign for _step, sign, _day in pairs):
        raise FieldProblem("dates", _("Write a step, = and a date."), hint="--date interviews=12-05-2041")
    if pairs:
        values["dates"] = dates_of({step: day for step, _sign, day in pairs})
    return values


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_to_read
    from boce_tui.cycle.planning import interviews, respondents, rounds

    with open_to_read(env) as dossier:
        found = [
            {
                "id": key,
                "year": round_.year,
                "title": round_.title,
                "status": "closed" if round_.closed else round_.status,
                "version": round_.version,
                "respondents": len(respondents(dossier, key)),
                "interviews": len(interviews(dossier, key)),
            }
            for key, round_ in rounds(dossier).items()
        ]
    if args.json:
        say_json(env, found)
    elif not found:
        tell(env, _("There is no round in this dossier yet. Make one: boce round new"))
    else:
        head = (_("round"), _("title"), _("state"), _("version"), _("people"), _("interviews"))
        states = {"draft": _("draft"), "final": _("final"), "closed": _("closed")}
        lines = [
            (
                r["id"],
                r["title"],
                states.get(str(r["status"]), r["status"]),
                r["version"],
                r["respondents"],
                r["interviews"],
            )
            for r in found
        ]
        say_table(env, [head, *lines], right=[4, 5])
    return 0


def _show(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cli.round_picture import as_plain, lines

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        if args.json:
            say_json(env, as_plain(dossier, round_id))
        else:
            for part in lines(dossier, round_id):
                if isinstance(part, str):
                    say(env, part)
                else:
                    say_table(env, part.rows, right=part.right)
    return 0
