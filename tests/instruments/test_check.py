"""Every message of the check: where it is, what is wrong, what would be right."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from boce_tui.instruments.library import load_text
from boce_tui.instruments.problems import InstrumentProblems, Problem
from boce_tui.locale import in_language
from tests.instruments.sets import HEAD, THEMES, check, question


class Case(NamedTuple):
    """A question set that is wrong in one way, and what must be said about it."""

    name: str
    at: str
    path: str
    what: str
    fix: str
    text: str


def cases(kind: str) -> list[Case]:
    """The cases of ``broken_sets.toml``, the shorthands in them written out."""
    file = tomllib.loads(Path(__file__).with_name("broken_sets.toml").read_text("utf-8"))
    words = {
        "@HEAD": HEAD,
        "@SECTIONS": HEAD[HEAD.index("[[section]]") :],
        "@THEMES": THEMES,
        "@Q1": question("Q1"),
        "@Q2": question("Q2"),
        "@LAST": question("Z9", section="two"),
        "@LONG": "x" * 2001,
    }
    found = []
    for case in file[kind]:
        text = case.pop("set")
        for word, meaning in words.items():
            text = text.replace(word, meaning)
        found.append(Case(**{"fix": "", **case}, text=text))
    return found


def one(more: str) -> str:
    """A set with question Q1 that has these keys."""
    return HEAD + question("Q1", more) + question("Z9", section="two")


def two(first: str, second: str) -> str:
    """A set with questions Q1 and Q2."""
    return HEAD + question("Q1", first) + question("Q2", second) + question("Z9", section="two")


ERRORS = cases("error")
REMARKS = cases("remark")


def found(problems: list[Problem], case: Case) -> list[Problem]:
    return [
        one for one in problems if one.path == case.path and case.what in one.what and case.fix in one.fix
    ]


@pytest.mark.parametrize("case", ERRORS, ids=[case.name for case in ERRORS])
def test_what_is_wrong_is_said_with_its_place(case: Case) -> None:
    checked = check(case.text)
    assert checked.instrument is None
    said = "\n".join(f"{one.line}: {one.path}: {one.what} | {one.fix}" for one in checked.problems)
    hits = found(checked.errors, case)
    assert hits, said
    lines = case.text.split("\n")
    if case.at:
        assert any(case.at in lines[hit.line - 1] for hit in hits if hit.line), said
    else:
        assert hits[0].line == 0
    assert len(checked.errors) <= 3, f"one mistake, too many messages:\n{said}"


@pytest.mark.parametrize("case", ERRORS, ids=[case.name for case in ERRORS])
def test_the_same_in_english(case: Case) -> None:
    dutch = check(case.text).problems
    with in_language("en"):
        english = check(case.text).problems
    assert [(one.line, one.path) for one in dutch] == [(one.line, one.path) for one in english]
    for nl, en in zip(dutch, english, strict=True):
        assert nl.what != en.what, "not translated"


@pytest.mark.parametrize("case", REMARKS, ids=[case.name for case in REMARKS])
def test_what_may_be_meant_otherwise_is_a_remark_only(case: Case) -> None:
    checked = check(case.text)
    assert checked.errors == []
    assert checked.instrument is not None
    assert found(checked.problems, case), [one.text() for one in checked.problems]
    assert {one.severity for one in checked.problems} == {"warning"}


def test_a_set_without_mistakes_says_nothing() -> None:
    text = HEAD + THEMES + question("Q1", "per_theme = true") + question("Z9", section="two")
    assert check(text).problems == []


def test_everything_at_once_in_the_order_of_the_file() -> None:
    text = (
        two('per_tema = true\ntype = "ratting_1_5"', 'when = [{ question = "Q7", at_most = 1 }]')
        + "typo = 1\n"
    )
    problems = check(text.replace('version = "1.0"', 'version = "x"')).problems
    assert [one.path for one in problems] == [
        "version", "question[Q1].per_tema", "question[Q1].type", "question[Q2].when[1].question",
        "question[Z9].typo",
    ]  # fmt: skip
    assert [one.line for one in problems] == sorted(one.line for one in problems)


def test_a_faulty_question_makes_no_second_problem_for_those_that_look_at_it() -> None:
    text = two("type = 5", 'when = [{ question = "Q1", at_most = 1 }]')
    assert [one.path for one in check(text).problems] == ["question[Q1].type"]


def test_a_problem_reads_as_one_line_with_file_and_line() -> None:
    (problem,) = check(one("per_tema = true")).problems
    assert problem.text("lijst.toml").startswith(
        f"lijst.toml:{problem.line}: question[Q1].per_tema: Onbekende"
    )
    assert "\n" not in problem.text("lijst.toml")


def test_loading_raises_with_exit_code_3_and_every_problem() -> None:
    text = HEAD + "".join(question(f"Q{number}", "per_tema = true") for number in range(20))
    with pytest.raises(InstrumentProblems) as caught:
        load_text(text, "lijst.toml")
    assert caught.value.exit_code == 3
    assert len(caught.value.problems) == 20
    lines = caught.value.lines()
    assert "20 fouten" in lines[0]
    assert sum("per_tema" in line for line in lines) == 12
    assert "... en nog 8." in lines
    assert "boce survey check" in lines[-1]


@pytest.mark.parametrize(
    "hostile", ["[red]x[/x]", "{{ x }}", "# kop", "| a |", "<script>", "[@click=app.exit]", "{}"]
)
def test_markup_in_texts_is_ordinary_text(hostile: str) -> None:
    text = one(f"help = {{ nl = '{hostile}', en = '{hostile}' }}")
    checked = check(text)
    assert checked.instrument
    assert checked.instrument.questions[0].help.nl == hostile


def test_hostile_ids_cannot_reach_a_terminal_from_a_message() -> None:
    problems = check(one('"per_\\u001b[31mtheme" = true')).problems
    assert problems
    assert all("\x1b" not in each.text("x") for each in problems)
