"""Approval of quotes: whether one may be printed, and in which words (R21)."""

from __future__ import annotations

from typing import Any

import msgspec

from boce_tui.cycle.locking import check_quote
from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, block, cleaned
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.vocabulary import QUOTE_APPROVAL
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

_QUOTE: dict[str, fields.Cleaner] = {
    "approval": lambda field, value: fields.one_of(field, value, QUOTE_APPROVAL),
    "wording": block,
}


def quotes_by_interview(dossier: Dossier, round_id: str) -> dict[str, dict[str, Quote]]:
    """Id of an interview -> key -> quote, in the order of the questions."""
    found: dict[str, dict[str, Quote]] = {}
    quotes = dossier.values(Quote, f"{round_id}/")
    for key, quote in sorted(quotes.items(), key=lambda entry: (entry[1].answer, entry[1].start, entry[0])):
        found.setdefault(AnswerKey.parse(quote.answer).interview, {})[key] = quote
    return found


def change_quote(dossier: Dossier, key: str, **changes: Any) -> Stored[Quote]:
    """Set ``approval`` or ``wording`` of a quote. Other words need to be approved again.

    Raises:
        FieldProblem: The quote is gone, or a field is wrong.
    """
    clean = cleaned(changes, _QUOTE)
    with dossier.change():
        before = dossier.value(Quote, key)
        if before is None:
            raise FieldProblem("text", _("This quote is no longer there."))
        if any(getattr(before, name) != value for name, value in clean.items()):
            check_quote(dossier, key, clean)
        if "wording" in clean and clean["wording"] != before.wording and before.approval == "yes":
            clean.setdefault("approval", "asked")
        return dossier.save(msgspec.structs.replace(before, **clean), key)
