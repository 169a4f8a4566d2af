"""Whose dossier this is: where programme support works come no answers, and nothing of theirs elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from boce_tui.cycle.handing_over.support import handed_over
from boce_tui.cycle.unveiling import unveiled
from boce_tui.domain.handing_over import PEOPLE, SAID
from boce_tui.domain.report_basis import SUPPORT, ReportBasis
from boce_tui.domain.round import Interview
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, RevisionRow

_RAW = frozenset(kind.entity for kind in (*PEOPLE, *SAID))


def receives(dossier: Dossier) -> bool:
    """True where programme support works: handed over, and nobody's interviews.

    The profile makes no difference: a full dossier that is only shown without them is not such a one.
    """
    with unveiled(dossier):
        return handed_over(dossier) and not dossier.head_keys(Interview)


def for_support(rows: Iterable[RevisionRow]) -> bool:
    """True when these were made for programme support."""
    return any(
        msgspec.json.decode(row.payload, type=ReportBasis).reason == SUPPORT
        for row in rows
        if row.entity == ReportBasis.entity and row.payload and not row.deleted
    )


def check_no_interviews(dossier: Dossier, rows: Iterable[RevisionRow]) -> None:
    """What was made for programme support never comes in where the interviews are.

    Raises:
        BadInput: It would.
    """
    with unveiled(dossier):
        full = bool(dossier.head_keys(Interview))
    if full and for_support(rows):
        raise BadInput(
            _("This file was made for programme support: there are no answers in it, and here there are."),
            hint=_("Nothing was changed. Take it over in a folder of its own: boce --data FOLDER."),
        )


def check_no_answers(dossier: Dossier, rows: Iterable[RevisionRow]) -> None:
    """What somebody said never comes into the dossier of programme support.

    Raises:
        BadInput: It would.
    """
    if any(row.entity in _RAW for row in rows) and receives(dossier):
        raise BadInput(
            _("There are answers in this file, and this dossier is that of programme support."),
            hint=_("Nothing was changed. Ask for one that was made for programme support."),
        )
