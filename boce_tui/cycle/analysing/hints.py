"""What is worth a second look in a finding, in words; nothing here stops anybody."""

from __future__ import annotations

from boce_tui.cycle.analysing.support import Support
from boce_tui.domain.analysis import Finding
from boce_tui.domain.quantifier import QUANTIFIERS
from boce_tui.domain.vocabulary import GROUPS_PLURAL, label
from boce_tui.locale import _, ngettext


def hints(finding: Finding, found: Support, statement_threshold: int) -> list[str]:
    """Everything that deserves attention, the worst first.

    Args:
        finding: The finding.
        found: What it rests on.
        statement_threshold: People needed to tie a statement to a group or theme.
    """
    said = [*_sources(finding, found)]
    if found.too_few and finding.evidence:
        said.append(
            _("Too few people for a statement about one theme or group: {n}, and {least} are needed.").format(
                n=len(found.supporting), least=statement_threshold
            )
        )
    if found.outside:
        said.append(
            _("These people are not of the group it is about: {codes}").format(codes=" ".join(found.outside))
        )
    if found.one_group:
        said.append(
            _("Only {group} say this: is that right?").format(group=label(GROUPS_PLURAL, found.one_group))
        )
    said += _word(finding, found)
    if found.opposing and not finding.against_text.strip():
        said.append(_("There are people against it: is the other side written down too?"))
    return said


def _sources(finding: Finding, found: Support) -> list[str]:
    said = []
    if not finding.evidence:
        said.append(_("It has no source yet: no sentence goes into the report without one."))
    if found.broken:
        n = len(found.broken)
        said.append(
            ngettext("{n} source is no longer there.", "{n} sources are no longer there.", n).format(n=n)
        )
    if found.changed:
        n = len(found.changed)
        said.append(
            ngettext(
                "{n} source was changed since: read it again.",
                "{n} sources were changed since: read them again.",
                n,
            ).format(n=n)
        )
    if found.uncounted:
        n = len(found.uncounted)
        said.append(
            ngettext(
                "{n} source does not count: the interview was withdrawn or nothing is said there.",
                "{n} sources do not count: the interview was withdrawn or nothing is said there.",
                n,
            ).format(n=n)
        )
    return said


def _word(finding: Finding, found: Support) -> list[str]:
    chosen = finding.quantifier
    if chosen is None or chosen.word == found.proposal or chosen.reason:
        return []
    return [
        _("The counts no longer propose “{word}”.").format(word=label(QUANTIFIERS, chosen.word))
        if found.proposal
        else _("Too few people answered to say “{word}”.").format(word=label(QUANTIFIERS, chosen.word))
    ]
