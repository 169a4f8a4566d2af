"""From a key to the dossier: the real saver behind the real field."""

from __future__ import annotations

from pathlib import Path

from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.analysis import Finding
from boce_tui.store import Dossier
from boce_tui.tui.savers import Saver
from boce_tui.tui.widgets.note_area import NoteArea
from tests.support import make_env
from tests.tui.helpers import OneWidget, make_app, shown

KEY = "2041/B-1"
FIELD = f"finding:{KEY}:text"


def saver_of(dossier: Dossier, text: str = "", base: str = "") -> FieldSaver:
    return FieldSaver(
        dossier,
        FIELD,
        text,
        base,
        lambda text: dossier.save(Finding(text=text, sub_question="E", theme="general"), KEY),
    )


async def test_typed_saved_and_read_back(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        saver: Saver = saver_of(dossier)
        area = NoteArea(saver=saver)
        app = make_app(env, lambda _app: OneWidget(area), dossier)
        async with app.run_test() as pilot:
            await pilot.press(*"rollen", "enter", *"uren", "ctrl+z", "ctrl+y", "backspace")
            while "bewaard " not in shown(app).splitlines()[0]:
                await pilot.pause(0.05)
            await pilot.press("x", "ctrl+q")
        stored = dossier.get(Finding, KEY)
        assert stored is not None
        assert stored.value is not None
        assert stored.value.text == area.text == "rollen\nurex"


async def test_going_to_another_screen_stores_first(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        app = make_app(env, lambda _app: OneWidget(NoteArea(saver=saver_of(dossier))), dossier)
        seen: list[str] = []

        class Reading(OneWidget):
            def on_mount(self) -> None:
                stored = dossier.get(Finding, KEY)
                seen.append(stored.value.text if stored is not None and stored.value is not None else "")

        async with app.run_test() as pilot:
            await pilot.press(*"ab")
            app.open(Reading())
            await pilot.pause()
            assert seen == ["ab"]


async def test_what_was_painted_survives_a_killed_app(tmp_path: Path) -> None:
    """The draft log has it without any saving: opened again, every character comes back."""
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        area = NoteArea(saver=saver_of(dossier))
        app = make_app(env, lambda _app: OneWidget(area), dossier)
        async with app.run_test() as pilot:
            await pilot.press(*"midden in een wo")
            log = b"".join(path.read_bytes() for path in sorted((env.data_dir / "drafts").iterdir()))
        assert FIELD.encode() in log


async def test_what_is_not_typed_moves_the_time_of_saving_too(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        app = make_app(env, lambda _app: OneWidget(NoteArea()), dossier)
        async with app.run_test() as pilot:
            assert "alles bewaard" in shown(app).splitlines()[0]
            with dossier.change() as change:
                for n in range(3):
                    change.save(Finding(text="x", sub_question="E", theme="general"), f"2041/B-{n}")
            await pilot.pause()
            await pilot.pause()
            assert "bewaard 1" in shown(app).splitlines()[0]
