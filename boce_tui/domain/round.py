"""A round of evaluation: its assignment, evaluators, respondents and interviews."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity

DRAFT, FINAL = "draft", "final"
"""Values of `Round.status`."""


class Planned(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A date as planned and as it became (``YYYY-MM-DD`` or empty)."""

    planned: str = ""
    actual: str = ""


class Round(Entity, frozen=True, kw_only=True):
    """One yearly evaluation; key = its id (the year, ``2041``)."""

    entity: ClassVar[str] = "round"
    view: ClassVar[str] = "rounds"
    year: int
    title: str
    period: str = ""
    reason: str = ""
    assignment: str = ""
    commissioning_body: str = "commissioners_board"
    delegated_commissioner: str = ""
    """A function, never a person's name."""
    previous: str = ""
    """Id of the round before this one; empty in the first year."""
    instrument: str = "annual_evaluation"
    """Id of the question set; its text is kept as an ``Instrument`` with key ``{round}/{id}``."""
    focus_themes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    left_out_reason: str = ""
    dates: dict[str, Planned] = msgspec.field(default_factory=dict)
    """Step id (``assignment``, ``interviews``, ``report``, ``colleges``, ``councils`` ...) -> dates."""
    report_date: str = ""
    """The date printed in the report; the compiler never looks at a clock."""
    version: str = "0.1"
    status: str = DRAFT
    """``draft``; ``final`` from version 1.0 on."""
    embargo_until: str = ""
    """The report is confidential until this day."""
    count_threshold: int = 5
    """Numbers only from this many people (lower limit 3)."""
    statement_threshold: int = 3
    """A statement tied to a group or theme needs this many people (lower limit 3)."""
    closed: bool = False
    approval_days: int = 10
    """Working days an interviewee has to react to the record."""
    no_reply_approves: bool = False
    """Whether no reaction before the deadline counts as approval of the record; of quotes it never does."""
    answers_kept_months: int = 12
    """Raw answers are erased this many months after the decision of the colleges (domain.md 9.7)."""
    names_kept_months: int = 3
    """The names file is emptied of this round this many months after that decision (domain.md 9.7)."""
    scan_months: int = 24
    """The follow-up scan is due this many months after the decision (R73)."""
    action_days: int = 365
    """An action without a deadline is overdue this many days after the decision."""
    own_answers_shown: bool = False
    """Whether somebody's own answer of the round before may be shown while they are interviewed again."""


class Evaluator(Entity, frozen=True, kw_only=True):
    """Someone who interviews; key ``{round}/{id}`` (``EV1``). The name is in the names file."""

    entity: ClassVar[str] = "evaluator"
    view: ClassVar[str] = "evaluators"
    organisation: str = ""
    municipal_employee: bool = True
    confidentiality_signed: str = ""
    superior_roles: tuple[str, ...] = ()
    """Role ids that are this evaluator's superiors, for the conflict warning (R13)."""


class Respondent(Entity, frozen=True, kw_only=True):
    """Someone who is interviewed, by code only; key ``{round}/{code}`` (``2041/R07``)."""

    entity: ClassVar[str] = "respondent"
    view: ClassVar[str] = "respondents"
    group: str
    """``executive`` or ``official`` (others only when such a group was agreed)."""
    role: str
    """Role id of the vocabulary; drives routing."""
    other_roles: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    themes: dict[str, int] = msgspec.field(default_factory=dict)
    """Theme id -> involvement 0-3 as expected; the interview's own question I3 goes before it."""
    participated_before: bool = False
    evaluator_conflict: str = ""

    @property
    def roles(self) -> tuple[str, ...]:
        """Main role first."""
        return (self.role, *self.other_roles)


class Interview(Entity, frozen=True, kw_only=True):
    """One conversation with one or more participants; key ``{round}/{id}`` (``2041/G07``)."""

    entity: ClassVar[str] = "interview"
    view: ClassVar[str] = "interviews"
    participants: tuple[str, ...]
    """Codes."""
    evaluators: tuple[str, ...] = ()
    state: str = "to_plan"
    """An id of ``INTERVIEW_STATE``."""
    when: Planned = Planned()
    start: str = ""
    """Start time ``HH:MM``."""
    minutes: int = 60
    place: str = ""
    short_route: bool = False
    position: str = ""
    """Question and theme where it was left: ``A2/accessibility``."""
    spent_seconds: int = 0
    approval_deadline: str = ""
    conflict: str = ""
    note: str = ""


class Instrument(Entity, frozen=True, kw_only=True):
    """The question set as it was used in a round; key ``{round}/{instrument id}``."""

    entity: ClassVar[str] = "instrument"
    view: ClassVar[str] = "instruments"
    version: str
    source: str
    """The TOML text itself, so that old answers stay readable whatever happens to the file."""
