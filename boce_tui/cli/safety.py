"""Keeping safe: ``backup``, ``restore``, ``doctor``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import date_time, say, say_json, say_table, tell
from boce_tui.errors import BadInput, BoceError, DossierUnavailable, UsageProblem
from boce_tui.files import named_path
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.outcome import Course
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add the commands of this module."""
    text = _("make a copy of the dossier")
    backup = commands.add_parser("backup", help=text, description=text, allow_abbrev=False)
    backup.add_argument("--to", metavar=_("FILE"), help=_("write the copy there"))
    backup.add_argument("--force", action="store_true", help=_("replace the file if it exists"))
    backup.add_argument("--list", action="store_true", help=_("show the copies there are"))
    backup.set_defaults(run=_backup)

    text = _("put a copy back; what is there now is kept first")
    restore = commands.add_parser("restore", help=text, description=text, allow_abbrev=False)
    restore.add_argument("file", metavar=_("FILE"), help=_("a copy, or its name in boce backup --list"))
    text = _("put the names file of that moment back too")
    restore.add_argument("--names", action="store_true", help=text)
    restore.add_argument("--yes", action="store_true", help=_("do not ask"))
    restore.set_defaults(run=_restore)

    text = _("check whether the dossier is sound")
    doctor = commands.add_parser("doctor", help=text, description=text, allow_abbrev=False)
    doctor.add_argument("--repair", action="store_true", help=_("mend it; what is there now is kept first"))
    text = _("say that you have seen what is wrong in the trail; it stays there to be read")
    doctor.add_argument("--accept-trail", action="store_true", help=text)
    doctor.set_defaults(run=_doctor)
    for parser in (backup, doctor):
        parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))


