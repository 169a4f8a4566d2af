"""Documents that leave the app beside the report: verified, in form, and nobody given away in them.

For whatever people outside the evaluators will read: letters, summaries, decision lists, comparisons. The
rules on text are those of the report (P0-P4, P9); figures belong in the report, where their thresholds are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from boce_tui.domain.giveaways import GiveawayList
from boce_tui.reports.documents import Document, Rule, check_document
from boce_tui.reports.gates.finding import GateFinding, Places
from boce_tui.reports.gates.given_away import About, text_findings
from boce_tui.reports.model.base import Text


def check_outgoing(
    document: Document[Any],
    giveaways: GiveawayList | None,
    *rules: Rule[Any],
    municipalities: Sequence[Text] = (),
    allowed: Collection[str] = (),
) -> tuple[GateFinding, ...]:
    """Everything that is to be mended or looked at before a document goes out, in document order.

    Args:
        document: The document.
        giveaways: Names and functions to look for; None when the names file is locked (P0).
        rules: Rules of its own.
        municipalities: Names that may not stand in a quote.
        allowed: Ids of privacy warnings that a person has looked at; they are left out.
    """

    def nobody_given_away(one: Document[Any], places: Places) -> Iterator[GateFinding]:
        yield from text_findings(places, one.placements, giveaways, About((), municipalities))

    found = check_document(document, nobody_given_away, *rules)
    return tuple(one for one in found if not (one.confirmable and one.id in allowed))
