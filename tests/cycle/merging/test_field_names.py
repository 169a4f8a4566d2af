"""Fields have a Dutch word wherever two versions are compared."""

from __future__ import annotations

import pytest

from boce_tui.cycle.merging.field_names import _LABELS, field_name
from boce_tui.cycle.planning.fields import FIELDS
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import KINDS
from boce_tui.locale import in_language


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.entity)
def test_every_field_has_words_in_both_languages(kind: type[Entity]) -> None:
    for name in kind.__struct_fields__:
        assert name in _LABELS or name in FIELDS, name
        with in_language("nl"):
            assert "_" not in field_name(name)


def test_a_reader_never_sees_the_program() -> None:
    with in_language("nl"):
        assert field_name("letter") == "letter van het nummer"
        assert field_name("worked_out") == "uitgewerkte tekst"
        assert field_name("co_addressees") == "mede gericht aan"
