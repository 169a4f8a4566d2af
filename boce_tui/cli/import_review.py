"""``boce import FILE.md``: a review file that came back, item by item."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.output import say, tell
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse

    from boce_tui.cycle.reviewing.taking_in import Taken
    from boce_tui.domain.reviewing import Doubt
    from boce_tui.env import Env
    from boce_tui.store import Dossier

_SHOWN = 100
WAITING = 1
"""Exit code while something waits for a person."""


def import_review(path: Path, args: argparse.Namespace, env: Env) -> int:
    """Read a review file in; with ``--dry-run`` only say what would happen."""
    from boce_tui.cli.dossiers import chosen_round, open_to_read, open_to_write
    from boce_tui.cycle.reviewing.taking_in import carry_out, plan
    from boce_tui.exchange.review_file.reading import LARGEST

    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    with open_to_read(env) if args.dry_run else open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        taken = plan(dossier, round_id, data, path.name, args.behalf or "", args.day or "")
        if not args.dry_run:
            carry_out(dossier, taken)
        _tell(env, dossier, taken)
    if args.dry_run:
        tell(env, _("Nothing was changed: this was only a look."))
    elif not taken.new:
        tell(env, _("This was read in before: nothing was changed."))
    if taken.doubts:
        waits = ngettext("{n} item waits for a person", "{n} items wait for a person", len(taken.doubts))
        words = waits.format(n=len(taken.doubts))
        tell(env, _("{items}: settle them in the app, or with boce review answer.").format(items=words))
        return WAITING
    return 0


def _tell(env: Env, dossier: Dossier, taken: Taken) -> None:
    """What was understood, what is doubtful, what did not come back: each on a line."""
    from boce_tui.cycle.reviewing.remarks import where
    from boce_tui.cycle.titles import Titles
    from boce_tui.domain.vocabulary import DECISION_CHOICE, label

    titles = Titles(dossier, taken.round_id)
    who = taken.who or _("it does not say who")
    tell(
        env,
        _("Filled in on behalf of: {who}. Report version {version}.").format(
            who=who, version=taken.review.version
        ),
    )
    _tell_about(env, taken)
    shown = taken.noted if taken.who else taken.review.items
    for item in shown:
        words = " · ".join(
            filter(
                None,
                (
                    _("line {n}").format(n=item.line),
                    titles.of("recommendation", item.recommendation),
                    label(DECISION_CHOICE, item.choice),
                    _cut(item.text),
                    _cut(item.motivation),
                    item.owner,
                    item.deadline,
                ),
            )
        )
        say(env, _("understood: {what}").format(what=words))
    for remark in taken.remarks.values():
        at = f"{_('line {n}').format(n=remark.line)} · {where(titles, remark)} · {_cut(remark.text)}"
        say(env, _("remark: {what}").format(what=at))
    for key, doubt in taken.doubts.items():
        say(env, _("doubtful: {what}").format(what=f"{doubt_words(doubt)} [{key}]"))
    for place in taken.missing:
        say(env, _("not returned: {mark}").format(mark=place.mark))
    for key, noted in taken.stays.items():
        words = f"{titles.of('recommendation', key)} · {label(DECISION_CHOICE, noted.choice)}"
        say(env, _("nothing ticked, noted earlier and unchanged: {what}").format(what=words))
    for text in taken.gone:
        say(env, _("taken out of the report: {text}").format(text=_cut(text)))


def _tell_about(env: Env, taken: Taken) -> None:
    """When it was decided, and whether it may be somebody else's."""
    from boce_tui.domain.dates import show_day

    if taken.review.decided:
        tell(env, _("Day of the decision: {day}.").format(day=show_day(taken.review.decided)))
    elif taken.asks_day:
        words = _(
            "It does not say on which day they decided, so {day} is noted. Another day: boce import --date, "
            "or boce decide --date."
        )
        tell(env, words.format(day=show_day(taken.review.date)))
    if taken.others:
        words = _(
            "Another file of {who} was read in on {days}. Is this somebody else? Read it in under another "
            "letter with --as, and take away what stands under this one now."
        )
        tell(env, words.format(who=taken.who, days=", ".join(show_day(day) for day in taken.others)))


def doubt_words(doubt: Doubt) -> str:
    """A doubt on one line."""
    from boce_tui.domain.reviewing import DOUBT
    from boce_tui.domain.vocabulary import label

    lines = ", ".join(str(n) for n in doubt.lines)
    parts = [
        ngettext("line {lines}", "lines {lines}", len(doubt.lines)).format(lines=lines) if lines else "",
        doubt.number,
        label(DOUBT, doubt.kind),
        _cut(doubt.text),
        _("We have: {text}").format(text=_cut(doubt.before)) if doubt.before else "",
    ]
    return " · ".join(filter(None, parts))


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
