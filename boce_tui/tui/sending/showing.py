"""What the checks say about a document that goes out, in blocks and in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.cycle.outgoing import Outgoing
from boce_tui.locale import _, ngettext
from boce_tui.reports.gates import ERROR, GateFinding
from boce_tui.tui.reporting.showing import nothing_block
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, Tone
from boce_tui.tui.widgets.block_list import Block


def mark_of(made: Outgoing) -> Piece:
    """Ready, look at this, or stopped."""
    if made.exit_code:
        return (sign("error"), "fout")
    return (sign("warning"), "let-op") if made.findings else (sign("done"), "ok")


def verdict(made: Outgoing) -> str:
    """Whether it may leave, in a few words."""
    errors = [finding for finding in made.findings if finding.severity == ERROR]
    if any(finding.privacy for finding in errors):
        return _("stopped for privacy")
    if errors:
        return ngettext("{n} thing is missing", "{n} things are missing", len(errors)).format(n=len(errors))
    return _("ready to go")


def blocks(findings: Sequence[GateFinding], *, may_confirm: bool = False) -> list[Block]:
    """What is to be mended or looked at; `may_confirm` names the key that says a name does no harm."""
    return [_block(finding, may_confirm=may_confirm) for finding in findings] or [nothing_block()]


def _block(finding: GateFinding, *, may_confirm: bool) -> Block:
    error = finding.severity == ERROR
    tone: Tone = "fout" if error else "let-op"
    words = _("stops the document") if error else _("look at this")
    head: tuple[Piece, ...] = (
        (f"{sign('error' if error else 'warning')} ", tone),
        (words, tone),
        (f"  {finding.rule}", "stil"),
    )
    foot: tuple[Piece, ...] = ((f"e: {finding.place}", "stil"),) if finding.origin else ()
    if finding.confirmable and may_confirm:
        foot = ((f"b: {_('does no harm')}   ", "accent"), *foot)
    return Block(finding.id, head, f"{finding.message}\n{finding.how_to_mend}", foot)
