"""Three laptops with a whole round, random work of every kind, a withdrawal: every order ends the same."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.merging import Wanted, look, make, merge
from boce_tui.cycle.withdrawing import find_targets, withdraw
from boce_tui.domain.analysis import ChapterText, Finding, MainConclusion, SubConclusion
from boce_tui.domain.entities import KINDS
from boce_tui.domain.erasing import ErasureCertificate
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.noting import Note
from boce_tui.domain.recommendation import Recommendation, ReportVersion
from boce_tui.env import Env
from boce_tui.exchange import bundle
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from tests.cli.test_erasing import published_quote
from tests.cycle.merging.laptops import key
from tests.durability.outcome import LONG
from tests.example import example_env
from tests.store.planted import where
from tests.support import make_env, run_cli

TEXTS = (Answer, Quote, Finding, SubConclusion, MainConclusion, Recommendation, ChapterText)


def work(dossier: Dossier, chance: random.Random, by: str) -> None:
    """A dozen changes, of any kind, to anything; new notes, deletions."""
    for number in range(12):
        kind = chance.choice(TEXTS)
        items = dossier.values(kind, "2041/")
        item, value = chance.choice(sorted(items.items()))
        what = chance.random()
        if what < 0.15:
            dossier.delete(kind, item)
        elif what < 0.3:
            dossier.undo(kind, item)
        else:
            text = getattr(value, "text", "")
            dossier.save(msgspec.structs.replace(value, text=f"{text} {by}{number}"), item)
    interview = chance.choice(sorted(dossier.values(Answer, "2041/"))).split("/")[1]
    dossier.save(Note(text=f"Notitie van {by}."), f"2041/{interview}/n{by}")


@pytest.mark.parametrize("seed", range(1, 9) if LONG else [1])
def test_three_dossiers_in_every_order(tmp_path: Path, seed: int) -> None:
    first = example_env(tmp_path / "a")
    words, code = published_quote(first)
    run_cli(["report", "--to", str(tmp_path / "r.md")], first).ok()  # a concept quotes it, on every laptop
    envs = {"a": first}
    with Dossier.open(first.data_dir, first) as dossier:
        start = make(dossier, Wanted(everything=True), key()).data
    for name in "bc":
        envs[name] = make_env(tmp_path / name, seed=ord(name), now=f"20{ord(name) - 60}-01-01T00:00:00")
        taken(envs[name], [start])
    for name, env in envs.items():
        with Dossier.open(env.data_dir, env) as dossier:
            work(dossier, random.Random(f"{seed}{name}"), name)
            if name == "a":
                withdraw(dossier, find_targets(dossier, "2041", code), "withdrawn", shared="erase")
            else:  # new work on what is withdrawn at that moment elsewhere
                quote = next(
                    k for k, q in dossier.values(Quote, "2041/").items() if q.published_text == words
                )
                told = dossier.value(Quote, quote)
                assert told is not None
                dossier.save(Answer(text=f"{words} {name}"), told.answer)
    bundles = []
    for env in envs.values():
        with Dossier.open(env.data_dir, env) as dossier:
            bundles.append(make(dossier, Wanted(everything=True), key()).data)
    pictures = []
    for number, order in enumerate(itertools.permutations([*bundles])):
        env = make_env(tmp_path / f"o{number}", seed=100 + number)
        taken(env, [start, *order, order[0]])  # twice changes nothing
        with Dossier.open(env.data_dir, env) as dossier:
            pictures.append(picture(dossier))
            assert not [v for v in dossier.values(ReportVersion).values() if words in v.markdown]
        assert where(env.data_dir, words) == []
        assert not sick(examine(env.data_dir, env))
    assert all(one == pictures[0] for one in pictures)


def taken(env: Env, files: list[bytes]) -> None:
    """Merged one by one; nobody settles anything."""
    if not Dossier.exists(env.data_dir):
        Dossier.create(env.data_dir, env, example=True).close()
    with Dossier.open(env.data_dir, env) as dossier:
        for data in files:
            merge(dossier, look(dossier, [bundle.read(data, key(), "x.boce")]))


def picture(dossier: Dossier) -> dict[str, object]:
    """What a person finds in it: every item with its versions, what was erased, what waits for a person.

    A withdrawal is done again where it is heard of, by revisions of each dossier's own that say the same.
    """
    items: dict[str, set[str | None]] = {}
    for kind in KINDS:
        if kind is ErasureCertificate:  # says when the files of this dossier were clean
            continue
        for row in dossier.head_rows(kind):
            if not row.erased:
                items.setdefault(f"{row.entity}:{row.key}", set()).add(None if row.deleted else row.payload)
    return {
        "items": items,
        "conflicts": dossier.conflicts(),
        "certificates": len(dossier.values(ErasureCertificate)),
    }
