"""What shows how far a recommendation is: documents, meetings, progress lines and findings of the dossier.

It stands beside the words in ``FollowUp.source``. A link to something that was deleted since shows nothing,
and is left out until that is brought back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from boce_tui.cycle.concluding import matrix
from boce_tui.cycle.following_up.meetings import meetings
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.progressing.facts import cell_name
from boce_tui.cycle.progressing.rounds import cells, progress_rounds
from boce_tui.cycle.today import today
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.agenda import Document
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import join, last
from boce_tui.domain.recommendation import FollowUp, Recommendation, ShownBy
from boce_tui.domain.round import Round
from boce_tui.domain.vocabulary import PROGRESS_STATUS, Vocabulary, label
from boce_tui.errors import BadInput
from boce_tui.locale import N_, _
from boce_tui.store import Dossier, Stored

DOCUMENT, MEETING, PROGRESS, FINDING = "document", "meeting", "progress_entry", "finding"
SHOWN_BY: Vocabulary = {
    DOCUMENT: N_("document"),
    MEETING: N_("meeting"),
    PROGRESS: N_("progress"),
    FINDING: N_("finding"),
}
"""What can show it: stored names of entities."""


@dataclass(frozen=True)
class Showing:
    """Something that can show it.

    Attributes:
        by: Kind and key.
        id: How one names it: ``document:2041/D01``.
        words: What it is, in one line.
        date: Its day, when it has one.
        place: Of a finding: where in the report it stands.
    """

    by: ShownBy
    words: str
    date: str = ""
    place: str = ""

    @property
    def id(self) -> str:
        """How one names it on the command line."""
        return f"{self.by.kind}:{self.by.key}"


def can_show(dossier: Dossier, round_id: str) -> dict[str, Showing]:
    """Id -> everything that can show it: of this round and of those before."""
    found: dict[str, Showing] = {}
    for at in _rounds(dossier, round_id):
        for one in (*_documents(dossier, at), *_meetings(dossier, at), *_progress(dossier, at)):
            found[one.id] = one
        found |= {one.id: one for one in _findings(dossier, at)}
    return found


def _rounds(dossier: Dossier, round_id: str) -> list[str]:
    found: list[str] = []
    at = round_id
    while at and at not in found and (round_ := dossier.value(Round, at)) is not None:
        found.append(at)
        at = round_.previous
    return found


def shown_by(known: dict[str, Showing], follow_up: FollowUp | None) -> list[Showing]:
    """What shows it of what is there now, in the order in which it was named."""
    named = follow_up.shown if follow_up else ()
    return [known[id_] for one in named if (id_ := f"{one.kind}:{one.key}") in known]


def _documents(dossier: Dossier, round_id: str) -> Iterator[Showing]:
    for key, one in sorted(dossier.values(Document, f"{round_id}/").items()):
        yield Showing(ShownBy(kind=DOCUMENT, key=key), one.title, one.date)


def _meetings(dossier: Dossier, round_id: str) -> Iterator[Showing]:
    for id_, one in meetings(dossier, round_id).items():
        yield Showing(ShownBy(kind=MEETING, key=join(round_id, id_)), one.title, one.date)


def _progress(dossier: Dossier, round_id: str) -> Iterator[Showing]:
    for key, round_ in progress_rounds(dossier, round_id).items():
        for cell in cells(dossier, key):
            if cell.entry.status:
                state = label(PROGRESS_STATUS, cell.entry.status)
                words = f"{cell_name(dossier, cell)}: {state}"
                yield Showing(ShownBy(kind=PROGRESS, key=cell.key), words, round_.date)


def _findings(dossier: Dossier, round_id: str) -> Iterator[Showing]:
    """Only those that stand in the report: nothing else leaves the evaluators."""
    for cell in matrix(dossier, round_id):
        place = f"{cell.section.title} · {theme_name(dossier, cell.theme)}"
        for item in cell.findings:
            if item.value and item.value.text.strip():
                yield Showing(ShownBy(kind=FINDING, key=item.key), item.value.text, place=place)


def words_of(one: Showing, width: int = 70) -> str:
    """Kind, what it is and its day, in one line."""
    said = f"{label(SHOWN_BY, one.by.kind)}: {shortened(' '.join(one.words.split()), width)}"
    return f"{said} ({show_day(one.date)})" if one.date else said


def find_showing(dossier: Dossier, round_id: str, said: Sequence[str]) -> tuple[ShownBy, ...]:
    """What is meant by ``document:D01``, ``meeting:2021/V04`` or ``progress_entry:P1/THEME/FORM``.

    Raises:
        FieldProblem: One of them is not there, or stands for more than one thing.
    """
    known = can_show(dossier, round_id)
    return tuple(known[_named(known, round_id, word)].by for word in said)


def _named(known: dict[str, Showing], round_id: str, word: str) -> str:
    kind, _colon, key = word.strip().partition(":")
    mine = f"{kind}:{join(round_id, key)}"
    for id_ in (word.strip(), mine):
        if id_ in known:
            return id_
    by_end = [id_ for id_ in known if key and id_.startswith(f"{kind}:") and last(id_) == key]
    if len(by_end) != 1:
        raise FieldProblem(
            "shown",
            _('There is no "{word}" that can show it.').format(word=word),
            hint=_("boce follow-up evidence shows what there is."),
        )
    return by_end[0]


def change_shown(
    dossier: Dossier, key: str, *, add: Sequence[ShownBy] = (), remove: Sequence[ShownBy] = ()
) -> Stored[FollowUp]:
    """Name things that show how far a recommendation is, or no longer; the rest stays.

    Raises:
        BadInput: The recommendation is gone.
    """
    with dossier.change() as change:
        if change.value(Recommendation, key) is None:
            raise BadInput(_("This recommendation was deleted."), hint=_("Bring it back with undo first."))
        before = change.value(FollowUp, key) or FollowUp(progress="unknown", date=today(dossier).isoformat())
        kept = [one for one in before.shown if one not in remove]
        shown = tuple(dict.fromkeys((*kept, *add)))
        return change.save(msgspec.structs.replace(before, shown=shown), key)
