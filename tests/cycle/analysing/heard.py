"""A round in which interviews were held: as many executives and officials as a test wants; all invented."""

from __future__ import annotations

from pathlib import Path

from boce_tui.domain.answers import Rating, Value
from boce_tui.domain.interviewing import Answer, Quote, Skip
from boce_tui.domain.round import Interview, Respondent
from boce_tui.env import Env
from tests.cycle.factory import ROUND, small_round
from tests.support import make_env

E1, E4, A2 = "E1", "E4", "A2"
"""A mark, an open question, a status per theme: of the shipped question set."""


class Heard:
    """A dossier to add people and answers to.

    Attributes:
        dossier: The dossier; the round is `ROUND`.
    """

    def __init__(self, tmp_path: Path, env: Env | None = None) -> None:
        made = env or make_env(tmp_path)
        self.dossier = small_round(made.data_dir, made)
        self._number = 20

    def person(self, group: str = "official", *, state: str = "held") -> str:
        """Somebody with an interview of their own; returns the code, which is also in the interview's id."""
        self._number += 1
        code = f"R{self._number}"
        role = "alderman" if group == "executive" else "policy_officer"
        with self.dossier.change() as c:
            c.save(Respondent(group=group, role=role), f"{ROUND}/{code}")
            c.save(Interview(participants=(code,), state=state), f"{ROUND}/G{self._number}")
        return code

    def together(self, *codes: str) -> str:
        """One interview with several people; returns its id."""
        self._number += 1
        interview = f"G{self._number}"
        self.dossier.save(Interview(participants=codes, state="held"), f"{ROUND}/{interview}")
        return interview

    def says(
        self,
        who: str,
        question: str,
        text: str = "",
        value: Value | None = None,
        *,
        theme: str = "-",
        participant: str = "all",
        skipped: str = "",
        speakers: tuple[str, ...] = (),
    ) -> str:
        """Keep an answer of a person (or of an interview ``G..``); returns its key."""
        interview = who.replace("R", "G") if who.startswith("R") else who
        key = f"{ROUND}/{interview}/{question}/{theme}/{participant}"
        answer = Answer(
            text=text,
            values={"value": value} if value else {},
            skipped=Skip(reason=skipped) if skipped else None,
            speakers=speakers,
        )
        self.dossier.save(answer, key)
        return key

    def marks(self, group: str, *scores: int) -> list[str]:
        """People of a group who each give a mark to E1; returns the keys of the answers."""
        return [self.says(self.person(group), E1, f"cijfer {s}", Rating(score=s)) for s in scores]

    def quote(self, answer: str, text: str, approval: str = "yes") -> str:
        """Keep a quote from an answer; returns its key."""
        self._number += 1
        key = f"{ROUND}/q{self._number}"
        self.dossier.save(Quote(answer=answer, text=text, approval=approval), key)
        return key

    def withdraw(self, interview: str) -> None:
        """Somebody takes an interview back."""
        found = self.dossier.value(Interview, f"{ROUND}/{interview}")
        assert found is not None
        self.dossier.save(
            Interview(participants=found.participants, state="withdrawn"), f"{ROUND}/{interview}"
        )
