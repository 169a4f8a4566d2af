"""A small round that is quick to make: three municipalities, two themes, five interviews; all invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from boce_tui.domain.agenda import Agenda, Body, Organisation, Theme
from boce_tui.domain.answers import Choice
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Instrument, Interview, Planned, Respondent, Round
from boce_tui.env import Env
from boce_tui.instruments.library import load_text
from boce_tui.store import Dossier

ROUND = "2041"
ALONE, JOINT, FRESH, ALDERMAN, EMPTY = "G01", "G02", "G03", "G04", "G05"
"""Interviews: consent given; two people at the table; no consent yet; an executive; nobody at the table."""


def small_round(folder: Path, env: Env, instrument: str = "") -> Dossier:
    """A new dossier with round 2041.

    Args:
        folder: Where to.
        env: Clock and randomness.
        instrument: Text of a question set of the test's own; the shipped annual evaluation when left out.
    """
    dossier = Dossier.create(folder, env)
    with dossier.change() as c:
        c.save(Agenda(name="Agenda Proefland"), "agenda")
        for order, name in enumerate(("Aalden", "Beilveen", "Coevergat")):
            key = name.lower()
            c.save(Organisation(name=f"gemeente {name}", display=name, order=order), key)
        for order, (key, name) in enumerate(
            (("steering_group", "stuurgroep"), ("theme_lead", "ambtelijk trekker"), ("councils", "raden"))
        ):
            c.save(Body(name=name, order=order), key)
        c.save(Theme(name="Bereikbaarheid", name_en="Accessibility", order=1), "accessibility")
        c.save(Theme(name="Wonen", name_en="Housing", order=2), "housing")
        set_id = "annual_evaluation"
        if instrument:
            known = load_text(instrument, "proef")
            set_id = known.id
            c.save(Instrument(version=known.version, source=instrument), f"{ROUND}/{set_id}")
        c.save(
            Round(
                year=2041,
                title="Evaluatie 2041",
                focus_themes=("accessibility", "housing"),
                instrument=set_id,
            ),
            ROUND,
        )
        people: dict[str, dict[str, Any]] = {
            "R03": {"group": "official", "role": "commissioner", "themes": {"accessibility": 2}},
            "R07": {
                "group": "official",
                "role": "theme_lead",
                "themes": {"accessibility": 3},
                "municipalities": ("aalden",),
            },
            "R09": {"group": "official", "role": "programme_director", "themes": {}},
            "R12": {"group": "executive", "role": "alderman", "themes": {"housing": 2, "accessibility": 1}},
        }
        for code, about in people.items():
            c.save(Respondent(**about), f"{ROUND}/{code}")
        for key, who in ((ALONE, ("R07",)), (JOINT, ("R03", "R07")), (FRESH, ("R09",)), (ALDERMAN, ("R12",))):
            when = Planned(planned="2041-05-12")
            c.save(Interview(participants=who, state="planned", when=when), f"{ROUND}/{key}")
            if key != FRESH and not instrument:
                c.save(Answer(values={"value": Choice(option="yes")}), f"{ROUND}/{key}/I4/-/all")
        c.save(Interview(participants=()), f"{ROUND}/{EMPTY}")
    return dossier
