"""An access request: everything that is kept under one code, as one file for that person (domain.md 9.8)."""

from __future__ import annotations

from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.context import question_set
from boce_tui.cycle.outgoing import Outgoing, placed_findings
from boce_tui.cycle.profiles import require
from boce_tui.cycle.reporting.issuing import known_giveaways
from boce_tui.cycle.titles import Titles
from boce_tui.domain.agenda import Agenda, Organisation, Theme
from boce_tui.domain.approving import InterviewRecord
from boce_tui.domain.base import Entity
from boce_tui.domain.dates import show_day
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.keys import ALL, AnswerKey, join, last
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.domain.profiles import TAKE_OUT
from boce_tui.domain.round import Interview, Respondent
from boce_tui.domain.vocabulary import (
    APPROVAL_RESULT,
    GROUPS,
    INTERVIEW_STATE,
    QUOTE_APPROVAL,
    ROLES,
    SKIP_REASON,
    label,
)
from boce_tui.errors import BadInput
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.access import check_access
from boce_tui.reports.documents import Document
from boce_tui.reports.model.access import AccessFact, AccessModel, AccessSection
from boce_tui.reports.model.base import Origin, Text
from boce_tui.reports.printing.access import access_parts
from boce_tui.store import Dossier

TEMPLATE = "access"


def prepare_access(dossier: Dossier, round_id: str, code: str, names: Names) -> Outgoing:
    """Make the answer to an access request and check it for names of others; nothing is written.

    Raises:
        BadInput: There is no such person in the round.
        PrivacyStop: This profile may not.
    """
    require(dossier.env.profile, TAKE_OUT)
    wanted = code.strip().upper()
    person = dossier.value(Respondent, join(round_id, wanted))
    if person is None:
        raise BadInput(
            _("There is nobody with code {code} in round {round}.").format(code=wanted, round=round_id)
        )
    with in_language("nl"):
        finder = _Finder(dossier, round_id, wanted)
        agenda = dossier.value(Agenda, "agenda")
        model = AccessModel(
            example=dossier.example,
            agenda=Text(agenda.name if agenda else "", Origin(Agenda.entity, "agenda", "name")),
            names_open=names.unlocked or not names.exists,
            sections=tuple(
                section
                for section in (
                    _about(dossier, round_id, wanted, person, names),
                    finder.interviews(),
                    finder.answers(),
                    finder.beside(),
                    finder.quotes(),
                )
                if section.facts
            ),
            shared=finder.shared,
            own=(wanted,),
        )
        document = Document(TEMPLATE, model, "nl", access_parts)
    found = check_access(document, known_giveaways(dossier, names))
    findings = placed_findings(dossier, round_id, names, found)
    return Outgoing("access", "interviewee", "", "nl", document.markdown.encode(), findings)


def _fixed(words: str) -> Text:
    return Text(words, Origin("none"))


def _fact(name: str, *texts: Text) -> AccessFact:
    return AccessFact(label=_fixed(name), texts=tuple(text for text in texts if text))


def _about(dossier: Dossier, round_id: str, code: str, person: Respondent, names: Names) -> AccessSection:
    key = join(round_id, code)
    places = dossier.values(Organisation)
    themes = dossier.values(Theme)

    def text(words: str, field: str) -> Text:
        return Text(words, Origin(Respondent.entity, key, field))

    facts = [
        _fact(_("Code"), _fixed(code)),
        _fact(_("Role"), text(", ".join(label(ROLES, role) for role in person.roles), "role")),
        _fact(_("Group"), text(label(GROUPS, person.group), "group")),
        _fact(
            _("Municipality"),
            text(
                ", ".join(places[m].name if m in places else m for m in person.municipalities),
                "municipalities",
            ),
        ),
        _fact(
            _("Themes, with how much you were expected to be involved (0 to 3)"),
            text(
                ", ".join(f"{themes[t].name if t in themes else t}: {n}" for t, n in person.themes.items()),
                "themes",
            ),
        ),
        _fact(_("Noted about a conflict of interest"), text(person.evaluator_conflict, "evaluator_conflict")),
    ]
    who = names.person(code) if names.unlocked else None
    if who is not None:
        said = _("yes") if who.consent else _("no")
        for title, words in (
            (_("Name"), who.name),
            (_("Function"), who.function),
            (_("E-mail"), who.email),
            (_("Telephone"), who.phone),
            (_("Your name may stand in the report"), said),
        ):
            facts.append(_fact(title, Text(words, Origin("names", code))))
    return AccessSection(title=_("Who you are here"), facts=tuple(fact for fact in facts if fact.texts))


