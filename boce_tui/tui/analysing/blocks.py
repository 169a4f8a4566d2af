"""The answers to one question as blocks under each other: who, what was chosen, what was said, labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from boce_tui.cycle.analysing import labels
from boce_tui.cycle.analysing.beside import Beside
from boce_tui.cycle.analysing.findings import AGAINST, stance_of
from boce_tui.cycle.analysing.reading import AnswerRow, Readback
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.twice import keys_with_two_versions
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.text import fold
from boce_tui.domain.vocabulary import GROUPS, QUOTE_APPROVAL, SKIP_REASON, label
from boce_tui.locale import _
from boce_tui.tui.signs import mark, sign
from boce_tui.tui.text import Piece, cells
from boce_tui.tui.twice import words as two_versions
from boce_tui.tui.widgets.block_list import Block, BlockList

_SHORT = 28
"""A value of at most this many cells stands beside the code instead of on its own line."""


class AnswerBlocks(BlockList):
    """Answers under each other; an answer longer than the screen scrolls before the cursor goes on."""

    def _rest_below(self) -> int:
        if not self.item_count():
            return 0
        bottom = self._top(self.cursor) + self.item_height(self.cursor, self._inner_width()) - 1
        return bottom - int(self.scroll_offset.y) - self.size.height

    def _rest_above(self) -> int:
        return int(self.scroll_offset.y) - self._top(self.cursor) if self.item_count() else 0

    def action_cursor_down(self) -> None:
        """The rest of a long answer first, then the next one."""
        if self._rest_below() > 0:
            self.scroll_relative(y=1, animate=False, force=True)
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """The begin of a long answer first, then the one before."""
        if self._rest_above() > 0:
            self.scroll_relative(y=-1, animate=False, force=True)
        else:
            super().action_cursor_up()

    def action_page_down(self) -> None:
        """A screen further in a long answer, else a page of answers."""
        rest = self._rest_below()
        if rest > 0:
            self.scroll_relative(y=min(rest, max(1, self.size.height - 2)), animate=False, force=True)
        else:
            super().action_page_down()

    def action_page_up(self) -> None:
        """A screen back in a long answer, else a page of answers."""
        rest = self._rest_above()
        if rest > 0:
            self.scroll_relative(y=-min(rest, max(1, self.size.height - 2)), animate=False, force=True)
        else:
            super().action_page_up()


def blocks(
    readback: Readback,
    sayer: Sayer,
    rows: Iterable[AnswerRow],
    finding: Finding | None,
    known: Sequence[Block] = (),
    *,
    with_question: bool = False,
    with_notes: bool = False,
) -> list[Block]:
    """One block per answer.

    Args:
        readback: The round.
        sayer: Says values in words.
        rows: The answers; a skipped one is shown quietly.
        finding: The finding being written: its sources carry a mark.
        known: The blocks shown before: what was wrapped then is used again.
        with_question: Name the question too (answers to several questions).
        with_notes: Show the notes under an answer that was worked out.
    """
    before = {block.id: block for block in known}
    twice = keys_with_two_versions(readback.dossier)
    found = []
    for row in rows:
        made = _block(readback, sayer, row, finding, with_question=with_question, with_notes=with_notes)
        if made.id in twice:
            made = replace(made, head=(*made.head, "  ", (two_versions(), "let-op")))
        old = before.get(made.id)
        if old is not None and old.text == made.text:
            made = Block(made.id, made.head, made.text, made.foot, old.wrapped)
        found.append(made)
    return found


def _block(
    readback: Readback,
    sayer: Sayer,
    row: AnswerRow,
    finding: Finding | None,
    *,
    with_question: bool,
    with_notes: bool,
) -> Block:
    who = " ".join(row.people)
    groups = ", ".join(label(GROUPS, group) for group in row.groups)
    head: list[Piece] = [(who, "kop"), " ", (groups, "stil")]
    if row.off_route:
        head += ["  ", (f"{sign('skipped')} " + _("no longer on the route, does not count"), "stil")]
    if with_question:
        theme = row.key.theme_or_none
        place = f"{row.key.question} · {theme_name(readback.dossier, theme)}" if theme else row.key.question
        if readback.is_extra(row.key):
            place = _("{place} (extra question, not comparable)").format(place=place)
        head += ["  ", (place, "accent")]
    beside = [_beside(item) for item in row.beside]
    if not row.revision:
        return Block(str(row.key), (*head, "  ", (_("no answer; belongs here:"), "stil")), "\n".join(beside))
    if row.answer.skipped and not row.off_route and readback.row(str(row.key)) is None:
        reason = label(SKIP_REASON, row.answer.skipped.reason)
        note = f" ({row.answer.skipped.note})" if row.answer.skipped.note else ""
        return Block(
            str(row.key),
            (
                (who, "stil"),
                " ",
                (f"{sign('skipped')} " + _("skipped: {reason}").format(reason=reason) + note, "stil"),
            ),
            "\n".join(beside),
        )
    said = sayer.lines(row.key.question, row.answer.values)
    if len(said) == 1 and cells(said[0]) <= _SHORT and row.answer.said.strip():
        head += ["  ", (said.pop(), "accent")]
    head += _stances(finding, row)
    text = "\n".join([*(f"{mark('▸')} {line}" for line in said), row.answer.said]).strip("\n")
    if with_notes and row.answer.worked_out.strip():
        text = "\n".join((text, _("Notes:"), row.answer.text))
    quotes = [_quote(item.key, item.value, finding) for item in row.quotes if item.value]
    return Block(str(row.key), tuple(head), "\n".join([text, *quotes, *beside]).strip("\n"), _foot(row))


def _quote(key: str, quote: Quote, finding: Finding | None) -> str:
    words = [*quote.speakers, label(QUOTE_APPROVAL, quote.approval)]
    stance = stance_of(finding, "quote", key) if finding else ""
    if stance:
        words.append(_stance_word(stance))
    return f"{mark('›')} “{quote.published_text}” ({', '.join(words)})"


def _beside(item: Beside) -> str:
    """A note or passage that belongs to an answer, with a mark that says which it is."""
    if item.source:
        return f"{mark('→')} " + _("passage from {question}: {words}").format(
            question=item.source, words=item.text
        )
    who = f" ({' '.join(item.people)})" if item.people else ""
    return f"{mark('→')} " + _("note{who}: {words}").format(who=who, words=item.text)


def _stances(finding: Finding | None, row: AnswerRow) -> list[Piece]:
    stance = stance_of(finding, "answer", str(row.key)) if finding else ""
    if not stance:
        return []
    tone: Piece = (f"{sign('done')} " + _stance_word(stance), "let-op" if stance == AGAINST else "ok")
    return ["  ", tone]


def _stance_word(stance: str) -> str:
    return {"for": _("for"), AGAINST: _("against")}.get(stance, "")


def _foot(row: AnswerRow) -> tuple[Piece, ...]:
    words = [f"#{labels.name(tag)}" for tag in row.tags]
    return ((" ".join(words), "stil"),) if words else ()


def matching(sayer: Sayer, rows: Iterable[AnswerRow], words: str) -> list[AnswerRow]:
    """The answers in which every word stands: in the text, a value, a quote, a label or the code."""
    wanted = fold(words).split()
    if not wanted:
        return list(rows)
    return [row for row in rows if all(word in _haystack(sayer, row) for word in wanted)]


def _haystack(sayer: Sayer, row: AnswerRow) -> str:
    quotes = (q.value.words() for q in row.quotes if q.value)
    said = sayer.lines(row.key.question, row.answer.values)
    tags = (labels.name(tag) for tag in row.tags)
    beside = (item.text for item in row.beside)
    return fold(" ".join((row.answer.said, *said, *quotes, *beside, *tags, *row.people)))
