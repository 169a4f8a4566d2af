"""What one person said, and what was noted beside it; what was given together with others is only counted."""

from __future__ import annotations

from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.context import question_set
from boce_tui.cycle.giving_access.earlier import NOTHING, Hush, Line, Mine, T, fact, withheld
from boce_tui.cycle.giving_access.tables import Tables
from boce_tui.cycle.question_words import QuestionWords
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.agenda import Theme
from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.keys import ALL, AnswerKey, last
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.domain.vocabulary import QUOTE_APPROVAL, SKIP_REASON, label
from boce_tui.locale import _
from boce_tui.reports.model.access import AccessFact, AccessSection
from boce_tui.reports.model.base import Origin, Text
from boce_tui.store import Dossier, Stored


class Said:
    """Finds what is one person's own in a round.

    Args:
        dossier: The dossier.
        round_id: The round.
        tables: Who sat where.
        hush: Leaves names of others out of what is not current.
    """

    def __init__(self, dossier: Dossier, round_id: str, tables: Tables, hush: Hush) -> None:
        self._dossier, self._round, self._tables, self._hush = dossier, round_id, tables, hush
        self._asked = question_set(dossier, round_id)
        self._sayer = Sayer(dossier, round_id, self._asked)
        self._themes = dossier.values(Theme)
        self._as_asked = QuestionWords(dossier, the_round(dossier, round_id).year)
        self._own: set[str] = set()
        self._quotes: set[str] = set()
        self.shared = 0

    def answers(self) -> AccessSection:
        """Every answer of one's own, with notes, choices and labels."""
        found: list[AccessFact] = []
        for key in self._dossier.head_keys(Answer, f"{self._round}/"):
            place = AnswerKey.parse(key)
            if place.interview not in self._tables.lines:
                continue
            line = self._tables.answer(key)
            if line.last is None or line.last.value is None:
                continue
            if not self._tables.of_answer(key):
                at_table = line.last.value.speakers or self._tables.now(place.interview)
                self.shared += (
                    line.now is not None and place.participant == ALL and self._tables.code in at_table
                )
                continue
            self._own.add(key)

            def lines(one: Answer, key: str = key) -> list[Text]:
                return self._answer(key, one)

            def mine(one: Stored[Answer], key: str = key) -> bool:
                speakers = one.value.speakers if one.value is not None else ()
                return self._tables.of_answer_then(key, one.at, speakers)

            said = fact(self.question(place), line, lines, self._hush, mine=mine)
            labels = self._labels(key)
            texts, earlier = (*said.texts, *labels.texts), (*said.earlier, *labels.earlier)
            found.append(AccessFact(label=said.label, texts=texts, earlier=earlier))
            self.shared += withheld(line, lines, mine)
        return AccessSection(title=_("What you answered"), facts=tuple(one for one in found if one))

    def _answer(self, key: str, one: Answer) -> list[Text]:
        place = AnswerKey.parse(key)

        def text(words: str, field: str) -> Text:
            return Text(words, Origin(Answer.entity, key, field))

        found = [text(words, "values") for words in self._sayer.lines(place.question, one.values)]
        found += [text(one.text, "text"), text(one.worked_out, "worked_out")]
        if one.skipped:
            reason = f"{label(SKIP_REASON, one.skipped.reason)} {one.skipped.note}".strip()
            found.append(text(reason, "skipped"))
        if one.later:
            found.append(text(_("To come back to later."), "later"))
        if one.speakers == (self._tables.code,) and place.participant == ALL:
            found.append(text(_("Marked as said by you."), "speakers"))
        asked = self._asked.get(place.question)
        probes = (*asked.probes, *(p for some in asked.probes_for.values() for p in some)) if asked else ()
        for probe in probes:
            if probe.number in one.probes_asked:
                words = self._as_asked.of(probe, place.theme_or_none)
                found.append(text(_("Also asked: {question}").format(question=words), "probes"))
        return found

    def _labels(self, key: str) -> AccessFact:
        def lines(one: Tagging) -> list[Text]:
            words = _("Labels: {labels}").format(labels=", ".join(one.tags)) if one.tags else ""
            return [Text(words, Origin(Tagging.entity, key, "tags"))]

        def mine(one: Stored[Tagging]) -> bool:
            return self._tables.of_answer_then(key, one.at)

        return fact("", Line.of(self._dossier, Tagging, key), lines, self._hush, mine=mine)

    def beside(self) -> AccessSection:
        """Free notes, extra questions and linked passages."""
        found: list[AccessFact] = []
        for key in self._dossier.head_keys(Note, f"{self._round}/"):
            found.append(self._note(key))
        for key in self._dossier.head_keys(ExtraQuestion, f"{self._round}/"):
            interview, extra = key.split("/")[1], Line.of(self._dossier, ExtraQuestion, key).last
            if extra is not None and self._tables.alone_then(interview, extra.at):
                found.append(
                    self._words(
                        ExtraQuestion,
                        key,
                        _("Extra question"),
                        lambda one, i=interview: self._tables.alone_then(i, one.at),  # type: ignore[misc]
                    )
                )
        for key in self._dossier.head_keys(Passage, f"{self._round}/"):
            item = Line.of(self._dossier, Passage, key).last
            if item is not None and item.value is not None and item.value.source in self._own:
                found.append(self._words(Passage, key, _("Passage"), self._passage_is_mine))
        return AccessSection(title=_("What was noted beside it"), facts=tuple(one for one in found if one))

    def _note(self, key: str) -> AccessFact:
        interview = key.split("/")[1]
        item = Line.of(self._dossier, Note, key).last
        speakers = item.value.speakers if item is not None and item.value is not None else ()
        if interview not in self._tables.lines or item is None:
            return NOTHING
        if not self._tables.alone_then(interview, item.at, speakers):
            in_it = self._tables.code in (speakers or self._tables.now(interview))
            self.shared += in_it and self._dossier.value(Note, key) is not None
            return NOTHING

        def mine(one: Stored[Note]) -> bool:
            said_by = one.value.speakers if one.value is not None else ()
            return self._tables.alone_then(interview, one.at, said_by)

        return self._words(Note, key, _("Free note"), mine)

    def _passage_is_mine(self, one: Stored[Passage]) -> bool:
        source = one.value.source if one.value is not None else ""
        return source in self._own and self._tables.of_answer_then(source, one.at)

    def _words(self, kind: type[T], key: str, title: str, mine: Mine[T]) -> AccessFact:
        def lines(one: T) -> list[Text]:
            return [Text(one.words(), Origin(kind.entity, key))]

        line = Line.of(self._dossier, kind, key)
        return fact(f"{title} {last(key)}", line, lines, self._hush, mine=mine)

    def quotes(self) -> AccessSection:
        """Quotes from one's own answers, those that were taken out too."""
        found: list[AccessFact] = []
        for key in self._dossier.head_keys(Quote, f"{self._round}/"):
            line = Line.of(self._dossier, Quote, key)
            if line.last is None or line.last.value is None or not self.quote_is_mine(line.last.value):
                continue
            self._quotes.add(key)
            title = _("Quote, {approval}").format(approval=label(QUOTE_APPROVAL, line.last.value.approval))

            def lines(one: Quote, key: str = key) -> list[Text]:
                words = (("text", one.text), ("wording", one.wording))
                return [Text(said, Origin(Quote.entity, key, field)) for field, said in words]

            def approval(one: Quote, key: str = key) -> list[Text]:
                words = _("Quote, {approval}").format(approval=label(QUOTE_APPROVAL, one.approval))
                return [Text(words, Origin(Quote.entity, key, "approval"))]

            found.append(fact(title, line, lines, self._hush, mine=self._quote_was_mine, also=approval))
        return AccessSection(title=_("Sentences kept as a quote"), facts=tuple(one for one in found if one))

    def quote_is_mine(self, one: Quote) -> bool:
        """True when a quote is of this person alone."""
        return one.answer in self._own and one.speakers in ((), (self._tables.code,))

    def _quote_was_mine(self, one: Stored[Quote]) -> bool:
        value = one.value
        if value is None or not self.quote_is_mine(value):
            return False
        return self._tables.of_answer_then(value.answer, one.at, value.speakers or None)

    def noted(self) -> AccessSection:
        """What evaluators noted beside a source of a finding, where that source is one's own."""
        found, mine = [], self._own | self._quotes
        for key in self._dossier.head_keys(Finding, f"{self._round}/"):

            def lines(one: Finding, key: str = key) -> list[Text]:
                notes = (source.note for source in one.evidence if source.note and source.key in mine)
                return [Text(note, Origin(Finding.entity, key, "evidence")) for note in notes]

            line = Line.of(self._dossier, Finding, key)
            found.append(fact(_("At finding {id}").format(id=last(key)), line, lines, self._hush))
        return AccessSection(
            title=_("What was noted when your words were read"), facts=tuple(one for one in found if one)
        )

    def question(self, place: AnswerKey) -> str:
        """A question in words, with its theme."""
        asked = self._asked.get(place.question)
        said = self._as_asked.of(asked.text, place.theme_or_none) if asked else ""
        words = f"{place.question} {said}".strip()
        theme = self._themes.get(place.theme_or_none or "")
        return f"{words} ({theme.name})" if theme and theme.name not in words else words
