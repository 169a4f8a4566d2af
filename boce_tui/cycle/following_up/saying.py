"""How actions are told on screens and lines: what is to be done, how far it is, how late."""

from __future__ import annotations

from boce_tui.cycle.following_up.actions import Promise
from boce_tui.domain.vocabulary import ACTION_STATE, PROGRESS_CLASS, label
from boce_tui.locale import _
from boce_tui.reports import formats


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
