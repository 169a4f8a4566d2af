"""Names are written once, beside the screen, and nobody waits for it but who leaves."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from boce_tui.cycle.planning import respondents
from boce_tui.errors import DossierUnavailable
from boce_tui.names import EXAMPLE_KEY, Names, Person, make_example_key
from boce_tui.tui.planning import people_door
from boce_tui.tui.planning.names_pen import IDLE, NamesPen
from tests.support import make_env
from tests.tui.planning.desk import ROUND, Desk, at_desk, with_people


class SlowNames(Names):
    """A names file of which a write lasts until the test lets it go on."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.writes = 0
        self.fails = False
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def keep(self) -> None:
        """Count, wait, write."""
        self.writes += 1
        self.begun.set()
        assert self.go_on.wait(30), "the test forgot the writer"
        if self.fails:
            raise DossierUnavailable("schijf kapot")
        super().keep()


@asynccontextmanager
async def name_fields(tmp_path: Path) -> AsyncIterator[tuple[Desk, SlowNames, str, list[float]]]:
    """The form of someone with its name fields, slow names and a clock that stands still."""
    make_example_key(tmp_path)
    env = make_env(tmp_path, environ={"BOCE_KEY_FILE": str(tmp_path / EXAMPLE_KEY)})
    async with at_desk(tmp_path, people_door, fill=with_people, env=env) as desk:
        names = desk.app.names = SlowNames(desk.dossier.folder)
        now = [0.0]
        desk.app.names_pen = NamesPen(env, names, clock=lambda: now[0])
        try:
            await desk.press("enter", "f3")
            yield desk, names, next(iter(respondents(desk.dossier, ROUND))), now
        finally:
            names.go_on.set()


async def begun(desk: Desk, names: SlowNames) -> None:
    while not names.begun.is_set():
        await desk.pilot.pause(0.01)


async def fill_four(desk: Desk) -> None:
    for word in ("Sanne", "Verzonnen", "wethouder", "sanne@voorbeeld.nl"):
        await desk.type(word)
        await desk.press("tab")


async def test_four_fields_are_one_write_and_keys_work_meanwhile(tmp_path: Path) -> None:
    async with name_fields(tmp_path) as (desk, names, code, now):
        await fill_four(desk)
        desk.app.savers.tick()
        assert names.writes == 0, "not before a pause"
        assert "bewaren..." in desk.place
        assert names.data().people[code].email == "sanne@voorbeeld.nl", "every check sees it at once"
        now[0] += IDLE
        await begun(desk, names)
        await desk.type("0599")
        assert "0599" in desk.text, "a key is handled while the file is written"
        assert "bewaren..." in desk.place
        assert names.writes == 1
        assert not names.exists, "the write is still under way"
        names.go_on.set()
        await desk.kept()
        assert names.writes == 2, "one for the four, one for what came after it"
        assert not names.holding
        found = _read_again(desk).person(code)
        assert found == Person(
            name="Sanne", surname="Verzonnen", function="wethouder", email="sanne@voorbeeld.nl", phone="0599"
        )


async def test_leaving_the_form_does_not_wait_and_loses_nothing(tmp_path: Path) -> None:
    async with name_fields(tmp_path) as (desk, names, code, _now):
        await desk.type("Sanne Verzonnen")
        await desk.press("escape")
        assert "Burgemeester" not in desk.place
        await begun(desk, names)
        await desk.press("m")
        assert "Sanne Verzonnen" in desk.text
        assert not names.exists
        names.go_on.set()
        await desk.kept()
        found = _read_again(desk).person(code)
        assert found is not None
        assert found.name == "Sanne Verzonnen"


async def test_quitting_waits_for_the_write_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with name_fields(tmp_path) as (desk, names, code, _now):
        said: list[str] = []

        def tell(message: str, kind: str = "info") -> None:
            del kind
            said.append(message)
            names.go_on.set()

        await desk.type("Sanne")
        monkeypatch.setattr(desk.app, "tell", tell)
        await desk.app.action_quit()
        assert said[-1] == "namen bewaren..."
        assert desk.app.return_value == 0
        assert _read_again(desk).person(code) == Person(name="Sanne")


async def test_a_write_that_fails_is_said_and_the_name_is_still_there(tmp_path: Path) -> None:
    async with name_fields(tmp_path) as (desk, names, code, now):
        names.fails = True
        names.go_on.set()
        await desk.type("Sanne")
        now[0] += IDLE
        await begun(desk, names)
        await desk.kept()
        desk.app.refresh_bars()
        await desk.press()
        await desk.pilot.pause()
        assert "NIET BEWAARD: schijf kapot" in desk.place
        await desk.app.action_quit()
        assert desk.app.return_value is None, "it stays once"
        assert "De namen zijn niet bewaard (schijf kapot)" in desk.text
        names.fails = False
        await desk.type(" V")
        await desk.kept()
        assert _read_again(desk).person(code) == Person(name="Sanne V")


def test_what_is_held_during_another_write_stays_held(tmp_path: Path) -> None:
    names = Names(tmp_path)
    names.create(make_example_key(tmp_path))
    names.hold({"A": Person(name="Een")})
    names.put({"B": Person(name="Twee")})
    assert not names.holding, "any write takes along what is held"
    names.hold({"A": Person(name="Drie")})
    names.remove("A")
    names.keep()
    assert list(names.data().people) == ["B"]


def _read_again(desk: Desk) -> Names:
    from boce_tui.names import find_key

    names = Names(desk.dossier.folder)
    key = find_key(desk.app.env, desk.dossier.folder, example=False)
    assert key is not None
    names.unlock(key)
    return names
