"""Opening a screen costs what it shows: no widget gets its styles twice, in any window, read only or not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widgets import TextArea

from boce_tui.store import Dossier
from boce_tui.tui import planning
from boce_tui.tui.home.welcome import WelcomeScreen
from boce_tui.tui.planning.form import FieldBox, RecordForm
from boce_tui.tui.widgets.note_area import NoteArea
from tests.support import make_env
from tests.tui.helpers import make_app
from tests.tui.planning.desk import ROUND, a_round


@pytest.fixture
def styled(monkeypatch: pytest.MonkeyPatch) -> Counter[DOMNode]:
    """How often each node was styled."""
    found: Counter[DOMNode] = Counter()
    really = Stylesheet.apply

    def apply(self: Stylesheet, node: DOMNode, **options: Any) -> None:
        found[node] += 1
        really(self, node, **options)

    monkeypatch.setattr(Stylesheet, "apply", apply)
    return found


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("write", [True, False])
async def test_a_form_is_styled_once(
    tmp_path: Path, styled: Counter[DOMNode], size: tuple[int, int], write: bool
) -> None:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        a_round(dossier)
    with Dossier.open(env.data_dir, env, write=write) as dossier:
        app = make_app(env, lambda _app: WelcomeScreen(), dossier)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            styled.clear()
            app.open(planning.assignment_door(app, ROUND))
            await pilot.pause()
            form = app.screen.query_one(RecordForm)
            assert all(styled[node] == 1 for node in (form, *app.screen.query(FieldBox)))
            unfocused = [area for area in app.screen.query(NoteArea) if not area.has_focus]
            assert len(unfocused) > 3
            assert {styled[area] for area in unfocused} == {1}
            assert all(area.read_only is not write for area in app.screen.query(NoteArea))


async def test_a_text_field_has_styles_only_for_what_it_draws() -> None:
    assert len(NoteArea._get_component_classes()) < len(TextArea._get_component_classes()) / 2
