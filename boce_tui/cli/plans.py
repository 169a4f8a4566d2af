"""``boce plan``: the annual plan, theme by theme in its three forms, where a progress round starts (R77)."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import say, say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add ``boce plan`` and what it can do."""
    text = _("the annual plan: what is to be reached per theme, where a progress round starts from")
    parser = commands.add_parser("plan", help=text, description=text, allow_abbrev=False)
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("begin the annual plan of a year")
    new = kinds.add_parser("new", help=text, description=text, allow_abbrev=False)
    new.add_argument("year", metavar=_("YEAR"), help=_("the year it is for"))
    new.set_defaults(run=_new)

    text = _("change its title, day or source")
    change = kinds.add_parser("change", help=text, description=text, allow_abbrev=False)
    change.set_defaults(run=_change)
    for one in (new, change):
        one.add_argument("--title", metavar=_("TEXT"), help=_("what it is called"))
        one.add_argument("--date", metavar=_("DATE"), help=_("the day it was adopted or sent"))
        one.add_argument("--source", metavar=_("TEXT"), help=_("where it stands, or who adopted it"))

    text = _("the annual plans in the dossier")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.set_defaults(run=_list)

    text = _("what is planned per theme and form")
    show = kinds.add_parser("show", help=text, description=text, allow_abbrev=False)
    show.set_defaults(run=_show)
    for one in (listing, show):
        one.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))

    text = _("write what is planned for one theme in one form; an empty text takes it out")
    put = kinds.add_parser("set", help=text, description=text, allow_abbrev=False)
    put.add_argument("place", metavar=_("THEME/FORM"), help=_("such as accessibility/joint_action"))
    put.add_argument("text", metavar=_("TEXT"), help=_("what is to be reached"))
    put.set_defaults(run=_set)

    text = _(
        "take over an annual plan from a table (.csv, .xlsx); all of it, or nothing when a line is wrong"
    )
    about = _(
        "The table has the headings thema, samen doen, samen optrekken, samen leren; or thema, vorm, "
        "resultaat. What it does not name stays as it is."
    )
    take = kinds.add_parser("import", help=text, description=f"{text}. {about}", allow_abbrev=False)
    take.add_argument("file", metavar=_("FILE"), help=_("the file to take over"))
    take.add_argument("--dry-run", action="store_true", help=_("only say what would change"))
    take.set_defaults(run=_import)

    text = _("take an annual plan away, with all that is planned in it")
    remove = kinds.add_parser("remove", help=text, description=text, allow_abbrev=False)
    remove.set_defaults(run=_remove)

    for one in (show, put, change):
        one.add_argument("--year", metavar=_("YEAR"), default="", help=_("else the latest"))
    for one in (take, remove):
        one.add_argument("--year", metavar=_("YEAR"), required=True, help=_("the year it is for"))
    for one in (new, change, listing, show, put, take, remove):
        one.add_argument(
            "--round", metavar=_("ID"), default=SUPPRESS, help=_("the round; else the one that is under way")
        )


def _said(args: argparse.Namespace) -> dict[str, str]:
    named = {name: getattr(args, name) for name in ("title", "date", "source")}
    return {name: value for name, value in named.items() if value is not None}


