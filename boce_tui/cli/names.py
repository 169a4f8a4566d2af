"""``boce names``: who can open the names file, and the names for programme support."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.names_taking import take_names_file
from boce_tui.cli.output import say, say_json, say_table, tell
from boce_tui.errors import BadInput, PrivacyStop
from boce_tui.files import named_path
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env
    from boce_tui.names import Key, Names


def register(commands: Commands[Parser]) -> None:
    """Add ``boce names`` with its kinds."""
    text = _("who can open the names file; another passphrase, a printed code, names for programme support")
    names = commands.add_parser("names", help=text, description=text, allow_abbrev=False)
    kinds = names.add_subparsers(title=_("kinds"), metavar=_("KIND"), dest="kind", required=True)

    def kind(name: str, text: str, run: object) -> Parser:
        parser = kinds.add_parser(name, help=text, description=text, allow_abbrev=False)
        parser.set_defaults(run=run)
        return parser

    status = kind("status", _("who can open the names; nothing is opened"), _status)
    status.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    change = kind("passphrase", _("give the names another passphrase"), _passphrase)
    add = kind("add", _("let somebody else open the names too: programme support, an archive"), _add)
    add.add_argument("label", metavar=_("LABEL"), help=_("a word for it, such as support or archive"))
    add.add_argument("--recipient", metavar="age1...", help=_("their public age key; else a passphrase"))
    remove = kind("remove", _("take a lock away"), _remove)
    remove.add_argument("label", metavar=_("LABEL"), help=_("as boce names status shows it"))
    kind("recovery", _("make a code to print, for when the passphrase is lost"), _recovery)
    text = _("words beside the names that must not stand in a report either: a nickname, a house")
    words = kind("words", text, _words)
    for option, said in (("--add", _("this one too")), ("--remove", _("this one no longer"))):
        words.add_argument(option, action="append", default=[], metavar=_("WORD"), help=said)
    words.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    text = _("names for programme support: for the name check, without codes")
    handover = kind("handover", text, _handover)
    handover.add_argument("--to", required=True, metavar=_("FILE"), help=_("where it goes (.age)"))
    handover.add_argument("--force", action="store_true", help=_("replace the file when it is there already"))
    text = _("with codes: for the other laptop of the evaluators, never for programme support")
    handover.add_argument("--with-codes", action="store_true", help=text)
    take = kind("take", _("use a names file that evaluators made"), take_names_file)
    take.add_argument("file", metavar=_("FILE"), help=_("the file they gave"))
    take.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    text = _("take the place of the names file that is here")
    take.add_argument("--force", action="store_true", help=text)
    text = _("what opens that file stands on the first line of this one, if it is another passphrase")
    take.add_argument("--key-file", metavar=_("FILE"), help=text)
    for parser in (change, add, handover):
        parser.add_argument(
            "--new-key-file", metavar=_("FILE"), help=_("the new passphrase stands on its first line")
        )


def _open(env: Env) -> tuple[Names, object]:
    """The names, unlocked, with the dossier they are of.

    Raises:
        PrivacyStop: They cannot be opened.
    """
    from boce_tui.cli.dossiers import open_to_write, unlocked_names
    from boce_tui.names import not_checked

    dossier = open_to_write(env)
    try:
        names = unlocked_names(env, dossier)
        if not names.unlocked:
            raise not_checked(exists=names.exists)
    except BaseException:
        dossier.close()
        raise
    return names, dossier


def _new_key(args: argparse.Namespace, env: Env) -> Key:
    from boce_tui.cli.prompts import ask_new_secret, can_ask
    from boce_tui.names import new_passphrase, read_key_file

    if args.new_key_file:
        key = read_key_file(named_path(args.new_key_file))
        return key if key.is_age_key else new_passphrase(key.secret)
    if not can_ask(env):
        raise PrivacyStop(
            _("A new passphrase is needed, and nobody can be asked here."),
            hint=_("Nothing was changed. Put it on the first line of a file and add --new-key-file FILE."),
        )
    return new_passphrase(ask_new_secret(_("New passphrase"), _("The same passphrase again"), new_passphrase))


def _status(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.names import FILE
    from boce_tui.names.locks import listed

    path = env.data_dir / FILE
    locks = listed(path.read_bytes()) if path.exists() else ()
    if args.json:
        say_json(env, {"exists": path.exists(), "locks": [{"label": x.label, "kind": x.kind} for x in locks]})
        return 0
    if not path.exists():
        tell(env, _("There is no names file here yet."))
        return 0
    kinds = {"passphrase": _("passphrase"), "recovery": _("printed code"), "key": _("age key")}
    rows = [(_("lock"), _("opens with")), *((lock.label, kinds[lock.kind]) for lock in locks)]
    say_table(env, rows)
    return 0


def _passphrase(args: argparse.Namespace, env: Env) -> int:
    names, dossier = _open(env)
    with dossier:  # type: ignore[attr-defined]
        key = _new_key(args, env)
        if key.is_age_key:
            names.set_key(key)
        else:
            names.set_passphrase(key)
    tell(env, _("The names open with the new passphrase from now on, and no longer with the old one."))
    tell(env, _("Copies of names.age elsewhere still open with the old one: destroy them."))
    return 0


def _add(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.names.locks import OWN, RECOVERY, label_of

    label = label_of(args.label)
    if label in (OWN, RECOVERY):
        raise BadInput(
            _("The lock {label} has a command of its own.").format(label=label),
            hint=_("boce names passphrase, or boce names recovery. Nothing was changed."),
        )
    names, dossier = _open(env)
    with dossier:  # type: ignore[attr-defined]
        if args.recipient:
            names.add_key(label, args.recipient)
        else:
            key = _new_key(args, env)
            if key.is_age_key:
                names.add_key(label, key.public())
            else:
                names.set_passphrase(key, label)
    tell(env, _("{label} can open the names from now on.").format(label=label))
    return 0


def _remove(args: argparse.Namespace, env: Env) -> int:
    names, dossier = _open(env)
    with dossier:  # type: ignore[attr-defined]
        names.remove_lock(args.label)
    tell(env, _("{label} can no longer open the names here.").format(label=args.label))
    tell(env, _("A copy of names.age from before still opens for them: destroy it."))
    return 0


def _recovery(_args: argparse.Namespace, env: Env) -> int:
    names, dossier = _open(env)
    with dossier:  # type: ignore[attr-defined]
        code = names.make_recovery_code(env.entropy)
    say(env, code)
    tell(env, _("Print it or write it down, and keep it in a safe: it opens the names like the passphrase."))
    tell(env, _("It is shown once. A code that was made before no longer works."))
    return 0


def _words(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.names.extra_words import cleaned, without

    names, dossier = _open(env)
    with dossier:  # type: ignore[attr-defined]
        if args.add or args.remove:
            names.set_words(cleaned((*without(names.data().words, args.remove), *args.add)))
        found = names.data().words
    if args.json:
        say_json(env, list(found))
        return 0
    for word in found:
        say(env, word)
    if not found:
        tell(env, _("There are no extra words. Add one: boce names words --add WORD"))
    return 0


def _handover(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cycle.handing_over.names import names_file_for_colleague, names_file_for_support
    from boce_tui.cycle.trailing import record
    from boce_tui.files import write_output

    names, dossier = _open(env)
    with dossier:  # type: ignore[attr-defined]
        key = _new_key(args, env)
        if args.with_codes:
            data, audience = names_file_for_colleague(names, key), ""
        else:
            data, audience = names_file_for_support(dossier, names, key), "support"  # type: ignore[arg-type]
        write_output(Path(args.to), data, force=args.force, private=True)
        record(dossier, "export", document="names", audience=audience)  # type: ignore[arg-type]
    if args.with_codes:
        tell(env, _("Names with codes, for evaluators only: {file}.").format(file=args.to))
    else:
        tell(env, _("Names without codes, for the name check: {file}.").format(file=args.to))
    tell(
        env,
        _("They put it in place with: boce names take FILE. Tell them the passphrase by another way."),
    )
    return 0
