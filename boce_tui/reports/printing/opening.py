"""The document table, chapter 1 and the last line."""

from __future__ import annotations

from boce_tui.domain.quantifier import QUANTIFIERS
from boce_tui.domain.vocabulary import FORMS, GROUPS, GROUPS_PLURAL, label
from boce_tui.locale import _, ngettext
from boce_tui.reports.blocks import (
    Piece,
    bullets,
    fill,
    listing,
    numbered,
    paragraph,
    sentences,
    stack,
    strong,
    table,
)
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day, in_words
from boce_tui.reports.model import AmbitionFact, Text
from boce_tui.reports.preparing import Prepared
from boce_tui.reports.printing.common import names
from boce_tui.reports.wording import FORM_MEANS, STATUS, WORD_SHARES


def notices(report: Prepared) -> Md:
    """The warnings that everything is made up, or not finished; nothing in a real report."""
    found: list[Md] = []
    if report.model.example:
        words = _("All people, answers and outcomes in this document are made up.")
        found.append(sentences(strong(_("Example, invented.")), words))
    if report.model.draft:
        words = _("Parts of this report may be missing or may still change.")
        found.append(sentences(strong(_("Unfinished draft.")), words))
    return stack(found)


def document_table(report: Prepared) -> Md:
    """Version, status and embargo, at the top of the report."""
    model, data = report.model, report.model.document
    rows: list[tuple[Piece, Piece]] = [
        (_("Agenda"), data.agenda),
        (_("Round"), data.round),
        (_("Period"), data.period),
        (_("Version"), data.version),
        (_("Status"), label(STATUS, data.status)),
        (_("Date"), day(data.date)),
        (_("Publicity"), _publicity(report)),
        (_("Edition"), _audience(report)),
    ]
    if model.example:
        rows.append((_("Note"), _("Example, invented")))
    shown = [row for row in rows if row[1]]
    return table([_("About this document"), _("Details")], shown)


def last_line(report: Prepared) -> Md:
    """Version, status and embargo once more, as the last line."""
    model, data = report.model, report.model.document
    first = (
        fill(
            _("Version {version}, {status}, {date}."),
            version=data.version,
            status=label(STATUS, data.status),
            date=day(data.date),
        )
        if data.date
        else fill(_("Version {version}, {status}."), version=data.version, status=label(STATUS, data.status))
    )
    return paragraph(
        sentences(
            first,
            fill("{publicity}.", publicity=_publicity(report)),
            _("For the steering group only.") if model.audience == "steering" else "",
            _("Unfinished draft.") if model.draft else "",
            _("Example, invented.") if model.example else "",
        )
    )


def _publicity(report: Prepared) -> str:
    data = report.model.document
    if data.embargo_until:
        return _("Confidential until {date}").format(date=day(data.embargo_until))
    return _("No embargo")


def _audience(report: Prepared) -> str:
    if report.model.audience == "steering":
        return _("for the steering group, with evidence codes")
    return _("public edition")


