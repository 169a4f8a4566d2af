"""What stands at the end of a conversation: groups that open and close, each row a door to its question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boce_tui.cycle.interviewing import StepState
from boce_tui.cycle.interviewing.left import left_lines, left_question
from boce_tui.domain.keys import NO_THEME, AnswerKey
from boce_tui.domain.text import inert_line
from boce_tui.domain.vocabulary import SKIP_REASON, label
from boce_tui.instruments.steps import Step
from boce_tui.locale import N_, _
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.interviewing.outline_rows import row_id
from boce_tui.tui.signs import State, mark, sign, word
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.pick_list import PickRow

HEAD, PROBES, QUOTES, GONE, PASSED = "head", "probes", "quotes", "gone", "passed"
_ORDER = (StepState.LATER, StepState.BUSY, StepState.OPEN, StepState.SKIPPED)
_TITLES = {
    PASSED: N_("Not on the short route, but begun or for later"),
    PROBES: N_("Follow-ups not asked"),
    QUOTES: N_("Quotes that do not match any more"),
    GONE: N_("No longer on the route"),
}


@dataclass(frozen=True)
class Group:
    """Rows under one heading.

    Attributes:
        id: A state, ``probes``, ``quotes`` or ``gone``.
        title: The heading.
        state: The sign in front of it.
        rows: The rows.
    """

    id: str
    title: str
    state: State
    rows: tuple[PickRow, ...]

    def heading(self, *, closed: bool) -> PickRow:
        """The heading as a row; enter opens and closes it."""
        lead = mark("▸") if closed else mark("▾")
        words = assemble((f"{lead} {self.title}", "kop"), (f"  {len(self.rows)}", "stil"))
        about = _("kept, does not count") if self.id == GONE else ""
        return PickRow(f"{HEAD}:{self.id}", ((sign(self.state), "accent"), words, "", (about, "stil")))


def groups(desk: Desk) -> list[Group]:
    """All groups that have something in them."""
    talk = desk.talk
    found = [
        Group(
            state.value,
            word(state.value).capitalize(),
            state.value,
            tuple(_step(desk, step, state) for step in talk.waiting(state)),
        )
        for state in _ORDER
    ]
    found.insert(2, Group(PASSED, _(_TITLES[PASSED]), "later", tuple(_passed(desk))))
    found.append(Group(PROBES, _(_TITLES[PROBES]), "open", tuple(_probes(desk))))
    found.append(Group(QUOTES, _(_TITLES[QUOTES]), "warning", tuple(_quotes(desk))))
    found.append(Group(GONE, _(_TITLES[GONE]), "skipped", tuple(_gone(desk))))
    return [group for group in found if group.rows]


def place_of(row: str) -> tuple[str, str | None] | None:
    """The question and theme a row leads to; None for a heading and for what is not asked any more."""
    kind, _colon, rest = row.rpartition(":")
    if kind.startswith((HEAD, GONE)):
        return None
    question, _slash, theme = rest.partition("/")
    return question, None if theme == NO_THEME else theme


def _step(desk: Desk, step: Step, state: StepState) -> PickRow:
    answer = desk.talk.answer(step)
    skipped = answer.skipped if state is StepState.SKIPPED else None
    words = label(SKIP_REASON, skipped.reason) if skipped else word(state.value)
    return PickRow(
        row_id(step),
        (
            (step.question, "stil"),
            inert_line(str(step.text)),
            (str(step.theme_name or ""), "stil"),
            assemble((f"{sign(state.value)} ", "accent"), words),
        ),
    )


def _passed(desk: Desk) -> Iterator[PickRow]:
    for state in (StepState.LATER, StepState.BUSY):
        for step in desk.talk.passed_over(state):
            row = _step(desk, step, state)
            yield PickRow(f"{PASSED}:{row.id}", row.cells)


def _probes(desk: Desk) -> Iterator[PickRow]:
    for step in desk.talk.steps:
        asked = {number for answer in desk.talk.answers_at(step) for number in answer.probes_asked}
        number = step.question
        for probe in step.probes:
            if probe.number not in asked:
                yield PickRow(
                    f"{PROBES}{probe.number}:{row_id(step)}",
                    ((number, "stil"), inert_line(str(probe)), (str(step.theme_name or ""), "stil"), ""),
                    search=f"{step.question} {step.text}",
                )
                number = ""


def _quotes(desk: Desk) -> Iterator[PickRow]:
    for item in desk.talk.quotes.all():
        kind = desk.standing(item.value)[0] if item.value else ""
        if item.value is None or not kind:
            continue
        key = AnswerKey.parse(item.value.answer)
        yield PickRow(
            f"{QUOTES}{item.key}:{key.question}/{key.theme}",
            (
                (key.question, "stil"),
                f"“{inert_line(item.value.text)}”",
                "",
                assemble(
                    (f"{sign('warning')} ", "let-op"),
                    _("sentence changed") if kind == "changed" else _("sentence gone"),
                ),
            ),
        )


def _gone(desk: Desk) -> Iterator[PickRow]:
    for key, _answer in desk.talk.outside_route():
        said = inert_line("; ".join(left_lines(desk.talk, key)))
        yield PickRow(
            f"{GONE}:{key}",
            ((key.question, "stil"), inert_line(left_question(desk.talk, key)), "", said),
        )
