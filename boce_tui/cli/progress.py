"""``boce progress``: the half-yearly progress round, theme by theme in its three forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import say, say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.filling import SheetBook
    from boce_tui.env import Env
    from boce_tui.store import Dossier

WHOLE = "-"
"""Stands for the progress round as a whole, where a theme and form are asked."""


def register(commands: Commands[Parser]) -> None:
    """Add ``boce progress`` and what it can do."""
    text = _("progress rounds: start one, list, show, fill in")
    parser = commands.add_parser("progress", help=text, description=text, allow_abbrev=False)
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("start a progress round with the themes that are running on that day")
    new = kinds.add_parser("new", help=text, description=text, allow_abbrev=False)
    new.add_argument("--date", required=True, metavar=_("DATE"), help=_("the day the state is of"))
    new.add_argument("--title", default="", metavar=_("TEXT"), help=_("what it is called"))
    new.set_defaults(run=_new)

    text = _("the progress rounds in the dossier")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.set_defaults(run=_list)

    text = _("how every theme stands in every form, and what is not filled in yet")
    show = kinds.add_parser("show", help=text, description=text, allow_abbrev=False)
    show.add_argument("progress", nargs="?", default="", metavar=_("ID"), help=_("else the latest"))
    show.set_defaults(run=_show)
    for one in (listing, show):
        one.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))

    text = _("fill in questions of one theme and form; all of them, or nothing when one is wrong")
    put = kinds.add_parser("set", help=text, description=text, allow_abbrev=False)
    put.add_argument(
        "cell", metavar=_("THEME/FORM"), help=_("such as accessibility/joint_action; - for the whole round")
    )
    put.add_argument(
        "said",
        nargs="+",
        metavar=_("QUESTION=VALUE"),
        help=_("P0=activities, P4=delayed, P5=capacity,money, P8.spent=40"),
    )
    put.add_argument("--progress", default="", metavar=_("ID"), help=_("else the latest"))
    put.set_defaults(run=_set)

    text = _("fill what has no planned result yet from the annual plan of that year")
    plan = kinds.add_parser("plan", help=text, description=text, allow_abbrev=False)
    plan.add_argument("--progress", default="", metavar=_("ID"), help=_("else the latest"))
    plan.set_defaults(run=_plan)

    text = _("take a progress round away, with all that is filled in")
    remove = kinds.add_parser("remove", help=text, description=text, allow_abbrev=False)
    remove.add_argument("progress", metavar=_("ID"), help=_("such as P2"))
    remove.add_argument("--yes", action="store_true", help=_("do not ask"))
    remove.set_defaults(run=_remove)

    for one in (new, listing, show, put, plan, remove):
        one.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))


def _new(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.progressing.planned import plan_words, planned_from
    from boce_tui.cycle.progressing.rounds import add_progress_round, cells
    from boce_tui.domain.keys import last

    with open_to_write(env) as dossier:
        made = add_progress_round(dossier, chosen_round(dossier, args.round), args.date, title=args.title)
        count = len(list(cells(dossier, made.key)))
        source = plan_words(dossier, made.key)
        planned = len(planned_from(dossier, made.key))
    tell(
        env,
        _("Progress round {id} is there, with {n} parts to fill in.").format(id=last(made.key), n=count),
    )
    if source:
        tell(env, _("Planned results: {n}, from {plan}.").format(n=planned, plan=source))
    elif planned:
        tell(env, _("Planned results: {n}, from the last progress round.").format(n=planned))
    else:
        tell(env, _("There is no annual plan of that year: boce plan new YEAR, then boce progress plan."))
    return 0


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.progressing.facts import still_open
    from boce_tui.cycle.progressing.rounds import progress_rounds
    from boce_tui.domain.dates import show_day
    from boce_tui.domain.keys import last

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        found: list[dict[str, Any]] = [
            {
                "id": last(key),
                "title": one.title,
                "date": one.date,
                "themes": list(one.themes),
                "open": len(still_open(dossier, key)),
            }
            for key, one in progress_rounds(dossier, round_id).items()
        ]
    if args.json:
        say_json(env, found)
    elif not found:
        tell(env, _("There is no progress round yet. Start one: boce progress new --date DATE"))
    else:
        head = (_("id"), _("title"), _("date"), _("themes"), _("still open"))
        rows = [
            (one["id"], one["title"], show_day(one["date"]), len(one["themes"]), one["open"]) for one in found
        ]
        say_table(env, [head, *rows], right=[3, 4])
    return 0


def _show(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.progressing.facts import reason_counts, reasons_of, still_open
    from boce_tui.cycle.progressing.planned import plan_words, planned_from
    from boce_tui.cycle.progressing.rounds import cells, progress_key
    from boce_tui.cycle.wording import theme_name
    from boce_tui.domain.progressing import DELAY_REASONS, PLANNED
    from boce_tui.domain.vocabulary import FORMS, PROGRESS_STATUS, label

    with open_to_read(env) as dossier:
        key = progress_key(dossier, chosen_round(dossier, args.round), args.progress)
        found = list(cells(dossier, key))
        names = {cell.theme: theme_name(dossier, cell.theme) for cell in found}
        missing = still_open(dossier, key)
        counts = reason_counts(dossier, key)
        source, planned = plan_words(dossier, key), planned_from(dossier, key)
    if args.json:
        rows: list[dict[str, Any]] = [
            {
                "theme": cell.theme,
                "form": cell.form,
                "activities": not cell.entry.idle,
                "status": cell.entry.status,
                "planned": cell.entry.text(PLANNED),
                "planned_from": planned.get(cell.key, ""),
                "reasons": list(reasons_of(cell)),
            }
            for cell in found
        ]
        say_json(
            env,
            {
                "plan": source,
                "cells": rows,
                "open": [one.words for one in missing],
                "reasons": dict_of(counts),
            },
        )
        return 0
    lines: list[tuple[str, ...]] = [(_("theme"), *(label(FORMS, form) for form in FORMS))]
    for theme, name in names.items():
        words = [
            _("no activities") if cell.entry.idle else label(PROGRESS_STATUS, cell.entry.status) or "-"
            for cell in found
            if cell.theme == theme
        ]
        lines.append((name, *words))
    say_table(env, lines)
    if source:
        say(env, _("Planned results come from: {plan}").format(plan=source))
    for one in missing:
        say(env, _("Still open: {what}").format(what=one.words))
    for reason, now, total in counts:
        line = _("Reason for delay: {reason}, {now} now, {total} in all rounds")
        say(env, line.format(reason=label(DELAY_REASONS, reason), now=now, total=total))
    return 0


def dict_of(counts: list[tuple[str, int, int]]) -> dict[str, dict[str, int]]:
    """The reasons for delay for other programs."""
    return {reason: {"now": now, "total": total} for reason, now, total in counts}


def _set(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.filling.setting import fill_in
    from boce_tui.cycle.progressing.facts import still_open
    from boce_tui.cycle.progressing.rounds import progress_key

    with open_to_write(env) as dossier:
        key = progress_key(dossier, chosen_round(dossier, args.round), args.progress)
        with dossier.change():
            fill_in(dossier, _book(dossier, key, args.cell), args.said)
        left = len(still_open(dossier, key))
    tell(env, _("Saved. Parts that are still open: {n}.").format(n=left))
    return 0


def _plan(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.progressing.planned import plan_words, take_plan
    from boce_tui.cycle.progressing.rounds import progress_key

    with open_to_write(env) as dossier:
        key = progress_key(dossier, chosen_round(dossier, args.round), args.progress)
        filled = take_plan(dossier, key)
        source = plan_words(dossier, key)
    tell(env, _("Planned results: {n}, from {plan}.").format(n=filled, plan=source))
    return 0


def _remove(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cli.prompts import ask_yes
    from boce_tui.cycle.progressing.rounds import progress_key, progress_rounds, remove_progress_round

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        key = progress_key(dossier, round_id, args.progress)
        title = progress_rounds(dossier, round_id)[key].title
        if not args.yes and not ask_yes(env, _("Take '{title}' away?").format(title=title)):
            tell(env, _("Nothing was changed."))
            return 0
        remove_progress_round(dossier, key)
    tell(env, _("'{title}' is taken away. What was in it stays in the history.").format(title=title))
    return 0


def _book(dossier: Dossier, key: str, cell: str) -> SheetBook[Any]:
    from boce_tui.cycle.planning import find_theme, themes
    from boce_tui.cycle.progressing.rounds import cell_book, round_book

    if cell == WHOLE:
        return round_book(dossier, key)
    theme, _slash, form = cell.partition("/")
    known = find_theme(themes(dossier), theme) or theme
    return cell_book(dossier, f"{key}/{known}/{form}")
