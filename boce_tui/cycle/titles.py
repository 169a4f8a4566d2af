"""What an item of the dossier is called: "Finding 12", "3.2 Experiences · General", "R07 · E5"."""

from __future__ import annotations

from functools import cached_property

from boce_tui.cycle.analysing.reading import people_of
from boce_tui.cycle.concluding import main_conclusions
from boce_tui.cycle.context import question_set
from boce_tui.cycle.numbering import given_numbers
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.agenda import Ambition, Body, Document, Organisation
from boce_tui.domain.analysis import Finding
from boce_tui.domain.intake import Intake
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import AnswerKey, join, last
from boce_tui.domain.needs import InformationNeed
from boce_tui.domain.noting import Note, Passage
from boce_tui.domain.plans import AnnualPlan
from boce_tui.domain.progressing import ProgressRound
from boce_tui.domain.recommendation import RecommendationGroup
from boce_tui.domain.round import Interview, Round
from boce_tui.domain.sending import TEXTS, Success
from boce_tui.domain.vocabulary import FORMS, label
from boce_tui.locale import _
from boce_tui.store import Dossier

CHAPTER = 3
"""The chapter of the report that holds the sub-conclusions."""


class Titles:
    """Names of items of a dossier, as seen from one round. Make a new one when things have changed.

    Args:
        dossier: The dossier.
        round_id: The round one works in.
    """

    def __init__(self, dossier: Dossier, round_id: str) -> None:
        self._dossier = dossier
        self._round_id = round_id
        self._numbers: dict[str, dict[str, str]] = {}

    def of(self, entity: str, key: str) -> str:
        """The name of an item; its id when there is nothing better to say."""
        name = getattr(self, f"_{entity}", None)
        found: str = name(key) if name else ""
        return found or last(key)

    def number(self, key: str) -> str:
        """The number of a recommendation, with its round when it is not of this one; empty when unknown."""
        round_id = key.split("/")[0]
        if round_id not in self._numbers:
            self._numbers[round_id] = given_numbers(self._dossier, round_id)
        number = self._numbers[round_id].get(key, "")
        return f"{round_id}-{number}" if number and round_id != self._round_id else number

    def section(self, section: str) -> str:
        """A sub-question with its number in the report."""
        title, number = self._sections.get(section, (section, 0))
        return f"{CHAPTER}.{number} {title}" if number else title

    def place(self, section: str, theme: str) -> str:
        """A sub-question and a theme."""
        return f"{self.section(section)} · {theme_name(self._dossier, theme)}"

    @cached_property
    def _sections(self) -> dict[str, tuple[str, int]]:
        chapters = question_set(self._dossier, self._round_id).chapters()
        return {section.id: (str(section.title), n) for n, section in enumerate(chapters, start=1)}

    @cached_property
    def _bullets(self) -> list[str]:
        return [item.key for item in main_conclusions(self._dossier, self._round_id)]

    def _finding(self, key: str) -> str:
        found = self._dossier.value(Finding, key)
        return _("Finding {n}").format(n=found.order) if found else ""

    def _sub_conclusion(self, key: str) -> str:
        _round, section, theme = key.split("/")
        return self.place(section, theme)

    def _main_conclusion(self, key: str) -> str:
        bullets = self._bullets
        return _("Main conclusion {n}").format(n=bullets.index(key) + 1) if key in bullets else ""

    def _recommendation(self, key: str) -> str:
        number = self.number(key)
        return _("Recommendation {number}").format(number=number) if number else ""

    def _follow_up(self, key: str) -> str:
        return _("What became of {number}").format(number=self.number(key) or last(key))

    def _recommendation_group(self, key: str) -> str:
        found = self._dossier.value(RecommendationGroup, key)
        return found.title if found else ""

    def _round(self, key: str) -> str:
        found = self._dossier.value(Round, key)
        return found.title if found else ""

    def _chapter_text(self, key: str) -> str:
        place = key.split("/", 1)[-1]
        if place in TEXTS:
            return label(TEXTS, place)
        return _("Text {number} of the report").format(number=last(key))

    def _success(self, key: str) -> str:
        return _("Success") if self._dossier.value(Success, key) else _("List of successes")

    def _council_information_need(self, key: str) -> str:
        found = self._dossier.value(InformationNeed, key)
        return f"{last(key)} {shortened(found.text)}" if found else ""

    def _recalibration(self, key: str) -> str:
        entity, _slash, item = key.split("/", 1)[-1].partition("/")
        return _("Recalibration of {item}").format(item=self.of(entity, item))

    def _intake(self, key: str) -> str:
        found = self._dossier.value(Intake, key)
        return found.title if found else ""

    def _available_hours(self, key: str) -> str:
        return _("Available hours in {year}").format(year=last(key))

    def _annual_plan(self, key: str) -> str:
        found = self._dossier.value(AnnualPlan, key)
        return found.title if found else ""

    def _planned_result(self, key: str) -> str:
        year, theme, form = key.split("/")[1:4]
        return f"{year} · {theme_name(self._dossier, theme)} · {label(FORMS, form)}"

    def _progress_round(self, key: str) -> str:
        found = self._dossier.value(ProgressRound, key)
        return found.title if found else ""

    def _progress_entry(self, key: str) -> str:
        theme, form = key.split("/")[2:4]
        return f"{theme_name(self._dossier, theme)} · {label(FORMS, form)}"

    def _ambition(self, key: str) -> str:
        found = self._dossier.value(Ambition, key)
        return shortened(found.text) if found else ""

    def _organisation(self, key: str) -> str:
        found = self._dossier.value(Organisation, key)
        return found.name if found else ""

    def _body(self, key: str) -> str:
        found = self._dossier.value(Body, key)
        return found.name if found else ""

    def _theme(self, key: str) -> str:
        return theme_name(self._dossier, key)

    def _document(self, key: str) -> str:
        found = self._dossier.value(Document, key)
        return _("Document {id}").format(id=last(key)) if found else ""

    def _interview(self, key: str) -> str:
        found = self._dossier.value(Interview, key)
        return f"{last(key)} · {', '.join(found.participants)}" if found else ""

    def _quote(self, key: str) -> str:
        found = self._dossier.value(Quote, key)
        return _("Quote · {place}").format(place=self._answer(found.answer)) if found else ""

    def _note(self, key: str) -> str:
        found = self._dossier.value(Note, key)
        place = self._answer(found.answer) if found and found.answer else key.split("/")[1]
        return _("Note · {place}").format(place=place)

    def _extra_question(self, key: str) -> str:
        _round, interview, question = key.split("/")
        return f"{interview} · {question}"

    def _passage(self, key: str) -> str:
        found = self._dossier.value(Passage, key)
        return _("Passage · {place}").format(place=self._answer(found.source)) if found else ""

    def _answer(self, key: str) -> str:
        place = AnswerKey.parse(key)
        interview = self._dossier.value(Interview, join(place.round, place.interview))
        answer = self._dossier.value(Answer, key)
        people = people_of(place, answer or Answer(), interview) if interview else (place.interview,)
        theme = [theme_name(self._dossier, place.theme)] if place.theme_or_none else []
        return " · ".join([" ".join(people), place.question, *theme])
