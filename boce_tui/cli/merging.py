"""``boce merge`` and ``boce conflicts``: the work of another laptop comes in, and what has to be compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import say, say_block, say_json, say_lines, tell
from boce_tui.errors import BadInput, UsageProblem
from boce_tui.files import named_path
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.merging import Conflict, Look, Merged
    from boce_tui.env import Env
    from boce_tui.exchange.bundle import Content
    from boce_tui.store import Dossier


def register(commands: Commands[Parser]) -> None:
    """Add the commands."""
    text = _("take over the work of another laptop (.boce); without a file: what is known of the others")
    about = _(
        "First it says what is new, the same and conflicting. Then a backup is made, and everything comes in "
        "or nothing. The order of bundles does not matter, and the same one twice changes nothing."
    )
    merge = commands.add_parser("merge", help=text, description=f"{text}. {about}", allow_abbrev=False)
    merge.add_argument("files", nargs="*", metavar=_("FILE"), help=_("one or more bundles"))
    merge.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    merge.add_argument("--yes", action="store_true", help=_("do not ask"))
    merge.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    merge.add_argument("--conflicts", action="store_true", help=_("the same as boce conflicts"))
    merge.set_defaults(run=_merge)

    text = _("items that were changed on two laptops: see both versions, and choose")
    conflicts = commands.add_parser("conflicts", help=text, description=text, allow_abbrev=False)
    conflicts.add_argument("item", nargs="?", metavar=_("ITEM"), help=_("kind:key, as the list shows it"))
    how = conflicts.add_mutually_exclusive_group()
    how.add_argument(
        "--keep", metavar=_("VERSION"), help=_("1, 2 ... or merged: make it this, on all laptops")
    )
    how.add_argument(
        "--merge-clear", action="store_true", help=_("make one of all where it is clear what each changed")
    )
    conflicts.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    conflicts.set_defaults(run=_conflicts)


# --- merging ------------------------------------------------------------------------------------------------


def _merge(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_to_read

    if args.conflicts:
        if args.files:
            raise UsageProblem(_("With --conflicts no file is given."), hint=_("Leave one of the two out."))
        args.item, args.keep, args.merge_clear = None, None, False
        return _conflicts(args, env)
    if args.files:
        return _merge_files(args, env)
    with open_to_read(env) as dossier:
        from boce_tui.cycle.merging.saying import known_lines

        say_lines(env, known_lines(dossier))
    return 0


def _merge_files(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_or_make, open_to_read
    from boce_tui.cycle.merging import look, merge
    from boce_tui.cycle.merging.saying import look_lines, merged_lines
    from boce_tui.cycle.outcome import MERGING, outcome
    from boce_tui.store import Dossier

    contents = _read(args.files, env)
    if args.dry_run and not Dossier.exists(env.data_dir):
        tell(env, _("There is no dossier here yet: all of it would be new."))
        return 0
    example = contents[0].head.example
    with (
        outcome(MERGING) as course,
        open_to_read(env) if args.dry_run else open_or_make(env, example=example) as dossier,
    ):
        found = look(dossier, contents)
        if not args.json:
            say_lines(env, look_lines(dossier, found))
        if args.dry_run:
            if args.json:
                say_json(env, _look_json(found))
            tell(env, _("Nothing was changed: this was only a look."))
            return 0
        if not _sure(args, env, found):
            tell(env, _("Nothing was changed."))
            return 0
        done = merge(dossier, found)
        course.decided()
        if args.json:
            say_json(env, _merged_json(found, done))
        else:
            for line in merged_lines(dossier, done):
                tell(env, line.text)
    return 0


def _read(files: Iterable[str], env: Env) -> list[Content]:
    from boce_tui.cli.bundle_key import key_to_open
    from boce_tui.exchange.bundle import read, read_cover
    from boce_tui.exchange.bundle.reading import load

    contents, key = [], None
    for name in files:
        path = named_path(name)
        if path.is_dir():
            raise BadInput(_("This is a folder, not a file."), hint=_("Name a file in it."), place=name)
        data = load(path)
        cover = read_cover(data, path.name)
        key = key or key_to_open(env, cover)
        contents.append(read(data, key, path.name))
    return contents


def _sure(args: argparse.Namespace, env: Env, found: Look) -> bool:
    from boce_tui.cli.prompts import ask_yes, can_ask

    if args.yes or args.json or found.nothing_new or not can_ask(env):
        return True
    return ask_yes(env, _("Merge this?"))


def _look_json(found: Look) -> dict[str, Any]:
    return {
        "new": found.new,
        "same": found.same,
        "conflicting": [f"{entity}:{key}" for entity, key in found.conflicts],
        "items": found.kinds,
        "erasures": len(found.erasures),
        "erased_here": found.erased,
        "copied": found.own_copied,
    }


def _merged_json(found: Look, done: Merged) -> dict[str, Any]:
    return {
        "new": done.new,
        "same": found.same,
        "erased": done.erased,
        "conflicts": [f"{entity}:{key}" for entity, key in done.conflicts],
        "missing": {label: [list(one) for one in ranges] for label, ranges in done.missing.items()},
        "renamed": done.renamed,
        "backup": done.backup.name if done.backup else "",
    }


# --- conflicts ----------------------------------------------------------------------------------------------


def _conflicts(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_to_read, open_to_write
    from boce_tui.cycle.merging import conflicts, find_conflict, settle, settle_clear
    from boce_tui.cycle.merging.saying import named

    if args.keep and not args.item:
        raise UsageProblem(
            _("Which item is it about?"), hint=_("Give its name: boce conflicts ITEM --keep 1")
        )
    if args.merge_clear:
        with open_to_write(env) as dossier:
            number = settle_clear(dossier)
            left = len(dossier.conflicts())
        text = _("{n} items made one by words; {left} are left to compare.")
        tell(env, text.format(n=number, left=left))
        return 0
    with open_to_write(env) if args.keep else open_to_read(env) as dossier:
        if args.item:
            one = find_conflict(dossier, args.item)
            if args.keep:
                settle(dossier, one, args.keep)
                tell(
                    env,
                    _("Settled. It goes along with the next bundle; the other version stays in the history."),
                )
            elif args.json:
                say_json(env, _conflict_json(one))
            else:
                _show(env, dossier, one)
            return 0
        found = conflicts(dossier)
        if args.json:
            say_json(env, [_conflict_json(one) for one in found])
            return 0
        for one in found:
            how = _("can be made one by words") if one.clear else _("choose a version")
            say(env, one.item)
            say(env, f"    {named(dossier, one.kind.entity, one.key)}: {how}")
    text = ngettext("{n} item has two versions.", "{n} items have two versions.", len(found))
    tell(env, text.format(n=len(found)) if found else _("No item has two versions."))
    return 0


def _show(env: Env, dossier: Dossier, one: Conflict) -> None:
    from boce_tui.cycle.merging.saying import difference, named

    say(env, named(dossier, one.kind.entity, one.key))
    for part in difference(one):
        say(env)
        say(env, part.title)
        say_block(env, part.text or _("(empty)"))
    say(env)
    if one.clear:
        tell(env, _("Make it one: boce conflicts {item} --keep merged").format(item=one.item))
    tell(env, _("Choose: boce conflicts {item} --keep 1").format(item=one.item))


def _conflict_json(one: Conflict) -> dict[str, Any]:
    import msgspec

    return {
        "item": one.item,
        "clear": one.clear,
        "base": msgspec.to_builtins(one.base.value) if one.base else None,
        "versions": [
            {"id": version.id, "at": version.at, "author": version.author, "deleted": version.deleted}
            | {"value": msgspec.to_builtins(version.value)}
            for version in one.versions
        ],
        "merged": msgspec.to_builtins(one.proposal.value) if one.proposal else None,
    }
