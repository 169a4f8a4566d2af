"""The fixed lists of ids used in the dossier, with their labels (domain.md 1.2, 3, 4.0, 10).

A vocabulary maps an id to an English source text; ``label(VOCABULARY, id)`` shows it in the
language of the moment. An unknown id is shown as it is, so that old data stays readable.
"""

from __future__ import annotations

from collections.abc import Mapping

from boce_tui.locale import N_, _

Vocabulary = Mapping[str, str]

GROUPS: Vocabulary = {
    "executive": N_("executive"),
    "official": N_("official"),
    "council": N_("council"),
    "external": N_("external"),
}
GROUPS_PLURAL: Vocabulary = {
    "executive": N_("executives"),
    "official": N_("officials"),
    "council": N_("council members"),
    "external": N_("external parties"),
}
REPORTING_GROUPS = ("executive", "official")
"""No finer group ever leaves the app (domain.md 9.2)."""

ROLES: Vocabulary = {
    "mayor": N_("mayor"),
    "alderman": N_("alderman"),
    "municipal_secretary": N_("municipal secretary"),
    "commissioner": N_("commissioner"),
    "delegated_commissioner": N_("delegated commissioner"),
    "programme_director": N_("programme director"),
    "programme_support": N_("programme support"),
    "theme_lead": N_("theme lead"),
    "working_group_member": N_("working group member"),
    "policy_officer": N_("policy officer"),
    "council_member": N_("council member"),
    "council_clerk": N_("council clerk"),
    "partner": N_("partner organisation"),
    "other": N_("other role"),
}
ROLE_GROUP: Mapping[str, str] = {
    "mayor": "executive",
    "alderman": "executive",
    "municipal_secretary": "official",
    "commissioner": "official",
    "delegated_commissioner": "official",
    "programme_director": "official",
    "programme_support": "official",
    "theme_lead": "official",
    "working_group_member": "official",
    "policy_officer": "official",
    "council_clerk": "official",
    "council_member": "council",
    "partner": "external",
}
"""The group a role belongs to when nothing else is said."""

FORMS: Vocabulary = {
    "joint_action": N_("joint action"),
    "joint_representation": N_("joint representation"),
    "joint_learning": N_("joint learning"),
}
THREE_K: Vocabulary = {"cost": N_("cost"), "vulnerability": N_("vulnerability"), "quality": N_("quality")}

REALISATION_STATUS: Vocabulary = {
    "not_started": N_("not started"),
    "in_progress": N_("in progress"),
    "explored_not_pursued": N_("explored, not pursued"),
    "partly_realised": N_("partly realised"),
    "realised": N_("realised"),
    "exceeded": N_("exceeded"),
    "stopped_by_decision": N_("stopped by decision"),
    "unclear": N_("unclear"),
    "not_assessed": N_("not assessed"),
}
PROGRESS_STATUS: Vocabulary = {
    "not_started": N_("not started"),
    "on_schedule": N_("on schedule"),
    "delayed": N_("delayed"),
    "completed": N_("completed"),
    "stopped": N_("stopped"),
}
YES_NO_PARTLY: Vocabulary = {
    "yes": N_("yes"),
    "partly": N_("partly"),
    "no": N_("no"),
    "dont_know": N_("don't know"),
}
NORM_SCORE: Vocabulary = {
    "met": N_("met"),
    "partly": N_("partly"),
    "not_met": N_("not met"),
    "cannot_be_judged": N_("cannot be judged"),
}
SWOT_CELL: Vocabulary = {
    "strength": N_("strength"),
    "weakness": N_("weakness"),
    "opportunity": N_("opportunity"),
    "threat": N_("threat"),
}
RATING_WORDS: Vocabulary = {
    "1": N_("not at all / very poor"),
    "2": "",
    "3": N_("partly"),
    "4": "",
    "5": N_("entirely / very good"),
}
NON_ANSWER: Vocabulary = {"not_applicable": N_("not applicable"), "dont_know": N_("don't know")}

SKIP_REASON: Vocabulary = {
    "no_time": N_("no time"),
    "not_applicable": N_("not applicable"),
    "declined": N_("does not want to answer"),
    "later": N_("later"),
}
INTERVIEW_STATE: Vocabulary = {
    "to_plan": N_("to plan"),
    "invited": N_("invited"),
    "agreed": N_("agreed"),
    "planned": N_("planned"),
    "held": N_("held"),
    "worked_out": N_("worked out"),
    "for_approval": N_("for approval"),
    "approved": N_("approved"),
    "withdrawn": N_("withdrawn"),
    "cancelled": N_("cancelled"),
}
HELD_STATES = ("held", "worked_out", "for_approval", "approved")
"""Interviews that were conducted: their answers count."""

APPROVAL_RESULT: Vocabulary = {
    "approved": N_("approved"),
    "changed": N_("approved with changes"),
    "talk": N_("wants to talk about it first"),
    "no_reply": N_("no reply"),
}
"""What an interviewee answered to the record."""

ERASURE_REASON: Vocabulary = {
    "withdrawn": N_("the interviewee withdrew"),
    "request": N_("somebody asked to be erased"),
    "retention": N_("the term of keeping is over"),
    "mistake": N_("it should not have been recorded"),
}
"""Why something was erased; a kind of reason, never words about a person."""

ERASED_WHAT: Vocabulary = {
    "answers": N_("all answers"),
    "names": N_("all names"),
    "handover": N_("what the evaluators took out"),
}
"""What of a whole round was erased."""

ERASED_BECAUSE: Vocabulary = {
    **ERASURE_REASON,
    "handover": N_("the evaluators do not have it any more"),
}
"""Every reason a proof can give; nobody chooses the last one."""

QUOTE_APPROVAL: Vocabulary = {
    "no": N_("not asked"),
    "asked": N_("asked"),
    "yes": N_("approved"),
    "refused": N_("refused"),
}
EVIDENCE_TYPE: Vocabulary = {
    "measured": N_("measured"),
    "document": N_("document"),
    "interviews": N_("several interviewees"),
    "opinion": N_("opinion of one person"),
}
DECISION_CHOICE: Vocabulary = {
    "adopt": N_("adopt"),
    "adopt_changed": N_("adopt in changed form"),
    "reject": N_("do not adopt"),
    "hold": N_("hold"),
}
PROGRESS_CLASS: Vocabulary = {
    "no_action": N_("no action"),
    "other_action": N_("other action"),
    "in_progress": N_("being carried out"),
    "done": N_("carried out"),
    "unknown": N_("unknown"),
}
ACTION_STATE: Vocabulary = {
    "open": N_("open"),
    "in_progress": N_("under way"),
    "done": N_("done"),
    "dropped": N_("dropped"),
}
ACTION_OVER = ("done", "dropped")
"""Actions that nobody waits for any more."""
EARLIER_LINK: Vocabulary = {"repeats": N_("repeats"), "replaces": N_("replaces"), "closes": N_("closes")}

FACTORS: Vocabulary = {
    "trust": N_("trust"),
    "equality": N_("equality"),
    "meeting": N_("meeting each other"),
    "executive_support": N_("executive support"),
    "official_support": N_("official support"),
    "shared_goal": N_("shared goal"),
    "written_down": N_("written down"),
    "timeline": N_("timeline"),
    "programme_office": N_("programme office"),
    "capacity": N_("capacity"),
}
"""Success factors of question S2; also offered as labels on answers (R38)."""


def label(vocabulary: Vocabulary, item: str) -> str:
    """The label of ``item`` in the language of the moment; the id itself when it is unknown."""
    return _(vocabulary[item]) if vocabulary.get(item) else item
