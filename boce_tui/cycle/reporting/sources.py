"""What the chapters of the report are built from: the round, read once, and texts with their origin."""

from __future__ import annotations

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.numbering import given_numbers
from boce_tui.cycle.planning.themes import decided
from boce_tui.cycle.question_words import QuestionWords
from boce_tui.domain.agenda import Body, Organisation, Theme
from boce_tui.domain.analysis import ChapterText, Finding
from boce_tui.domain.base import Entity
from boce_tui.domain.keys import GENERAL
from boce_tui.domain.round import Round
from boce_tui.reports import model
from boce_tui.reports.model import NO_TEXT, Origin, Text
from boce_tui.store import Dossier


class Sources:
    """One round as the report reads it.

    Attributes:
        readback: Held interviews and their answers.
        findings: Key -> finding.
        question_words: Questions as somebody reads them back.
        earlier: Key of an earlier recommendation -> its full number (``2021-3b``).
    """

    def __init__(self, dossier: Dossier, round_id: str, language: str) -> None:
        self.dossier = dossier
        self.round_id = round_id
        self.language = language
        self.readback = Readback(dossier, round_id)
        self.round: Round = self.readback.round
        self.themes = dossier.values(Theme)
        self.bodies = dossier.values(Body)
        self.organisations = dossier.values(Organisation)
        self.findings = dossier.values(Finding, f"{round_id}/")
        self._texts = dossier.values(ChapterText, f"{round_id}/")
        self.earlier = self._earlier_numbers()
        self.question_words = QuestionWords(dossier, self.round.year)

    def _earlier_numbers(self) -> dict[str, str]:
        found: dict[str, str] = {}
        previous, seen = self.round.previous, {self.round_id}
        while previous and previous not in seen:
            seen.add(previous)
            given = given_numbers(self.dossier, previous)
            found |= {key: f"{previous}-{number}" for key, number in given.items()}
            earlier = self.dossier.value(Round, previous)
            previous = earlier.previous if earlier else ""
        return found

    def written(self, section: str) -> Text:
        """The hand-written text of a section; its origin also when there is none yet."""
        key = f"{self.round_id}/{section}"
        found = self._texts.get(key)
        return Text(found.text if found else "", Origin(ChapterText.entity, key), fillable=True)

    def titles(self) -> dict[str, Text]:
        """Own words for fixed headings, kept as chapter texts ``title.{heading id}``."""
        start = f"{self.round_id}/title."
        return {
            key.removeprefix(start): Text(value.text, Origin(ChapterText.entity, key))
            for key, value in self._texts.items()
            if key.startswith(start) and value.text.strip()
        }

    def theme(self, theme: str) -> model.Theme:
        """A theme with its name in the report's language."""
        found = self.themes.get(theme)
        stopped = found is not None and bool(found.work_stopped) and not decided(found)
        return model.Theme(id=theme, name=self.theme_name(theme), stopped_undecided=stopped)

    def theme_name(self, theme: str) -> Text:
        """The name of a theme; empty for "general"."""
        if theme == GENERAL:
            return NO_TEXT
        found = self.themes.get(theme)
        name = "" if found is None else (self.language == "en" and found.name_en) or found.name
        return Text(name or theme, Origin(Theme.entity, theme, "name"))

    def body(self, body: str) -> Text:
        """The name of a body; the id itself when it is not in the list."""
        if not body:
            return NO_TEXT
        found = self.bodies.get(body)
        name = body if found is None else (self.language == "en" and found.name_en) or found.name
        return Text(name, Origin(Body.entity, body, "name"))

    def organisation(self, organisation: str) -> Text:
        """The name of a municipality or partner; the id itself when it is not in the list."""
        if not organisation:
            return NO_TEXT
        found = self.organisations.get(organisation)
        return Text(found.name if found else organisation, Origin(Organisation.entity, organisation, "name"))

    def municipalities(self) -> list[str]:
        """Ids of the municipalities in their order."""
        ours = {k: o for k, o in self.organisations.items() if o.kind == "municipality"}
        return sorted(ours, key=lambda key: (ours[key].order, key))


def text(value: str, kind: type[Entity], key: str, field: str = "text") -> Text:
    """A text of people with its place in the dossier."""
    return Text(value, Origin(kind.entity, key, field))
