"""Makes the example dossier out of the texts beside this file.

The tables and fields of the files are those of the structs in :mod:`boce_tui.domain`; items refer to each
other by the last part of their keys. Everything is checked when it is saved, like anything a user types.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from boce_tui.domain.agenda import Agenda, Ambition, Body, Document, Organisation, Theme
from boce_tui.domain.analysis import ChapterText, Evidence, Finding, MainConclusion, SubConclusion
from boce_tui.domain.approving import Approval, InterviewRecord
from boce_tui.domain.base import Entity
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.keys import ALL, NO_THEME, AnswerKey, join
from boce_tui.domain.recommendation import (
    ActionItem,
    Decision,
    FollowUp,
    Recommendation,
    RecommendationGroup,
)
from boce_tui.domain.round import Evaluator, Instrument, Interview, Respondent, Round
from boce_tui.example.build_follow_up import build_follow_up
from boce_tui.example.build_review import build_decided, build_review
from boce_tui.example.build_sending import build_sending
from boce_tui.example.build_themes import build_themes
from boce_tui.instruments.library import load_shipped
from boce_tui.names import Names, Person
from boce_tui.store import Dossier

FOLDER = Path(__file__).parent
ROUND, PREVIOUS = "2041", "2021"

Table = dict[str, Any]


def build(dossier: Dossier, names: Names) -> None:
    """Fill an empty example dossier; all of it or, when it fails, nothing.

    Args:
        dossier: A new dossier, marked as example.
        names: Its names file, unlocked.
    """
    people = _read("names.toml").get("person", [])
    evaluators = {row["code"] for row in people if row["code"].startswith("EV")}
    names.put(
        {row["code"]: _person(row) for row in people if row["code"] not in evaluators},
        {join(ROUND, row["code"]): _person(row) for row in people if row["code"] in evaluators},
    )
    with dossier.change() as change:
        _agenda(change, _read("agenda.toml"))
        _round(change, PREVIOUS, _read("round_2021.toml"))
        _round(change, ROUND, _read("round_2041.toml"))
        for path in sorted((FOLDER / "interviews").glob("*.toml")):
            _interview(change, tomllib.loads(path.read_text(encoding="utf-8")))
        _approval(change, _read("approval.toml"))
        _analysis(change, _read("analysis.toml"))
        build_decided(change, PREVIOUS)
        build_follow_up(change, ROUND, PREVIOUS, _read("follow_up.toml"))
        build_sending(change, ROUND, _read("sending.toml"))
        build_review(change, ROUND, names)
        build_themes(change, ROUND)


def _read(name: str) -> Table:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _person(row: Table) -> Person:
    return msgspec.convert({k: v for k, v in row.items() if k != "code"}, Person)


def _save(
    dossier: Dossier, kind: type[Entity], rows: Iterable[Table], round_id: str = "", own: str = "id"
) -> None:
    for row in rows:
        key = join(round_id, str(row[own])) if round_id else str(row[own])
        dossier.save(msgspec.convert(_without(row, own), kind), key)


def _agenda(dossier: Dossier, data: Table) -> None:
    dossier.save(msgspec.convert(data["agenda"] | {"example": True}, Agenda), "agenda")
    for kind in (Organisation, Body, Theme, Ambition):
        _save(dossier, kind, data.get(kind.entity, []))


def _round(dossier: Dossier, round_id: str, data: Table) -> None:
    fields = {key: value for key, value in data["round"].items() if key != "id"}
    round_ = msgspec.convert(fields, Round)
    dossier.save(round_, round_id)
    instrument = load_shipped(round_.instrument)
    if round_id == ROUND:
        dossier.save(
            Instrument(version=instrument.version, source=instrument.source),
            join(round_id, round_.instrument),
        )
    for kind in (Evaluator, Interview, Document, ChapterText, RecommendationGroup):
        _save(dossier, kind, data.get(kind.entity, []), round_id)
    _save(dossier, Respondent, data.get("respondent", []), round_id, "code")
    _recommendations(dossier, round_id, data)
    for row in data.get("follow_up", []):
        key = join(round_id, row["recommendation"])
        dossier.save(msgspec.convert(_without(row, "recommendation"), FollowUp), key)
    for row in data.get("decision", []):
        body = row.get("municipality") or row["body"]
        key = join(round_id, row["recommendation"], body, row["kind"])
        dossier.save(msgspec.convert(_without(row, "recommendation", "body"), Decision), key)
    for row in data.get("action_item", []):
        key = join(round_id, row["recommendation"], str(row["id"]))
        dossier.save(msgspec.convert(_without(row, "recommendation", "id"), ActionItem), key)


def _without(row: Table, *fields: str) -> Table:
    return {key: value for key, value in row.items() if key not in fields}


def _recommendations(dossier: Dossier, round_id: str, data: Table) -> None:
    for row in data.get("recommendation", []):
        fields = _without(row, "id")
        fields["findings"] = [join(round_id, finding) for finding in row.get("findings", [])]
        dossier.save(msgspec.convert(fields, Recommendation), join(round_id, str(row["id"])))


def _interview(dossier: Dossier, data: Table) -> None:
    interview = data["interview"]
    for row in data.get("answer", []):
        key = AnswerKey(
            ROUND, interview, row["question"], row.get("theme", NO_THEME), row.get("participant", ALL)
        )
        fields = _without(row, "question", "theme", "participant", "tags")
        fields["text"] = str(row.get("text", "")).strip()
        dossier.save(msgspec.convert(fields, Answer), str(key))
        if row.get("tags"):
            dossier.save(Tagging(tags=tuple(sorted(row["tags"]))), str(key))
    for row in data.get("quote", []):
        key = AnswerKey(
            ROUND, interview, row["question"], row.get("theme", NO_THEME), row.get("participant", ALL)
        )
        answer = dossier.value(Answer, str(key))
        fields = _without(row, "id", "question", "theme", "participant")
        fields |= {"answer": str(key), "start": answer.text.find(row["text"]) if answer else -1}
        dossier.save(msgspec.convert(fields, Quote), join(ROUND, str(row["id"])))


def _approval(dossier: Dossier, data: Table) -> None:
    """Final texts and records: what was sent is remembered by revision, corrections come after."""
    texts = {_answer_place(row): row for row in data.get("worked_out", [])}
    for key, row in texts.items():
        _final_text(dossier, key, row.get("sent", row["text"]))
    for row in data.get("record", []):
        key = join(ROUND, row["interview"])
        record = InterviewRecord(
            participants=msgspec.convert(row["participants"], dict[str, Approval]),
            answers={item.key: item.id for item in dossier.all(Answer, f"{key}/")},
            quotes={
                item.key: item.id
                for item in dossier.all(Quote, f"{ROUND}/")
                if item.value and item.value.answer.startswith(f"{key}/")
            },
        )
        dossier.save(record, key)
    for key, row in texts.items():
        _final_text(dossier, key, row["text"])


def _answer_place(row: Table) -> str:
    return str(AnswerKey(ROUND, row["interview"], row["question"], row.get("theme", NO_THEME), ALL))


def _final_text(dossier: Dossier, key: str, text: str) -> None:
    answer = dossier.value(Answer, key)
    if answer is None:
        raise KeyError(f"the example works out {key}, which is not there")
    dossier.save(msgspec.structs.replace(answer, worked_out=text.strip()), key)


def _analysis(dossier: Dossier, data: Table) -> None:
    for order, row in enumerate(data.get("finding", []), start=1):
        fields = _without(row, "id", "for", "against", "quotes", "documents")
        sources: list[tuple[type[Entity], str, str]] = []
        sources += [(Answer, _answer_key(ref), "for") for ref in row.get("for", [])]
        sources += [(Answer, _answer_key(ref), "against") for ref in row.get("against", [])]
        sources += [(Quote, join(ROUND, ref), "for") for ref in row.get("quotes", [])]
        sources += [(Document, join(ROUND, ref), "for") for ref in row.get("documents", [])]
        fields |= {"evidence": [_evidence(dossier, *source) for source in sources], "order": order}
        dossier.save(msgspec.convert(fields, Finding), join(ROUND, str(row["id"])))
    for row in data.get("sub_conclusion", []):
        fields = _without(row, "sub_question", "theme")
        fields["findings"] = [join(ROUND, finding) for finding in row.get("findings", [])]
        key = join(ROUND, row["sub_question"], row["theme"])
        dossier.save(msgspec.convert(fields, SubConclusion), key)
    for row in data.get("main_conclusion", []):
        fields = _without(row, "id")
        fields["sub_conclusions"] = [join(ROUND, cell) for cell in row.get("sub_conclusions", [])]
        dossier.save(msgspec.convert(fields, MainConclusion), join(ROUND, str(row["id"])))
    _save(dossier, RecommendationGroup, data.get("recommendation_group", []), ROUND)
    _save(dossier, ChapterText, data.get("chapter_text", []), ROUND)
    _recommendations(dossier, ROUND, data)


def _answer_key(ref: str) -> str:
    """``G01/A2/accessibility@R08`` -> the whole key."""
    place, _at, participant = ref.partition("@")
    interview, question, *theme = place.split("/")
    return str(AnswerKey(ROUND, interview, question, theme[0] if theme else NO_THEME, participant or ALL))


def _evidence(dossier: Dossier, kind: type[Entity], key: str, stance: str) -> Evidence:
    item = dossier.get(kind, key)
    if item is None:
        raise KeyError(f"the example cites {kind.entity} {key}, which is not there")
    return Evidence(kind=kind.entity, key=key, revision=item.id, stance=stance)
