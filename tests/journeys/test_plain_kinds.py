"""The interview as prompts: every kind of answer."""

from __future__ import annotations

from pathlib import Path

import msgspec

from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Grid,
    Items,
    Rating,
    Reference,
    SwotItem,
    Value,
    When,
)
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.journeys.plain_talk import answer, plain
from tests.support import make_env

GRID = """
rows = [{ id = 'r', nl = 'rij een' }, { id = 's', nl = 'rij twee' }]
columns = [
    { id = 'm', type = 'rating_1_5', label = { nl = 'cijfer' } },
    { id = 't', type = 'open_text', label = { nl = 'woorden' } },
    { id = 'd', type = 'date', label = { nl = 'dag' } },
]
"""
ALL_KINDS = """
format = "boce-survey/1"
id = "soorten"
version = "1.0"
title = { nl = "Alle soorten", en = "All kinds" }
[[section]]
id = "een"
title = { nl = "Een", en = "One" }
""" + "\n".join(
    f"[[question]]\nid = '{number}'\nsection = 'een'\ntext = {{ nl = 'Vraag over {kind}?' }}\n"
    f"[[question.part]]\nid = 'value'\ntype = '{kind}'\n{more}"
    for number, kind, more in (
        ("K1", "rating_1_5", ""),
        (
            "K2",
            "single_choice",
            "other = true\noptions = [{ id = 'a', nl = 'appel' }, { id = 'b', nl = 'bes' }]\n",
        ),
        ("K3", "multi_choice", "options = [{ id = 'a', nl = 'appel' }, { id = 'b', nl = 'bes' }]\n"),
        (
            "K4",
            "grid",
            GRID,
        ),
        ("K5", "list", ""),
        ("K6", "money", ""),
        ("K7", "date", ""),
        ("K8", "reference", "target = 'theme'\n"),
        ("K9", "swot_item", ""),
        ("K10", "quote", ""),
        ("K11", "norm_score", ""),
        ("K12", "progress_status", ""),
        ("K13", "percent", "min = 0\nmax = 100\n"),
        ("K14", "quote", "review = true\n"),
    )
)


def test_every_kind_of_answer(tmp_path: Path) -> None:
    data = tmp_path / "data"
    small_round(data, make_env(tmp_path), ALL_KINDS).close()
    lines = {
        "K1": [":nvt"],
        "K2": ["3", "peer"],
        "K3": ["2 1"],
        "K4": ["5", "goed zo", "1-3-2042", "", "", "geen dag", "2-3-2042"],
        "K5": ["bus", "fiets", ""],
        "K6": ["1.234,50"],
        "K7": ["31-2-2042", "12-5-2042"],
        "K8": ["wonen"],
        "K9": ["2", "te weinig mensen"],
        "K10": ["zo is het", ""],
        "K11": ["1"],
        "K12": ["2"],
        "K13": ["200", "85"],
        "K14": ["3"],
    }
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Vraag over rating_1_5?")
        for number, typed in lines.items():
            term.send(f":ga {number}<enter>")
            term.wait_for(f"{number}. Vraag over")
            for line in typed:
                term.settle(0.15)
                term.send(f"{line}<enter>")
            term.settle(0.15)
            assert "'geen dag'" not in term.text
        term.send(":stop<enter>")
        assert term.wait_end() == 0
        said = bytes(term.raw).decode()
    assert "Deze dag staat niet in de kalender." in said
    assert "Schrijf een getal van 0 tot en met 100." in said
    kept: dict[str, Value] = {
        "K1": Rating(non_answer="not_applicable"),
        "K2": Choice(option="other", other="peer"),
        "K3": Choices(options=("a", "b")),
        "K4": Grid({"r": {"m": 5, "t": "goed zo", "d": "2042-03-01"}, "s": {"d": "2042-03-02"}}),
        "K5": Items(("bus", "fiets")),
        "K6": Amount("1234.5"),
        "K7": When("2042-05-12"),
        "K8": Reference(kind="theme", id="housing"),
        "K9": SwotItem(cell="weakness", text="te weinig mensen"),
        "K11": Choice(option="met"),
        "K12": Choice(option="on_schedule"),
        "K13": Amount("85"),
    }
    for number, value in kept.items():
        found = answer(data, tmp_path, f"{ALONE}/{number}/-/all")
        assert msgspec.to_builtins(found.values["value"]) == msgspec.to_builtins(value), number
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        quotes = list(dossier.values(Quote, f"{ROUND}/").values())
        note = dossier.value(Answer, f"{ROUND}/{ALONE}/K10/-/all")
    assert [(quote.text, quote.approval) for quote in quotes] == [("zo is het", "yes")]
    assert note is not None
    assert note.text[quotes[0].start :].startswith("zo is het")
