"""Deleting a finding, the same on every screen where one sees it."""

from __future__ import annotations

from boce_tui.cycle.analysing import findings
from boce_tui.cycle.evidence import up
from boce_tui.cycle.wording import shortened
from boce_tui.domain.analysis import Finding
from boce_tui.locale import _, ngettext
from boce_tui.tui.working.screen import WorkingScreen


def delete_with_words(screen: WorkingScreen, key: str) -> bool:
    """Delete a finding and say what that breaks and how it comes back; True when it was deleted."""
    screen.settle()
    finding = screen.dossier.value(Finding, key) if key else None
    if finding is None:
        return False
    used = len(up(screen.dossier, Finding.entity, key))
    name = shortened(finding.text, 30) or str(finding.order)
    words = _("Deleted: {name}. u brings it back.").format(name=name)
    if used:
        words = ngettext(
            "Deleted: {name}. {n} link to it is broken now. u brings it back.",
            "Deleted: {name}. {n} links to it are broken now. u brings it back.",
            used,
        ).format(name=name, n=used)
    screen.do(
        _("deletion of {name}").format(name=name), lambda d: findings.delete_finding(d, key), tell=words
    )
    return screen.dossier.value(Finding, key) is None
