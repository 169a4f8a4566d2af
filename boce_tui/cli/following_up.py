"""``boce follow-up``: what is done with the recommendations: actions, progress, and what is overdue."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import say_json, say_table, tell
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.following_up.actions import Promise
    from boce_tui.env import Env

STATES = ("open", "in_progress", "done", "dropped")
CLASSES = ("no_action", "other_action", "in_progress", "done", "unknown")


def register(commands: Commands[Parser]) -> None:
    """Add ``boce follow-up`` and what it can do."""
    text = _("follow-up: who is to do what by when, what is late, how far each recommendation is")
    parser = commands.add_parser("follow-up", help=text, description=text, allow_abbrev=False)
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    parser.add_argument(
        "--body", metavar=_("ID"), default="", help=_("only what this body is to do; - for nobody named")
    )
    parser.add_argument("--overdue", action="store_true", help=_("only what is late"))
    parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    parser.set_defaults(run=_list)
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action")

    text = _("agree on an action for a recommendation")
    add = kinds.add_parser("add", help=text, description=text, allow_abbrev=False)
    add.add_argument("recommendation", metavar=_("NUMBER"), help=_("such as 2021-3b"))
    add.add_argument("--text", metavar=_("TEXT"), default="", help=_("otherwise the recommendation itself"))
    add.set_defaults(run=_add)

    text = _("change an action")
    change = kinds.add_parser("set", help=text, description=text, allow_abbrev=False)
    change.add_argument("key", metavar=_("ACTION"), help=_("its id, such as 2021/3b/a1"))
    change.add_argument("--text", metavar=_("TEXT"), help=_("what is to be done"))
    change.set_defaults(run=_set)

    for one in (add, change):
        one.add_argument("--owner", metavar=_("ID"), help=_("the body that does it"))
        one.add_argument("--by", dest="deadline", metavar=_("DATE"), help=_("by when: a day or a month"))
        one.add_argument("--state", choices=STATES, help=_("how far it is"))
        one.add_argument("--evidence", metavar=_("TEXT"), help=_("what shows that it was done"))

    text = _("note how far a recommendation is, and what shows that")
    progress = kinds.add_parser("progress", help=text, description=text, allow_abbrev=False)
    progress.add_argument("recommendation", metavar=_("NUMBER"), help=_("such as 2021-3b"))
    progress.add_argument("progress", choices=CLASSES, metavar=_("CLASS"), help=", ".join(CLASSES))
    progress.add_argument("--note", metavar=_("TEXT"), help=_("what became of it"))
    progress.add_argument("--source", metavar=_("TEXT"), help=_("what shows that"))
    progress.add_argument(
        "--link",
        metavar=_("ID"),
        action="append",
        default=[],
        help=_("what shows it of what the dossier has, such as meeting:V04; can be given more than once"),
    )
    progress.add_argument(
        "--unlink", metavar=_("ID"), action="append", default=[], help=_("this does not show it any more")
    )
    progress.set_defaults(run=_progress)

    text = _("what can show how far a recommendation is: documents, meetings, progress, findings")
    evidence = kinds.add_parser("evidence", help=text, description=text, allow_abbrev=False)
    evidence.add_argument(
        "recommendation", nargs="?", default="", metavar=_("NUMBER"), help=_("only its own")
    )
    evidence.add_argument(
        "--json", action="store_true", default=SUPPRESS, help=_("as JSON, for other programs")
    )
    evidence.set_defaults(run=_evidence)

    for one in (add, change, progress, evidence):
        one.add_argument(
            "--round",
            metavar=_("ID"),
            default=SUPPRESS,
            help=_("the round; else the one that is under way"),
        )


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.following_up.actions import known_body, overdue, promises
    from boce_tui.cycle.today import today

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        body = known_body(dossier, args.body)
        found = promises(dossier, round_id, today(dossier), body=body)
        found = overdue(found) if args.overdue else found
        names = _names(dossier)
        asked = _asked(dossier, round_id, body, late=args.overdue)
    if args.json:
        say_json(env, [_plain(one) for one in found])
    elif not found:
        tell(env, _("Nothing is overdue.") if args.overdue else _("There is nothing to follow up."))
    else:
        head = (_("Number"), _("action"), _("who"), _("at the latest"), _("state"), _("late"))
        say_table(env, [head, *(_row(one, names) for one in found)])
    if asked and not args.json:
        tell(env, asked)
    return 0


def _asked(dossier: Any, round_id: str, body: str, *, late: bool) -> str:
    """What the councils wait for of this body: not an action, but to be done all the same."""
    from boce_tui.cycle.following_up.actions import NOBODY
    from boce_tui.cycle.informing.needs import needs, waiting
    from boce_tui.cycle.today import today

    wanted = None if not body else "" if body == NOBODY else body
    found = [
        one for one in waiting(needs(dossier, round_id, today(dossier), body=wanted)) if one.days or not late
    ]
    if not found:
        return ""
    text = ngettext(
        "Besides, the councils wait for {n} answer: boce need list --open",
        "Besides, the councils wait for {n} answers: boce need list --open",
        len(found),
    )
    return text.format(n=len(found))


def _names(dossier: Any) -> dict[str, str]:
    from boce_tui.domain.agenda import Body

    return {key: body.name for key, body in dossier.values(Body).items()}


def _plain(one: Promise) -> dict[str, object]:
    follow_up = one.about.follow_up
    return {
        "recommendation": one.about.number,
        "action": one.key,
        "text": one.action.text if one.action else "",
        "owner": one.owner,
        "deadline": one.deadline,
        "state": one.action.state if one.action else "",
        "evidence": one.action.evidence if one.action else "",
        "progress": follow_up.progress if follow_up else "unknown",
        "source": follow_up.source if follow_up else "",
        "shown": [f"{by.kind}:{by.key}" for by in follow_up.shown] if follow_up else [],
        "decided": one.about.decided,
        "late": one.late,
        "days": one.days,
    }


def _row(one: Promise, names: dict[str, str]) -> tuple[object, ...]:
    from boce_tui.cycle.following_up.saying import late_words, state_words, text_words
    from boce_tui.cycle.wording import shortened
    from boce_tui.domain.dates import show_day

    where = one.key or one.about.number
    return (
        where,
        shortened(text_words(one), 60),
        names.get(one.owner, one.owner) or _("nobody named"),
        show_day(one.deadline),
        state_words(one),
        late_words(one),
    )


def _add(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.following_up.actions import add_action, find_recommendation

    with open_to_write(env) as dossier:
        key = find_recommendation(dossier, chosen_round(dossier, args.round), args.recommendation)
        made = add_action(dossier, key, text=args.text, **_given(args))
    tell(env, _("Action {key} was noted.").format(key=made.key))
    return 0


def _set(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_to_write
    from boce_tui.cycle.following_up.actions import change_action

    given = _given(args)
    if args.text is not None:
        given["text"] = args.text
    with open_to_write(env) as dossier:
        made = change_action(dossier, args.key, **given)
    tell(env, _("Action {key} was changed.").format(key=made.key))
    return 0


def _given(args: argparse.Namespace) -> dict[str, Any]:
    names = ("owner", "deadline", "state", "evidence")
    return {name: getattr(args, name) for name in names if getattr(args, name) is not None}


def _progress(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.following_up.actions import find_recommendation
    from boce_tui.cycle.following_up.earlier import NEED_EVIDENCE, change_follow_up, is_shown
    from boce_tui.cycle.following_up.shown import change_shown, find_showing

    changes = {name: getattr(args, name) for name in ("note", "source") if getattr(args, name) is not None}
    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        key = find_recommendation(dossier, round_id, args.recommendation)
        with dossier.change() as change:
            add, remove = (find_showing(change, round_id, said) for said in (args.link, args.unlink))
            made = change_follow_up(change, key, progress=args.progress, **changes)
            if add or remove:
                made = change_shown(change, key, add=add, remove=remove)
    tell(env, _("Noted for {number}.").format(number=args.recommendation))
    if made.value and made.value.progress in NEED_EVIDENCE and not is_shown(made.value):
        tell(env, _("Nothing is named yet that shows it: give that with --source or --link."))
    return 0


def _evidence(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.following_up.actions import find_recommendation
    from boce_tui.cycle.following_up.shown import SHOWN_BY, can_show, shown_by
    from boce_tui.cycle.wording import shortened
    from boce_tui.domain.dates import show_day
    from boce_tui.domain.recommendation import FollowUp
    from boce_tui.domain.vocabulary import label

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        found = list((known := can_show(dossier, round_id)).values())
        if args.recommendation:
            key = find_recommendation(dossier, round_id, args.recommendation)
            found = shown_by(known, dossier.value(FollowUp, key))
    if args.json:
        say_json(env, [{"id": one.id, "words": one.words, "date": one.date} for one in found])
    elif not found:
        tell(
            env,
            _("Nothing is linked to it yet.") if args.recommendation else _("There is nothing to link to."),
        )
    else:
        head = (_("id"), _("what"), _("which"), _("date"))
        rows = [
            (one.id, label(SHOWN_BY, one.by.kind), shortened(one.words, 60), show_day(one.date))
            for one in found
        ]
        say_table(env, [head, *rows])
    return 0
