"""For every test of a screen: no widget may ever be given a plain string, which Textual reads as markup, and
nothing is looked at before it is there.
"""

from __future__ import annotations

from typing import Any

import pytest
from textual import visual
from textual.document._history import EditHistory
from textual.widgets import _static

from boce_tui.tui import signs
from tests.tui import quiet

pytest.register_assert_rewrite("tests.tui.helpers")


@pytest.fixture(autouse=True)
def _no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    original = visual.visualize

    def guarded(widget: Any, obj: object, markup: bool = True) -> Any:
        ours = type(widget).__module__.startswith("boce_tui") or type(widget).__name__ == "Static"
        if ours and markup and isinstance(obj, str) and obj:
            raise AssertionError(
                f"{widget!r} was given the plain string {obj!r}: use text.safe or text.assemble"
            )
        return original(widget, obj, markup=markup)

    monkeypatch.setattr(visual, "visualize", guarded)
    monkeypatch.setattr(_static, "visualize", guarded)


@pytest.fixture(autouse=True)
def _rich_signs() -> None:
    signs.use_ascii(False)


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet.wait_for_it(monkeypatch)


@pytest.fixture(autouse=True)
def _typed_without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause in the typing begins another step of undo; a computer that stands still for a while is none."""
    monkeypatch.setattr(EditHistory, "_get_time", lambda _history: 0.0)
