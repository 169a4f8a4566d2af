"""A review file comes back in ways nobody foresaw: no tick flips, no remark disappears without a word."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boce_tui.exchange.review_file.reading import ReadReview, read_review
from tests.exchange.review_file.mangling import BLOCKS, EDITORS, FORMS, LOOKS, as_bytes
from tests.exchange.review_file.sent import CHOICES, fill, on_behalf, place_in, sent

WORDS = st.text("abcdefgh ijklmnoprstuvwz,.?!é", min_size=3, max_size=120).map(
    lambda text: " ".join(text.split())
)
REMARKS = st.one_of(
    WORDS.filter(lambda text: re.search(r"[a-z]{2}", text)),
    st.sampled_from(
        [
            "Zie [hier](https://x.example) en *let op*.",
            "<script>alert(1)</script> graag weg",
            "5 * 3 = 15 en niet 2*3*4",
            "[x] overnemen zou ik zeggen",
            "Kenmerk 9z-0000 bestaat niet",
            "geen",
            "1. eerst dit",
        ]
    ),
)
FILLED = st.dictionaries(
    st.sampled_from(sorted(sent().numbers)),
    st.fixed_dictionaries(
        {"choice": st.sampled_from(["", *CHOICES]), "remark": st.one_of(st.just(""), REMARKS)},
        optional={"motivation": WORDS.filter(lambda text: re.search(r"[a-z]{2}", text))},
    ),
    max_size=4,
)


def filled_in(answers: dict[str, dict[str, str]]) -> str:
    text = on_behalf(sent().file.markdown, "het college van Emmen")
    for number, given_ in answers.items():
        fields = {name: value for name, value in given_.items() if value and name != "choice"}
        text = fill(text, sent().numbers[number], given_["choice"], **fields)
    return text


def bare(text: str) -> str:
    """Letters and digits only: what has to be found back, however it was wrapped."""
    return re.sub(r"[\W_]", "", text).casefold()


def told(found: ReadReview) -> str:
    """Everything that a person gets to see of a file."""
    texts = [remark.text for remark in found.remarks]
    texts += [f"{doubt.text}\n{doubt.before}" for doubt in found.doubts]
    for item in (*found.items, *(item for doubt in found.doubts for item in doubt.items)):
        texts += [item.text, item.motivation, item.owner, item.deadline]
    return "\n".join(texts)


def check(found: ReadReview, answers: dict[str, dict[str, str]]) -> None:
    """No tick flipped, nothing that was written is gone."""
    keys = {place.number: place.recommendation for place in sent().file.places if place.recommendation}
    doubtful = {doubt.number for doubt in found.doubts} | {
        number
        for doubt in found.doubts
        for item in doubt.items
        for number, key in keys.items()
        if item.recommendation == key
    }
    understood = {item.recommendation: item for item in found.items}
    for number, key in keys.items():
        given_ = answers.get(number, {"choice": ""})
        item = understood.get(key)
        if item is not None:
            assert item.choice == given_["choice"], f"{number} flipped"
        elif given_["choice"] and number not in doubtful:
            assert "" in doubtful, f"{number} is gone"
    shown = bare(told(found))
    for number, given_ in answers.items():
        for name in ("remark", "motivation"):
            assert bare(given_.get(name, "")) in shown, f"{name} of {number} is gone"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    answers=FILLED,
    blocks=st.lists(st.sampled_from(sorted(BLOCKS)), max_size=2),
    look=st.one_of(st.none(), st.sampled_from(sorted(LOOKS))),
    editors=st.sets(st.sampled_from(sorted(EDITORS)), max_size=4),
    form=st.sampled_from(FORMS),
    seed=st.integers(0, 999),
)
def test_every_difference_is_understood_or_reported(
    answers: dict[str, dict[str, str]],
    blocks: list[str],
    look: str | None,
    editors: set[str],
    form: str,
    seed: int,
) -> None:
    text, chance = filled_in(answers), random.Random(seed)
    for name in blocks:
        text = BLOCKS[name](text, chance)
    if look:
        text = LOOKS[look](text, chance)
    for name, change in EDITORS.items():
        if name in editors:
            text = change(text, chance)
    check(read_review(as_bytes(text, form), "terug.md", sent().files), answers)


def untouched(text: str, _r: random.Random) -> str:
    return text


ANSWERS = {
    "1a": {"choice": "adopt", "remark": ""},
    "2b": {
        "choice": "reject",
        "remark": "Dit is te vaag, en ‘vaag’ helpt niet.",
        "motivation": "Te duur? Ja.",
    },
    "2c": {"choice": "adopt_changed", "remark": "", "motivation": "Eerder klaar zijn."},
    "5a": {"choice": "hold", "remark": "Zie 3.1.2."},
}
CLEAN = sorted(LOOKS.keys() | EDITORS.keys() | BLOCKS.keys())


@pytest.mark.parametrize("form", [*FORMS, "cp1252"])
@pytest.mark.parametrize("name", ["", *CLEAN])
def test_what_an_editor_does_is_no_doubt(name: str, form: str) -> None:
    """One thing at a time leaves nothing for a person to do."""
    if form != "utf-8" and name not in ("", "wrapped", "mailed"):
        pytest.skip("each form with a few")
    change = (LOOKS | EDITORS | BLOCKS).get(name, untouched)
    text = change(filled_in(ANSWERS), random.Random(3))
    if form == "cp1252":
        text = re.sub(r"[^\x00-\xff…‘’“”–—€•]", "", text)
    found = read_review(as_bytes(text, form), "terug.md", sent().files)
    assert (found.kind, found.body) == ("college", "emmen")
    assert [d for d in found.doubts if form != "cp1252" or d.kind != "changed_text"] == []
    check(found, ANSWERS)
    assert len(found.items) == 4
    assert found.missing == []


def test_a_deleted_block_is_reported() -> None:
    mark = sent().numbers["2b"]
    text = filled_in({})
    begin, end = place_in(text, mark)
    found = read_review((text[:begin] + text[end:]).encode(), "terug.md", sent().files)
    assert [place.mark for place in found.missing] == [mark]
    assert found.items == []
