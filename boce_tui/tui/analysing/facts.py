"""What a finding rests on, as lines beside its text: for, against, the word that fits, where it is used."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from boce_tui.cycle import evidence
from boce_tui.cycle.analysing.hints import hints
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.support import Support, support
from boce_tui.cycle.titles import Titles
from boce_tui.domain.analysis import Finding
from boce_tui.domain.quantifier import QUANTIFIERS
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.store import Stored
from boce_tui.tui.signs import sign
from boce_tui.tui.text import assemble, pad, pad_left

_WORD, _COUNT = 8, 4


def facts(readback: Readback, titles: Titles, item: Stored[Finding], width: int) -> list[Content]:
    """For and against in people, the proposed word, where it is used, and what deserves attention."""
    finding = item.value
    if finding is None:
        return []
    found = support(readback, finding)
    rows = [
        *_side(_("for"), found.supporting, width),
        *_side(_("against"), found.opposing, width),
        assemble(proposal(found)),
    ]
    if finding.quantifier:
        chosen = _("chosen: {word}").format(word=label(QUANTIFIERS, finding.quantifier.word))
        reason = f" ({finding.quantifier.reason})" if finding.quantifier.reason else ""
        rows += assemble(chosen + reason).wrap(width)
    used = [titles.of(link.entity, link.key) for link in evidence.up(readback.dossier, "finding", item.key)]
    where = _("used in {places}").format(places=", ".join(used)) if used else _("not used anywhere yet")
    rows += assemble((where, "stil")).wrap(width)
    for hint in hints(finding, found, readback.round.statement_threshold):
        rows += assemble((f"{sign('warning')} {hint}", "let-op")).wrap(width)
    return rows


def proposal(found: Support) -> str:
    """The word the counts propose, with the counts; in words when there is none."""
    if found.proposal is None:
        return _("no word proposed: too few people answered") if found.answered else _("no word proposed")
    return _("proposal: {word} ({n} of {all})").format(
        word=label(QUANTIFIERS, found.proposal), n=len(found.supporting), all=found.answered
    )


def _side(word: str, codes: Sequence[str], width: int) -> list[Content]:
    lead = pad(word, _WORD) + pad_left(str(len(codes)), _COUNT) + "  "
    wrapped = assemble((" ".join(codes), "stil")).wrap(max(8, width - len(lead))) if codes else [Content("")]
    return [assemble(lead if n == 0 else " " * len(lead), line) for n, line in enumerate(wrapped)]
