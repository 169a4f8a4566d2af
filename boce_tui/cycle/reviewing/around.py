"""What there is around a file that came back: another round, a letter used before, earlier views."""

from __future__ import annotations

from collections.abc import Iterable

from boce_tui.domain.dates import parse_day
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.reviewing import Review, ReviewFile, ReviewItem, SentPlace
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier


def other_round(dossier: Dossier, round_id: str, data: bytes) -> str:
    """The round whose review file this is; empty when it is not of another one."""
    for key in dossier.head_keys(ReviewFile):
        other, _slash, mark = key.partition("/")
        if other != round_id and any(
            mark.encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be")
        ):
            return other
    return ""


def of_other_round(other: str, name: str) -> BadInput:
    """Says so, and how to read it in."""
    return BadInput(
        _("This is a review file of round {round}.").format(round=other),
        hint=_(
            "Read it in there: choose that round in the app, or boce import --round {round}. Nothing was "
            "changed."
        ).format(round=other),
        place=name,
    )


def day_of(said: str) -> str:
    """The day of the decision that a person typed.

    Raises:
        BadInput: It is no day.
    """
    day = parse_day(said)
    if day is None:
        raise BadInput(_("{value} is not a date.").format(value=said), hint=_("Write it as 14-10-2041."))
    return day


def others(dossier: Dossier, round_id: str, key: str, body: str) -> tuple[str, ...]:
    """Members choose a letter themselves: two of them may have chosen the same one."""
    if not body.startswith("member-"):
        return ()
    read = dossier.values(Review, f"{round_id}/").items()
    return tuple(sorted({one.date for other, one in read if other != key and one.body == body}))


def stays(
    dossier: Dossier, places: Iterable[SentPlace], review: Review, doubtful: Iterable[ReviewItem]
) -> dict[str, Decision]:
    """What was noted for them and has nothing in this file: taken back, or only left out?"""
    round_id = review.file.partition("/")[0]
    said = {item.recommendation for item in review.items}
    said |= {item.recommendation for item in doubtful}
    noted = {}
    for key, one in dossier.values(Decision, f"{round_id}/").items():
        recommendation, body, _kind = key.rsplit("/", 2)
        if review.body and body == review.body:
            noted[recommendation] = one
    back = [place.recommendation for place in places if place.mark not in review.missing]
    return {key: noted[key] for key in back if key in noted and key not in said}
