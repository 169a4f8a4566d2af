"""A small round with two interviews that were held: one person alone, and two at one table; all invented."""

from __future__ import annotations

from pathlib import Path

import msgspec

from boce_tui.cycle.planning import set_state
from boce_tui.domain.answers import Choice, Rating
from boce_tui.domain.approving import Approval
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.round import Interview
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, JOINT, ROUND, small_round
from tests.support import Clock, make_env

E1, A2, S8 = f"{ROUND}/{ALONE}/E1/-/all", f"{ROUND}/{ALONE}/A2/accessibility/all", f"{ROUND}/{ALONE}/S8/-/all"
QUOTE = f"{ROUND}/{ALONE}-1"


def held_round(tmp_path: Path, clock: Clock | None = None) -> Dossier:
    """G01 (R07) and G02 (R03 and R07) were held on 12 May 2041."""
    dossier = small_round(tmp_path / "data", make_env(tmp_path, now=clock or Clock()))
    with dossier.change() as c:
        c.save(Answer(text="gaat goed. korte lijnen", values={"value": Rating(score=4)}), E1)
        c.save(Answer(text="visie ligt er", values={"value": Choice(option="realised")}), A2)
        c.save(Answer(text="niemand is de baas, iedereen is de baas"), S8)
        c.save(Quote(answer=S8, text="iedereen is de baas", start=21), QUOTE)
        joint = f"{ROUND}/{JOINT}"
        c.save(Answer(text="samen gezegd"), f"{joint}/E1/-/all")
        c.save(Answer(text="alleen van drie"), f"{joint}/E1/-/R03")
        c.save(Answer(text="alleen van zeven"), f"{joint}/E1/-/R07")
        c.save(Answer(text="gezegd door drie", speakers=("R03",)), f"{joint}/S8/-/all")
        c.save(Quote(answer=f"{joint}/E1/-/R03", text="alleen van drie", start=0), f"{ROUND}/{JOINT}-1")
    for key in (ALONE, JOINT):
        set_state(dossier, ROUND, key, "held", date="2041-05-12")
    return dossier


def state_of(dossier: Dossier, interview: str = ALONE) -> str:
    """The state of an interview."""
    found = dossier.value(Interview, f"{ROUND}/{interview}")
    assert found is not None
    return found.state


def now(dossier: Dossier, key: str = E1) -> Answer:
    """An answer as it is."""
    return dossier.value(Answer, key) or Answer()


def type_final(dossier: Dossier, text: str, key: str = E1) -> None:
    """Give an answer a final text, past every rule."""
    dossier.save(msgspec.structs.replace(now(dossier, key), worked_out=text), key)


__all__ = ["A2", "ALONE", "E1", "JOINT", "QUOTE", "ROUND", "S8", "Approval", "held_round", "now", "state_of"]
