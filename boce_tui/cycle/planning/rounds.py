"""Rounds: setting one up, changing it, and starting the next from the last (R1, R2, R15)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, block, cleaned, day, line, needed_line
from boce_tui.cycle.planning.settings import bodies
from boce_tui.cycle.planning.themes import themes
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import join
from boce_tui.domain.recommendation import FollowUp, Recommendation
from boce_tui.domain.round import Instrument, Planned, Round
from boce_tui.domain.threshold import LOWEST
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.errors import BadInput
from boce_tui.instruments import model as survey
from boce_tui.instruments.library import find, load_text
from boce_tui.locale import N_, _
from boce_tui.store import Dossier, Stored

DATES: Vocabulary = {
    "assignment": N_("assignment given"),
    "interviews": N_("interviews done"),
    "report": N_("report ready"),
    "review": N_("review by the steering group"),
    "colleges": N_("decision of the colleges"),
    "councils": N_("to the councils"),
}
"""The dates of a round, each planned and actual, in the order of the year."""
ROUND_STATUS: Vocabulary = {"draft": N_("draft"), "final": N_("final")}
DEFAULT_INSTRUMENT = "annual_evaluation"
KEPT_FOR_NEXT = (
    "commissioning_body", "delegated_commissioner", "instrument", "focus_themes", "left_out",
    "left_out_reason", "count_threshold", "statement_threshold", "answers_kept_months", "approval_days",
    "no_reply_approves", "names_kept_months", "own_answers_shown", "scan_months", "action_days",
)  # fmt: skip
"""What the next round takes over; everything else starts empty (R15)."""


def _threshold(field: str, value: int | str) -> int:
    return fields.number(field, value, LOWEST, 50)


def _months(field: str, value: int | str) -> int:
    return fields.number(field, value, 0, 120)


def _dates(field: str, value: Mapping[str, Planned | tuple[str, str]]) -> dict[str, Planned]:
    found = {}
    for step, pair in value.items():
        planned, actual = (pair.planned, pair.actual) if isinstance(pair, Planned) else pair
        fields.one_of(field, step, DATES)
        found[step] = Planned(planned=day(field, planned), actual=day(field, actual))
    return {step: found[step] for step in DATES if step in found and found[step] != Planned()}


_ROUND: dict[str, fields.Cleaner] = {
    "title": needed_line,
    "period": line,
    "reason": block,
    "assignment": block,
    "commissioning_body": line,
    "delegated_commissioner": line,
    "previous": line,
    "instrument": needed_line,
    "focus_themes": fields.lines,
    "left_out": fields.lines,
    "left_out_reason": block,
    "dates": _dates,
    "report_date": day,
    "embargo_until": day,
    "version": line,
    "status": lambda field, value: fields.one_of(field, value, ROUND_STATUS),
    "count_threshold": _threshold,
    "approval_days": lambda field, value: fields.number(field, value, 1, 60),
    "no_reply_approves": fields.as_is,
    "answers_kept_months": _months,
    "names_kept_months": _months,
    "own_answers_shown": fields.as_is,
    "scan_months": lambda field, value: fields.number(field, value, 1, 120),
    "action_days": lambda field, value: fields.number(field, value, 1, 3650),
    "statement_threshold": _threshold,
}


def dates_of(planned: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Planned dates by step, as `create_round` and `update_round` take them."""
    return {step: (day_, "") for step, day_ in planned.items() if day_}


def rounds(dossier: Dossier) -> dict[str, Round]:
    """Id -> round, the latest year first."""
    return dict(sorted(dossier.values(Round).items(), key=lambda entry: (-entry[1].year, entry[0])))


def create_round(dossier: Dossier, *, year: int | str, key: str = "", **values: Any) -> Stored[Round]:
    """Set up a round; its id is the year unless ``key`` says otherwise.

    The text of the question set is kept with the round, so that its answers stay readable. ``instrument`` is
    the id of a question set that comes with the app, or a file. Themes not in focus are marked as left out.

    Raises:
        BadInput: A field is wrong, or the question set cannot be read; nothing is kept.
    """
    number = fields.number("year", year, 1990, 2999)
    clean = cleaned(values, _ROUND)
    clean.setdefault("title", _("Evaluation {year}").format(year=number))
    questions = find(clean.get("instrument", DEFAULT_INSTRUMENT))
    return _saved_new(
        dossier, key or str(number), Round(year=number, **{**clean, "instrument": questions.id}), questions
    )


def _saved_new(dossier: Dossier, key: str, made: Round, questions: survey.Instrument) -> Stored[Round]:
    fields.item_id("id", key)
    with dossier.change():
        if key in rounds(dossier):
            raise FieldProblem("year", _("There is a round {round} already.").format(round=key))
        made = _linked(dossier, made)
        kept = Instrument(version=questions.version, source=questions.source)
        dossier.save(kept, join(key, questions.id))
        return dossier.save(made, key)


