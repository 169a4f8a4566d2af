"""Words that belong to another question: moved there in one go, or linked and left where they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from boce_tui.cycle.interviewing.anchors import place_of, tied
from boce_tui.cycle.interviewing.noting import passage_place
from boce_tui.domain.anchors import anchor
from boce_tui.domain.cutting import Cut, added, cut, put_back, without
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.noting import Passage
from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.cycle.interviewing.beside import Beside


def move(talk: Beside, source: AnswerKey, target: AnswerKey, begin: int, end: int) -> Callable[[], None]:
    """Move words of one answer to the end of another; quotes and links in them go along. One change.

    What is typed has to be in the dossier already (the fields are left before).

    Args:
        talk: The interview.
        source: The answer they stand in.
        target: The answer they belong to.
        begin: Where they begin in the text of the source.
        end: Where they end.

    Returns:
        What takes it back.

    Raises:
        BadInput: There are no words there, or it is the same answer.
    """
    text = talk.answers.value(source).text
    taken = cut(text, begin, end)
    if not taken.words:
        raise BadInput(
            _("There are no words to take along."), hint=_("Type the sentence or select it, then try again.")
        )
    if source == target:
        raise BadInput(_("These words are at that question already."))
    try:
        with talk.dossier.change():
            at = _write(talk, source, target, taken)
            quotes = _quotes(talk, source, target, text, taken, at)
            passages = _passages(talk, source, target, text, taken, at)
    except BaseException:
        talk.reload()  # in memory it was moved, in the dossier it was not
        raise
    return lambda: _back(talk, source, target, taken, at, quotes, passages)


def _write(talk: Beside, source: AnswerKey, target: AnswerKey, taken: Cut) -> int:
    """Both texts; returns where the words begin in the other one."""
    whose = talk.answers.value(source).speakers
    at = 0

    def with_words(answer: Answer) -> Answer:
        nonlocal at
        text, at = added(answer.text, taken.words)
        speakers = whose if not answer.said.strip() and not answer.values else answer.speakers
        return msgspec.structs.replace(answer, text=clean_entry(text), speakers=speakers, skipped=None)

    talk.answers.change(source, lambda a: msgspec.structs.replace(a, text=clean_entry(taken.rest)))
    talk.answers.change(target, with_words)
    return at


def _quotes(
    talk: Beside, source: AnswerKey, target: AnswerKey, text: str, taken: Cut, at: int
) -> dict[str, Quote]:
    """The quotes in the words go along; returns them as they were."""
    before: dict[str, Quote] = {}
    end, there = taken.begin + len(taken.words), talk.answers.value(target).text
    for item in talk.quotes.all():
        quote = item.value
        if quote is None or quote.answer != str(source):
            continue
        place = place_of(quote, text)
        if place is not None and place.kind != "gone":
            if taken.begin <= place.begin and place.end <= end:
                before[item.key] = quote
                start = at + place.begin - taken.begin
                moved = msgspec.structs.replace(quote, answer=str(target))
                talk.quotes.put(item.key, tied(moved, start, there))
        elif quote.start < 0 and quote.text in taken.words and quote.text not in taken.rest:
            before[item.key] = quote
            talk.quotes.put(item.key, msgspec.structs.replace(quote, answer=str(target)))
    return before


def _passages(
    talk: Beside, source: AnswerKey, target: AnswerKey, text: str, taken: Cut, at: int
) -> dict[str, Passage]:
    """The links of words in them go along; returns them as they were."""
    before: dict[str, Passage] = {}
    end, there = taken.begin + len(taken.words), talk.answers.value(target).text
    for key, passage in talk.passages.of(str(source)):
        place = passage_place(passage, text)
        if place.kind == "gone" or not (taken.begin <= place.begin and place.end <= end):
            continue
        before[key] = passage
        if passage.target == str(target):
            talk.passages.remove(key)
            continue
        start = at + place.begin - taken.begin
        words = anchor(there, start, start + place.end - place.begin)
        moved = msgspec.structs.replace(
            passage,
            source=str(target),
            text=words.text,
            start=start,
            before=words.before,
            after=words.after,
        )
        talk.passages.put(key, moved)
    return before


def _back(
    talk: Beside,
    source: AnswerKey,
    target: AnswerKey,
    taken: Cut,
    at: int,
    quotes: dict[str, Quote],
    passages: dict[str, Passage],
) -> None:
    """Take a move back, also when both texts went on since; not when the words themselves were changed."""
    left = without(talk.answers.value(target).text, taken.words, at)
    if left is None:
        raise BadInput(
            _("The words at question {question} were changed since.").format(question=target.question),
            hint=_("Nothing was moved back; select them there and move them with ^d."),
        )
    back = put_back(talk.answers.value(source).text, taken)
    try:
        with talk.dossier.change():
            talk.answers.change(target, lambda a: msgspec.structs.replace(a, text=left))
            talk.answers.change(source, lambda a: msgspec.structs.replace(a, text=back))
            for key, quote in quotes.items():
                now = talk.quotes.get(key)
                if now is not None and now.value is not None:
                    restored = msgspec.structs.replace(
                        now.value,
                        answer=quote.answer,
                        start=quote.start,
                        before=quote.before,
                        after=quote.after,
                    )
                    talk.quotes.put(key, restored)
            for key, passage in passages.items():
                talk.passages.put(key, passage)
    except BaseException:
        talk.reload()
        raise
