"""``boce text``: what people write themselves in the report and in the letters."""

from __future__ import annotations

from argparse import SUPPRESS
from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.output import say, say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env

DOCUMENTS = ("report", "letter", "summary", "feedback", "recalibration")


def register(commands: Commands[Parser]) -> None:
    """Add ``boce text`` and what it can do."""
    text = _("your own texts in the report, the letters, the summary and the feedback")
    parser = commands.add_parser("text", help=text, description=text, allow_abbrev=False)
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("every place for a text of your own, and how much stands there")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.add_argument(
        "--document", choices=DOCUMENTS, default="", help=_("only the places in this document")
    )
    listing.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    listing.set_defaults(run=_list)

    text = _("one text, as it stands")
    show = kinds.add_parser("show", help=text, description=text, allow_abbrev=False)
    show.add_argument("place", metavar=_("PLACE"), help=_("such as 1.1 or letter.opening, see the list"))
    show.set_defaults(run=_show)

    text = _("write texts; all of them, or nothing when one is wrong. An empty text takes it away")
    put = kinds.add_parser("set", help=text, description=text, allow_abbrev=False)
    put.add_argument(
        "said", nargs="*", metavar=_("PLACE=TEXT"), help=_("such as letter.closing='We look forward to it.'")
    )
    put.add_argument(
        "--file",
        action="append",
        default=[],
        metavar=_("PLACE=FILE"),
        help=_("take the text from a file; can be given more than once"),
    )
    put.set_defaults(run=_set)
    for one in (listing, show, put):
        one.add_argument(
            "--round", metavar=_("ID"), default=SUPPRESS, help=_("the round; else the one that is under way")
        )


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.sending.by_hand import own_texts

    with open_to_read(env) as dossier:
        found = own_texts(dossier, chosen_round(dossier, args.round), args.document)
    if args.json:
        say_json(
            env,
            [
                {"id": id_, "document": one.document, "title": one.place.title, "text": one.place.text}
                for id_, one in found.items()
            ],
        )
    else:
        head = (_("place"), _("words"), _("what"))
        say_table(
            env, [head, *((id_, len(one.place.text.split()), one.place.title) for id_, one in found.items())]
        )
    return 0


def _show(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.planning.fields import one_of
    from boce_tui.cycle.sending.by_hand import own_texts

    with open_to_read(env) as dossier:
        found = own_texts(dossier, chosen_round(dossier, args.round))
        one = found[one_of("place", args.place, {id_: each.place.title for id_, each in found.items()})]
    if one.place.text:
        for line in one.place.text.splitlines():
            say(env, line)
    else:
        tell(env, _("Nothing is written here."))
    return 0


def _set(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.sending.by_hand import write_own_texts

    said = _said(args)
    with open_to_write(env) as dossier:
        write_own_texts(dossier, chosen_round(dossier, args.round), said)
    for place in said:
        tell(env, _("Saved: {place}.").format(place=place))
    return 0


def _said(args: argparse.Namespace) -> dict[str, str]:
    """Place -> text, of the command and of the files.

    Raises:
        UsageProblem: Nothing was given, a place twice, or one without ``=``.
        BadInput: A file cannot be read.
    """
    from boce_tui.errors import UsageProblem

    found: dict[str, str] = {}
    given = [(one, False) for one in args.said] + [(one, True) for one in args.file]
    for one, in_file in given:
        place, sign, value = one.partition("=")
        place = place.strip()
        if not sign or not place:
            raise UsageProblem(_('"{word}" is not PLACE=TEXT.').format(word=one))
        if place in found:
            raise UsageProblem(_("{place} was given twice.").format(place=place))
        found[place] = _read(value) if in_file else value
    if not found:
        raise UsageProblem(_("Say which text: PLACE=TEXT, or --file PLACE=FILE."))
    return found


def _read(file: str) -> str:
    from boce_tui.errors import BadInput

    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as problem:
        raise BadInput(
            _("The text cannot be read; nothing was changed."), hint=_("It has to be UTF-8."), place=file
        ) from problem
