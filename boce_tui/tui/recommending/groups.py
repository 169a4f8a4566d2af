"""Groups of recommendations: a new one, another title, another theme."""

from __future__ import annotations

from collections.abc import Callable

from boce_tui.cycle import recommending
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.keys import GENERAL, last
from boce_tui.domain.recommendation import RecommendationGroup
from boce_tui.locale import _
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import WorkingScreen


def themes(screen: WorkingScreen, chosen: str = "") -> list[Choice]:
    """The general part and the focus themes, to choose from."""
    known = (GENERAL, *the_round(screen.dossier, screen.round_id).focus_themes)
    return [Choice(theme, theme_name(screen.dossier, theme), on=theme == chosen) for theme in known]


def new(screen: WorkingScreen, then: Callable[[str], None]) -> None:
    """Ask title and theme of a new group; `then` gets its id."""

    def titled(title: str) -> None:
        pick(screen.boce, _("What is “{title}” about?").format(title=title), themes(screen), made(title))

    def made(title: str) -> Callable[[str], None]:
        def make(theme: str) -> None:
            group = screen.do(
                _("new group"), lambda d: recommending.new_group(d, screen.round_id, title, theme)
            )
            if group is not None:
                then(last(group.key))

        return make

    ask_text(
        screen.boce,
        _("What is the subject of the new group?"),
        titled,
        detail=_("A few words; it becomes the heading above its recommendations."),
        check=_check_title,
    )


def _check_title(title: str) -> str:
    return "" if title.strip() else _("A group needs a title.")


def rename(screen: WorkingScreen, key: str, group: RecommendationGroup) -> None:
    """Ask another title."""

    def titled(title: str) -> None:
        screen.do(_("title of a group"), lambda d: recommending.change_group(d, key, title=title))

    ask_text(screen.boce, _("The title of this group"), titled, text=group.title, check=_check_title)


def choose_theme(screen: WorkingScreen, key: str, now: str) -> None:
    """Choose what the group is about."""

    def chosen(theme: str) -> None:
        screen.do(_("theme of a group"), lambda d: recommending.change_group(d, key, theme=theme))

    pick(screen.boce, _("What is this group about?"), themes(screen, now), chosen)