class _Finder:
    """Finds what is one person's own in a round; counts what they gave together with others."""

    def __init__(self, dossier: Dossier, round_id: str, code: str) -> None:
        self._dossier, self._round, self._code = dossier, round_id, code
        self._asked = question_set(dossier, round_id)
        self._sayer = Sayer(dossier, round_id, self._asked)
        self._titles = Titles(dossier, round_id)
        found = dossier.values(Interview, f"{round_id}/")
        self._mine = {last(key): one for key, one in found.items() if code in one.participants}
        self._own: set[str] = set()
        self.shared = 0

    def interviews(self) -> AccessSection:
        """When, in which state, how far the record is."""
        facts = []
        for id_, one in self._mine.items():
            key = join(self._round, id_)
            record = self._dossier.value(InterviewRecord, key)
            sent = record.participants.get(self._code) if record else None
            state = label(INTERVIEW_STATE, one.state)
            day = show_day(one.when.actual or one.when.planned)
            words = [f"{state}, {day}" if day else state]
            if sent is not None and sent.sent:
                result = label(APPROVAL_RESULT, sent.result) if sent.result else _("no answer yet")
                words.append(
                    _("Record sent on {day}: {result}").format(day=show_day(sent.sent), result=result)
                )
            texts = [Text(line, Origin(Interview.entity, key)) for line in words]
            if len(one.participants) == 1:
                texts += [Text(w, Origin(Interview.entity, key, "note")) for w in (one.place, one.note) if w]
            facts.append(_fact(id_, *texts))
        return AccessSection(title=_("Your interviews"), facts=tuple(facts))

    def answers(self) -> AccessSection:
        """Every answer of one's own, with notes, choices and labels."""
        facts = []
        for key, answer in sorted(self._dossier.values(Answer, f"{self._round}/").items()):
            place = AnswerKey.parse(key)
            if place.interview not in self._mine or not self._is_mine(place, answer.speakers):
                continue
            self._own.add(key)
            lines = self._sayer.lines(place.question, answer.values)
            texts = [Text(line, Origin(Answer.entity, key, "values")) for line in lines]
            texts += [
                Text(words, Origin(Answer.entity, key, field))
                for field, words in (("text", answer.text), ("worked_out", answer.worked_out))
            ]
            if answer.skipped:
                reason = f"{label(SKIP_REASON, answer.skipped.reason)} {answer.skipped.note}".strip()
                texts.append(Text(reason, Origin(Answer.entity, key, "skipped")))
            tags = self._dossier.value(Tagging, key)
            if tags and tags.tags:
                words = _("Labels: {labels}").format(labels=", ".join(tags.tags))
                texts.append(Text(words, Origin(Tagging.entity, key)))
            facts.append(_fact(self._question(place), *texts))
        return AccessSection(title=_("What you answered"), facts=tuple(fact for fact in facts if fact.texts))

    def beside(self) -> AccessSection:
        """Free notes, extra questions and linked passages."""
        facts = []
        for kind, title in ((Note, _("Note")), (ExtraQuestion, _("Extra question")), (Passage, _("Passage"))):
            for key, one in sorted(self._dossier.values(kind, f"{self._round}/").items()):
                interview = key.split("/")[1]
                if interview not in self._mine or not self._is_mine_beside(kind, interview, one):
                    continue
                facts.append(_fact(f"{title} {last(key)}", Text(one.words(), Origin(kind.entity, key))))
        return AccessSection(title=_("What was noted beside it"), facts=tuple(facts))

    def quotes(self) -> AccessSection:
        """Quotes from one's own answers."""
        facts = []
        for key, quote in sorted(self._dossier.values(Quote, f"{self._round}/").items()):
            alone = quote.speakers in ((), (self._code,))
            if quote.answer in self._own and alone:
                title = _("Quote, {approval}").format(approval=label(QUOTE_APPROVAL, quote.approval))
                texts = (
                    Text(quote.text, Origin(Quote.entity, key)),
                    Text(quote.wording, Origin(Quote.entity, key)),
                )
                facts.append(_fact(title, *texts))
        return AccessSection(title=_("Sentences kept as a quote"), facts=tuple(facts))

    def _is_mine(self, place: AnswerKey, speakers: tuple[str, ...]) -> bool:
        if place.participant != ALL:
            return place.participant == self._code
        at_table = speakers or self._mine[place.interview].participants
        if at_table == (self._code,):
            return True
        self.shared += self._code in at_table
        return False

    def _is_mine_beside(self, kind: type[Entity], interview: str, one: Entity) -> bool:
        if kind is Passage:
            return getattr(one, "source", "") in self._own
        speakers = getattr(one, "speakers", ()) or self._mine[interview].participants
        if tuple(speakers) == (self._code,):
            return True
        self.shared += kind is Note and self._code in speakers
        return False

    def _question(self, place: AnswerKey) -> str:
        asked = self._asked.get(place.question)
        theme = self._dossier.value(Theme, place.theme) if place.theme_or_none else None
        words = f"{place.question} {asked.text.get('nl') if asked else ''}".strip()
        return f"{words} ({theme.name})" if theme else words
