"""Two documents compared by paragraph: everything that differs is in it, and nothing else."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from boce_tui.reports.comparing import compare, paragraphs

BEFORE = """# Rapport

## 1 Inleiding

De reden is duidelijk genoeg voor iedereen.

- eerste punt
- tweede punt

| Thema | Stand |
| --- | --- |
| Wonen | bezig |

## 2 Slot

Tot hier.
"""


def test_a_changed_word_shows_both_sides_under_its_heading() -> None:
    after = BEFORE.replace("duidelijk genoeg", "nu duidelijk genoeg")
    (one,) = compare(BEFORE, after)
    assert (one.kind, one.section) == ("changed", "1 Inleiding")
    assert one.before == "De reden is duidelijk genoeg voor iedereen."
    assert one.after == "De reden is nu duidelijk genoeg voor iedereen."


def test_new_gone_and_a_row_of_a_table() -> None:
    after = BEFORE.replace("- tweede punt\n", "").replace("| bezig |", "| klaar |") + "\nEen nieuwe alinea.\n"
    assert [(one.kind, one.before, one.after) for one in compare(BEFORE, after)] == [
        ("removed", "tweede punt", ""),
        ("changed", "Wonen | bezig", "Wonen | klaar"),
        ("added", "", "Een nieuwe alinea."),
    ]


def test_what_moved_is_not_gone_and_new() -> None:
    after = BEFORE.replace("De reden is duidelijk genoeg voor iedereen.\n\n", "").replace(
        "Tot hier.", "Tot hier.\n\nDe reden is duidelijk genoeg voor iedereen."
    )
    (one,) = compare(BEFORE, after)
    assert (one.kind, one.section) == ("moved", "2 Slot")


WORDS = st.lists(
    st.sampled_from(["aap", "noot", "mies", "wim", "zus", "jet", "teun"]),
    min_size=1,
    max_size=6,
)
DOCUMENTS = st.lists(WORDS.map(" ".join), max_size=12).map(
    lambda texts: "# T\n\n" + "\n\n".join(texts) + "\n"
)


@given(DOCUMENTS, DOCUMENTS)
def test_taking_out_and_putting_in_gives_the_new_document(before: str, after: str) -> None:
    left = Counter(p.text for p in paragraphs(before))
    for one in compare(before, after):
        if one.kind != "moved":
            left[one.before] -= bool(one.before)
            left[one.after] += bool(one.after)
    assert +left == Counter(p.text for p in paragraphs(after))


@given(DOCUMENTS)
def test_the_same_document_has_no_differences(text: str) -> None:
    assert compare(text, text) == []
