"""What waits for a person, the answers that fit, and what each answer does."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from boce_tui.cycle.deciding.standing import colleges
from boce_tui.cycle.recommending import recommendations
from boce_tui.cycle.reviewing.judging import digest, doubt_key, judge_of
from boce_tui.cycle.reviewing.taking_in import note, reviewer_kind
from boce_tui.cycle.wording import shortened
from boce_tui.domain.keys import join
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.reviewing import (
    STEERING_GROUP,
    Doubt,
    Remark,
    Review,
    ReviewFile,
    ReviewItem,
)
from boce_tui.domain.text import clean_entry
from boce_tui.domain.vocabulary import DECISION_CHOICE, label
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier

REMARK, LEAVE, MOTIVATION, MEMBER = "remark", "leave", "motivation", "member"
AS_SENT, BY_NUMBER, TAKE, AS_CHANGE = "as_sent", "by_number", "take", "as_change"
_ITEM, _TO = "item:", "to:"
_SHOWN = 60


@dataclass(frozen=True)
class Answer:
    """Something a person can choose.

    Attributes:
        id: What is chosen.
        label: What stands there.
        asks: What has to be typed with it; empty when nothing has.
    """

    id: str
    label: str
    asks: str = ""


def waiting(dossier: Dossier, round_id: str) -> dict[str, Doubt]:
    """Everything that waits, in the order of the files and their lines; first who filled a file in."""
    found = {k: d for k, d in dossier.values(Doubt, f"{round_id}/").items() if not d.answer}
    return dict(sorted(found.items(), key=lambda e: (e[1].review, e[1].kind != "who", e[1].lines, e[0])))


def answers(dossier: Dossier, doubt: Doubt) -> list[Answer]:
    """The answers that fit a doubt, the most probable first."""
    round_id = doubt.review.split("/")[0]
    found = _answers(dossier, round_id, doubt)
    if doubt.kind != "who":
        if doubt.text and doubt.kind not in ("differs", "text_since", "no_motivation"):
            found.append(Answer(REMARK, _("put it in the list of remarks")))
        found.append(Answer(LEAVE, _("do nothing with it")))
    return found


def _answers(dossier: Dossier, round_id: str, doubt: Doubt) -> list[Answer]:
    kind = doubt.kind
    if kind == "who":
        return [
            Answer(STEERING_GROUP, _("the steering group")),
            *(
                Answer(key, _("the college of {municipality}").format(municipality=name))
                for key, name in colleges(dossier).items()
            ),
            Answer(MEMBER, _("one member"), _("Which member? A letter or a number, no name.")),
        ]
    if kind in ("two_boxes", "unclear_box", "label", "no_choice"):
        ticked = [item.choice for item in doubt.items if item.choice]
        order = [*ticked, *(choice for choice in DECISION_CHOICE if choice not in ticked)]
        return [Answer(choice, label(DECISION_CHOICE, choice)) for choice in order]
    if kind == "twice":
        return [
            Answer(
                f"{_ITEM}{n}", f"{label(DECISION_CHOICE, item.choice)} {shortened(item.motivation, _SHOWN)}"
            )
            for n, item in enumerate(doubt.items)
            if item.choice
        ]
    if kind == "no_motivation":
        asks = _("Why? In one or two sentences.")
        return [Answer(MOTIVATION, _("write the motivation that they gave elsewhere"), asks)]
    if kind == "differs":
        return [Answer(TAKE, _("what stands in this file holds from now on"))]
    if kind == "text_since":
        return [Answer(TAKE, _("their view holds for the text as it is now"))]
    if kind == "renumbered":
        return _renumbered(dossier, round_id, doubt)
    if kind == "unknown_mark" and any(item.choice for item in doubt.items):
        probable = doubt.place.removeprefix("recommendation:")
        listed = sorted(recommendations(dossier, round_id), key=lambda n: n.key != probable)
        return [Answer(f"{_TO}{n.key}", f"{n.number} {shortened(n.value.text, _SHOWN)}") for n in listed]
    if kind == "changed_text" and doubt.before.replace("*", "").startswith(f"{doubt.number}."):
        words = _("take it as: adopt in changed form")
        said = _("their view holds for the text as it was sent: {choice}")
        return [
            Answer(AS_CHANGE, words, _("Why? In one or two sentences.")),
            *(Answer(AS_SENT, said.format(choice=label(DECISION_CHOICE, i.choice))) for i in doubt.items),
        ]
    return []


def _renumbered(dossier: Dossier, round_id: str, doubt: Doubt) -> list[Answer]:
    found: list[Answer] = []
    for item in recommendations(dossier, round_id):
        words = f"{item.number} {shortened(item.value.text, _SHOWN)}"
        if any(one.recommendation == item.key for one in doubt.items):
            found.insert(0, Answer(AS_SENT, words))
        elif item.number == doubt.number:
            found.append(Answer(BY_NUMBER, words))
    return found


def answer(dossier: Dossier, key: str, choice: str, text: str = "") -> dict[str, Doubt]:
    """Settle a doubt.

    Args:
        dossier: The dossier.
        key: Key of the doubt.
        choice: One of its `answers`.
        text: What was typed with it.

    Returns:
        Doubts that come of it, such as a motivation that is missing.

    Raises:
        BadInput: It is gone or was settled already, or this is no answer to it.
    """
    with dossier.change() as change:
        doubt = change.value(Doubt, key)
        if doubt is None or doubt.answer:
            raise BadInput(_("This was settled already."))
        chosen = next((one for one in answers(dossier, doubt) if one.id == choice), None)
        if chosen is None or (chosen.asks and not text.strip()):
            known = ", ".join(one.id for one in answers(dossier, doubt))
            raise BadInput(
                chosen.asks if chosen else _("{choice} is no answer to this.").format(choice=choice),
                hint=_("These fit: {known}").format(known=known),
            )
        change.save(msgspec.structs.replace(doubt, answer=choice), key)
        if doubt.kind == "who":
            return _who(dossier, doubt, choice, text)
        if choice == REMARK:
            _remark(dossier, doubt)
            return {}
        if choice == LEAVE:
            return {}
        review = change.value(Review, doubt.review)
        if review is None or not review.body:
            raise BadInput(
                _("First say on behalf of whom this file was filled in."),
                hint=_("That is the first doubt about it."),
            )
        item = _item(dossier, doubt, choice, clean_entry(text).strip())
        return _note_or_wait(dossier, doubt.review, review, item, (doubt.kind,))


def _who(dossier: Dossier, doubt: Doubt, choice: str, text: str) -> dict[str, Doubt]:
    review = dossier.value(Review, doubt.review)
    if review is None:
        raise BadInput(_("This was settled already."))
    kind, body = reviewer_kind(dossier, f"{MEMBER}-{text.strip()}" if choice == MEMBER else choice)
    review = msgspec.structs.replace(review, kind=kind, body=body)
    dossier.save(review, doubt.review)
    found: dict[str, Doubt] = {}
    for item in review.items:
        found |= _note_or_wait(dossier, doubt.review, review, item, ())
    return found


def day_noted(dossier: Dossier, doubt: Doubt) -> str:
    """The day that was noted of a decision, after it was said whose the file is, because it gave none."""
    review = dossier.value(Review, doubt.review)
    if doubt.kind != "who" or review is None or review.decided:
        return ""
    return review.date if review.kind in ("college", "steering_group") else ""


def _note_or_wait(
    dossier: Dossier, review_key: str, review: Review, item: ReviewItem, skip: tuple[str, ...]
) -> dict[str, Doubt]:
    round_id = review_key.split("/")[0]
    sent = dossier.value(ReviewFile, review.file)
    judge = judge_of(dossier, round_id, sent.places if sent else ())
    doubt = judge.doubt(review_key, review.body, item, skip)
    if doubt is None:
        note(dossier, review, item)
        return {}
    key = doubt_key(round_id, review, doubt)
    before = dossier.value(Doubt, key)
    if before is not None and not before.answer:
        return {key: before}
    if before is not None:
        # Settled once for the same words: it comes up again because something was decided since.
        key = join(round_id, digest((key, dossier.env.entropy(4).hex())))
    dossier.save(doubt, key)
    return {key: doubt}


def _item(dossier: Dossier, doubt: Doubt, choice: str, text: str) -> ReviewItem:
    """The item that an answer makes of a doubt."""
    first = doubt.items[0] if doubt.items else ReviewItem(recommendation="", choice="")
    if choice in DECISION_CHOICE:
        return msgspec.structs.replace(first, choice=choice)
    if choice.startswith(_ITEM):
        return doubt.items[int(choice.removeprefix(_ITEM))]
    if choice.startswith(_TO):
        return msgspec.structs.replace(first, recommendation=choice.removeprefix(_TO))
    if choice == MOTIVATION:
        return msgspec.structs.replace(first, motivation=text)
    if choice == BY_NUMBER:
        round_id = doubt.review.split("/")[0]
        keys = {item.number: item.key for item in recommendations(dossier, round_id)}
        return msgspec.structs.replace(first, recommendation=keys[doubt.number])
    if choice == AS_CHANGE:
        changed = doubt.text.replace("**", "").removeprefix(f"{doubt.number}.").strip()
        key = doubt.place.removeprefix(f"{Recommendation.entity}:")
        return ReviewItem(recommendation=key, choice="adopt_changed", text=changed, motivation=text)
    return first


def _remark(dossier: Dossier, doubt: Doubt) -> None:
    round_id = doubt.review.split("/")[0]
    remark = Remark(
        review=doubt.review,
        place=doubt.place,
        number=doubt.number,
        text=doubt.text,
        line=doubt.lines[0] if doubt.lines else 0,
    )
    key = join(round_id, digest((doubt.review, doubt.place, doubt.text)))
    if dossier.value(Remark, key) is None:
        dossier.save(remark, key)
