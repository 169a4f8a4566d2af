"""A review file that came back: looked at first, carried out when a person says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

import msgspec

from boce_tui.cycle.deciding.deciding import decide
from boce_tui.cycle.deciding.standing import body_words, colleges
from boce_tui.cycle.reviewing.around import day_of, of_other_round, other_round, others, stays
from boce_tui.cycle.reviewing.judging import Judge, as_said, digest, doubt_key, judge_of, same
from boce_tui.cycle.reviewing.sending import sent_files
from boce_tui.cycle.today import today
from boce_tui.domain.keys import join
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.reviewing import (
    STEERING_GROUP,
    Doubt,
    Remark,
    Review,
    ReviewFile,
    ReviewItem,
    SentPlace,
)
from boce_tui.errors import BadInput
from boce_tui.exchange.review_file.reading import ReadDoubt, ReadReview, read_review
from boce_tui.locale import _
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Taken:
    """What reading a file in would do, or did.

    Attributes:
        round_id: The round.
        key: Key of the review.
        review: The review itself.
        who: On behalf of whom, for people; empty when it does not say.
        noted: Items that are noted as vote, advice or decision; of those `unchanged` were there already.
        unchanged: How many of them were noted before, in the same words.
        remarks: Every remark in the file, by key.
        doubts: Everything that waits for a person, by key; those that were settled before are left out.
        settled: How many doubts a person settled before.
        missing: Places that did not come back.
        gone: Texts of the report that did not come back.
        known: The same file, or one that says the same, was read in before.
        new: How many items of the dossier change.
        others: Days on which another file of the same member was read in: is it the same person?
        stays: Key of a recommendation -> what was noted for them, while this file has nothing there.
    """

    round_id: str
    key: str
    review: Review
    who: str
    noted: tuple[ReviewItem, ...]
    unchanged: int
    remarks: dict[str, Remark]
    doubts: dict[str, Doubt]
    settled: int
    missing: tuple[SentPlace, ...]
    gone: tuple[str, ...]
    known: bool
    new: int = 0
    fresh: frozenset[str] = field(default_factory=frozenset)
    """Keys of remarks and doubts that are not in the dossier yet."""
    others: tuple[str, ...] = ()
    stays: Mapping[str, Decision] = field(default_factory=dict)

    @property
    def asks_day(self) -> bool:
        """A college or the steering group had its say, and nobody said when: today would be noted."""
        has_say = self.review.kind in ("college", "steering_group") and not self.known
        says = bool(self.noted) or any(doubt.items for doubt in self.doubts.values())
        return has_say and says and not self.review.decided


def plan(dossier: Dossier, round_id: str, data: bytes, name: str, who: str = "", decided: str = "") -> Taken:
    """Look what a file says, without changing anything.

    Args:
        dossier: The dossier.
        round_id: The round.
        data: The file.
        name: Its name, for messages.
        who: On behalf of whom, when the file does not say or a person knows better: ``steering_group``, a
            municipality or ``member-b``.
        decided: The day of the decision, when the file does not say.

    Raises:
        BadInput: It is no review file of this round, there is no such body, or the day is none.
    """
    files = sent_files(dossier, round_id)
    try:
        read = read_review(data, name, files)
    except BadInput:
        if other := other_round(dossier, round_id, data):
            raise of_other_round(other, name) from None
        raise
    kind, body = reviewer_kind(dossier, who) if who else (read.kind, read.body)
    sent = files[read.file]
    if not who and _is_unsure(dossier, round_id, read, data, sent):
        kind = body = ""
        read.doubts.append(ReadDoubt("who", read.head, body_words(dossier, read.body)))
    review = _review(dossier, round_id, read, data, sent.version, (kind, body))
    if decided:
        review = msgspec.structs.replace(review, decided=day_of(decided))
    key = join(round_id, review.content)
    before = dossier.value(Review, key)
    if before is not None:
        # As it is by now: a person may have said whose it is.
        review, body = before, before.body or body
    doubts = [
        Doubt(
            review=key,
            kind=one.kind,
            place=one.place,
            number=one.number,
            text=one.text,
            before=one.before,
            lines=one.lines,
            items=one.items,
        )
        for one in read.doubts
        if not (one.kind == "who" and body)
    ]
    noted, unchanged, waiting = (
        _noted_before(dossier, round_id, key, review)
        if before is not None
        else _judged(judge_of(dossier, round_id, sent.places), key, review, body)
    )
    remarks = {
        join(round_id, digest((body or key, one.place, one.text))): Remark(
            review=key, place=one.place, number=one.number, text=one.text, line=one.line
        )
        for one in read.remarks
    }
    by_key = {doubt_key(round_id, review, doubt): doubt for doubt in (*doubts, *waiting)}
    known = {k: found for k in by_key if (found := dossier.value(Doubt, k)) is not None}
    settled = {k for k, found in known.items() if found.answer}
    fresh = {k for k in remarks if dossier.value(Remark, k) is None} | (by_key.keys() - known.keys())
    if before is not None:
        by_key, fresh = known, set()
    return Taken(
        round_id=round_id,
        key=key,
        review=review,
        who=body_words(dossier, body) if body else "",
        noted=tuple(noted),
        unchanged=unchanged,
        remarks=remarks,
        doubts={k: doubt for k, doubt in by_key.items() if k not in settled},
        settled=len(settled),
        missing=tuple(read.missing),
        gone=tuple(read.gone),
        known=before is not None,
        new=len(fresh) + len(noted) - unchanged + (before is None),
        fresh=frozenset(fresh),
        others=others(dossier, round_id, key, body),
        stays={} if before else stays(dossier, sent.places, review, _doubtful(by_key.values())),
    )


def _review(
    dossier: Dossier, round_id: str, read: ReadReview, data: bytes, version: str, whose: tuple[str, str]
) -> Review:
    """What is kept of a file, with a digest of what it says."""
    items = tuple(msgspec.structs.replace(item, line=0) for item in read.items)
    told = tuple(replace(doubt, lines=()) for doubt in read.doubts)
    remarks = [(remark.place, remark.text) for remark in read.remarks]
    return Review(
        kind=whose[0],
        body=whose[1],
        file=join(round_id, read.file),
        version=version,
        sha256=sha256(data).hexdigest(),
        date=today(dossier).isoformat(),
        decided=read.decided,
        items=tuple(read.items),
        missing=tuple(place.mark for place in read.missing),
        content=digest((whose[1], items, remarks, told, read.decided)),
    )


def _is_unsure(dossier: Dossier, round_id: str, read: ReadReview, data: bytes, sent: ReviewFile) -> bool:
    """Members choose a letter themselves: other views under the same one may be of somebody else."""
    review = _review(dossier, round_id, read, data, sent.version, (read.kind, read.body))
    key = join(round_id, review.content)
    if dossier.value(Review, key) is not None or not others(dossier, round_id, key, read.body):
        return False
    unsure = replace(read, doubts=[*read.doubts, ReadDoubt("who", read.head, body_words(dossier, read.body))])
    again = _review(dossier, round_id, unsure, data, sent.version, ("", ""))
    if dossier.value(Review, join(round_id, again.content)) is not None:
        return True  # it was asked about before
    return bool(stays(dossier, sent.places, review, _doubtful(read.doubts)))


def _doubtful(doubts: Iterable[Doubt | ReadDoubt]) -> Iterator[ReviewItem]:
    for doubt in doubts:
        yield from doubt.items


def _judged(judge: Judge, key: str, review: Review, body: str) -> tuple[list[ReviewItem], int, list[Doubt]]:
    """Items that can be noted, how many of them were, and the doubts about the others."""
    noted: list[ReviewItem] = []
    unchanged, waiting = 0, []
    for item in review.items if body else ():
        doubt = judge.doubt(key, body, item)
        if doubt is not None:
            waiting.append(doubt)
        else:
            noted.append(item)
            unchanged += _was_noted(judge.dossier, review, item)
    return noted, unchanged, waiting


def _noted_before(
    dossier: Dossier, round_id: str, key: str, review: Review
) -> tuple[list[ReviewItem], int, list[Doubt]]:
    """The same of a review that was read in before: whatever a person did with it since, holds."""
    found = [d for d in dossier.values(Doubt, f"{round_id}/").values() if d.review == key]
    about = {item.recommendation for doubt in found for item in doubt.items}
    noted = [item for item in review.items if review.body and item.recommendation not in about]
    return noted, len(noted), [doubt for doubt in found if doubt.kind != "who"]


def _was_noted(dossier: Dossier, review: Review, item: ReviewItem) -> bool:
    """In the same words, and on the same day as far as the file says one."""
    noted = dossier.values(Decision, f"{item.recommendation}/{review.body}/").values()
    return any(same(one, item) and review.decided in ("", one.date) for one in noted)


def carry_out(dossier: Dossier, taken: Taken, decided: str = "") -> Taken:
    """Note everything that is clear and keep what waits; all of it or nothing.

    A file that says the same as one that was read in before changes nothing.

    Args:
        dossier: The dossier.
        taken: What it says.
        decided: The day of the decision, when a person was asked for it.
    """
    if decided:
        taken = replace(taken, review=msgspec.structs.replace(taken.review, decided=day_of(decided)))
    with dossier.change() as change:
        if not taken.known:
            change.save(taken.review, taken.key)
        for key in taken.fresh:
            if key in taken.remarks:
                change.save(taken.remarks[key], key)
            elif key in taken.doubts:
                change.save(taken.doubts[key], key)
        for item in taken.noted if not taken.known else ():
            note(dossier, taken.review, item)
    return taken


def note(dossier: Dossier, review: Review, item: ReviewItem) -> None:
    """Note one item as the vote, advice or decision of whose review it is, unless it was already."""
    if not _was_noted(dossier, review, item):
        said = as_said(item, review.decided or review.date)
        decide(dossier, item.recommendation, review.body, said)


def reviewer_kind(dossier: Dossier, who: str) -> tuple[str, str]:
    """Kind and body of a reviewer that a person names.

    Raises:
        BadInput: There is no such body.
    """
    from boce_tui.exchange.review_file.who import reviewer
    from boce_tui.exchange.review_file.writing import MEMBER

    wanted = who.strip().lower()
    if wanted == STEERING_GROUP:
        return reviewer(STEERING_GROUP)
    if wanted in colleges(dossier):
        return reviewer(wanted)
    if wanted.startswith(f"{MEMBER}-") and (found := reviewer(MEMBER, wanted.removeprefix(f"{MEMBER}-")))[0]:
        return found
    known = ", ".join((STEERING_GROUP, *colleges(dossier), f"{MEMBER}-a"))
    raise BadInput(
        _("There is no reviewer {who}.").format(who=who),
        hint=_("It can be one of these: {known}. Nothing was changed.").format(known=known),
    )
