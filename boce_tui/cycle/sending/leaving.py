"""The way out of these documents: the rules they share; what is missing in the order of filling it in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from boce_tui.cycle.outgoing import Outgoing, outgoing
from boce_tui.cycle.sending.facts import Facts
from boce_tui.names import Names
from boce_tui.reports.documents import Document, Rule
from boce_tui.reports.gates.finding import Gap
from boce_tui.reports.gates.sending import MISSING, missing, no_small_numbers


def leave(
    facts: Facts,
    names: Names,
    document: Document[Any],
    audience: str,
    gaps: Iterable[Gap],
    rules: Sequence[Rule[Any]] = (),
) -> Outgoing:
    """Check a document on its way out; nothing is written.

    Args:
        facts: What it draws on; the texts it holds have been filled in with it.
        names: The names file. While it is locked the name check is missing, which stops the document (P0).
        document: The document; its template is the id of ``DOCUMENTS``.
        audience: An id of ``READERS``.
        gaps: What is missing, in the order in which a person fills it in.
        rules: Rules of its own.
    """
    found = [*gaps, *facts.filler.gaps]
    made = outgoing(
        facts.dossier,
        facts.round_id,
        names,
        document,
        document.template,
        audience=audience,
        version=facts.version,
        rules=(missing(found, draft=facts.draft), *rules, no_small_numbers(facts.round.count_threshold)),
    )
    order = {gap.message: number for number, gap in enumerate(found)}
    last = len(found)
    ordered = sorted(
        made.findings, key=lambda one: order.get(one.message, last) if one.rule == MISSING else last
    )
    return replace(made, findings=tuple(ordered))
