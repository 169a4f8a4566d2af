"""The parts of a report as blocks of Markdown; the template decides their order and what stands between."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from boce_tui.reports.preparing import Prepared
from boce_tui.reports.printing import advice, appendices, common, decisions, findings, opening

_ON_REPORT: dict[str, Callable[..., Any]] = {
    "title": common.title,
    "fixed_heading": common.fixed_heading,
    "see": common.see,
    "notices": opening.notices,
    "document_table": opening.document_table,
    "last_line": opening.last_line,
    "collaboration": opening.collaboration,
    "ambitions": opening.ambitions,
    "who": opening.who,
    "scope": opening.scope,
    "interviews": opening.interviews,
    "questions": opening.questions,
    "words_of_quantity": opening.words_of_quantity,
    "about_quotes": opening.about_quotes,
    "conclusions": advice.conclusions,
    "recommendation_group": advice.recommendation_group,
    "theme_table": advice.theme_table,
    "chapter": findings.chapter,
    "interviewees": appendices.interviewees,
    "documents": appendices.documents,
    "follow_up": appendices.follow_up,
    "figures": appendices.figures,
    "question_list": appendices.question_list,
    "decisions": decisions.decisions,
}


def template_functions(report: Prepared) -> dict[str, Callable[..., Any]]:
    """The parts of this report that its template may call."""
    return {name: partial(function, report) for name, function in _ON_REPORT.items()}