def update_round(dossier: Dossier, round_id: str, **changes: Any) -> Stored[Round]:
    """Change fields of a round.

    Raises:
        BadInput: There is no such round, it is closed, or a field is wrong.
    """
    clean = cleaned(changes, _ROUND)
    with dossier.change():
        before = open_round(dossier, round_id)
        if "focus_themes" in clean and "left_out" not in clean:
            clean["left_out"] = ()
        if "dates" in clean:
            merged = {**before.dates, **clean["dates"]}
            cleared = {step for step in changes["dates"] if step not in clean["dates"]}
            clean["dates"] = {step: merged[step] for step in DATES if step in merged and step not in cleared}
        if clean.get("instrument", before.instrument) != before.instrument:
            clean["instrument"] = _other_questions(dossier, round_id, clean["instrument"])
        return dossier.save(_linked(dossier, msgspec.structs.replace(before, **clean), round_id), round_id)


def next_round(dossier: Dossier, round_id: str, *, year: int | str = "", **changes: Any) -> Stored[Round]:
    """Start the round after this one (R15).

    It takes over the question set, themes, thresholds and who commissions it, and points back, so that the
    open recommendations are asked about. It has no answers, and people get new codes.
    """
    before = the_round(dossier, round_id)
    number = fields.number("year", year or before.year + 1, before.year, 2999)
    kept = {name: getattr(before, name) for name in KEPT_FOR_NEXT}
    clean = cleaned(changes, _ROUND)
    if "focus_themes" in clean:
        kept |= {"left_out": (), "left_out_reason": ""}
    clean.setdefault("title", _next_title(before, number))
    # The next one is about what came after this one, not about the same period again.
    if before.period:
        clean.setdefault("period", _("since the evaluation of {year}").format(year=before.year))
    made = Round(year=number, **{**kept, **clean, "previous": round_id})
    if "instrument" in clean:
        questions = find(clean["instrument"])
        made = msgspec.structs.replace(made, instrument=questions.id)
    else:
        questions = _same_questions(dossier, round_id, before.instrument)
    return _saved_new(dossier, str(number), made, questions)


def open_recommendations(dossier: Dossier, round_id: str) -> dict[str, Recommendation]:
    """Key -> recommendation of the rounds before this one, unless dropped, done or taken up by another."""
    found: dict[str, Recommendation] = {}
    over: set[str] = set()
    seen = {round_id}
    at = the_round(dossier, round_id).previous
    while at and at not in seen:
        seen.add(at)
        items = dossier.values(Recommendation, f"{at}/")
        followed = dossier.values(FollowUp, f"{at}/")
        over |= {link.recommendation for r in items.values() if not r.dropped for link in r.earlier}
        over |= {key for key, follow_up in followed.items() if follow_up.progress == "done"}
        found |= {key: r for key, r in items.items() if not r.dropped and key not in over}
        before = dossier.value(Round, at)
        at = before.previous if before else ""
    return found


def open_round(dossier: Dossier, round_id: str) -> Round:
    """The round, when it may still be changed.

    Raises:
        BadInput: There is no such round, or it is closed.
    """
    found = the_round(dossier, round_id)
    if found.closed:
        raise BadInput(
            _("Round {round} is closed: it can be read, not changed.").format(round=round_id),
            hint=_("Start the next round with 'boce round next {round}'.").format(round=round_id),
        )
    return found


def _linked(dossier: Dossier, made: Round, round_id: str = "") -> Round:
    """The round with everything it points at checked, and the themes outside its focus left out."""
    known = {key: theme.name for key, theme in themes(dossier).items()}
    focus = fields.several_of("focus_themes", made.focus_themes, known)
    left = fields.several_of("left_out", made.left_out, known) or (
        tuple(key for key in known if key not in focus) if focus else ()
    )
    if both := [known[key] for key in focus if key in left]:
        raise FieldProblem("left_out", _("{theme} is a focus theme as well.").format(theme=both[0]))
    if made.previous:
        others = {key: r.title for key, r in rounds(dossier).items() if key != round_id}
        fields.one_of("previous", made.previous, others)
    organs = {key: body.name for key, body in bodies(dossier).items()}
    if organs:
        fields.one_of("commissioning_body", made.commissioning_body, organs, needed=False)
    return msgspec.structs.replace(made, focus_themes=focus, left_out=left)


def _other_questions(dossier: Dossier, round_id: str, ref: str) -> str:
    if dossier.all(Answer, f"{round_id}/"):
        raise FieldProblem(
            "instrument",
            _("Answers were given already, so the question set of this round stays."),
            hint=_("Use the other question set in the next round."),
        )
    questions = find(ref)
    dossier.save(Instrument(version=questions.version, source=questions.source), join(round_id, questions.id))
    return questions.id


def _same_questions(dossier: Dossier, round_id: str, instrument: str) -> survey.Instrument:
    """The question set as it is now; the one kept with the round before when the app has it no more."""
    try:
        return find(instrument)
    except BadInput:
        stored = dossier.value(Instrument, join(round_id, instrument))
        if stored is None:
            raise
        return load_text(stored.source, name=f"{instrument} {stored.version}")


def _next_title(before: Round, year: int) -> str:
    if str(before.year) in before.title:
        return before.title.replace(str(before.year), str(year))
    return _("Evaluation {year}").format(year=year)