def _new(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.progressing.plan import add_plan

    with open_to_write(env) as dossier:
        made = add_plan(dossier, chosen_round(dossier, args.round), args.year, **_said(args))
    if made.value:
        tell(
            env,
            _("{title} is there. Fill it: boce plan set, or boce plan import.").format(
                title=made.value.title
            ),
        )
    return 0


def _change(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.progressing.plan import change_plan, plan_key

    with open_to_write(env) as dossier:
        key = plan_key(dossier, chosen_round(dossier, args.round), args.year)
        made = change_plan(dossier, key, **_said(args)).value
    tell(env, _("{id} was changed.").format(id=made.title if made else key))
    return 0


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.progressing.plan import plans, results
    from boce_tui.domain.dates import show_day

    with open_to_read(env) as dossier:
        found: list[dict[str, Any]] = [
            {
                "year": one.year,
                "title": one.title,
                "date": one.date,
                "source": one.source,
                "results": len(results(dossier, key)),
            }
            for key, one in plans(dossier, chosen_round(dossier, args.round)).items()
        ]
    if args.json:
        say_json(env, found)
    elif not found:
        tell(env, _("There is no annual plan yet. Begin one: boce plan new YEAR"))
    else:
        head = (_("year"), _("title"), _("date"), _("planned results"), _("source"))
        rows = [
            (one["year"], one["title"], show_day(one["date"]), one["results"], one["source"]) for one in found
        ]
        say_table(env, [head, *rows], right=[0, 3])
    return 0


def _show(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.progressing.plan import plan_key, results, themes_of
    from boce_tui.cycle.wording import theme_name
    from boce_tui.domain.plans import AnnualPlan
    from boce_tui.domain.vocabulary import FORMS, label

    with open_to_read(env) as dossier:
        key = plan_key(dossier, chosen_round(dossier, args.round), args.year)
        plan, planned = dossier.value(AnnualPlan, key), results(dossier, key)
        names = {theme: theme_name(dossier, theme) for theme in themes_of(dossier, key)}
    if args.json:
        rows = [{"theme": theme, "form": form, "text": text} for (theme, form), text in planned.items()]
        say_json(env, {"title": plan.title if plan else "", "results": rows})
        return 0
    for theme, name in names.items():
        for form in FORMS:
            words = planned.get((theme, form), "") or _("nothing planned")
            say(env, _("{theme}, {form}: {text}").format(theme=name, form=label(FORMS, form), text=words))
    return 0


def _set(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.planning import find_theme, themes
    from boce_tui.cycle.progressing.plan import plan_key, results, set_result

    theme, _slash, form = args.place.partition("/")
    with open_to_write(env) as dossier:
        key = plan_key(dossier, chosen_round(dossier, args.round), args.year)
        known = find_theme(themes(dossier), theme) or theme
        set_result(dossier, key, known, form, args.text)
        count = len(results(dossier, key))
    tell(env, _("Saved. Planned results in this plan: {n}.").format(n=count))
    return 0


def _import(args: argparse.Namespace, env: Env) -> int:

    from boce_tui.cli.dossiers import chosen_round, open_to_read, open_to_write
    from boce_tui.cycle.progressing.plan_import import apply_import, plan_import, read_table
    from boce_tui.cycle.wording import theme_name
    from boce_tui.domain.vocabulary import FORMS, label
    from boce_tui.errors import BadInput
    from boce_tui.files import named_path

    path = named_path(args.file)
    with open_to_read(env) if args.dry_run else open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        try:
            found = plan_import(dossier, round_id, args.year, read_table(dossier, path))
        except BadInput as problem:
            if path.name not in problem.place:
                problem.place = ", ".join(part for part in (path.name, problem.place) if part)
            raise
        words = {"new": _("new"), "changed": _("changed"), "same": _("the same")}
        for row, kind in found.rows:
            told = _("line {n}: {theme}, {form}: {what}")
            name = theme_name(dossier, row.theme)
            say(env, told.format(n=row.line, theme=name, form=label(FORMS, row.form), what=words[kind]))
        if not args.dry_run:
            apply_import(dossier, round_id, found)
    if found.unused:
        tell(env, _("Not used: {columns}.").format(columns=", ".join(found.unused)))
    if args.dry_run:
        tell(env, _("This would happen: {what}.").format(what=found.told()))
        tell(env, _("Nothing was changed: this was only a look."))
    else:
        told = _("Imported into the annual plan of {year}: {what}.")
        tell(env, told.format(year=found.year, what=found.told()))
    return 0


def _remove(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.progressing.plan import plan_key, remove_plan

    with open_to_write(env) as dossier:
        remove_plan(dossier, plan_key(dossier, chosen_round(dossier, args.round), args.year))
    tell(env, _("The annual plan of {year} is taken away; its history stays.").format(year=args.year))
    return 0
