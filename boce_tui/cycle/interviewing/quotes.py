"""The quotes of one interview: literal words, tied to the answer they were said in (R21)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from boce_tui.cycle.interviewing.anchors import place_of, tied
from boce_tui.cycle.locking import check_open, check_quote
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import NO_THEME, AnswerKey, join
from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

QUOTE_MARKS = "\"'“”‘’„«»"


class QuoteBook:
    """All quotes of an interview, kept current while it is conducted."""

    def __init__(self, dossier: Dossier, round_id: str, interview_id: str) -> None:
        self.dossier = dossier
        self.round_id = round_id
        self.interview_id = interview_id
        self._quotes: dict[str, Stored[Quote]] = {}

    def reload(self) -> None:
        """Read the quotes again."""
        prefix = f"{self.round_id}/{self.interview_id}/"
        self._quotes = {
            item.key: item
            for item in self.dossier.all(Quote, f"{self.round_id}/")
            if item.value and item.value.answer.startswith(prefix)
        }

    def all(self) -> list[Stored[Quote]]:
        """Every quote, by question and then by place in the answer."""
        return sorted(self._quotes.copy().values(), key=_place)

    def get(self, key: str) -> Stored[Quote] | None:
        """One quote, or None."""
        return self._quotes.get(key)

    def at(self, question: str, theme: str | None) -> list[Stored[Quote]]:
        """The quotes taken from the answers to one question (and theme)."""
        start = f"{self.round_id}/{self.interview_id}/{question}/{theme or NO_THEME}/"
        return [q for q in self.all() if q.value and q.value.answer.startswith(start)]

    def add(
        self,
        answer: AnswerKey,
        text: str,
        start: int = -1,
        within: str = "",
        speakers: tuple[str, ...] = (),
    ) -> Stored[Quote]:
        """Keep literal words; surrounding quotation marks are taken off. The same words twice are one quote.

        Args:
            answer: The answer they were said in.
            text: The words.
            start: Their place in the text of that answer, or -1.
            within: That text, so that the words are found again after it was edited.
            speakers: Who of the participants said it; empty: everyone the answer belongs to.

        Raises:
            BadInput: There is no text to quote.
        """
        cleaned = clean_entry(text).strip().strip(QUOTE_MARKS).strip()
        if not cleaned:
            raise BadInput(
                _("There is nothing to quote yet."), hint=_("Type the sentence or select it, then try again.")
            )
        quote = tied(Quote(answer=str(answer), text=cleaned, speakers=speakers), start, within)
        for item in self._quotes.values():
            if item.value and (item.value.answer, item.value.text) == (quote.answer, cleaned):
                known = place_of(item.value, within) if within else None
                if known is None or known.begin in (-1, quote.start):
                    return item
        self._check_open()
        key = f"{self.round_id}/{self.interview_id}-{self.dossier.env.entropy(4).hex()}"
        stored = self.dossier.save(quote, key)
        self._quotes[key] = stored
        return stored

    def retake(self, key: str, texts: Iterable[str]) -> Stored[Quote]:
        """Take over the words as they stand in the answer now; they have to be agreed on again.

        Args:
            key: The quote.
            texts: Where its sentence can stand: the answer as worked out, the notes.

        Raises:
            BadInput: The quote is no longer there, or its sentence is gone.
        """
        item = self._quotes.get(key)
        for within in texts if item and item.value else ():
            place = place_of(item.value, within) if item and item.value else None
            if item and item.value and place and place.kind == "changed":
                words = within[place.begin : place.end]
                quote = tied(msgspec.structs.replace(item.value, text=words), place.begin, within)
                fields = ("text", "start", "before", "after")
                return self.change(key, approval="no", **{name: getattr(quote, name) for name in fields})
        raise BadInput(_("The sentence of this quote is no longer in the answer."))

    def change(self, key: str, **changes: Any) -> Stored[Quote]:
        """Change something of a quote, such as ``approval`` or ``wording``.

        Raises:
            BadInput: It is no longer there.
        """
        if "wording" in changes:
            changes["wording"] = clean_entry(changes["wording"]).strip()
        with self.dossier.change() as change:
            quote = change.value(Quote, key)
            if quote is None:
                raise BadInput(_("This quote is no longer there."))
            check_quote(change, key, changes)
            stored = change.save(msgspec.structs.replace(quote, **changes), key)
        self._quotes[key] = stored
        return stored

    def put(self, key: str, quote: Quote) -> None:
        """Bring a removed quote back."""
        self._check_open()
        self._quotes[key] = self.dossier.save(quote, key)

    def remove(self, key: str) -> None:
        """Delete a quote (undo brings it back)."""
        self._check_open()
        self.dossier.delete(Quote, key)
        self._quotes.pop(key, None)

    def _check_open(self) -> None:
        check_open(self.dossier, join(self.round_id, self.interview_id))


def _place(item: Stored[Quote]) -> tuple[str, int, str]:
    quote = item.value
    return (quote.answer, quote.start, item.key) if quote else ("", 0, item.key)
