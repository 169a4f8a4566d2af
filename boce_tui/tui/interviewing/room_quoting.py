"""The room with quotes: caught in one motion, shown in the note, and looked after while the note changes."""

from __future__ import annotations

import boce_tui.tui.interviewing.commands_quoting  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import Conversation, last_sentence
from boce_tui.cycle.interviewing.anchors import place_of
from boce_tui.errors import BoceError
from boce_tui.locale import _, ngettext
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.parts_view import QuotePart
from boce_tui.tui.interviewing.room_moving import RoomMoving
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece
from boce_tui.tui.widgets.note_area import NoteArea


class RoomQuoting(RoomMoving):
    """The room with its quotes."""

    COMMANDS = ("interviewing.quote", "interviewing.quotes")  # type: ignore[assignment]

    def __init__(self, talk: Conversation, clock: TalkClock | None = None) -> None:
        super().__init__(talk, clock)
        self._looked_at = ""
        self._seen = ""

    def action_interviewing_quote(self) -> None:
        """The selected words, or the last sentence, become a quote."""
        if not self._may_write():
            return
        area = self.focused if isinstance(self.focused, NoteArea) else self.note
        document = area.document
        begin, end = sorted(area.selection)
        first = document.get_index_from_location(begin)  # type: ignore[attr-defined]
        last = document.get_index_from_location(end)  # type: ignore[attr-defined]
        if first == last:
            first, last = last_sentence(area.text, last)
        here = area is self.note
        try:
            quote = self.talk.add_quote(
                self.talk.step,
                area.text[first:last],
                first if here else -1,
                self.desk.who,
                within=area.text if here else "",
            )
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        self.parts.refill()
        self.parts.show_quote(quote.key)
        self.changed()
        words = quote.value.text if quote.value else ""
        self.tell(_("Quote: “{words}”").format(words=words))

    async def on_quote_part_elsewhere(self, event: QuotePart.Elsewhere) -> None:
        """To the answer a quote was said in."""
        event.stop()
        await self.go_to(event.place)

    def action_interviewing_quotes(self) -> None:
        """The list of quotes."""
        from boce_tui.tui.interviewing.quotes_screen import QuotesScreen

        self.boce.open(QuotesScreen(self.desk), self._from_quotes)

    def _from_quotes(self, place: tuple[str, str | None] | None) -> None:
        self._back_from_elsewhere()
        if place is not None:
            self.call_later(self.go_to, place)

    # --- in the note ----------------------------------------------------------------------------------------

    def changed(self) -> None:
        """The marks in the note belong to what is different."""
        self._mark_quotes()
        super().changed()

    def _look(self) -> None:
        super()._look()
        text = self.note.text
        if text == self._looked_at:
            return
        if text != self._seen:
            self._seen = text  # still typing: look when it has been still for a second
        elif self.talk.quotes_at(self.talk.step):
            self.parts.refill()
            self.changed()
        else:
            self._looked_at = text

    def _mark_quotes(self) -> None:
        text = self._looked_at = self._seen = self.note.text
        answer = str(self.talk.key(self.talk.step, self.desk.who))
        places = [
            place_of(item.value, text)
            for item in self.talk.quotes_at(self.talk.step)
            if item.value and item.value.answer == answer
        ]
        self.note.show_marks([(place.begin, place.end) for place in places if place and place.end > 0])

    # --- in the line under the note -------------------------------------------------------------------------

    def _standing_words(self) -> list[Piece]:
        left = super()._standing_words()
        changed = [
            kind
            for item in self.talk.quotes_at(self.talk.step)
            if item.value and (kind := self.desk.standing(item.value)[0])
        ]
        if changed and self.desk.read_only is None:
            words = ngettext(
                "the sentence of a quote was changed: ^l",
                "the sentences of {count} quotes were changed: ^l",
                len(changed),
            ).format(count=len(changed))
            left.append((("   " if left else "") + f"{sign('warning')} {words}", "let-op"))
        return left
