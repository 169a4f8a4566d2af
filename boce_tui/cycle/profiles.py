"""Opening the dossier as who one is: what one may not see is not there, what one may not do is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cycle.trailing import listen, opened
from boce_tui.cycle.unveiling import unveiled
from boce_tui.domain.erasing import NAMES_GOING, ErasureCertificate
from boce_tui.domain.profiles import CAPABILITIES, EVALUATOR, NAMES, PROFILES, READER, WRITE, may
from boce_tui.domain.vocabulary import label
from boce_tui.env import Env
from boce_tui.errors import BoceError, DossierUnavailable, PrivacyStop, UsageProblem
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.store.opening import NotWhole

if TYPE_CHECKING:
    from boce_tui.names import Names


def require(profile: str, capability: str) -> None:
    """Go on only when this profile may.

    Raises:
        PrivacyStop: It may not see or do this.
    """
    if not may(profile, capability):
        who = ", ".join(label(PROFILES, one) for one in CAPABILITIES[capability].profiles)
        raise PrivacyStop(
            _("As {profile} you do not do this: {what}.").format(
                profile=label(PROFILES, profile), what=_(CAPABILITIES[capability].label).lower()
            ),
            hint=_("Nothing was changed. Who does: {who}. Choose with --profile, or in the app.").format(
                who=who
            ),
        )


def known(profile: str) -> str:
    """The profile, when there is such a one.

    Raises:
        UsageProblem: There is none.
    """
    if profile not in PROFILES:
        raise UsageProblem(
            _("There is no profile {profile}.").format(profile=profile),
            hint=_("Choose one of: {ids}").format(ids=", ".join(PROFILES)),
        )
    return profile


def open_dossier(env: Env, *, write: bool = True) -> Dossier:
    """The dossier as the profile of these surroundings sees it.

    Raises:
        DossierUnavailable: It cannot be opened.
    """
    dossier = _as_seen(env, write=write)
    opened(dossier, write=dossier.writable)
    if dossier.writable:
        _finish_proofs(dossier)
    return dossier


def _finish_proofs(dossier: Dossier) -> None:
    """An erasure that was broken off was finished by the opening: now the proof of it says so too."""
    with unveiled(dossier):
        if dossier.noted(NAMES_GOING):
            from boce_tui.cycle.retaining.erasing import finish_names

            finish_names(dossier)
        open_ones = [one for one in dossier.values(ErasureCertificate).values() if not one.everywhere]
        if open_ones and dossier.unfinished() is None:
            from boce_tui.cycle.withdrawing.certificates import complete

            complete(dossier)


def _as_seen(env: Env, *, write: bool) -> Dossier:
    if env.profile == EVALUATOR:
        return open_whole(env, write=write)
    from boce_tui.cycle.handing_over.veiled import VeiledDossier

    if not may(env.profile, WRITE):
        dossier = open_whole(env, VeiledDossier, write=False)
        dossier.read_only = _("You are here as a reader: you can look around, nothing is saved.")
        return dossier
    return open_whole(env, VeiledDossier, write=write)


def open_whole(env: Env, kind: type[Dossier] = Dossier, *, write: bool = True) -> Dossier:
    """The dossier for what is about its files, whoever one is; nothing of it goes into the trail.

    One that was put back from a copy and not finished is finished first.

    Raises:
        DossierUnavailable: It cannot be opened, or not be finished: then the hint says why.
    """
    try:
        return kind.open(env.data_dir, env, write=write)
    except NotWhole as problem:
        from boce_tui.cycle.withdrawing.putting_back import finish_restore

        try:
            finish_restore(env)
        except BoceError as why:
            raise NotWhole(problem.message, hint=why.message, place=problem.place) from why
    return kind.open(env.data_dir, env, write=write)


def make_dossier(env: Env, *, example: bool = False) -> Dossier:
    """A new dossier, by who may write in it.

    Raises:
        DossierUnavailable: This profile only reads, or the folder cannot be used.
    """
    if env.profile == READER:
        raise DossierUnavailable(
            _("There is no dossier in this folder, and as a reader you make none."), place=str(env.data_dir)
        )
    Dossier.create(env.data_dir, env, example=example).close()
    return open_dossier(env)


def names_of(dossier: Dossier) -> Names:
    """The names of a dossier, still locked; of a code nobody learns more than their profile may."""
    from boce_tui.names import Names

    names = listen(Names(dossier.folder, dossier.env.now), dossier)
    if not may(dossier.env.profile, NAMES):
        from boce_tui.cycle.handing_over.names import names_for_support

        names.as_seen = lambda data: names_for_support(dossier, data)
    return names
