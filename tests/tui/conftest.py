"""For every test of a screen: no widget may ever be given a plain string, which Textual reads as markup."""

from __future__ import annotations

from typing import Any

import pytest
from textual import visual
from textual.widgets import _static

from boce_tui.tui import signs

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
