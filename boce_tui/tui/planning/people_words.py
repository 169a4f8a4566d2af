"""How respondents, evaluators and interviews are written in lists."""

from __future__ import annotations

from collections.abc import Mapping

from boce_tui.cycle.planning import evaluators, interviews, organisations, respondents, themes
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.round import Interview, Respondent
from boce_tui.domain.vocabulary import INTERVIEW_STATE, ROLES, label
from boce_tui.store import Dossier
from boce_tui.tui.signs import State, state
from boce_tui.tui.text import Piece
from boce_tui.tui.widgets.choice import Choosable

STATE_SIGN: Mapping[str, State] = {
    "to_plan": "open",
    "invited": "busy",
    "agreed": "busy",
    "planned": "busy",
    "held": "done",
    "worked_out": "done",
    "for_approval": "busy",
    "approved": "done",
    "withdrawn": "skipped",
    "cancelled": "skipped",
}


def state_words(id_: str, words: str = "") -> Piece:
    """A planning state: sign and word, or other words for it."""
    return state(STATE_SIGN.get(id_, "open"), words or label(INTERVIEW_STATE, id_))


def places(dossier: Dossier, keys: tuple[str, ...]) -> str:
    """Short codes of organisations: "BO, C"."""
    return Words(dossier).places(keys)


class Words:
    """Names of organisations, themes and people of a round, read once for a whole list."""

    def __init__(self, dossier: Dossier, round_id: str = "") -> None:
        self._organisations = organisations(dossier)
        self._themes = {key: theme_name(dossier, key) for key in themes(dossier)}
        self.people = respondents(dossier, round_id) if round_id else {}

    def places(self, keys: tuple[str, ...]) -> str:
        """Short codes of organisations: "BO, C"."""
        known = self._organisations
        return ", ".join(known[key].display if key in known else key for key in keys)

    def themes(self, who: Respondent) -> str:
        """The themes someone is involved in, most involved first."""
        degrees = sorted(who.themes.items(), key=lambda entry: -entry[1])
        return ", ".join(self._themes.get(theme, theme) for theme, degree in degrees if degree)

    def who(self, code: str) -> str:
        """One person by code: "R07 alderman BO"."""
        who = self.people.get(code)
        if who is None:
            return code
        return " ".join(
            word for word in (code, label(ROLES, who.role), self.places(who.municipalities)) if word
        )

    def table(self, interview: Interview) -> str:
        """Everybody at the table."""
        return " · ".join(self.who(code) for code in interview.participants)


def interview_of(dossier: Dossier, round_id: str) -> dict[str, str]:
    """Code -> ids of the interviews someone takes part in."""
    found: dict[str, list[str]] = {}
    for id_, interview in interviews(dossier, round_id).items():
        for code in interview.participants:
            found.setdefault(code, []).append(id_)
    return {code: ", ".join(ids) for code, ids in found.items()}


def people_options(dossier: Dossier, round_id: str, here: str = "") -> list[Choosable]:
    """Everybody of the round, to choose participants from; who is in another interview says so."""
    placed = {code: ids for code, ids in interview_of(dossier, round_id).items() if ids != here}
    words = Words(dossier, round_id)
    return [
        Choosable(code, words.who(code) + (f" ({placed[code]})" if code in placed else ""))
        for code in words.people
    ]


def evaluator_options(dossier: Dossier, round_id: str) -> list[Choosable]:
    """The evaluators of the round."""
    return [
        Choosable(id_, " ".join(word for word in (id_, places(dossier, (e.organisation,))) if word))
        for id_, e in evaluators(dossier, round_id).items()
    ]


def municipality_options(dossier: Dossier) -> list[Choosable]:
    """Municipalities and other organisations someone can belong to."""
    return [Choosable(key, o.name) for key, o in organisations(dossier).items()]
