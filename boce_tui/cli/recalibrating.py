"""``boce recalibrate``: what the steering group decides about ambitions and themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.recalibrating.deciding import Subject
    from boce_tui.env import Env

PARTS = ("reason", "body", "date", "document")


def register(commands: Commands[Parser]) -> None:
    """Add the command and what it can do."""
    text = _("recalibrate ambitions and themes: keep, adjust, stop, add")
    parser = commands.add_parser("recalibrate", help=text, description=text, allow_abbrev=False)
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("every theme and ambition with what was decided")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    listing.set_defaults(run=_list)

    text = _("note what was decided on an ambition or theme")
    setting = kinds.add_parser("set", help=text, description=text, allow_abbrev=False)
    setting.add_argument("item", metavar=_("ITEM"), help=_("id of the ambition or theme, see the list"))
    setting.add_argument("choice", choices=("keep", "adjust", "stop", "none"), help=_("none takes it back"))
    setting.add_argument("--text", metavar=_("TEXT"), help=_("the new text of an ambition that is adjusted"))
    setting.set_defaults(run=_set)

    text = _("add an ambition to a theme, or a new theme")
    adding = kinds.add_parser("add", help=text, description=text, allow_abbrev=False)
    adding.add_argument("text", metavar=_("TEXT"), help=_("the ambition, or the name of the theme"))
    adding.add_argument(
        "--theme", default="", metavar=_("ID"), help=_("theme of the ambition; else a new theme")
    )
    adding.set_defaults(run=_add)

    for one in (setting, adding):
        one.add_argument("--reason", metavar=_("TEXT"), help=_("why"))
        one.add_argument("--body", metavar=_("ID"), help=_("who decided; the steering group unless said"))
        one.add_argument("--date", metavar=_("DATE"), help=_("when; today unless said"))
        one.add_argument("--document", metavar=_("TEXT"), help=_("where it is written down"))
    for one in (listing, setting, adding):
        one.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.recalibrating.deciding import subjects

    with open_to_read(env) as dossier:
        found = subjects(dossier, chosen_round(dossier, args.round))
    if args.json:
        say_json(env, [_plain(one) for one in found])
        return 0
    rows: list[tuple[object, ...]] = [(_("id"), _("outcome"), _("date"), _("theme or ambition"))]
    rows += [(one.item, _outcome(one), one.value.date, one.text) for one in found]
    say_table(env, rows)
    for one in found:
        if one.undecided:
            tell(env, _("{name}: stopped without a decision.").format(name=one.text))
        elif one.missing:
            tell(env, _("{name}: still missing: {what}.").format(name=one.text, what=", ".join(one.missing)))
    return 0


def _outcome(one: Subject) -> str:
    from boce_tui.cycle.recalibrating.saying import outcome

    return outcome(one)


def _plain(one: Subject) -> dict[str, object]:
    value = one.value
    return {
        "item": one.item,
        "kind": one.kind,
        "theme": one.theme,
        "text": one.text,
        "version": one.version,
        "choice": value.choice,
        "before": value.before,
        **{part: getattr(value, part) for part in PARTS},
        "missing": list(one.missing),
        "stopped_without_decision": one.undecided,
    }


def _said(args: argparse.Namespace) -> dict[str, str]:
    return {part: said for part in PARTS if (said := getattr(args, part)) is not None}


def _set(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.recalibrating.deciding import clear, decide, find, subject

    with open_to_write(env) as dossier:
        one = find(dossier, chosen_round(dossier, args.round), args.item)
        if args.choice == "none":
            clear(dossier, one.key)
        else:
            said = _said(args)
            if args.text is not None:
                said["text"] = args.text
            decide(dossier, one.key, choice=args.choice, **said)
        _tell(env, subject(dossier, one.key))
    return 0


def _add(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.recalibrating.deciding import add, find, subject

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        theme = find(dossier, round_id, args.theme).theme if args.theme else ""
        made = add(dossier, round_id, args.text, theme=theme, **_said(args))
        _tell(env, subject(dossier, made.key))
    return 0


def _tell(env: Env, one: Subject) -> None:
    tell(env, _("{name}: {outcome}.").format(name=one.text, outcome=_outcome(one)))
    if one.missing:
        tell(env, _("Still missing: {what}.").format(what=", ".join(one.missing)))
