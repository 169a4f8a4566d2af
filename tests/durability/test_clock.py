"""The clock is set back, or jumps: nothing is lost, nothing changes place, and no time is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier, Stored
from boce_tui.store.doctor import examine, sick
from boce_tui.tui.savers import SaverBook
from tests.durability.outcome import Tell
from tests.support import START, Clock

KEY, OTHER = "2041/G01/A1/-/all", "2041/G01/A2/-/all"
JUMPS = (
    timedelta(hours=-1),
    timedelta(days=-400),
    timedelta(days=3650),
    -(START - datetime(1971, 1, 1, tzinfo=UTC)),
)


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_clock_that_jumps_between_saves(env: Env, jump: timedelta, tell: Tell) -> None:
    assert isinstance(env.clock, Clock)
    with Dossier.create(env.data_dir, env) as d:
        for number in range(5):
            d.save(Answer(text=f"ervoor {number}"), KEY)
        env.clock.now += jump
        moment = env.clock.now
        for number in range(5):
            d.save(Answer(text=f"erna {number}"), KEY)
        history = d.history(Answer, KEY)
        texts = [item.value.text for item in history if item.value]
        assert texts == [*(f"ervoor {n}" for n in range(5)), *(f"erna {n}" for n in range(5))]
        assert [item.id for item in history] == sorted(item.id for item in history)
        # The time that is shown is the clock's, not one that was made up to keep the order.
        assert abs(datetime.fromisoformat(history[-1].at) - moment) < timedelta(minutes=1)
        undone = d.undo(Answer, KEY)
        assert undone is not None
        assert undone.value == Answer(text="erna 3")
    env.clock.now += jump / 2
    with Dossier.open(env.data_dir, env) as d:
        d.save(Answer(text="na het openen"), KEY)
        last = d.history(Answer, KEY)[-1]
        assert last.value == Answer(text="na het openen")
        assert not last.conflicted
    assert not sick(examine(env.data_dir, env))
    tell("clock set back or forward", jumps=2)


def test_draft_typed_after_the_clock_was_set_back_is_the_last_one(env: Env, tell: Tell) -> None:
    assert isinstance(env.clock, Clock)
    d = Dossier.create(env.data_dir, env)
    first = d.drafts.open(f"answer:{KEY}:text", "")
    first.edit(0, 0, "eerst getypt")
    env.clock.now -= timedelta(days=2)
    second = d.drafts.open(f"answer:{OTHER}:text", "")
    second.edit(0, 0, "daarna getypt")
    assert d._lock is not None
    d._lock.release()  # killed here
    with Dossier.open(env.data_dir, env) as again:
        assert [r.text for r in again.drafts.recovered()] == ["daarna getypt", "eerst getypt"]
    tell("clock set back or forward", jumps=1)


@dataclass
class Said:
    """A saver as the save words see it."""

    kind: str
    at: datetime | None
    reason: str = ""


class FakeSaver:
    dirty = False

    def __init__(self) -> None:
        self.state = Said("saved", START)

    def edited(self, start: int, end: int, inserted: str) -> None: ...

    def tick(self) -> None: ...

    def leave(self, *, wait: bool = False) -> object: ...


def test_line_1_tells_the_last_save_by_the_clock_as_it_is_now() -> None:
    book, saver, other = SaverBook(), FakeSaver(), FakeSaver()
    book.add(other)
    book.add(saver)
    assert book.words()[0].endswith(f"{START:%H:%M:%S}")
    saver.state = Said("saved", START - timedelta(hours=1))
    assert book.words()[0].endswith(f"{START - timedelta(hours=1):%H:%M:%S}")
    assert book.words()[0].endswith(f"{START - timedelta(hours=1):%H:%M:%S}")


@pytest.mark.parametrize("jump", [0.0, 3600.0 * 9])
def test_a_laptop_that_slept_saves_at_the_first_tick(env: Env, jump: float, tell: Tell) -> None:
    """The clock that measures pauses may have stood still, or have jumped by hours."""
    now = [100.0]
    with Dossier.create(env.data_dir, env) as d:

        def write(text: str) -> Stored[Answer]:
            return d.save(Answer(text=text), KEY)

        saver = FieldSaver(d, f"answer:{KEY}:text", "", "", write, clock=lambda: now[0])
        saver.edited(0, 0, "voor de slaap")
        now[0] += jump + 0.4
        for _ in range(2):
            saver.tick()
            d.later(int).result()
        saver.tick()
        assert saver.state.kind == "saved"
        saver.leave(wait=True)
        assert d.value(Answer, KEY) == Answer(text="voor de slaap")
    tell("clock set back or forward", jumps=1)
