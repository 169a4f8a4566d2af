"""A review file that came back: what is understood, and what a person has to look at."""

from __future__ import annotations

import codecs
import quopri
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from boce_tui.domain.dates import parse_day
from boce_tui.domain.reviewing import ReviewFile, ReviewItem, SentPlace
from boce_tui.errors import BadInput
from boce_tui.exchange.encoding import decoded
from boce_tui.exchange.review_file.assembling import Assembled, Outside, assemble
from boce_tui.exchange.review_file.blocks import FIELDS, Block
from boce_tui.exchange.review_file.who import heads_in_use, who_filled_in
from boce_tui.locale import _

LARGEST = 16_000_000
_EIGHT_BITS = ("mac-roman", "cp850", "cp1252")
_MAILED = re.compile(rb"(?:(?:=E2=80=A6|=85)(?:=\r?\n)?){3}")
_ACCENTED = re.compile(r"\w*[^\W\d_a-zA-Z]\w*")


@dataclass(frozen=True)
class ReadRemark:
    """A remark with its place."""

    place: str
    number: str
    text: str
    line: int


@dataclass(frozen=True)
class ReadDoubt:
    """Something doubtful, see `boce_tui.domain.reviewing.DOUBT`."""

    kind: str
    lines: tuple[int, ...]
    text: str = ""
    place: str = ""
    number: str = ""
    before: str = ""
    items: tuple[ReviewItem, ...] = ()


@dataclass
class ReadReview:
    """Everything in a file that came back.

    Attributes:
        file: Mark of the file it was compared with.
        kind: An id of ``REVIEWER``; empty when it does not say.
        body: ``steering_group``, a municipality or ``member-b``.
        head: Where it says who filled it in.
        decided: The day of the decision (``YYYY-MM-DD``), when it says one.
        items: Blocks that are clear.
        remarks: Remarks at their places.
        doubts: What a person has to look at.
        missing: Places that did not come back.
        gone: Texts of the report that did not come back.
    """

    file: str
    kind: str
    body: str
    head: tuple[int, ...] = (1,)
    decided: str = ""
    items: list[ReviewItem] = field(default_factory=list)
    remarks: list[ReadRemark] = field(default_factory=list)
    doubts: list[ReadDoubt] = field(default_factory=list)
    missing: list[SentPlace] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def read_review(data: bytes, name: str, sent: dict[str, ReviewFile]) -> ReadReview:
    """Read a file.

    Args:
        data: The file.
        name: Its name, for messages.
        sent: The files that were made, by the last part of their keys, the oldest first.

    Raises:
        BadInput: It is no text, no review file of this round, or two of them behind each other.
    """
    if len(data) > LARGEST:
        raise BadInput(_("This file is too large for a review file."), hint=_NOTHING(), place=name)
    if _MAILED.search(data):  # the source of a mail: its own way to write letters with accents and the dots
        data = quopri.decodestring(data)
    try:
        text = _decoded(data, sent)
    except BadInput as problem:
        hint = _("Save it as plain text (UTF-8) and try again. Nothing was changed.")
        raise BadInput(problem.message, hint=hint, place=name) from problem
    found = max(
        (assemble(text, key, file) for key, file in reversed(_likely(text, sent).items())),
        key=lambda one: one.known,
        default=None,
    )
    if found is None or not found.known:
        raise BadInput(
            _("This is not a review file of this round: none of its marks is in it."),
            hint=_("A review file is made with boce export review. Nothing was changed."),
            place=name,
        )
    return _read(found)


def _NOTHING() -> str:  # noqa: N802
    return _("Nothing was changed.")


def _decoded(data: bytes, sent: dict[str, ReviewFile]) -> str:
    """The text; of eight-bit encodings the one that gives most of the accented words that were sent."""
    text = decoded(data)
    if b"\x00" in data or data.startswith(codecs.BOM_UTF8) or text.encode(errors="replace") == data:
        return text
    words = {word for file in sent.values() for word in _ACCENTED.findall(file.markdown)}
    found = [text, *(data.decode(encoding, errors="replace") for encoding in _EIGHT_BITS)]
    return max(reversed(found), key=lambda one: sum(word in one for word in words))


def _likely(text: str, sent: dict[str, ReviewFile]) -> dict[str, ReviewFile]:
    """The file that is named in it; else all, to see which has most of its marks."""
    named = {key: file for key, file in sent.items() if key in text}
    return named or sent


