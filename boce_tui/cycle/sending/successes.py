"""The list of successes (R57): told in the summary, each resting on findings so that it has its chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.support import Support, support
from boce_tui.cycle.concluding import matrix
from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import join, last
from boce_tui.domain.sending import Success
from boce_tui.domain.text import clean_entry
from boce_tui.domain.threshold import may_state
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


@dataclass(frozen=True)
class Standing:
    """A success with what is behind it.

    Attributes:
        key: Its key.
        value: The success.
        findings: Keys of its findings that are there.
        people: Different people behind those findings.
        on_paper: One of them rests on documents too.
        published: All of them stand in the report.
        enough: It may be told: enough people, or documents.
    """

    key: str
    value: Success
    findings: tuple[str, ...]
    people: int
    on_paper: bool
    published: bool
    enough: bool


def successes(dossier: Dossier, round_id: str, readback: Readback | None = None) -> list[Standing]:
    """The successes of a round, in order."""
    found = dossier.values(Success, f"{round_id}/")
    if not found:
        return []
    readback = readback or Readback(dossier, round_id)
    known = dossier.values(Finding, f"{round_id}/")
    printed = {item.key for cell in matrix(dossier, round_id) for item in cell.findings}
    least = the_round(dossier, round_id).statement_threshold
    ordered = sorted(found.items(), key=lambda entry: (entry[1].order, entry[0]))
    return [_standing(key, value, known, printed, readback, least) for key, value in ordered]


def _standing(
    key: str, value: Success, known: dict[str, Finding], printed: set[str], readback: Readback, least: int
) -> Standing:
    there = tuple(finding for finding in value.findings if finding in known)
    behind: list[Support] = [support(readback, known[finding]) for finding in there]
    people = len({code for one in behind for code in one.supporting})
    if readback.basis is not None:  # nobody can be told apart: at least as many as behind one of them
        people = readback.basis.successes.get(key, max((len(one.supporting) for one in behind), default=0))
    on_paper = any(evidence.kind == "document" for finding in there for evidence in known[finding].evidence)
    return Standing(
        key=key,
        value=value,
        findings=there,
        people=people,
        on_paper=on_paper,
        published=bool(there) and len(there) == len(value.findings) and all(f in printed for f in there),
        enough=on_paper or may_state(people, least),
    )


def new_success(dossier: Dossier, round_id: str, text: str = "") -> Stored[Success]:
    """Add one at the end."""
    order = 1 + max((s.order for s in dossier.values(Success, f"{round_id}/").values()), default=0)
    key = f"{round_id}/S-{dossier.env.entropy(4).hex()}"
    return dossier.save(Success(text=clean_entry(text), order=order), key)


def write_success(dossier: Dossier, key: str, text: str) -> Stored[Success]:
    """Keep other words.

    Raises:
        BadInput: It is gone.
    """
    with dossier.change() as change:
        return change.save(msgspec.structs.replace(_success(change, key), text=clean_entry(text)), key)


def toggle_finding(dossier: Dossier, key: str, finding: str) -> Stored[Success]:
    """Let a success rest on a finding, or no longer.

    Raises:
        BadInput: It is gone, or there is no such finding.
    """
    with dossier.change() as change:
        before = _success(change, key)
        linked = tuple(one for one in before.findings if one != finding)
        if linked == before.findings:
            if change.value(Finding, finding) is None:
                raise BadInput(_("This finding is no longer there."))
            linked = (*linked, finding)
        return change.save(msgspec.structs.replace(before, findings=linked), key)


def tellable(dossier: Dossier, round_id: str) -> dict[str, str]:
    """Key -> text of the findings that stand in the report."""
    the_round(dossier, round_id)
    return {
        item.key: item.value.text
        for cell in matrix(dossier, round_id)
        for item in cell.findings
        if item.value and item.value.text.strip()
    }


def find_success(dossier: Dossier, round_id: str, asked: str) -> str:
    """The key of a success, by its id.

    Raises:
        FieldProblem: There is none.
    """
    found = {last(key): one.text for key, one in dossier.values(Success, f"{round_id}/").items()}
    return join(round_id, fields.one_of("success", asked.strip(), found))


def add_success(dossier: Dossier, round_id: str, text: str, findings: Sequence[str] = ()) -> Stored[Success]:
    """Add one at the end with what it rests on.

    Raises:
        FieldProblem: There are no words, or one of the findings is not in the report.
    """
    words = fields.block("text", text, needed=True)
    with dossier.change() as change:
        linked = _linked(change, round_id, findings)
        made = new_success(change, round_id, words)
        return change.save(msgspec.structs.replace(_success(change, made.key), findings=linked), made.key)


def change_success(
    dossier: Dossier,
    round_id: str,
    asked: str,
    *,
    text: str | None = None,
    findings: Sequence[str] | None = None,
) -> Stored[Success]:
    """Keep other words, or let it rest on other findings; None leaves that as it is.

    Raises:
        FieldProblem: There is no such success, no words are left, or a finding is not in the report.
    """
    with dossier.change() as change:
        key = find_success(change, round_id, asked)
        after = _success(change, key)
        if text is not None:
            after = msgspec.structs.replace(after, text=fields.block("text", text, needed=True))
        if findings is not None:
            after = msgspec.structs.replace(after, findings=_linked(change, round_id, findings))
        return change.save(after, key)


def _linked(dossier: Dossier, round_id: str, findings: Sequence[str]) -> tuple[str, ...]:
    known = {last(key): key for key in tellable(dossier, round_id)}
    named = [one.rpartition("/")[2] for one in findings]
    for one in named:
        if one not in known:
            raise FieldProblem(
                "findings",
                _('The finding "{finding}" does not stand in the report.').format(finding=one),
                hint=_("boce success findings shows which ones do."),
            )
    return tuple(dict.fromkeys(known[one] for one in named))


def remove_success(dossier: Dossier, key: str) -> Stored[Success]:
    """Take one off the list; undo brings it back."""
    return dossier.delete(Success, key)


def _success(dossier: Dossier, key: str) -> Success:
    found = dossier.value(Success, key)
    if found is None:
        raise BadInput(_("This success was deleted."), hint=_("Bring it back with undo first."))
    return found
