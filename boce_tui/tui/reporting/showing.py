"""How sections and findings of the checks look beside the report."""

from __future__ import annotations

from boce_tui.cycle.reporting.issuing import Prepared
from boce_tui.locale import _, ngettext
from boce_tui.reports.gates import ERROR, GateFinding
from boce_tui.reports.sections import Section
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece
from boce_tui.tui.widgets.block_list import Block


def section_mark(section: Section) -> Piece:
    """In order, look at this, or stops the report."""
    if section.stopped:
        return (sign("error"), "fout")
    return (sign("warning"), "let-op") if section.findings else (sign("done"), "ok")


def verdict(prepared: Prepared) -> str:
    """Whether the report may leave, in a few words."""
    errors = [finding for finding in prepared.findings if finding.severity == ERROR]
    if any(finding.privacy for finding in errors):
        return _("stopped for privacy")
    if errors:
        return ngettext("{n} thing stops it", "{n} things stop it", len(errors)).format(n=len(errors))
    return _("ready to go")


def finding_block(finding: GateFinding) -> Block:
    """What a check says, and the key that helps."""
    error = finding.severity == ERROR
    head: tuple[Piece, ...] = (
        (f"{sign('error' if error else 'warning')} ", "fout" if error else "let-op"),
        (_("stops the report") if error else _("look at this"), "fout" if error else "let-op"),
        (f"  {finding.rule}", "stil"),
    )
    foot: tuple[Piece, ...] = ((f"e: {finding.place}", "stil"),) if finding.origin else ()
    if finding.confirmable:
        foot = ((f"b: {_('does no harm')}   ", "accent"), *foot)
    return Block(finding.id, head, f"{finding.message}\n{finding.how_to_mend}", foot)


def seen_block(finding: GateFinding) -> Block:
    """A warning that a person looked at."""
    head: tuple[Piece, ...] = (
        (f"{sign('done')} ", "ok"),
        (_("looked at"), "stil"),
        (f"  {finding.rule}", "stil"),
    )
    return Block(finding.id, head, finding.message, ((f"b: {_('show it again')}", "stil"),))


def nothing_block() -> Block:
    """A section about which the checks have nothing to say."""
    head: tuple[Piece, ...] = ((f"{sign('done')} ", "ok"), _("in order"))
    return Block("nothing", head, _("The checks have nothing to say here."))
