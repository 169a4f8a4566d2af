"""The text inside a note area stays what was typed, and every edit is reported as it happened."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.document._wrapped_document import WrappedDocument

from boce_tui.tui.widgets.note_document import NoteDocument, NoteWrapping

TEXT = st.text(st.sampled_from("ab é\n\u2028\x0b\t字👍"), max_size=30)


def at(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)


@given(TEXT, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), TEXT), max_size=8))
def test_edits_do_what_the_offsets_say(text: str, edits: list[tuple[int, int, str]]) -> None:
    reported: list[tuple[int, int, str]] = []
    document = NoteDocument(text, lambda *edit: reported.append(edit))
    wrapping = NoteWrapping(document, width=5)
    replayed = text
    for one, other, inserted in edits:
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        expected = text[:start] + inserted + text[end:]
        result = document.replace_range(at(text, end), at(text, start), inserted)
        wrapping.wrap_range(at(text, start), at(text, end), result.end_location)
        assert document.text == expected
        assert result.replaced_text == text[start:end]
        assert result.end_location == at(expected, start + len(inserted))
        text = expected
        assert document.lines == text.split("\n")
    for start, end, inserted in reported:
        replayed = replayed[:start] + inserted + replayed[end:]
    assert replayed == text
    fresh = NoteWrapping(document, width=5)
    assert wrapping.height == fresh.height == WrappedDocument.height.fget(wrapping)  # type: ignore[attr-defined]
    assert all(document.get_index_from_location(at(text, i)) == i for i in range(len(text) + 1))


def test_a_line_past_the_end_can_be_deleted() -> None:
    reported: list[tuple[int, int, str]] = []
    document = NoteDocument("een\ntwee", lambda *edit: reported.append(edit))
    document.replace_range((1, 0), (2, 0), "")
    assert (document.text, reported) == ("een\n", [(4, 8, "")])


def test_an_edit_that_changes_nothing_is_not_reported() -> None:
    reported: list[tuple[int, int, str]] = []
    NoteDocument("een", lambda *edit: reported.append(edit)).replace_range((0, 1), (0, 1), "")
    assert reported == []


def test_loading_changes_nothing() -> None:
    text = "a\u2028b\x0bc\x85d\x0ce\n\n"
    assert NoteDocument(text).text == text