def _read(found: Assembled) -> ReadReview:
    heads = heads_in_use(found.heads, found.blocks, found.file.places)
    who = who_filled_in(heads, found.file.places)
    result = ReadReview(found.key, who.kind, who.body, who.lines)
    if who.unclear:
        result.doubts.append(ReadDoubt("who", who.lines, who.words))
    for words, line in {head.value("date"): head.field_line("date") for head in heads}.items():
        day = parse_day(words.strip(" ."))
        if words and (day is None or result.decided not in ("", day)):
            result.doubts.append(ReadDoubt("outside", (line,), words))
        result.decided = result.decided or day or ""
    for head in found.heads:
        result.doubts += _loose(head)
        if remark := head.value("remark"):
            result.remarks.append(ReadRemark("", "", remark, head.field_line("remark")))
    back = {block.place.mark for block in found.blocks if block.place}
    result.missing = [p for p in found.file.places if p.mark and p.mark not in back]
    short = any(place.recommendation for place in result.missing)
    for place, blocks in _by_place(found.blocks):
        _place(result, place, blocks, short)
    for block in found.blocks:
        if block.place is None:
            _unknown(result, block)
    for one in found.outside:
        items = _about_changed(result.items, one)
        result.items = [item for item in result.items if item not in items]
        result.doubts.append(
            ReadDoubt(
                "changed_text" if one.before else "outside",
                one.lines,
                one.text,
                one.place.place if one.place else "",
                one.place.number if one.place else "",
                one.before,
                items,
            )
        )
    result.gone = found.gone
    return result


def _about_changed(items: Sequence[ReviewItem], one: Outside) -> tuple[ReviewItem, ...]:
    """A tick below a recommendation of which the words were changed: for which words is it?"""
    place = one.place
    if place is None or not one.before.replace("*", "").startswith(f"{place.number}."):
        return ()
    return tuple(
        item for item in items if item.recommendation and item.recommendation == place.recommendation
    )


def _by_place(blocks: Sequence[Block]) -> Iterable[tuple[SentPlace, list[Block]]]:
    by_mark: dict[str, tuple[SentPlace, list[Block]]] = {}
    for block in blocks:
        if block.place is not None:
            by_mark.setdefault(block.place.mark, (block.place, []))[1].append(block)
    return by_mark.values()


def _place(result: ReadReview, place: SentPlace, blocks: list[Block], short: bool) -> None:
    """What was filled in at one place; `short`: the block of some recommendation did not come back."""
    for block in blocks:
        _remarks(result, block, place)
    if not place.recommendation:
        for block in blocks:
            for item in block.items():
                words = "\n".join(filter(None, (getattr(item, name) for name in FIELDS)))
                result.doubts.append(_doubt("outside", block, words or block.box_words()))
            result.doubts += _loose(block)
        return
    distinct: dict[tuple[object, ...], Block] = {}
    for block in blocks:
        if block.filled():
            distinct.setdefault(_content(block), block)
    # A mark that is there once too often while another is gone was perhaps put above the wrong words.
    if len(distinct) > 1 or (distinct and len(blocks) > 1 and short):
        found = list(distinct.values())
        result.doubts.append(
            ReadDoubt(
                "twice",
                tuple(block.line for block in found),
                "\n\n".join(block.said() for block in found),
                place.place,
                place.number,
                items=tuple(dict.fromkeys(item for block in found for item in block.items())),
            )
        )
        return
    for block in distinct.values():
        _recommendation(result, block)


def _recommendation(result: ReadReview, block: Block) -> None:
    wrong = block.what_is_wrong()
    if wrong:
        result.doubts.append(
            ReadDoubt(
                wrong,
                block.box_lines(),
                block.said() if wrong != "two_boxes" else block.box_words(),
                block.place.place if block.place else "",
                block.place.number if block.place else "",
                items=block.items() or (block.item(""),),
            )
        )
        return
    result.items += block.items()


def _content(block: Block) -> tuple[object, ...]:
    options = tuple(sorted((o.option, o.state) for o in block.options))
    items = tuple((i.choice, *(getattr(i, name) for name in FIELDS)) for i in block.items())
    return (tuple(dict.fromkeys(options)), items, block.residue())


def _loose(block: Block) -> Iterator[ReadDoubt]:
    if words := block.residue():
        lines = tuple(dict.fromkeys(piece.line for run in block.loose for piece in run))
        yield _doubt("outside", block, words, lines)


def _doubt(kind: str, block: Block, words: str, lines: tuple[int, ...] = ()) -> ReadDoubt:
    place = block.place
    return ReadDoubt(
        kind, lines or (block.line,), words, place.place if place else "", place.number if place else ""
    )


def _remarks(result: ReadReview, block: Block, place: SentPlace | None) -> None:
    for name in ("remark", "member", "date"):
        if words := block.value(name):
            found = ReadRemark(
                place.place if place else "", place.number if place else "", words, block.field_line(name)
            )
            if all((r.place, r.text) != (found.place, found.text) for r in result.remarks):
                result.remarks.append(found)


def _unknown(result: ReadReview, block: Block) -> None:
    """A block whose mark is not in the file that was sent."""
    words = block.said()
    if not words:
        return
    probable = block.candidates[0] if block.candidates else None
    result.doubts.append(
        ReadDoubt(
            "unknown_mark",
            (block.line,),
            "\n".join(filter(None, (block.mark, words))),
            probable.place if probable else "",
            probable.number if probable else "",
            items=block.items(),
        )
    )
