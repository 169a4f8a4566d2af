"""Choosing where a finding belongs, whom it is about, and its quantity word."""

from __future__ import annotations

from boce_tui.cycle.analysing import findings
from boce_tui.cycle.analysing.support import Support
from boce_tui.cycle.context import question_set
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import GENERAL
from boce_tui.domain.quantifier import QUANTIFIERS
from boce_tui.domain.vocabulary import EVIDENCE_TYPE, GROUPS_PLURAL, REPORTING_GROUPS, label
from boce_tui.locale import _
from boce_tui.tui.analysing.facts import proposal
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import WorkingScreen

_NONE = "none"


def change_place(screen: WorkingScreen, key: str, finding: Finding, field: str) -> None:
    """Choose another ``sub_question``, ``theme``, ``group`` or ``evidence_type``."""
    question, options = _offered(screen, field)
    now = getattr(finding, field) or _NONE
    shown = [Choice(option, words, on=option == now) for option, words in options]

    def change(chosen: str) -> None:
        value = "" if chosen == _NONE else chosen
        screen.do(_("place of a finding"), lambda d: findings.change_finding(d, key, **{field: value}))

    pick(screen.boce, question, shown, change)


def _offered(screen: WorkingScreen, field: str) -> tuple[str, list[tuple[str, str]]]:
    dossier, round_id = screen.dossier, screen.round_id
    if field == "sub_question":
        titles = screen.titles()
        chapters = question_set(dossier, round_id).chapters()
        return _("To which sub-question does it belong?"), [(s.id, titles.section(s.id)) for s in chapters]
    if field == "theme":
        themes = (GENERAL, *the_round(dossier, round_id).focus_themes)
        return _("To which theme does it belong?"), [(t, theme_name(dossier, t)) for t in themes]
    if field == "group":
        groups = [(g, label(GROUPS_PLURAL, g)) for g in REPORTING_GROUPS]
        return _("Whom is it about?"), [(_NONE, _("everyone")), *groups]
    return _("What kind of evidence is it?"), [(e, label(EVIDENCE_TYPE, e)) for e in EVIDENCE_TYPE]


def choose_word(screen: WorkingScreen, key: str, finding: Finding, found: Support) -> None:
    """Choose the quantity word; another one than the counts propose asks why (R40)."""
    now = finding.quantifier.word if finding.quantifier else _NONE
    shown = [
        Choice(word, label(QUANTIFIERS, word), _("proposed") if word == found.proposal else "", word == now)
        for word in QUANTIFIERS
    ]

    def chosen(word: str) -> None:
        wanted = "" if word == _NONE else word
        if not wanted or wanted == found.proposal:
            save(wanted, "")
        else:
            ask_text(
                screen.boce,
                _("Why another word than the counts propose?"),
                lambda reason: save(wanted, reason),
                text=finding.quantifier.reason if finding.quantifier else "",
                detail=proposal(found),
                check=lambda reason: "" if reason.strip() else _("Type why, in a few words."),
            )

    def save(word: str, reason: str) -> None:
        screen.do(
            _("quantity word"),
            lambda d: findings.choose_quantifier(d, key, word, reason, found.proposal),
        )

    none = Choice(_NONE, _("no quantity word"), on=now == _NONE)
    pick(screen.boce, _("Which quantity word?"), [none, *shown], chosen, detail=proposal(found))
