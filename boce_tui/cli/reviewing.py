"""``boce review``: what came back from the review, and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import say, say_json, say_table, tell
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add the command and what it can do."""
    text = _("what came back from the review: doubts, remarks, views side by side")
    review = commands.add_parser("review", help=text, description=text, allow_abbrev=False)
    kinds = review.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("what waits for a person, with the answers that fit")
    doubts = kinds.add_parser("doubts", help=text, description=text, allow_abbrev=False)
    doubts.set_defaults(run=_doubts)

    text = _("settle something that waits")
    answer = kinds.add_parser("answer", help=text, description=text, allow_abbrev=False)
    answer.add_argument("item", metavar=_("ITEM"), help=_("its key, as boce review doubts shows it"))
    answer.add_argument("choice", metavar=_("ANSWER"), help=_("one of the answers that fit"))
    answer.add_argument(
        "--text", default="", metavar=_("TEXT"), help=_("what goes with it, if it asks for it")
    )
    answer.set_defaults(run=_answer)

    text = _("the remarks, with class and reply")
    remarks = kinds.add_parser("remarks", help=text, description=text, allow_abbrev=False)
    remarks.set_defaults(run=_remarks)

    text = _("class a remark, reply to it, or name the text that was mended")
    remark = kinds.add_parser("remark", help=text, description=text, allow_abbrev=False)
    remark.add_argument("item", metavar=_("ITEM"), help=_("its key, as boce review remarks shows it"))
    remark.add_argument("--class", dest="category", choices=("factual", "wording", "content"))
    remark.add_argument("--reply", metavar=_("TEXT"), help=_("the reply"))
    remark.add_argument(
        "--mended",
        metavar=_("ITEM"),
        help=_("kind:key of the text that was corrected, as boce search shows it"),
    )
    remark.set_defaults(run=_remark)

    text = _("the views of members, steering group and colleges side by side")
    views = kinds.add_parser("views", help=text, description=text, allow_abbrev=False)
    views.set_defaults(run=_views)

    for parser in (doubts, answer, remarks, remark, views):
        parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    for parser in (doubts, remarks, views):
        parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))


def _key(round_id: str, item: str) -> str:
    return item if "/" in item else f"{round_id}/{item}"


def _doubts(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cli.import_review import doubt_words
    from boce_tui.cycle.reviewing.doubts import answers, waiting

    with open_to_read(env) as dossier:
        found = [
            (key, doubt, answers(dossier, doubt))
            for key, doubt in waiting(dossier, chosen_round(dossier, args.round)).items()
        ]
    if args.json:
        say_json(
            env,
            [
                {
                    "key": key,
                    "kind": doubt.kind,
                    "place": doubt.place,
                    "lines": list(doubt.lines),
                    "text": doubt.text,
                    "before": doubt.before,
                    "answers": [{"id": one.id, "label": one.label, "asks": one.asks} for one in fit],
                }
                for key, doubt, fit in found
            ],
        )
        return 0
    for key, doubt, fit in found:
        say(env, f"{key}  {doubt_words(doubt)}")
        for one in fit:
            say(env, f"    {one.id}: {one.label}")
    if not found:
        tell(env, _("Nothing waits."))
    return 0


def _answer(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cli.import_review import doubt_words
    from boce_tui.cycle.reviewing.doubts import answer, day_noted, waiting
    from boce_tui.domain.dates import show_day
    from boce_tui.domain.reviewing import Doubt

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        key = _key(round_id, args.item)
        came = answer(dossier, key, args.choice, args.text)
        left = len(waiting(dossier, round_id))
        settled = dossier.value(Doubt, key)
        day = day_noted(dossier, settled) if settled else ""
    if day:
        words = _(
            "It does not say on which day they decided, so {day} is noted. Another day: boce import --date, "
            "or boce decide --date."
        )
        tell(env, words.format(day=show_day(day)))
    for key, doubt in came.items():
        say(env, f"{key}  {doubt_words(doubt)}")
    tell(
        env, ngettext("Settled; {n} item still waits.", "Settled; {n} items still wait.", left).format(n=left)
    )
    return 0


def _remarks(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.reviewing.remarks import remarks
    from boce_tui.domain.reviewing import REMARK_CLASS
    from boce_tui.domain.vocabulary import label

    with open_to_read(env) as dossier:
        found = remarks(dossier, chosen_round(dossier, args.round))
    if args.json:
        fields = ("place", "number", "text", "line", "category", "reply", "mended")
        rows = [{"key": x.key, "who": x.who} | {f: getattr(x.value, f) for f in fields} for x in found]
        say_json(env, rows)
        return 0
    for one in found:
        category = label(REMARK_CLASS, one.value.category)
        say(env, f"{one.key}  {one.where} · {one.who} · {category}")
        say(env, f"    {' '.join(one.value.text.split())}")
        if one.value.reply:
            say(env, "    " + _("Reply: {text}").format(text=" ".join(one.value.reply.split())))
        if one.value.mended:
            say(env, "    " + _("Mended: {name}").format(name=one.value.mended))
    if not found:
        tell(env, _("There are no remarks yet."))
    return 0


def _remark(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.reviewing.remarks import change_remark

    given = {name: getattr(args, name) for name in ("category", "reply", "mended")}
    changes = {name: value for name, value in given.items() if value is not None}
    with open_to_write(env) as dossier:
        change_remark(dossier, _key(chosen_round(dossier, args.round), args.item), **changes)
    tell(env, _("Noted."))
    return 0


def _views(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.reviewing.voices import side_by_side
    from boce_tui.domain.vocabulary import DECISION_CHOICE, label

    with open_to_read(env) as dossier:
        table = side_by_side(dossier, chosen_round(dossier, args.round))
    if args.json:
        import msgspec

        rows = [
            {
                "number": one.number,
                "recommendation": one.key,
                "decided": one.decided,
                "voices": [
                    {"body": v.body, "name": v.name}
                    | msgspec.to_builtins(v.value)
                    | {"before": [msgspec.to_builtins(b) for b in v.before]}
                    for v in one.voices
                ],
            }
            for one, _said in table.rows
        ]
        say_json(env, rows)
        return 0
    lines: list[tuple[object, ...]] = [("", *(name for _body, name in table.bodies))]
    for one, said in table.rows:
        cells = (label(DECISION_CHOICE, said[b].choice) if b in said else "" for b, _name in table.bodies)
        lines.append((one.number, *cells))
    say_table(env, lines)
    return 0
