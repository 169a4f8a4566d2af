"""Every text that people write themselves, in the report and in what goes out, by its id (R52)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.reporting.writing import Writable, writable, write
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.sending.texts import PLACEHOLDERS, text_document, writable_texts
from boce_tui.domain.analysis import ChapterText
from boce_tui.locale import _
from boce_tui.reports.placeholders import PLACEHOLDERS as OF_THE_REPORT
from boce_tui.reports.placeholders import fields as names_in
from boce_tui.store import Dossier, Stored

REPORT = "report"


@dataclass(frozen=True)
class OwnText:
    """A place for a text of one's own.

    Attributes:
        id: Within the round: ``1.1``, ``letter.opening``.
        document: Id of ``DOCUMENTS`` it stands in.
        place: What is written there now.
    """

    id: str
    document: str
    place: Writable


def own_texts(dossier: Dossier, round_id: str, document: str = "") -> dict[str, OwnText]:
    """Id -> place, those of the report first; only those of one document when it is named."""
    the_round(dossier, round_id)
    found = {}
    for place in (*writable(dossier, round_id), *writable_texts(dossier, round_id)):
        id_ = place.key.partition("/")[2]
        found[id_] = OwnText(id_, text_document(place.key) or REPORT, place)
    return {id_: one for id_, one in found.items() if document in ("", one.document)}


def write_own_texts(
    dossier: Dossier, round_id: str, said: Mapping[str, str]
) -> dict[str, Stored[ChapterText]]:
    """Write texts: all of them, or nothing when one is wrong. An empty text takes away what stood there.

    Raises:
        FieldProblem: There is no such place, a text is too long, or a placeholder in it means nothing.
    """
    with dossier.change() as change:
        known = own_texts(change, round_id)
        clean = {}
        for id_, text in said.items():
            fields.one_of("place", id_, {one: place.place.title for one, place in known.items()})
            clean[id_] = fields.block("text", text)
            _check_placeholders(known[id_], clean[id_])
        return {id_: write(change, known[id_].place.key, text) for id_, text in clean.items()}


def _check_placeholders(one: OwnText, text: str) -> None:
    if one.document == REPORT:
        known = {name for placeholder in OF_THE_REPORT for name in (placeholder.nl, placeholder.en)}
    else:
        known = set(PLACEHOLDERS)
    for name in names_in(text):
        if name not in known:
            raise FieldProblem(
                "text",
                _("In {place} the placeholder {name} means nothing.").format(
                    place=one.id, name="{" + name + "}"
                ),
                hint=_("You can use: {words}").format(
                    words=", ".join("{" + word + "}" for word in sorted(known))
                ),
            )
