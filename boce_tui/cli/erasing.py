"""``boce erase CODE``: what somebody said goes for good, with proof."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import say, say_json, say_table, tell
from boce_tui.errors import BadInput, DossierUnavailable, UsageProblem
from boce_tui.files import named_path
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.withdrawing import Preview, Target
    from boce_tui.domain.erasing import ErasureCertificate
    from boce_tui.env import Env
    from boce_tui.store import Dossier
    from boce_tui.store.erasing import Left

_REASONS = ("withdrawn", "request", "retention", "mistake")


def register(commands: Commands[Parser]) -> None:
    """Add the command."""
    text = _("erase for good what somebody said: in the dossier, its index, drafts, logs and copies")
    erase = commands.add_parser("erase", help=text, description=text, allow_abbrev=False)
    erase.add_argument(
        "code", nargs="?", metavar=_("CODE"), help=_("code of a participant (R07) or of an interview (G05)")
    )
    erase.add_argument("--round", metavar=_("ROUND"), help=_("the round; otherwise the one you work in"))
    erase.add_argument("--reason", choices=_REASONS, default="withdrawn", help=_("why (standard: withdrawn)"))
    erase.add_argument(
        "--shared",
        choices=("keep", "erase"),
        default="",
        help=_("what becomes of answers of the whole table"),
    )
    erase.add_argument(
        "--remove-name", action="store_true", help=_("take the name out of the names file too")
    )
    erase.add_argument("--dry-run", action="store_true", help=_("only show what would go"))
    erase.add_argument("--confirm", metavar=_("CODE"), help=_("type the code again instead of being asked"))
    erase.add_argument("--yes", action="store_true", help=_("do not ask"))
    erase.add_argument("--certificate", metavar=_("FILE"), help=_("write the proof there (Markdown)"))
    erase.add_argument("--force", action="store_true", help=_("replace the file if it exists"))
    what = erase.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help=_("show the proofs of what was erased"))
    what.add_argument("--finish", action="store_true", help=_("go on with what is not gone everywhere yet"))
    erase.add_argument(
        "--delete-unreadable", action="store_true", help=_("throw away the copies that cannot be cleaned")
    )
    erase.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    erase.set_defaults(run=_run)


def _run(args: argparse.Namespace, env: Env) -> int:
    if args.list:
        return _list(args, env)
    if args.finish:
        if args.code:
            raise UsageProblem(_("With --finish no code is given."), hint=_("Leave one of the two out."))
        return _finish(args, env)
    if not args.code:
        raise UsageProblem(_("Whose words are erased?"), hint=_("Give a code: boce erase R07"))
    return _erase(args, env)


def _erase(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, unlocked_names
    from boce_tui.cycle.outcome import ERASING, outcome
    from boce_tui.cycle.profiles import open_whole
    from boce_tui.cycle.withdrawing import certificates, find_targets, preview, withdraw

    target_file = _free(args)
    with outcome(ERASING) as course, open_whole(env, write=not args.dry_run) as dossier:
        targets = find_targets(dossier, chosen_round(dossier, args.round), args.code)
        shared = args.shared
        found = preview(dossier, targets, shared)
        _show(args, env, dossier, found)
        if args.dry_run:
            if not args.json:
                tell(env, _("Nothing was erased."))
            return 0
        if found.shared and not shared:
            shared = _asked_shared(env, len(found.shared))
        if not _sure(args, env):
            tell(env, _("Nothing was erased."))
            return 0
        names = unlocked_names(env, dossier)
        done = withdraw(
            dossier, targets, args.reason, shared=shared, names=names, remove_name=args.remove_name
        )
        course.decided()
        left: Sequence[Left] = done.left
        if left and args.delete_unreadable:
            from boce_tui.cycle.withdrawing import finish

            left = finish(dossier, remove=True)
        known = certificates(dossier)
    if not args.json:
        tell(env, _("Erased. The proof is kept in the dossier: boce erase --list"))
    if target_file is not None:
        _write_proof(args, env, target_file, {key: known[key] for key in done.certificates})
    if args.json:
        say_json(env, {"erased": True, "certificates": list(done.certificates), "left": _as_json(left)})
    if done.names_locked:
        tell(env, _("The names file is locked: whether the name may be printed was left as it is there."))
    return told_left(env, left)


def _free(args: argparse.Namespace) -> Path | None:
    if not args.certificate:
        return None
    path = named_path(args.certificate).absolute()
    if path.exists() and not args.force:
        raise BadInput(
            _("The file exists already and was left alone."),
            hint=_("Choose another name, or add --force to replace it."),
            place=str(path),
        )
    if not path.parent.is_dir():
        raise BadInput(_("There is no such folder."), hint=_("Nothing was erased."), place=str(path.parent))
    return path


def _show(args: argparse.Namespace, env: Env, dossier: Dossier, found: Preview) -> None:
    from boce_tui.cycle.withdrawing.saying import preview_lines

    if args.json:
        if args.dry_run:
            say_json(env, _preview_json(found))
        return
    for line in preview_lines(dossier, found):
        text = line.text if line.style == "head" else f"  {'!' if line.style == 'warn' else '-'} {line.text}"
        say(env, text)


def _preview_json(found: Preview) -> dict[str, Any]:
    return {
        "targets": [_target(target) for target in found.targets],
        "items": found.counts,
        "shared": [key for _kind, key in found.shared],
        "people": list(found.people),
        "answers": list(found.answers),
        "findings": [
            {"key": e.key, "lost": e.lost, "left": e.left, "people": [e.before, e.after], "weak": e.weak}
            for e in found.findings
        ],
        "resting": [f"{place.kind.entity}:{place.key}" for place in found.resting],
        "quoted": [f"{place.kind.entity}:{place.key}" for place in found.quoted],
        "versions": list(found.versions),
    }


def _target(target: Target) -> dict[str, str]:
    return {"round": target.round, "interview": target.interview, "participant": target.code}


def _asked_shared(env: Env, number: int) -> str:
    from boce_tui.cli.prompts import ask_one, can_ask

    text = ngettext(
        "{n} text is of the whole table: does it stay or go?",
        "{n} texts are of the whole table: do they stay or go?",
        number,
    ).format(n=number)
    if not can_ask(env):
        raise UsageProblem(
            text, hint=_("Nothing was erased. Look at them and add --shared keep or --shared erase.")
        )
    choices = {"keep": _("they stay, for the others at the table"), "erase": _("they go too")}
    return ask_one(text, choices)


def _sure(args: argparse.Namespace, env: Env) -> bool:
    wanted = str(args.code).strip().upper()
    if args.confirm is not None:
        if args.confirm.strip().upper() != wanted:
            raise UsageProblem(
                _("--confirm does not repeat the code {code}.").format(code=wanted),
                hint=_("Nothing was erased."),
            )
        return True
    if args.yes:
        return True
    from boce_tui.cli.prompts import ask_text, can_ask

    if not can_ask(env):
        raise UsageProblem(
            _("Nobody can be asked here whether this is right."),
            hint=_("Nothing was erased. Add --confirm {code} when you are sure.").format(code=wanted),
        )
    typed = ask_text(_("This cannot be taken back. Type {code} to erase it").format(code=wanted))
    return typed.strip().upper() == wanted


def _write_proof(
    args: argparse.Namespace, env: Env, path: Path, proofs: Mapping[str, ErasureCertificate]
) -> None:
    """Of what was erased a moment ago: that stays so, also when its proof cannot be written there."""
    try:
        _write(args, env, path, proofs)
    except BadInput as problem:
        raise BadInput(
            _("It was erased, but the proof could not be written there."),
            hint=_("The proof is kept in the dossier: boce erase --list --certificate FILE"),
            place=str(path),
        ) from problem
    if not args.json:
        tell(env, _("The proof is in {file}.").format(file=path))


def _write(args: argparse.Namespace, env: Env, path: Path, proofs: Mapping[str, ErasureCertificate]) -> None:
    """Write the proofs, and note that in the export log of every round they are about."""
    from boce_tui.cli.documents import note
    from boce_tui.cycle.versions.log import log_made
    from boce_tui.cycle.withdrawing import document
    from boce_tui.files import write_output

    data = "\n".join(document(key, proof) for key, proof in proofs.items()).encode()
    write_output(path, data, force=args.force, private=True)

    def noted(dossier: Dossier) -> None:
        for round_id in sorted({key.split("/")[0] for key in proofs}):
            log_made(dossier, round_id, "certificate", data)

    note(env, noted)


def _as_json(left: Sequence[Left]) -> list[dict[str, object]]:
    return [{"file": one.file, "reason": one.reason, "removable": one.removable} for one in left]


def told_left(env: Env, left: Sequence[Left]) -> int:
    """What still holds words is never passed over in silence."""
    for one in left:
        tell(env, _("Not gone everywhere yet: {file} - {reason}").format(file=one.file, reason=one.reason))
    if not left:
        return 0
    if any(one.removable for one in left):
        tell(env, _("Throw away the copies that cannot be cleaned: boce erase --finish --delete-unreadable"))
    else:
        tell(env, _("Mend that, and go on with: boce erase --finish"))
    return DossierUnavailable.exit_code


def _finish(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cycle.profiles import open_whole
    from boce_tui.cycle.withdrawing import finish

    with open_whole(env) as dossier:
        left = finish(dossier, remove=args.delete_unreadable)
    if args.json:
        say_json(env, {"left": _as_json(left)})
    elif not left:
        tell(env, _("What was erased is gone from every file of the dossier."))
    return told_left(env, left)


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cycle.profiles import open_whole
    from boce_tui.cycle.withdrawing import proofs_to_see
    from boce_tui.domain.vocabulary import ERASED_BECAUSE, ERASED_WHAT, label

    target = _free(args)
    with open_whole(env, write=False) as dossier:
        found = proofs_to_see(dossier, args.round or "")
        if args.code:
            code = args.code.strip().upper()
            found = {
                key: proof for key, proof in found.items() if code in (proof.interview, proof.participant)
            }
        waiting = dossier.unfinished()
    if target is not None:
        _write(args, env, target, found)
    if args.json:
        import msgspec

        rows = [{"key": key, **msgspec.to_builtins(proof)} for key, proof in found.items()]
        say_json(env, {"certificates": rows, "unfinished": list(waiting.left) if waiting else []})
        return 0
    if not found:
        tell(env, _("Nothing was erased in this dossier."))
        return 0
    table: list[tuple[object, ...]] = [
        (_("proof"), _("when"), _("what"), _("why"), _("versions"), _("gone everywhere"))
    ]
    for key, proof in found.items():
        what = f"{proof.participant} {proof.interview}".strip() or label(ERASED_WHAT, proof.what)
        gone = _("yes") if proof.everywhere else _("not yet")
        why = label(ERASED_BECAUSE, proof.reason)
        table.append((key, proof.at[:16].replace("T", " "), what, why, proof.revisions, gone))
    say_table(env, table, right=[4])
    if waiting is not None:
        tell(env, _("Not gone everywhere yet: {files}").format(files=", ".join(waiting.left)))
    return 0
