"""How actions are told on screens and lines: what is to be done, how far it is, how late."""

from __future__ import annotations

from boce_tui.cycle.deciding.standing import DECISION, standings
from boce_tui.cycle.following_up.actions import Promise
from boce_tui.cycle.following_up.decided import Followed
from boce_tui.domain.dates import show_day
from boce_tui.domain.vocabulary import ACTION_STATE, DECISION_CHOICE, PROGRESS_CLASS, label
from boce_tui.locale import _
from boce_tui.reports import formats
from boce_tui.store import Dossier


def text_words(one: Promise) -> str:
    """The action; without one that there is none, with the recommendation."""
    if one.action is not None:
        return one.action.text
    if not one.waits:
        return one.about.value.text
    return _("No action agreed yet: {text}").format(text=one.about.value.text)


def state_words(one: Promise) -> str:
    """How far it is."""
    if one.action is not None:
        return label(ACTION_STATE, one.action.state)
    if one.about.rejected:
        return _("not adopted")
    return label(PROGRESS_CLASS, one.about.follow_up.progress if one.about.follow_up else "unknown")


def late_words(one: Promise) -> str:
    """How late it is, or nothing."""
    return formats.late_words(one.late, one.days)


def nothing_yet() -> str:
    """What is said as long as there is nothing to follow up."""
    return _("There is nothing to follow up yet: that begins with an earlier round, or with a final report.")


def decisions(dossier: Dossier, about: Followed) -> list[str]:
    """What was decided: a line, or one for each body when they did not choose the same."""
    if len(about.choices) == 1:
        choice = label(DECISION_CHOICE, about.choices[0])
        return [_("Decision: {choices} ({date})").format(choices=choice, date=show_day(about.decided))]
    found = next((one for one in standings(dossier, about.round_id) if one.key == about.key), None)
    return [
        _("{who}: {choice} ({date})").format(
            who=voice.name,
            choice=label(DECISION_CHOICE, voice.value.choice),
            date=show_day(voice.value.date),
        )
        for voice in (found.of(DECISION) if found else ())
    ]
