"""``boce import FILE``: files in. What is done with a file follows from its ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.output import say, say_lines, tell
from boce_tui.errors import BadInput
from boce_tui.files import named_path
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.planning.respondent_import import ImportPlan, PlannedRow
    from boce_tui.env import Env

    Importer = Callable[[Path, argparse.Namespace, Env], int]


def register(commands: Commands[Parser]) -> None:
    """Add ``boce import``."""
    text = _(
        "take over a file: respondents (.csv, .xlsx), a cycle document (.json), or a filled-in review file "
        "(.md)"
    )
    about = _(
        "A table of respondents has a row of headings: 'rol' is needed; groep, gemeente, thema, naam (or "
        "voornaam, tussenvoegsel, achternaam), functie, e-mail, telefoon, naam in bijlage, eerder meegedaan, "
        "andere rollen and code are known as well, and the same in English. Names go to the encrypted names "
        "file only. If there is a mistake anywhere, nothing is imported."
    )
    parser = commands.add_parser("import", help=text, description=f"{text}. {about}", allow_abbrev=False)
    parser.add_argument("file", metavar=_("FILE"), help=_("the file to take over"))
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would change"))
    parser.add_argument(
        "--as",
        dest="behalf",
        metavar=_("WHO"),
        help=_("of a review file: steering_group, a municipality (its college), or member-a"),
    )
    parser.add_argument(
        "--date",
        dest="day",
        metavar=_("DAY"),
        help=_("of a review file: the day of the decision, as 14-10-2041, if the file does not say"),
    )
    parser.set_defaults(run=_import)


def _import(args: argparse.Namespace, env: Env) -> int:
    path = named_path(args.file)
    importer = IMPORTERS.get(path.suffix.lower())
    if importer is None:
        raise BadInput(
            _("boce does not know what to do with this kind of file."),
            hint=_("These can be imported: {endings}. Nothing was changed.").format(
                endings=", ".join(IMPORTERS)
            ),
            place=path.name,
        )
    try:
        return importer(path, args, env)
    except BadInput as problem:
        if path.name not in problem.place:
            problem.place = ", ".join(part for part in (path.name, problem.place) if part)
        raise


def _respondents(path: Path, args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read, open_to_write, unlocked_names
    from boce_tui.cli.names_key import names_to_write
    from boce_tui.cycle.planning.respondent_import import apply_import, plan_import, read_table
    from boce_tui.names import Names

    with open_to_read(env) if args.dry_run else open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        table = read_table(dossier, path)
        unlock = unlocked_names if args.dry_run else names_to_write
        names = unlock(env, dossier) if table.has_names else Names(dossier.folder)
        plan = plan_import(dossier, round_id, table, names, path.name)
        if args.dry_run:
            _tell_plan(env, plan)
            tell(env, _("Nothing was changed: this was only a look."))
            return 0
        codes = apply_import(dossier, round_id, plan, names)
        for row in plan.rows:
            say(env, _told(row, codes[row.line]))
    _tell_notes(env, plan)
    tell(env, _("Imported into round {round}: {what}.").format(round=round_id, what=_counted(plan)))
    return 0


def _tell_plan(env: Env, plan: ImportPlan) -> None:
    for row in plan.rows:
        say(env, _told(row, row.code))
    _tell_notes(env, plan)
    tell(env, _("This would happen: {what}.").format(what=_counted(plan)))


def _tell_notes(env: Env, plan: ImportPlan) -> None:
    for row in plan.rows:
        if row.alike:
            note = _(
                "line {n}: {code} has the same name and another function. If it is the same person, undo the "
                "new one and put {code} in a column 'code'."
            )
            tell(env, note.format(n=row.line, code=row.alike))
    if not plan.names_compared:
        tell(env, _("Names were not compared, because the names file is locked."))
    if plan.unused:
        tell(env, _("Not used: {columns}.").format(columns=", ".join(plan.unused)))


def _told(row: PlannedRow, code: str) -> str:
    """One line of the file, without the name."""
    from boce_tui.domain.vocabulary import GROUPS, ROLES, label

    who = f"{label(ROLES, row.respondent.role)}, {label(GROUPS, row.respondent.group)}"
    if row.action == "new" and not code:
        return _("line {n}: new ({who})").format(n=row.line, who=who)
    if row.action == "new":
        return _("line {n}: new, {code} ({who})").format(n=row.line, code=code, who=who)
    if row.action == "changed":
        told = _("line {n}: {code} changes: {fields}")
        return told.format(n=row.line, code=code, fields=row.changes())
    return _("line {n}: {code} stays as it is").format(n=row.line, code=code)


def _counted(plan: ImportPlan) -> str:
    parts = {"new": _("{n} new"), "changed": _("{n} changed"), "same": _("{n} the same")}
    return ", ".join(text.format(n=plan.count(action)) for action, text in parts.items())


def _cycle(path: Path, args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_or_make, open_to_read
    from boce_tui.cycle.exchanging import carry_out, plan_import
    from boce_tui.cycle.handing_over.coming import coming
    from boce_tui.cycle.handing_over.saying import coming_lines
    from boce_tui.cycle.outcome import IMPORTING, outcome
    from boce_tui.exchange import cycle_document
    from boce_tui.files import read_input
    from boce_tui.store import Dossier

    data = read_input(path, cycle_document.LARGEST)
    document, rows = cycle_document.read(data, path.name)
    backup: Path | None = None
    if args.dry_run and not Dossier.exists(env.data_dir):
        new, two = len(rows), 0
    else:
        example = document.example
        with (
            outcome(IMPORTING) as course,
            open_to_read(env) if args.dry_run else open_or_make(env, example=example) as dossier,
        ):
            plan = plan_import(dossier, data, path.name)
            say_lines(env, coming_lines(dossier, coming(dossier, plan)))
            new = plan.new
            if not args.dry_run:
                done = carry_out(dossier, plan)
                course.decided()
                new, backup = done.new, done.backup
            two = len(dossier.conflicts()) if new and not args.dry_run else 0
    count = ngettext("{n} change", "{n} changes", new).format(n=new)
    if args.dry_run:
        told = _("This would be imported: round {round}, {count}.")
        tell(env, told.format(round=document.round, count=count))
        tell(env, _("Nothing was changed: this was only a look."))
    else:
        tell(env, _("Imported: round {round}, {count}.").format(round=document.round, count=count))
    if backup is not None:
        tell(env, _("What was there before is kept in: {file}").format(file=backup))
    if two:
        text = ngettext(
            "{n} item has two versions. Compare them: boce conflicts",
            "{n} items have two versions. Compare them: boce conflicts",
            two,
        )
        tell(env, text.format(n=two))
    return 0


def _review(path: Path, args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.import_review import import_review

    return import_review(path, args, env)


IMPORTERS: dict[str, Importer] = {
    ".csv": _respondents,
    ".xlsx": _respondents,
    ".json": _cycle,
    ".md": _review,
    ".markdown": _review,
    ".txt": _review,
}
"""Ending of the file -> what takes it over."""
