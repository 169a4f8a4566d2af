"""The words for what an unclean end left behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from boce_tui.cycle.interviewing import Found
from boce_tui.cycle.interviewing.recovery import NOTE
from boce_tui.locale import _, ngettext


def recovered_words(item: Found, others: int = 0) -> str:
    """What was brought back, in one line."""
    recovered = item.recovered
    at = datetime.fromisoformat(recovered.at).astimezone()
    if recovered.conflict:
        return _(
            "Question {question} has two texts, one typed at {time}. Nothing is gone: f12 shows both."
        ).format(question=item.key.question, time=f"{at:%H:%M}")
    if item.part == NOTE:
        words = ngettext(
            "Brought back: {count} character of a note, typed at {time}.",
            "Brought back: {count} characters of a note, typed at {time}.",
            recovered.chars,
        ).format(count=recovered.chars, time=f"{at:%H:%M}")
        return _with_others(words, others)
    words = ngettext(
        "Brought back: {count} character at question {question}, typed at {time}.",
        "Brought back: {count} characters at question {question}, typed at {time}.",
        recovered.chars,
    ).format(count=recovered.chars, question=item.key.question, time=f"{at:%H:%M}")
    return _with_others(words, others)


def _with_others(words: str, others: int) -> str:
    if others:
        more = ngettext("And {count} other text.", "And {count} other texts.", others).format(count=others)
        words = f"{words} {more}"
    return words


def all_recovered_words(items: Sequence[Found]) -> str:
    """What was brought back, per interview and question, in one line; of a single text a little more."""
    if len(items) == 1:
        return recovered_words(items[0])
    parts = []
    for interview, group in groupby(items, key=lambda item: item.key.interview):
        questions = dict.fromkeys(_at_question(item) for item in group)
        parts.append(f"{interview}: {', '.join(questions)}")
    return _("Brought back: {places}.").format(places="; ".join(parts))


def _at_question(item: Found) -> str:
    if item.recovered.conflict:
        return _("{question} (two texts)").format(question=item.key.question)
    return ngettext(
        "{question} ({count} character)", "{question} ({count} characters)", item.recovered.chars
    ).format(question=item.key.question, count=item.recovered.chars)
