"""Who is at work in the app: which screens are there for them, and becoming somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cycle.profiles import known
from boce_tui.domain.profiles import (
    ANSWERS,
    HAND_OVER,
    INTERVIEW,
    LOOK,
    MERGE,
    NAMES,
    PROFILES,
    READER,
    SUPPORT,
    TAKE_OUT,
    WITHDRAW,
    may,
)
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.tui import preferences
from boce_tui.tui.start import AS_ANOTHER

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_NEEDS = {
    "boce_tui.tui.interviewing": INTERVIEW,
    "boce_tui.tui.approving": INTERVIEW,
    "boce_tui.tui.analysing:reading_door": ANSWERS,
    "boce_tui.tui.withdrawing": WITHDRAW,
    "boce_tui.tui.withdrawing:open_proofs": LOOK,
    "boce_tui.tui.withdrawing.proofs": LOOK,
    "boce_tui.tui.merging": MERGE,
    "boce_tui.tui.planning:people_door": NAMES,
    "boce_tui.tui.planning:interviews_planning_door": INTERVIEW,
    "boce_tui.tui.planning:coverage_door": ANSWERS,
    "boce_tui.tui.planning.respondents": NAMES,
    "boce_tui.tui.keeping:open_locks": NAMES,
    "boce_tui.tui.handing_over": HAND_OVER,
    "boce_tui.tui.handing_over:access_door": TAKE_OUT,
}
"""Package or maker of a screen -> what one must be able to do (`boce_tui.domain.profiles`)."""


def may_open(profile: str, where: str) -> bool:
    """True when a screen (``module:callable``) is there for this profile."""
    module = where.partition(":")[0]
    packages = (module, *(module.rsplit(".", n)[0] for n in range(1, module.count(".") + 1)))
    needed = next((_NEEDS[one] for one in (where, *packages) if one in _NEEDS), None)
    return needed is None or may(profile, needed)


def tell_not_here(app: BoceApp) -> None:
    """This screen is not there for who is at work."""
    profile = label(PROFILES, app.env.profile)
    app.tell(_("As {profile} you do not see this: it is for evaluators.").format(profile=profile), "warning")


def tell_hidden(app: BoceApp) -> None:
    """Say plainly that hiding is no protection, when there is something to hide."""
    from boce_tui.cycle.handing_over.veiled import hides

    if app.env.profile in (SUPPORT, READER) and hides(app.dossier):
        app.tell(
            _("Answers and codes are hidden here, not protected: who has this folder can get at them."),
            "warning",
        )


def choose_profile(app: BoceApp) -> None:
    """Ask who is at work; the app is then opened again as that one, and remembers it for this dossier."""
    from boce_tui.tui.widgets.dialogs import Option, choose

    def then(profile: str) -> None:
        if profile == app.env.profile:
            return
        preferences.remember(app.env.data_dir, "profile", known(profile))
        reasons = app.savers.flush(slow=False)
        if reasons:
            app.tell(
                _("Not all is saved ({reason}), so the profile stays.").format(reason=reasons[0]), "error"
            )
            return
        app.exit(AS_ANOTHER)

    options = [Option(profile, label(PROFILES, profile)) for profile in PROFILES]
    choose(
        app,
        _("Who are you?"),
        options,
        then,
        detail=_("It decides what you see and can do here. It keeps mistakes away, not people."),
        default=app.env.profile,
    )
