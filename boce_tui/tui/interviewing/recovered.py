"""The words for what an unclean end left behind."""

from __future__ import annotations

from datetime import datetime

from boce_tui.cycle.interviewing import Found
from boce_tui.locale import _, ngettext


def recovered_words(item: Found, others: int = 0) -> str:
    """What was brought back, in one line."""
    recovered = item.recovered
    at = datetime.fromisoformat(recovered.at).astimezone()
    if recovered.conflict:
        return _(
            "Question {question} has two texts, one typed at {time}. Nothing is gone: f12 shows both."
        ).format(question=item.key.question, time=f"{at:%H:%M}")
    words = ngettext(
        "Brought back: {count} character at question {question}, typed at {time}.",
        "Brought back: {count} characters at question {question}, typed at {time}.",
        recovered.chars,
    ).format(count=recovered.chars, question=item.key.question, time=f"{at:%H:%M}")
    if others:
        more = ngettext("And {count} other text.", "And {count} other texts.", others).format(count=others)
        words = f"{words} {more}"
    return words
