"""What somebody is told before they are asked whether the conversation may begin (R30)."""

from __future__ import annotations

from boce_tui.locale import N_

TELL = (
    N_("What it is for: the yearly evaluation of the collaboration."),
    N_("Who sees it: only the evaluators; no name stands in the report."),
    N_("The record: you get it to correct and to approve."),
    N_("Quotes: only with your consent, each by itself, never with a name."),
    N_("Freely: you may skip any question, and withdraw later."),
)
