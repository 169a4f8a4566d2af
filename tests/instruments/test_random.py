"""Random question sets: what loads can be routed, whatever was answered, and routing never looks ahead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.answers import Choice, Choices, Grid, Rating, Value
from boce_tui.domain.vocabulary import GROUPS, ROLES
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.model import Instrument
from boce_tui.instruments.routing import AnswerPlace, Answers, inapplicable, route, visible_parts
from tests.instruments.sets import HEAD, PARKS, ROUND, THEMES, check, question

ROADS_AND_WATER = ["roads", "water"]
CHOICES = {
    "yes_no_partly": ["yes", "no", "partly"],
    "rating_1_5": ["1", "3", "5"],
    "single_choice": ["a", "b"],
    "multi_choice": ["a", "b"],
    "": [],
}
OPTIONS = 'options = [{ id = "a", nl = "A", en = "A" }, { id = "b", nl = "B", en = "B" }]'


@st.composite
def a_condition(draw: st.DrawFn, earlier: list[tuple[str, str, bool]]) -> str:
    """A condition on one of the earlier questions (id, type, per theme)."""
    name, kind, _per_theme = draw(st.sampled_from(earlier))
    if not CHOICES[kind] or draw(st.booleans()):
        return f'{{ question = "{name}", answered = {str(draw(st.booleans())).lower()} }}'
    if kind == "rating_1_5" and draw(st.booleans()):
        limit = draw(st.sampled_from(["at_least", "at_most"]))
        return f'{{ question = "{name}", {limit} = {draw(st.integers(1, 5))} }}'
    operator = draw(st.sampled_from(["any_value", "no_value"]))
    return f'{{ question = "{name}", {operator} = ["{draw(st.sampled_from(CHOICES[kind]))}"] }}'


@st.composite
def a_set(draw: st.DrawFn) -> Instrument:
    """A question set that passes the check."""
    text = HEAD + (THEMES if draw(st.booleans()) else "")
    earlier: list[tuple[str, str, bool]] = []
    for number in range(draw(st.integers(1, 8))):
        name, kind = f"Q{number}", draw(st.sampled_from(sorted(CHOICES)))
        per_theme = draw(st.booleans())
        keys = ["per_theme = true"] if per_theme else []
        keys += [f'type = "{kind}"'] if kind else []
        keys += [OPTIONS] if kind.endswith("choice") else []
        if draw(st.booleans()):
            keys.append(f'for = {{ groups = ["{draw(st.sampled_from(["official", "executive"]))}"] }}')
        if draw(st.booleans()) and earlier:
            conditions = draw(st.lists(a_condition(earlier), min_size=1, max_size=2))
            keys.append(f"when = [{', '.join(conditions)}]")
        keys += ["from_year = 2"] if draw(st.integers(0, 5)) == 0 else []
        made = question(name, "\n".join(keys))
        checked = check(text + made)
        if checked.errors:  # such as two groups that exclude each other
            continue
        text += made
        earlier.append((name, kind, per_theme))
    instrument = check(text + question("Z9", section="two")).instrument
    assert instrument
    return instrument


def a_value(kind: str) -> st.SearchStrategy[Value]:
    if kind == "rating_1_5":
        return st.builds(Rating, st.integers(1, 5))
    if kind == "multi_choice":
        return st.builds(Choices, st.just(("a",)) | st.just(("a", "b")))
    if kind == "grid":
        return st.builds(
            Grid,
            st.dictionaries(
                st.sampled_from([*ROADS_AND_WATER, "parks"]),
                st.fixed_dictionaries({"much": st.sampled_from(["none", "some", "full", None, 3])}),
            ),
        )
    return st.builds(Choice, st.sampled_from(["yes", "no", "a", "b", "gone"]))


@st.composite
def some_answers(draw: st.DrawFn, instrument: Instrument) -> dict[AnswerPlace, dict[str, Value]]:
    """Answers to some of the questions, for themes and people that may or may not exist."""
    answers: dict[AnswerPlace, dict[str, Value]] = {}
    for one in instrument.questions:
        for theme in [*ROADS_AND_WATER, "parks"] if one.per_theme else [None]:
            for who in ("", "R01"):
                if draw(st.booleans()):
                    place: AnswerPlace = (one.id, theme, who) if who else (one.id, theme)
                    answers[place] = {part.id: draw(a_value(part.type)) for part in one.parts}
    return answers


Table = list[Profile]
PEOPLE: st.SearchStrategy[Table] = st.lists(
    st.builds(
        Profile,
        code=st.sampled_from(["R01", "R02", "R03"]),
        group=st.sampled_from(sorted(GROUPS)),
        roles=st.lists(st.sampled_from(sorted(ROLES)), max_size=2).map(tuple),
        themes=st.dictionaries(st.sampled_from([*ROADS_AND_WATER, PARKS.id]), st.integers(0, 3)),
        participated_before=st.booleans(),
    ),
    max_size=3,
    unique_by=lambda one: one.code,
)


@given(st.data(), a_set(), PEOPLE, st.booleans())
def test_what_loads_can_be_routed(
    data: st.DataObject, survey: Instrument, people: Table, short: bool
) -> None:
    answers: Answers = data.draw(some_answers(survey))
    before = dict(answers)
    steps = route(survey, people, ROUND, answers, short=short)
    assert answers == before
    found = [step.place for step in steps]
    assert len(found) == len(set(found))
    assert steps == route(survey, people, ROUND, answers, short=short)
    codes = [one.code for one in people]
    for step in steps:
        assert step.participants
        assert set(step.participants) <= set(codes)
        assert step.theme in ([*ROADS_AND_WATER] if step.asked.per_theme else [None])
        assert {part.id for part in visible_parts(step, answers.get(step.place, {}))} <= {
            part.id for part in step.parts
        }
    assert set(inapplicable(survey, people, ROUND, answers)) <= set(answers)
    if not short:
        left = {place[:2] for place in inapplicable(survey, people, ROUND, answers) if len(place) == 2}
        assert left == {place for place in answers if len(place) == 2} - set(found)


@given(st.data(), a_set(), PEOPLE)
def test_an_answer_changes_nothing_before_it(data: st.DataObject, survey: Instrument, people: Table) -> None:
    """Conditions look back: a new answer to a step can only change what comes after it."""
    answers: Answers = data.draw(some_answers(survey))
    steps = route(survey, people, ROUND, answers)
    if not steps:
        return
    number = data.draw(st.integers(0, len(steps) - 1))
    step = steps[number]
    values = {part.id: data.draw(a_value(part.type)) for part in step.parts}
    after = route(survey, people, ROUND, {**answers, step.place: values})
    assert [one.place for one in after[: number + 1]] == [one.place for one in steps[: number + 1]]


@given(st.data(), a_set(), PEOPLE)
def test_more_people_never_means_fewer_questions(
    data: st.DataObject, survey: Instrument, people: Table
) -> None:
    answers: Answers = data.draw(some_answers(survey))
    together = {step.place: set(step.participants) for step in route(survey, people, ROUND, answers)}
    for one in people:
        alone = {step.place for step in route(survey, one, ROUND, answers)}
        assert alone == {place for place, codes in together.items() if one.code in codes}
