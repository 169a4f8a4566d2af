"""``boce meetings``: plan, move, cancel and hold meetings; a date is never lost."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING

from boce_tui.cli.output import say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add ``boce meetings`` and what it can do."""
    text = _("meetings: planned, moved, cancelled, held, with what is on their agenda")
    parser = commands.add_parser("meetings", help=text, description=text, allow_abbrev=False)
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    parser.set_defaults(run=_list)
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action")

    text = _("plan a meeting")
    add = kinds.add_parser("add", help=text, description=text, allow_abbrev=False)
    add.add_argument("title", metavar=_("TITLE"), help=_("what it is called"))
    add.add_argument("--body", metavar=_("ID"), default="", help=_("the body that meets"))
    add.add_argument("--date", metavar=_("DATE"), default="", help=_("the day it is planned on"))
    add.add_argument("--start", metavar=_("TIME"), default="", help=_("when it starts"))
    add.add_argument("--place", metavar=_("TEXT"), default="", help=_("where"))
    add.add_argument(
        "--themes", metavar=_("THEMES"), default="", help=_("on the agenda, with commas between")
    )
    add.add_argument(
        "--recommendations", metavar=_("NUMBERS"), default="", help=_("on the agenda, with commas between")
    )
    add.set_defaults(run=_add)

    text = _("give a meeting another date; the one it had is kept")
    move = kinds.add_parser("move", help=text, description=text, allow_abbrev=False)
    move.add_argument("id", metavar=_("ID"), help=_("such as V01"))
    move.add_argument("date", metavar=_("DATE"), help=_("the new date"))
    move.add_argument("--reason", metavar=_("TEXT"), default="", help=_("why"))
    move.set_defaults(run=_move)

    text = _("cancel a meeting")
    cancel = kinds.add_parser("cancel", help=text, description=text, allow_abbrev=False)
    cancel.add_argument("id", metavar=_("ID"), help=_("such as V01"))
    cancel.add_argument("--reason", metavar=_("TEXT"), default="", help=_("why"))
    cancel.add_argument("--replaced-by", metavar=_("ID"), default="", help=_("the meeting in its place"))
    cancel.set_defaults(run=_cancel)

    text = _("note that a meeting was held")
    held = kinds.add_parser("held", help=text, description=text, allow_abbrev=False)
    held.add_argument("id", metavar=_("ID"), help=_("such as V01"))
    held.add_argument("--date", metavar=_("DATE"), default="", help=_("when it was another day than planned"))
    held.set_defaults(run=_held)

    for one in (add, move, cancel, held):
        one.add_argument(
            "--round", metavar=_("ID"), default=SUPPRESS, help=_("the round; else the one that is under way")
        )


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.following_up.meetings import meetings
    from boce_tui.domain.agenda import Body
    from boce_tui.domain.dates import show_day
    from boce_tui.domain.meetings import MEETING_STATUS
    from boce_tui.domain.vocabulary import label

    with open_to_read(env) as dossier:
        found = meetings(dossier, chosen_round(dossier, args.round))
        bodies = {key: body.name for key, body in dossier.values(Body).items()}
    if args.json:
        import msgspec

        say_json(env, [{"id": id_, **msgspec.to_builtins(one)} for id_, one in found.items()])
    elif not found:
        tell(env, _("No meetings have been planned yet."))
    else:
        head = (_("id"), _("date"), _("meeting"), _("who meets"), _("state"), _("was planned on"))
        rows = [
            (
                id_,
                show_day(one.date),
                one.title,
                bodies.get(one.body, one.body),
                label(MEETING_STATUS, one.status),
                ", ".join(show_day(before.date) for before in one.moved),
            )
            for id_, one in found.items()
        ]
        say_table(env, [head, *rows])
    return 0


def _add(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.following_up.meetings import add_meeting, find_on_agenda
    from boce_tui.cycle.planning.themes import find_themes

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        made = add_meeting(
            dossier,
            round_id,
            title=args.title,
            body=args.body,
            date=args.date,
            start=args.start,
            place=args.place,
            themes=find_themes(dossier, _split(args.themes)),
            recommendations=find_on_agenda(dossier, round_id, _split(args.recommendations)),
        )
    tell(env, _("Meeting {id} was planned.").format(id=made.key.rpartition("/")[2]))
    return 0


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _move(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.following_up.meetings import move
    from boce_tui.domain.dates import show_day

    with open_to_write(env) as dossier:
        made = move(dossier, chosen_round(dossier, args.round), args.id, args.date, args.reason).value
    if made is not None:
        before = ", ".join(show_day(one.date) for one in made.moved)
        tell(
            env,
            _("Meeting {id} is on {date} now; it was planned on {before}.").format(
                id=args.id, date=show_day(made.date), before=before
            )
            if before
            else _("Meeting {id} is on {date} now.").format(id=args.id, date=show_day(made.date)),
        )
    return 0


def _cancel(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.following_up.meetings import cancel

    with open_to_write(env) as dossier:
        cancel(dossier, chosen_round(dossier, args.round), args.id, args.reason, args.replaced_by)
    tell(env, _("Meeting {id} was cancelled; its date stays in the list.").format(id=args.id))
    return 0


def _held(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.following_up.meetings import hold

    with open_to_write(env) as dossier:
        hold(dossier, chosen_round(dossier, args.round), args.id, args.date)
    tell(env, _("Meeting {id} was held.").format(id=args.id))
    return 0
