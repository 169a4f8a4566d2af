"""From any line to the place it is about: steps of the year and items of the dossier, each with its screen.

Every door is ``module:callable``, called with the app and a key (empty: the step as a whole). The dashboard,
the evidence (`e`) and the findings of the gates all go through here.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui.profile import may_open, tell_not_here

if TYPE_CHECKING:
    from textual.screen import Screen

    from boce_tui.tui.app import BoceApp

_PLANNING = "boce_tui.tui.planning"
_INTERVIEWING = "boce_tui.tui.interviewing"
_APPROVING = "boce_tui.tui.approving"
_ANALYSING = "boce_tui.tui.analysing"
_CONCLUDING = "boce_tui.tui.concluding"
_RECOMMENDING = "boce_tui.tui.recommending"
_REPORTING = "boce_tui.tui.reporting"
_TAKING_IN = "boce_tui.tui.taking_in"
_PROGRESSING = "boce_tui.tui.progressing"
_ANNUAL_PLAN = "boce_tui.tui.annual_plan"
_FOLLOWING = "boce_tui.tui.following_up"
_INFORMING = "boce_tui.tui.informing"

DOORS: dict[str, str] = {
    # steps of the year
    "assignment": f"{_PLANNING}:assignment_door",
    "people": f"{_PLANNING}:people_door",
    "interviews": f"{_INTERVIEWING}:interviews_door",
    "planning": f"{_PLANNING}:interviews_planning_door",
    "coverage": f"{_PLANNING}:coverage_door",
    "approval": f"{_APPROVING}:approval_door",
    "records": f"{_APPROVING}:records_door",
    "working_out": f"{_APPROVING}:working_out_door",
    "interview_record": f"{_APPROVING}:approval_door",
    "reading": f"{_ANALYSING}:reading_door",
    "sub_conclusions": f"{_CONCLUDING}:sub_conclusions_door",
    "main_conclusions": f"{_CONCLUDING}:main_conclusions_door",
    "recommendations": f"{_RECOMMENDING}:recommendations_door",
    "report": f"{_REPORTING}:report_door",
    "decisions": "boce_tui.tui.deciding:decisions_door",
    "review": "boce_tui.tui.reviewing:review_door",
    "follow_up": f"{_FOLLOWING}:follow_up_door",
    "actions": f"{_FOLLOWING}:actions_door",
    "meetings": f"{_FOLLOWING}:meetings_door",
    "scans": f"{_FOLLOWING}:scan_door",
    "needs": f"{_INFORMING}:needs_door",
    "years": "boce_tui.tui.comparing_years.screen:years_door",
    "retention": "boce_tui.tui.keeping:retention_door",
    "new_round": f"{_PLANNING}:new_round_door",
    "sending": "boce_tui.tui.sending:sending_door",
    "recalibration": "boce_tui.tui.recalibrating:recalibration_door",
    "intakes": f"{_TAKING_IN}:intakes_door",
    "progress": f"{_PROGRESSING}:progress_door",
    "plan": f"{_ANNUAL_PLAN}:plan_door",
    # items of the dossier, by their stored name
    "agenda": f"{_PLANNING}:settings_door",
    "organisation": f"{_PLANNING}:settings_door",
    "body": f"{_PLANNING}:settings_door",
    "round": f"{_PLANNING}:assignment_door",
    "theme": f"{_PLANNING}:themes_door",
    "ambition": f"{_PLANNING}:themes_door",
    "document": f"{_PLANNING}:documents_door",
    "respondent": f"{_PLANNING}:people_door",
    "interview": f"{_INTERVIEWING}:interview_door",
    "answer": f"{_INTERVIEWING}:answer_door",
    "quote": f"{_INTERVIEWING}:quote_door",
    "note": f"{_INTERVIEWING}:note_door",
    "extra_question": f"{_INTERVIEWING}:extra_question_door",
    "passage": f"{_INTERVIEWING}:passage_door",
    "finding": f"{_ANALYSING}:finding_door",
    "sub_conclusion": f"{_CONCLUDING}:sub_conclusions_door",
    "main_conclusion": f"{_CONCLUDING}:main_conclusions_door",
    "recommendation": f"{_RECOMMENDING}:recommendations_door",
    "decision": "boce_tui.tui.deciding:decisions_door",
    "remark": "boce_tui.tui.reviewing:review_door",
    "doubt": "boce_tui.tui.reviewing:review_door",
    "recommendation_group": f"{_RECOMMENDING}:recommendations_door",
    "action_item": f"{_FOLLOWING}:actions_door",
    "meeting": f"{_FOLLOWING}:meetings_door",
    "scan": f"{_FOLLOWING}:scan_door",
    "council_information_need": f"{_INFORMING}:needs_door",
    "chapter_text": f"{_REPORTING}:chapter_text_door",
    "conflicts": "boce_tui.tui.merging:conflicts_door",
    "intake": f"{_TAKING_IN}:intakes_door",
    "available_hours": f"{_TAKING_IN}:hours_door",
    "progress_round": f"{_PROGRESSING}:progress_door",
    "progress_entry": f"{_PROGRESSING}:progress_door",
    "annual_plan": f"{_ANNUAL_PLAN}:plan_door",
    "planned_result": f"{_ANNUAL_PLAN}:plan_door",
    "success": "boce_tui.tui.sending:success_door",
}


def open_door(app: BoceApp, target: str, key: str = "", then: Callable[[Any], None] | None = None) -> None:
    """Open the screen of a step or item; say so when there is no such place.

    Args:
        app: The app.
        target: Step id of the dashboard, or stored name of an item.
        key: The item's whole key; empty for the step itself.
        then: Called when that screen is closed again.
    """
    where = DOORS.get(target)
    if where is None:
        app.tell(_("There is no screen for this; it is part of the question set or of the app."))
        return
    if not may_open(app.env.profile, where):
        tell_not_here(app)
        return
    module, _colon, name = where.partition(":")
    make: Callable[[BoceApp, str], Screen[Any]] = getattr(importlib.import_module(module), name)
    try:
        screen = make(app, key)
    except BoceError as problem:
        app.tell_problem(problem)
        return
    app.open(screen, then)