def _backup(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cycle.profiles import open_whole
    from boce_tui.cycle.trailing import record
    from boce_tui.store import backups

    if args.list:
        made = backups.listed(env.data_dir)
        if args.json:
            say_json(
                env,
                [
                    {"file": str(b.path), "at": b.at.isoformat(), "reason": b.reason, "size": b.size}
                    for b in made
                ],
            )
        elif made:
            rows: list[tuple[object, ...]] = [(_("when"), _("why"), _("size"), _("file"))]
            rows += [
                (date_time(b.at), backups.reason_text(b.reason), f"{b.size // 1024} kB", b.path.name)
                for b in made
            ]
            say_table(env, rows, right=[2])
        else:
            tell(env, _("There are no backups yet. Make one with: boce backup"))
        return 0
    target = named_path(args.to).absolute() if args.to else None
    if target is not None and target.exists() and not args.force:
        raise BadInput(
            _("The file exists already and was left alone."),
            hint=_("Choose another name, or add --force to replace it."),
            place=str(target),
        )
    with open_whole(env, write=False) as dossier:
        if target is None:
            target = dossier.backup()
        else:
            dossier.backup_to(target)
            record(dossier, "backup")
            tell(env, _("The names are not in it: they stay in the folder of the dossier, in names.age."))
    if args.json:
        say_json(env, {"file": str(target)})
        return 0
    tell(env, _("The copy was made and read back:"))
    say(env, str(target))
    return 0


def _restore(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cycle.outcome import RESTORING, outcome

    with outcome(RESTORING) as course:
        return _put_back(args, env, course)


def _put_back(args: argparse.Namespace, env: Env, course: Course) -> int:
    from boce_tui.cycle.trailing import record_in
    from boce_tui.cycle.withdrawing import finish_restore
    from boce_tui.store import restoring

    folder = env.data_dir
    file = _backup_file(folder, args.file)
    restoring.check_backup(folder, file)
    _finish_the_one_before(env)
    _preview(env, restoring.counts_in(folder / "dossier.db"), restoring.counts_in(file) or {})
    if not args.yes and not _agreed(env):
        tell(env, _("Nothing was changed."))
        return 0
    kept = restoring.restore(folder, env, file)
    course.decided()
    # Said at once: what follows may still meet a disk that refuses, and the dossier is the other one now.
    tell(env, _("The copy was put back."))
    record_in(folder, env, "restore")
    names = restoring.restore_names(folder, file, replace=args.names)
    finish_restore(env)
    if names:
        tell(env, _("Its names file was put back too; it opens with the passphrase of that moment."))
    elif args.names:
        tell(env, _("There is no names file beside this copy; the names are as they were."))
    if kept is not None:
        tell(env, _("What was there before is kept in: {file}").format(file=kept))
    return 0


def _finish_the_one_before(env: Env) -> None:
    """What a killed restore left half done is finished: its words must not get into the copy of now."""
    from boce_tui.cycle.profiles import open_whole
    from boce_tui.store import Dossier
    from boce_tui.store.opening import NotWhole

    if Dossier.exists(env.data_dir):
        try:
            open_whole(env, write=False).close()
        except NotWhole:
            raise
        except BoceError:
            return  # too damaged to be opened: that is what copies are for


def _backup_file(folder: Path, name: str) -> Path:
    from boce_tui.store.backups import FOLDER

    given = named_path(name).absolute()
    own = folder / FOLDER / Path(name).name
    return own if not given.exists() and own.is_file() else given


def _preview(env: Env, now: dict[str, int] | None, then: dict[str, int]) -> None:
    from boce_tui.cli.kinds import kind_label

    rows: list[tuple[object, ...]] = [(_("what"), _("now"), _("in the copy"))]
    for view in sorted({*(now or {}), *then}):
        rows.append((kind_label(view), "?" if now is None else now.get(view, 0), then.get(view, 0)))
    say_table(env, rows, right=[1, 2])


def _agreed(env: Env) -> bool:
    from boce_tui.cli.prompts import ask_one, can_ask

    if not can_ask(env):
        raise UsageProblem(
            _("Nobody can be asked here whether this is right."), hint=_("Add --yes when you are sure.")
        )
    choices = {"no": _("no, leave everything as it is"), "yes": _("yes; what is there now is kept first")}
    return ask_one(_("Put this copy back"), choices, default="no") == "yes"


def _doctor(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.store import doctor

    folder = env.data_dir
    if args.accept_trail:
        _accept_trail(env)
    _finish_the_one_before(env)
    checks = doctor.examine(folder, env)
    done: dict[str, Any] = {}
    if args.repair and doctor.sick(checks) and not _only_the_trail(checks):
        from boce_tui.cycle.trailing import record_in
        from boce_tui.store.repairing import repair

        mended = repair(folder, env)
        record_in(folder, env, "repair", how=mended.how, kept=mended.kept, lost=mended.lost)
        done = {
            "how": mended.how,
            "kept": mended.kept,
            "lost": mended.lost,
            "saved": str(mended.saved or ""),
            "suspect": str(mended.suspect or ""),
        }
        if not args.json:
            _say_checks(env, checks)
            _tell_repair(env, done)
        checks = mended.after
    sick = doctor.sick(checks)
    if args.json:
        found = [{"check": c.name, "ok": c.ok, "text": c.text} for c in checks]
        say_json(env, {"ok": not sick, "checks": found, **({"repair": done} if done else {})})
        return DossierUnavailable.exit_code if sick else 0
    _say_checks(env, checks)
    if sick and _only_the_trail(checks):
        tell(
            env,
            _(
                "The dossier itself is sound; the trail cannot be mended. Look at it with boce trail, and "
                "say that you have seen it with boce doctor --accept-trail."
            ),
        )
    elif sick and not args.repair:
        tell(env, _("Nothing was changed. boce doctor --repair mends this; a copy is kept first."))
    elif sick:
        tell(
            env, _("Not everything could be mended. Put a copy back: boce backup --list, boce restore FILE.")
        )
    else:
        tell(env, _("The dossier is sound."))
    return DossierUnavailable.exit_code if sick else 0


def _accept_trail(env: Env) -> None:
    from boce_tui.cycle.profiles import open_dossier
    from boce_tui.cycle.trailing import accept

    with open_dossier(env) as dossier:
        if accept(dossier):
            tell(env, _("It stands in the trail that you have seen what is wrong there."))


def _only_the_trail(checks: list[Any]) -> bool:
    return all(check.ok or check.name == "trail" for check in checks)


def _say_checks(env: Env, checks: list[Any]) -> None:
    for check in checks:
        say(env, f"{'●' if check.ok else '×'} {check.text}")


def _tell_repair(env: Env, done: dict[str, Any]) -> None:
    if done["how"] == "nothing":
        tell(env, _("There was nothing in the dossier that could be mended."))
        return
    tell(env, _("What was there before is kept in: {file}").format(file=done["saved"]))
    text = ngettext("{n} revision was kept.", "{n} revisions were kept.", done["kept"])
    tell(env, text.format(n=done["kept"]))
    if done["lost"]:
        text = ngettext(
            "{n} revision could not be read and is gone; the version before it is current now.",
            "{n} revisions could not be read and are gone; the versions before them are current now.",
            done["lost"],
        )
        tell(env, text.format(n=done["lost"]))
    if done["suspect"]:
        tell(env, _("What could be read but not trusted stands in: {file}").format(file=done["suspect"]))
