"""``boce need``: what the councils want to be told, and whether it was delivered (R91)."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.informing.standing import Standing
    from boce_tui.env import Env
    from boce_tui.store import Dossier

OFTEN = ("once", "quarterly", "half_yearly", "yearly", "with_decisions")


def register(commands: Commands[Parser]) -> None:
    """Add ``boce need`` and what it can do."""
    text = _("what the councils want to know: noted, delivered or not")
    parser = commands.add_parser("need", help=text, description=text, allow_abbrev=False)
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("the list: what was not delivered first")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.add_argument("--open", action="store_true", help=_("only what was not delivered"))
    listing.add_argument("--body", metavar=_("ID"), default="", help=_("only what this body delivers"))
    listing.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    listing.set_defaults(run=_list)

    text = _("note something the councils want to know")
    add = kinds.add_parser("add", help=text, description=text, allow_abbrev=False)
    add.add_argument("text", metavar=_("TEXT"), help=_("what they want to know"))
    add.set_defaults(run=_add)

    text = _("change what was noted")
    change = kinds.add_parser("set", help=text, description=text, allow_abbrev=False)
    change.add_argument("id", metavar=_("ID"), help=_("such as N03"))
    change.add_argument("--text", metavar=_("TEXT"), help=_("what they want to know"))
    change.set_defaults(run=_set)

    for one in (add, change):
        one.add_argument(
            "--councils", metavar=_("NAMES"), help=_("municipalities, with commas between; else all councils")
        )
        one.add_argument("--theme", metavar=_("THEME"), help=_("the theme it is about; else in general"))
        one.add_argument("--form", metavar=_("TEXT"), help=_("in which form: a letter, an evening"))
        one.add_argument("--often", dest="frequency", choices=OFTEN, help=_("how often; else once"))
        one.add_argument("--by", dest="deadline", metavar=_("DATE"), help=_("by when: a day or a month"))
        one.add_argument("--owner", metavar=_("ID"), help=_("the body that delivers it"))
        one.add_argument("--source", metavar=_("TEXT"), help=_("what shows that they asked for it"))
        one.add_argument(
            "--recommendations", metavar=_("NUMBERS"), help=_("it comes from these, with commas between")
        )
        one.add_argument(
            "--question",
            metavar=_("ID"),
            help=_("it was heard at this question of the interviews (B7, E8), by enough people"),
        )

    text = _("note that it was delivered; more than once when it comes back")
    deliver = kinds.add_parser("deliver", help=text, description=text, allow_abbrev=False)
    deliver.add_argument("id", metavar=_("ID"), help=_("such as N03"))
    deliver.add_argument("--date", metavar=_("DATE"), required=True, help=_("the day it was delivered"))
    deliver.add_argument(
        "--document", metavar=_("TEXT"), required=True, help=_("in what: its title, or its number (D03)")
    )
    deliver.set_defaults(run=_deliver)

    text = _("the last delivery was noted by mistake")
    take_back = kinds.add_parser("take-back", help=text, description=text, allow_abbrev=False)
    take_back.add_argument("id", metavar=_("ID"), help=_("such as N03"))
    take_back.set_defaults(run=_take_back)

    text = _("take it off the list")
    remove = kinds.add_parser("remove", help=text, description=text, allow_abbrev=False)
    remove.add_argument("id", metavar=_("ID"), help=_("such as N03"))
    remove.set_defaults(run=_remove)

    for one in (listing, add, change, deliver, take_back, remove):
        one.add_argument(
            "--round", metavar=_("ID"), default=SUPPRESS, help=_("the round; else the one that is under way")
        )


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.following_up.actions import NOBODY, known_body
    from boce_tui.cycle.informing.needs import needs, waiting
    from boce_tui.cycle.informing.saying import council_words, state_words
    from boce_tui.cycle.planning.settings import bodies
    from boce_tui.cycle.today import today
    from boce_tui.cycle.wording import shortened
    from boce_tui.domain.dates import show_day

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        body = known_body(dossier, args.body)
        wanted = None if not body else "" if body == NOBODY else body
        found = needs(dossier, round_id, today(dossier), body=wanted)
        found = waiting(found) if args.open else found
        names = {key: one.name for key, one in bodies(dossier).items()}
        rows = [
            (
                one.number,
                shortened(one.value.text, 60),
                council_words(dossier, one),
                names.get(one.value.owner, one.value.owner) or _("nobody named"),
                show_day(one.due),
                state_words(one),
            )
            for one in found
        ]
    if args.json:
        say_json(env, [_plain(one) for one in found])
    elif not found and args.open:
        tell(env, _("Everything that was asked has been delivered."))
    elif not found:
        tell(env, _("Nothing was noted yet. Note something: boce need add TEXT"))
    else:
        head = (_("id"), _("what they want to know"), _("for"), _("who"), _("at the latest"), _("state"))
        say_table(env, [head, *rows])
    return 0


def _plain(one: Standing) -> dict[str, Any]:
    import msgspec

    return {
        "id": one.number,
        "key": one.key,
        "state": one.state,
        "waits": one.waits,
        "due": one.due,
        "days_late": one.days,
        **msgspec.to_builtins(one.value),
    }


def _values(args: argparse.Namespace, dossier: Dossier, round_id: str) -> dict[str, Any]:
    from boce_tui.cycle.informing.needs import find_recommendations
    from boce_tui.cycle.planning.themes import find_theme, themes

    said: dict[str, Any] = {
        name: getattr(args, name)
        for name in ("text", "form", "frequency", "deadline", "owner", "source", "question")
        if getattr(args, name) is not None
    }
    if args.theme is not None:
        said["theme"] = find_theme(themes(dossier), args.theme) or args.theme
    if args.councils is not None:
        said["municipalities"] = _split(args.councils)
    if args.recommendations is not None:
        said["recommendations"] = find_recommendations(dossier, round_id, _split(args.recommendations))
    return said


def _add(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.informing.needs import add_need
    from boce_tui.domain.keys import last

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        made = add_need(dossier, round_id, **_values(args, dossier, round_id))
    tell(env, _("{id} is on the list of what the councils want to know.").format(id=last(made.key)))
    return 0


def _set(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.informing.needs import change_need, find_need

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        change_need(dossier, find_need(dossier, round_id, args.id), **_values(args, dossier, round_id))
    tell(env, _("{id} was changed.").format(id=args.id))
    return 0


def _deliver(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.informing.needs import deliver, find_need
    from boce_tui.domain.dates import show_day

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        key = find_need(dossier, round_id, args.id)
        made = deliver(dossier, key, args.date, args.document, round_id=round_id).value
    if made is not None:
        words = _("{id} was delivered on {date}: {document}")
        last_one = made.deliveries[-1]
        tell(env, words.format(id=args.id, date=show_day(last_one.date), document=last_one.document))
    return 0


def _take_back(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.informing.needs import find_need, take_back_delivery

    with open_to_write(env) as dossier:
        take_back_delivery(dossier, find_need(dossier, chosen_round(dossier, args.round), args.id))
    tell(env, _("{id}: the last delivery is taken back.").format(id=args.id))
    return 0


def _remove(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.informing.needs import find_need, remove_need

    with open_to_write(env) as dossier:
        remove_need(dossier, find_need(dossier, chosen_round(dossier, args.round), args.id))
    tell(env, _("{id} is off the list; boce undo brings it back.").format(id=args.id))
    return 0


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
