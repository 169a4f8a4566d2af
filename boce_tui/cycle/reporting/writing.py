"""The texts of the report that people write themselves; recompiling never touches them (R52)."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.context import question_set
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.keys import GENERAL
from boce_tui.domain.text import clean_entry
from boce_tui.locale import N_, _
from boce_tui.store import Dossier, Stored

FIXED = (
    ("1.1", N_("1.1 Reason of this round")),
    ("1.2.approach", N_("1.2 Approach")),
    ("1.2", N_("1.2 Limitations")),
    ("1.4", N_("1.4 Reader's guide, instead of the fixed one")),
    ("2.1", N_("2.1 Introduction to the conclusions")),
    ("2.3", N_("2.3 Introduction to the recommendations")),
)
MAIN = ("1.3", N_("1.3 Main question, which the question set does not have"))
AFTERWORD = ("4", N_("4 Afterword"))


@dataclass(frozen=True)
class Writable:
    """A place in the report for a text of one's own.

    Attributes:
        key: Key of the chapter text.
        title: Where it stands, in the user's language.
        text: What is written now.
        revision: The revision it is from; empty when nothing was written yet.
    """

    key: str
    title: str
    text: str
    revision: str


def writable(dossier: Dossier, round_id: str) -> list[Writable]:
    """Every text of the report that can be written by hand, in report order."""
    round_ = the_round(dossier, round_id)
    places = [(section, _(title)) for section, title in FIXED]
    questions = question_set(dossier, round_id)
    if not questions.main_question:
        places.insert(len([section for section, _title in FIXED if section < "1.3"]), (MAIN[0], _(MAIN[1])))
    for number, section in enumerate(questions.chapters(), start=1):
        for theme in (GENERAL, *round_.focus_themes):
            name = theme_name(dossier, theme)
            places.append((f"3.{section.id}.{theme}", f"3.{number} {section.title} · {name}"))
    places.append((AFTERWORD[0], _(AFTERWORD[1])))
    return [place_of(dossier, f"{round_id}/{section}", title) for section, title in places]


def place_of(dossier: Dossier, key: str, title: str) -> Writable:
    """A place for a text with what is written there now."""
    item = dossier.get(ChapterText, key)
    if item is None or item.value is None:
        return Writable(key, title, "", "")
    return Writable(key, title, item.value.text, item.id)


def write(dossier: Dossier, key: str, text: str) -> Stored[ChapterText]:
    """Keep a hand-written text."""
    return dossier.save(ChapterText(text=clean_entry(text)), key)