def collaboration(report: Prepared) -> Md:
    """The forms and the goal of the collaboration (1.1)."""
    intro = report.model.introduction
    themes = names([theme.name for theme in intro.themes])
    stopped = names([theme.name for theme in intro.themes if theme.stopped_undecided])
    forms = [
        fill(
            _("{form}: {meaning}"), form=strong(_capital(label(FORMS, form))), meaning=label(FORM_MEANS, form)
        )
        for form in intro.forms
    ]
    return stack(
        [
            fill(_("The goal of the collaboration is: {goal}"), goal=intro.goal) if intro.goal else Md(""),
            fill(_("The themes of the agenda are: {themes}."), themes=themes) if themes else Md(""),
            fill(_("Stopped without a decision: {themes}."), themes=stopped) if stopped else Md(""),
            paragraph(_("The collaboration takes these forms:")) if forms else Md(""),
            bullets(forms),
        ]
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def ambitions(report: Prepared) -> Md:
    """The register of ambitions with the dates of the councils (1.1)."""
    facts = report.model.introduction.ambitions
    if not facts:
        return paragraph(_("No ambitions have been recorded for this agenda."))
    rows = [(fact.theme.name, fact.text, _decisions(fact)) for fact in facts]
    lead = _("These are the ambitions that were agreed, with the day on which each council adopted them.")
    return stack([paragraph(lead), table([_("Theme"), _("Ambition"), _("Adopted")], rows)])


def _decisions(fact: AmbitionFact) -> Md:
    parts = [
        fill(_("{municipality} on {date}"), municipality=decision.municipality, date=day(decision.date))
        if decision.date
        else fill(_("{municipality} (date unknown)"), municipality=decision.municipality)
        for decision in fact.decisions
    ]
    return listing(parts) if parts else fill(_("no decision recorded"))


def who(report: Prepared) -> Md:
    """Who evaluated, for whom (1.2)."""
    intro = report.model.introduction
    found: list[Md] = []
    if intro.evaluators:
        count = ngettext("{n} evaluator", "{n} evaluators", intro.evaluators).format(
            n=in_words(intro.evaluators)
        )
        found.append(
            fill(
                _("The evaluation was carried out by {count} from {organisations}."),
                count=count,
                organisations=names(intro.evaluator_organisations),
            )
            if intro.evaluator_organisations
            else fill(_("The evaluation was carried out by {count}."), count=count)
        )
    if intro.commissioning_body:
        found.append(fill(_("It was commissioned by: {body}."), body=intro.commissioning_body))
    if intro.delegated_commissioner:
        found.append(fill(_("First contact was: {body}."), body=intro.delegated_commissioner))
    return paragraph(sentences(*found))


def scope(report: Prepared) -> Md:
    """Which themes were looked into and which were not (1.2)."""
    intro = report.model.introduction
    focus = names([theme.name for theme in intro.focus_themes])
    left = names([theme.name for theme in intro.left_out])
    return paragraph(
        sentences(
            fill(_("This round looks into: {themes}."), themes=focus) if focus else "",
            fill(_("Not looked into in this round: {themes}."), themes=left) if left else "",
            intro.left_out_reason,
        )
    )


def interviews(report: Prepared) -> Md:
    """How many interviews were held with how many people (1.2)."""
    intro = report.model.introduction
    if not intro.interviews:
        return paragraph(_("No interviews have been held in this round."))
    held = ngettext("{n} interview", "{n} interviews", intro.interviews).format(n=intro.interviews)
    spoken = ngettext("{n} person", "{n} people", intro.participants).format(n=intro.participants)
    groups = [
        f"{size.people} {label(GROUPS if size.people == 1 else GROUPS_PLURAL, size.group)}"
        for size in intro.groups
    ]
    return paragraph(
        sentences(
            fill(
                _("We held {interviews} with {people}: {groups}."),
                interviews=held,
                people=spoken,
                groups=listing(groups),
            )
            if groups
            else fill(_("We held {interviews} with {people}."), interviews=held, people=spoken),
            _period(intro.interviews_from, intro.interviews_until),
            _("Some interviews had more than one participant; we count people, not interviews.")
            if intro.participants > intro.interviews
            else "",
            _("Appendix 5.1 lists their roles; everyone receives this report."),
        )
    )


def _period(first: str, last: str) -> Md:
    if not first or not last:
        return Md("")
    if first == last:
        return fill(_("They took place on {day}."), day=day(first))
    return fill(_("They took place between {first} and {last}."), first=day(first), last=day(last))


def questions(report: Prepared) -> Md:
    """The main question and the sub-questions (1.3)."""
    main = report.model.introduction.main_question
    subs: list[Text] = [chapter.question or chapter.title for chapter in report.model.chapters]
    if not main and not subs:
        return paragraph(_("The main question has not been recorded yet."))
    return stack(
        [
            fill(_("The main question of this evaluation is: {question}"), question=main) if main else Md(""),
            paragraph(_("To answer it we asked these sub-questions:")) if subs else Md(""),
            numbered(subs),
        ]
    )


def words_of_quantity(report: Prepared) -> Md:
    """What "most" and "a few" mean in this report (1.4)."""
    rows = [(label(QUANTIFIERS, word), label(WORD_SHARES, word)) for word in WORD_SHARES]
    lead = _("Words such as “most” and “a few” have a fixed meaning, counted over the people who answered:")
    rule = fill(
        _("We give numbers only when at least {count} people answered, so that nobody can be recognised."),
        count=report.model.count_threshold,
    )
    return stack([paragraph(lead), table([_("Word"), _("Means")], rows), rule])


def about_quotes(report: Prepared) -> Md:
    """How quotes and evidence are shown (1.4)."""
    steering = _(
        "A V with a number is the place where a statement comes from. It numbers a statement, never a person."
    )
    return paragraph(
        sentences(
            _("Quotes are literal, or slightly reworded so that nobody can be recognised."),
            _("The speaker has approved them; who it was is not mentioned."),
            steering if report.model.audience == "steering" else "",
        )
    )
