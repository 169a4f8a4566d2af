"""The names of two laptops: what one of them does not know is told, and comes in beside what is there."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.round import Respondent
from boce_tui.env import Env
from boce_tui.names import FILE, Names, Person, find_key
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import make_env, run_cli

WORDS = "vier woorden voor de ander"
THEIRS = 8
"""People whom only the other laptop planned."""


class Laptops:
    """Two laptops with the same dossier; each knows the names of the people it planned."""

    def __init__(self, tmp_path: Path) -> None:
        self.tmp_path = tmp_path
        self.other = example_env(tmp_path)
        self.mine = replace(self.other, data_dir=tmp_path / "hier")
        shutil.copytree(self.other.data_dir, self.mine.data_dir)
        self.whole = self.names(self.other).data()
        codes = sorted(self.whole.people)
        self.theirs = codes[:THEIRS]
        self.rewrite(self.mine, people={code: self.whole.people[code] for code in codes[THEIRS:]})
        self.key_file = tmp_path / "woorden"
        self.key_file.write_text(WORDS, encoding="utf-8")

    def names(self, env: Env) -> Names:
        names = Names(env.data_dir)
        key = find_key(env, env.data_dir, example=True)
        assert key is not None
        names.unlock(key)
        return names

    def rewrite(self, env: Env, **fields: object) -> None:
        names = self.names(env)
        names.write(msgspec.structs.replace(names.data(), **fields))

    def given(self, name: str = "namen.age") -> Path:
        """The file that the other laptop makes."""
        file = self.tmp_path / name
        options = ["--with-codes", "--new-key-file", str(self.key_file), "--force"]
        done = run_cli(["names", "handover", "--to", str(file), *options], self.other).ok()
        assert "alleen voor evaluatoren" in done.err
        return file

    def take(self, file: Path, *options: str) -> list[str]:
        return ["names", "take", str(file), "--key-file", str(self.key_file), *options]


@pytest.fixture
def laptops(tmp_path: Path) -> Laptops:
    return Laptops(tmp_path)


def test_a_name_that_only_the_other_laptop_knows_is_told_and_then_found(laptops: Laptops) -> None:
    mine, report = laptops.mine, laptops.tmp_path / "rapport.md"
    person = laptops.whole.people[laptops.theirs[0]]
    with Dossier.open(mine.data_dir, mine) as dossier:
        key, item = next(iter(dossier.values(Recommendation, "2041/").items()))
        dossier.save(msgspec.structs.replace(item, text=f"Vraag het {person.name}."), key)
    before = run_cli(["report", "--to", str(report)], mine).ok()
    said = next(line for line in before.err.splitlines() if "kent geen namen van" in line)
    assert all(code in said for code in laptops.theirs)
    assert "P0" in said
    checked = run_cli(["check"], mine)
    assert "kent geen namen van" in checked.out
    for number, document in enumerate(
        (["decisions"], ["review"], ["record", "R20"], ["cycle", "--for", "support"], ["letter"])
    ):
        to = ["--to", str(laptops.tmp_path / f"{number}.x")]
        assert "kent geen namen van" in run_cli(["export", *document, *to], mine).err, document
    run_cli(laptops.take(laptops.given()), mine).ok()
    report.unlink()
    after = run_cli(["report", "--to", str(report)], mine)
    assert after.code == 5
    assert not report.exists()
    assert "kent geen namen van" not in after.err
    assert person.name in after.err


def test_a_look_changes_nothing_and_says_what_comes_in(laptops: Laptops) -> None:
    file, before = laptops.given(), (laptops.mine.data_dir / FILE).read_bytes()
    looked = run_cli(laptops.take(file, "--dry-run"), laptops.mine).ok()
    assert f"nieuw: {THEIRS}" in looked.out
    assert f"hetzelfde: {len(laptops.whole.people) - THEIRS + len(laptops.whole.evaluators)}" in looked.out
    assert "Er gaat niets weg" in looked.out
    assert not [one.name for one in laptops.whole.people.values() if one.name in looked.out + looked.err]
    assert (laptops.mine.data_dir / FILE).read_bytes() == before
    run_cli(laptops.take(file), laptops.mine).ok()
    assert laptops.names(laptops.mine).data() == laptops.whole
    before = (laptops.mine.data_dir / FILE).read_bytes()
    assert "Er is niets te doen" in run_cli(laptops.take(file), laptops.mine).ok().err
    assert (laptops.mine.data_dir / FILE).read_bytes() == before


def test_what_is_here_stays_and_another_spelling_is_looked_for_too(laptops: Laptops) -> None:
    mine = laptops.names(laptops.mine).data().people
    first, second, third = sorted(mine)[:3]
    people = mine | {
        first: msgspec.structs.replace(mine[first], name="Ydwine van der Kettermolen", surname=""),
        second: msgspec.structs.replace(mine[second], phone=""),
        third: msgspec.structs.replace(mine[third], email="zelf@kettermolen.invalid"),
    }
    laptops.rewrite(laptops.mine, people=people, words=("de Burcht",))
    laptops.rewrite(
        laptops.other,
        people=laptops.whole.people | {second: msgspec.structs.replace(mine[second], phone="0591 000 000")},
        words=("villa Zonneschijn",),
    )
    done = run_cli(laptops.take(laptops.given()), laptops.mine).ok()
    assert f"Over {first}, {third} staat hier iets anders" in done.out
    assert "aangevuld waar iets leeg was: 1" in done.out
    after = laptops.names(laptops.mine).data()
    assert after.people[first] == people[first]
    assert after.people[third] == people[third]
    assert after.people[second].phone == "0591 000 000"
    assert set(after.words) == {"de Burcht", "villa Zonneschijn", laptops.whole.people[first].name}


def test_people_this_dossier_does_not_know_stay_out(laptops: Laptops) -> None:
    laptops.rewrite(
        laptops.other, people=laptops.whole.people | {"R999": Person(name="Quirijn Zandlopertje")}
    )
    done = run_cli(laptops.take(laptops.given()), laptops.mine).ok()
    assert "niet bekend in dit dossier: 1" in done.out
    assert "R999" not in laptops.names(laptops.mine).data().people


def test_files_that_are_not_for_here_change_nothing(laptops: Laptops) -> None:
    before = (laptops.mine.data_dir / FILE).read_bytes()
    strangers = {f"R9{n:02d}": Person(name=f"Iemand Anders{n}") for n in range(3)}
    others = {code: Person(name=f"Iemand Anders{n}") for n, code in enumerate(laptops.whole.people)}
    for people, said in ((strangers, "kent niemand"), (others, "van een ander dossier")):
        laptops.rewrite(laptops.other, people=people)
        refused = run_cli(laptops.take(laptops.given()), laptops.mine)
        assert refused.code == 3
        assert said in refused.err
        assert "niets gewijzigd" in refused.err
    laptops.rewrite(laptops.other, people=laptops.whole.people)
    support = laptops.tmp_path / "support.age"
    options = ["--new-key-file", str(laptops.key_file)]
    run_cli(["names", "handover", "--to", str(support), *options], laptops.other).ok()
    refused = run_cli(laptops.take(support), laptops.mine)
    assert refused.code == 3
    assert "geen codes" in refused.err
    wrong = laptops.tmp_path / "fout"
    wrong.write_text("heel andere woorden hier", encoding="utf-8")
    take = ["names", "take", str(laptops.given()), "--key-file", str(wrong)]
    assert run_cli(take, laptops.mine).code == 5
    assert (laptops.mine.data_dir / FILE).read_bytes() == before


def test_locked_names_stop_it_before_anything(laptops: Laptops) -> None:
    file = laptops.given()
    (laptops.mine.data_dir / "names.key").unlink()
    before = (laptops.mine.data_dir / FILE).read_bytes()
    stopped = run_cli(laptops.take(file), laptops.mine)
    assert stopped.code == 5
    assert "op slot" in stopped.err
    assert (laptops.mine.data_dir / FILE).read_bytes() == before


def test_programme_support_is_not_asked_for_names_it_may_not_have(tmp_path: Path) -> None:
    laptops = Laptops(tmp_path)
    document, names = tmp_path / "o.json", tmp_path / "n.age"
    run_cli(["export", "cycle", "--for", "support", "--to", str(document)], laptops.other).ok()
    options = ["--to", str(names), "--new-key-file", str(laptops.key_file)]
    run_cli(["names", "handover", *options], laptops.other).ok()
    environ = {"BOCE_KEY_FILE": str(laptops.key_file)}
    support = make_env(tmp_path / "support", profile="support", environ=environ)
    run_cli(["import", str(document)], support).ok()
    run_cli(["names", "take", str(names)], support).ok()
    made = run_cli(["report", "--draft", "--to", str(tmp_path / "r.md")], support).ok()
    assert "kent geen nam" not in made.err
    with Dossier.open(laptops.mine.data_dir, laptops.mine, write=False) as dossier:
        assert dossier.values(Respondent)
    veiled = run_cli(["check"], replace(laptops.mine, profile="support"))
    assert "kent geen nam" not in veiled.out
