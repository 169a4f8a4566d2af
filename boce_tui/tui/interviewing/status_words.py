"""The words of the line under the note: how this question stands, and what belongs to it."""

from __future__ import annotations

from boce_tui.cycle.interviewing import Conversation
from boce_tui.domain.keys import ALL
from boce_tui.domain.vocabulary import SKIP_REASON, label
from boce_tui.locale import _, ngettext
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.signs import mark, sign, word
from boce_tui.tui.text import Piece
from boce_tui.tui.twice import words as two_versions


def standing_words(desk: Desk) -> list[Piece]:
    """How the question on the screen stands."""
    talk = desk.talk
    step = talk.step
    whole = talk.answer(step)
    left: list[Piece] = []
    if desk.read_only is not None:
        left = [(desk.reading_words, "let-op")]
    elif desk.conflict(step) is not None:
        left = [(f"{sign('warning')} " + _("there is another text: f12 shows both"), "let-op")]
    elif whole.later:
        left = [(f"{sign('later')} {word('later')}", "accent")]
    elif whole.skipped:
        reason = label(SKIP_REASON, whole.skipped.reason)
        left = [(f"{sign('skipped')} {word('skipped')}: {reason}", "stil")]
    stored = (talk.answers.stored(talk.key(step, who)) for who in (ALL, *step.participants))
    if any(item is not None and item.conflicted for item in stored):
        left.append((("   " if left else "") + two_versions(), "let-op"))
    speakers = talk.answer(step, desk.who).speakers
    if speakers:
        left.append(("   " if left else "") + _("said by {codes}").format(codes=" ".join(speakers)))
    return left


def place_words(talk: Conversation) -> str:
    """Which question of how many; the same number as in the list of interviews and in the outline.

    The questions that the evaluators answer themselves, afterwards, are counted apart.
    """
    own = talk.step.evaluator_only
    alike = [step for step in talk.steps if step.evaluator_only == own]
    told = _("for yourself: {at} of {total}") if own else _("{at} of {total}")
    count = told.format(at=alike.index(talk.step) + 1, total=len(alike))
    return _("short route, {count}").format(count=count) if talk.short else count


def counted(talk: Conversation) -> str:
    """The quotes of the question on the screen, and the follow-up questions that were not asked."""
    step = talk.step
    words = []
    quotes, probes = len(talk.quotes_at(step)), talk.open_probes(step)
    if quotes:
        words.append(ngettext("{count} quote", "{count} quotes", quotes).format(count=quotes))
    if probes:
        words.append(
            ngettext("{count} follow-up open", "{count} follow-ups open", probes).format(count=probes)
        )
    return f" {mark('·')} ".join(words)
