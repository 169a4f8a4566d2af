"""What a question set is, once it has been read. The structs are at the same time the format of the file."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from boce_tui.locale import language

FORMAT = "boce-survey/1"

Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,47}$")]
"""Ids of sets, sections, parts, options, rows and columns."""
QuestionId = Annotated[str, Meta(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,31}$")]
Version = Annotated[str, Meta(pattern=r"^[0-9]{1,4}(\.[0-9]{1,4}){0,3}$")]

SCALES = ("rating_1_5", "yes_no_partly", "realisation_status", "progress_status", "norm_score")
"""Types whose options are fixed."""
NUMBERS = ("number", "hours", "money", "percent")
CellType = Literal[
    "rating_1_5",
    "yes_no_partly",
    "realisation_status",
    "progress_status",
    "norm_score",
    "single_choice",
    "number",
    "hours",
    "money",
    "percent",
    "date",
    "month",
    "reference",
    "open_text",
]
PartType = Literal[
    "quote",
    "realisation_status",
    "rating_1_5",
    "yes_no_partly",
    "single_choice",
    "multi_choice",
    "grid",
    "ranked_list",
    "list",
    "number",
    "hours",
    "money",
    "percent",
    "date",
    "month",
    "reference",
    "norm_score",
    "progress_status",
    "swot_item",
]
Source = Literal[
    "focus_themes",
    "themes",
    "bodies",
    "earlier_recommendations",
    "municipalities",
    "documents",
    "ambitions",
    "agreements",
]
Target = Literal["theme", "ambition", "body", "document", "recommendation", "agreement"]
Weight = Literal["core", "additional"]
Internal = Meta(extra={"internal": True})
"""Set by the app: not a key of the file."""
Choice = Annotated[str, Meta(extra={"number": True})]
"""An option id, or a mark written as a number."""

OTHER = "other"
"""Id of the option "other, namely" that ``other = true`` adds."""


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in Dutch and English; without English the Dutch is shown."""

    nl: str
    en: str = ""

    def get(self, lang: str | None = None) -> str:
        """The text in ``lang``, or in the language of the moment."""
        return self.en if (lang or language()) == "en" and self.en else self.nl

    def __str__(self) -> str:
        return self.get()

    def __bool__(self) -> bool:
        return bool(self.nl)


NO_TEXT = Text("")


class Probe(Text, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A short follow-up question, to be ticked when it was asked.

    Attributes:
        number: Its place among all probes of the question, whoever is asked (``Answer.probes_asked``).
    """

    number: Annotated[int, Internal] = 0


class Option(Text, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something to choose from, a row, or something named in the round.

    Attributes:
        score: What it counts for where a number is needed (involvement, ``at_least``).
    """

    id: Id
    score: int | None = None


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column of a table; all its cells have the same type."""

    id: Id
    type: CellType
    label: Text = NO_TEXT
    options: tuple[Option, ...] = ()
    option_source: Source | None = None
    target: Target | None = None
    min: float | None = None
    max: float | None = None
    low: Text = NO_TEXT
    """For a mark: what 1 means here."""
    high: Text = NO_TEXT
    """For a mark: what 5 means here."""


class Condition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something an earlier answer must satisfy; all that is given must hold.

    Attributes:
        question: Earlier question; empty in ``show_when``: this question itself.
        part: Part of that question; empty: all its parts.
        row: Only this row of a table.
        column: Only this column of a table.
        any_value: At least one of these was given.
        no_value: An answer was given, and none of these.
        at_least: A number, mark or score of at least this was given.
        at_most: A number, mark or score of at most this was given.
        answered: Whether there is an answer at all.
        any_theme: Look at the answers for every theme, not only this step's.
    """

    question: str = ""
    part: str = ""
    row: str = ""
    column: str = ""
    any_value: tuple[Choice, ...] = ()
    no_value: tuple[Choice, ...] = ()
    at_least: float | None = None
    at_most: float | None = None
    answered: bool | None = None
    any_theme: bool = False


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A typed answer beside the notes of a question."""

    id: Id
    type: PartType
    label: Text = NO_TEXT
    options: tuple[Option, ...] = ()
    option_source: Source | None = None
    other: bool = False
    rows: tuple[Option, ...] = ()
    row_source: Source | None = None
    columns: tuple[Column, ...] = ()
    must_be: tuple[Choice, ...] = ()
    """Nothing else may be asked before the answer is one of these."""
    show_when: tuple[Condition, ...] = ()
    min: float | None = None
    max: float | None = None
    items: int | None = None
    """Most lines in a ``list`` or ``ranked_list``."""
    target: Target | None = None
    unit: Text = NO_TEXT
    low: Text = NO_TEXT
    """For a mark: what 1 means here."""
    high: Text = NO_TEXT
    """For a mark: what 5 means here."""
    review: bool = False
    """For ``quote``: all quotes of the interview, to be read back and approved."""


class Audience(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who a question is for: one of these groups or roles (none given: everyone), minus the ``not_`` ones."""

    groups: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    not_groups: tuple[str, ...] = ()
    not_roles: tuple[str, ...] = ()
    involvement: int | None = None
    """Only people with at least this involvement in the theme (not per theme: in any focus theme)."""
    participated_before: bool | None = None


EVERYONE = Audience()


class Section(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the conversation; with ``report`` it is a sub-question and a chapter of the report."""

    id: Id
    title: Text
    sub_question: Text = NO_TEXT
    report: bool = False


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question with everything that decides who gets it and how it is answered."""

    id: QuestionId
    section: str
    text: Text
    text_for: dict[str, Text] = {}
    """Group -> text that takes the place of ``text``."""
    probes: tuple[Probe, ...] = ()
    probes_for: dict[str, tuple[Probe, ...]] = {}
    """Group -> probes that take the place of ``probes``."""
    help: Text = NO_TEXT
    weight: Weight = "additional"
    per_theme: bool = False
    evaluator_only: bool = False
    about_persons: bool = False
    """Its answers judge one or two people everybody knows: no document gets its marks or counts."""
    marks_themes: bool = False
    """Its table tells which themes concern the respondent, and how much."""
    audience: Audience = field(name="for", default=EVERYONE)
    when: tuple[Condition, ...] = ()
    from_year: int = 1
    notes: bool = True
    notes_label: Text = NO_TEXT
    comparable_from: Version | None = None
    """Answers from this version of the set on may be compared, although the wording changed."""
    parts: tuple[Part, ...] = field(name="part", default=())

    @property
    def core(self) -> bool:
        """True when the short route keeps it."""
        return self.weight == "core"

    @property
    def gate(self) -> bool:
        """True when it must be answered in a certain way before anything else (consent)."""
        return any(part.must_be for part in self.parts)

    def part(self, part_id: str) -> Part | None:
        """The part with that id."""
        return next((part for part in self.parts if part.id == part_id), None)


class Instrument(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """A complete question set. Two are equal when their text is the same."""

    format: str
    id: Id
    version: Version
    title: Text
    main_question: Text = NO_TEXT
    sections: tuple[Section, ...] = field(name="section")
    questions: tuple[Question, ...] = field(name="question")
    digest: Annotated[str, Internal] = ""
    source: Annotated[str, Internal] = ""

    def get(self, question_id: str) -> Question | None:
        """The question with that id, or None."""
        return next((question for question in self.questions if question.id == question_id), None)

    def chapters(self) -> tuple[Section, ...]:
        """The sub-questions: sections that become a chapter, in order."""
        return tuple(section for section in self.sections if section.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Instrument) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 1.10 comes after 1.9 and 1.0 equals 1."""
    numbers = [int(part) for part in version.split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
