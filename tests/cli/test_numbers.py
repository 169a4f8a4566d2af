"""Two people plan apart and give the same number to different things: no words go to the wrong person."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.approving import Approval, InterviewRecord
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.noting import Note
from boce_tui.domain.round import Interview, Respondent
from boce_tui.env import Env
from boce_tui.names import Names, new_passphrase
from boce_tui.names.model import Person
from boce_tui.store import Dossier, backups
from tests.cli.test_merging import WORDS, give, only
from tests.cycle.analysing.heard import E4, Heard
from tests.cycle.factory import ROUND
from tests.store.planted import where
from tests.support import make_env, run_cli

MINE, YOURS = "Woorden van de wethouder.", "Woorden van de burgemeester."


def laptop(tmp_path: Path, name: str, seed: int) -> Env:
    """One with the key of the bundles."""
    return make_env(tmp_path / name, environ={"BOCE_BUNDLE_KEY_FILE": str(tmp_path / "key")}, seed=seed)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Env, Env, Path]:
    """Two laptops with the same round, and a stick."""
    import pyrage  # type: ignore[import-untyped]

    (tmp_path / "key").write_text(str(pyrage.x25519.Identity.generate()))
    Heard(tmp_path / "one").dossier.close()
    stick = tmp_path / "stick"
    stick.mkdir()
    one, other = laptop(tmp_path, "one", 3), laptop(tmp_path, "two", 4)
    give(one, other, stick)
    return one, other, stick


def planned(env: Env, number: str, code: str, text: str, question: str = E4) -> None:
    """What planning did before numbers were kept apart: the next number, and a code by chance."""
    with Dossier.open(env.data_dir, env) as dossier, dossier.change() as c:
        c.save(Respondent(group="executive", role="alderman"), f"{ROUND}/{code}")
        c.save(Interview(participants=(code,), state="held"), f"{ROUND}/{number}")
        c.save(Answer(text=text), f"{ROUND}/{number}/{question}/-/all")


def bundle_of(env: Env, stick: Path, *options: str) -> str:
    """A fresh one on the stick."""
    for old in stick.iterdir():
        old.unlink()
    run_cli(["export", "bundle", "--to", str(stick), *options], env).ok()
    return str(only(stick))


@pytest.mark.parametrize("way", ["there", "back"])
def test_one_number_for_two_interviews_is_not_merged(two: tuple[Env, Env, Path], way: str) -> None:
    one, other, stick = two if way == "there" else (two[1], two[0], two[2])
    planned(one, "G21", "R31", MINE)
    planned(other, "G21", "R41", YOURS, "E5")
    file = bundle_of(one, stick)
    for _time in range(2):
        looked = run_cli(["merge", file, "--dry-run"], other)
        done = run_cli(["merge", file, "--yes"], other)
        assert looked.code == done.code == 3
        assert "G21 (gesprekken)" in done.err
        assert "Er is niets veranderd" in done.err
    assert backups.listed(other.data_dir) == []
    with Dossier.open(other.data_dir, other) as dossier:
        assert dossier.conflicts() == []
        said = dossier.values(Answer, f"{ROUND}/G21/")
        assert [one.text for one in said.values()] == [YOURS]
        assert dossier.value(Respondent, f"{ROUND}/R31") is None


def test_one_code_for_two_people_is_not_merged(two: tuple[Env, Env, Path]) -> None:
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    planned(other, "G23", "R31", YOURS)
    done = run_cli(["merge", bundle_of(one, stick)], other)
    assert done.code == 3
    assert "R31 (gesprekspartners)" in done.err
    assert "G2" not in done.err


def test_one_code_in_two_rounds_is_not_merged(two: tuple[Env, Env, Path]) -> None:
    """The names file knows a code by itself, whatever the round."""
    one, other, stick = two
    for env, year in ((one, "2041"), (other, "2042")):
        with Dossier.open(env.data_dir, env) as dossier:
            dossier.save(Respondent(group="executive", role="mayor"), f"{year}/R31")
    assert "R31" in run_cli(["merge", bundle_of(one, stick)], other).err


def test_words_without_their_interview_are_not_merged(two: tuple[Env, Env, Path]) -> None:
    """Asked for by numbers, the interview comes along all the same: else nobody could tell which it is."""
    one, other, stick = two
    planned(other, "G21", "R41", YOURS)
    planned(one, "G21", "R31", MINE)
    with Dossier.open(one.data_dir, one) as dossier:
        own = dossier.having()[dossier.replica].upto
        who = dossier.replica.replace("-", "")[-6:].upper()
    done = run_cli(["merge", bundle_of(one, stick, "--numbers", f"{who}:{own}")], other)
    assert done.code == 3
    assert "G21" in done.err


def test_the_same_interview_on_both_laptops_still_merges(two: tuple[Env, Env, Path]) -> None:
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    give(one, other, stick)
    for env, text in ((one, "een"), (other, "twee")):
        with Dossier.open(env.data_dir, env) as dossier:
            dossier.save(Answer(text=text), f"{ROUND}/G21/E5/-/all")
            dossier.save(Interview(participants=("R31",), state="held", note=text), f"{ROUND}/G21")
    assert "2 onderdelen hebben twee versies" in give(other, one, stick)


def test_a_cycle_document_with_a_code_of_somebody_else_is_not_taken_in(
    two: tuple[Env, Env, Path], tmp_path: Path
) -> None:
    one = two[0]
    planned(one, "G21", "R31", MINE)
    file = tmp_path / "cycle.json"
    run_cli(["export", "cycle", "--round", ROUND, "--to", str(file)], one).ok()
    fresh = laptop(tmp_path, "fresh", 9)
    with Dossier.create(fresh.data_dir, fresh) as dossier:
        dossier.save(Respondent(group="official", role="policy_officer"), "2040/R31")
    done = run_cli(["import", str(file)], fresh)
    assert done.code == 3
    assert "R31" in done.err


# --- a way out ---------------------------------------------------------------------------------------------


def everything_around(env: Env) -> None:
    """What hangs from G21 on this laptop: a note, a quote, a record, a finding, labels, earlier versions."""
    key = f"{ROUND}/G21/{E4}/-/all"
    with Dossier.open(env.data_dir, env) as d, d.change() as c:
        answer = c.save(Answer(text=f"{MINE} Later aangevuld.", speakers=("R31",)), key)
        c.save(Quote(answer=key, text=MINE, speakers=("R31",)), f"{ROUND}/G21-aa")
        c.save(Note(text="Kwam te laat.", answer=key), f"{ROUND}/G21/bb")
        c.save(Tagging(tags=("tijd",)), key)
        c.save(Answer(text="Zijn eigen antwoord."), f"{ROUND}/G21/E5/-/R31")
        sent = InterviewRecord(participants={"R31": Approval()}, answers={key: answer.id})
        c.save(sent, f"{ROUND}/G21")
        evidence = Evidence(kind="answer", key=key, revision=answer.id)
        c.save(
            Finding(theme="general", text="Een bevinding.", order=1, evidence=(evidence,)),
            f"{ROUND}/B-1",
        )


def test_another_number_and_the_merge_goes_on(two: tuple[Env, Env, Path]) -> None:
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    everything_around(one)
    planned(other, "G21", "R41", YOURS)
    assert run_cli(["merge", bundle_of(other, stick)], one).code == 3
    told = run_cli(["renumber", "g21", "--yes"], one).ok()
    assert "G21 krijgt het nummer G22" in told.out
    assert "antwoorden: 2" in told.out
    merged = run_cli(["merge", bundle_of(other, stick)], one).ok()
    assert "botsend: 0" in merged.out
    give(one, other, stick)
    for env in (one, other):
        run_cli(["doctor"], env).ok()
        with Dossier.open(env.data_dir, env) as d:
            assert d.conflicts() == []
            theirs, mine = f"{ROUND}/G21/{E4}/-/all", f"{ROUND}/G22/{E4}/-/all"
            assert [a.text for a in d.values(Answer, f"{ROUND}/G21/").values()] == [YOURS]
            assert [one.value.text for one in d.history(Answer, theirs) if one.value] == [YOURS]
            said = [one.value.text for one in d.history(Answer, mine) if one.value]
            assert said == [MINE, f"{MINE} Later aangevuld."]
            assert d.value(Interview, f"{ROUND}/G22") == Interview(participants=("R31",), state="held")
            assert list(d.values(Quote, f"{ROUND}/G")) == [f"{ROUND}/G22-aa"]
            assert [q.answer for q in d.values(Quote, f"{ROUND}/G").values()] == [mine]
            assert [n.answer for n in d.values(Note).values()] == [mine]
            assert list(d.values(Tagging)) == [mine]
            head = d.get(Answer, mine)
            finding, record = d.value(Finding, f"{ROUND}/B-1"), d.value(InterviewRecord, f"{ROUND}/G22")
            assert head is not None
            assert finding is not None
            assert record is not None
            assert [(e.key, e.revision) for e in finding.evidence] == [(mine, head.id)]
            assert record.answers == {mine: head.id}
            assert d.undo(Finding, f"{ROUND}/B-1") is None
            assert d.undo(Answer, theirs) is not None  # of its own one version
            assert d.value(Answer, theirs) is None


def test_both_got_another_number_and_nothing_clashes(two: tuple[Env, Env, Path]) -> None:
    """At the number they had nothing is left to choose between."""
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    planned(other, "G21", "R41", YOURS)
    for env in (one, other):
        run_cli(["renumber", "G21", "--yes"], env).ok()
    for giver, taker in ((one, other), (other, one)):
        assert "botsend: 0" in run_cli(["merge", bundle_of(giver, stick)], taker).ok().out
    for env in (one, other):
        with Dossier.open(env.data_dir, env) as dossier:
            assert dossier.conflicts() == []
            assert {MINE, YOURS} <= {answer.text for answer in dossier.values(Answer, f"{ROUND}/").values()}


def test_another_code_goes_everywhere(two: tuple[Env, Env, Path]) -> None:
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    everything_around(one)
    planned(other, "G23", "R31", YOURS)
    file, words = one.data_dir / "sleutel", "een lange wachtzin voor namen"
    file.write_text(words)
    names = Names(one.data_dir)
    names.create(new_passphrase(words))
    names.put({"R31": Person(name="Zebedeus Kwakkelstein")})
    assert run_cli(["renumber", "R31", "--yes"], one).code == 5
    open_names = replace(one, environ={**one.environ, "BOCE_KEY_FILE": str(file)})
    told = run_cli(["renumber", "R31", "--yes"], open_names).ok().out
    new = re.search(r"nummer (R\d+)", told)
    assert new is not None
    code = new[1]
    names = Names(one.data_dir)
    names.unlock(words)
    assert {key: who.name for key, who in names.data().people.items()} == {code: "Zebedeus Kwakkelstein"}
    give(other, one, stick)
    with Dossier.open(one.data_dir, one) as d:
        assert d.conflicts() == []
        for key, who in (("G21", code), ("G23", "R31")):
            interview = d.value(Interview, f"{ROUND}/{key}")
            assert interview is not None
            assert interview.participants == (who,)
        assert d.value(Answer, f"{ROUND}/G21/E5/-/{code}") == Answer(text="Zijn eigen antwoord.")
        assert d.value(Answer, f"{ROUND}/G21/E5/-/R31") is None
        assert {q.speakers for q in d.values(Quote, f"{ROUND}/G21-").values()} == {(code,)}
        record = d.value(InterviewRecord, f"{ROUND}/G21")
        assert record is not None
        assert list(record.participants) == [code]
        assert d.undo(Interview, f"{ROUND}/G21") is None  # not back to a code that is somebody else's now


def test_what_another_laptop_has_keeps_its_number(two: tuple[Env, Env, Path]) -> None:
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    give(one, other, stick)
    assert "staat ook op een andere laptop" in run_cli(["renumber", "G21", "--yes"], other).err
    give(other, one, stick)
    done = run_cli(["renumber", "G21", "--yes"], one)
    assert done.code == 3
    assert "staat ook op een andere laptop" in done.err
    assert run_cli(["renumber", "G99", "--yes"], one).code == 3


def test_words_written_under_the_old_number_stop_the_merge(
    two: tuple[Env, Env, Path], tmp_path: Path
) -> None:
    """A third laptop took it over and nobody knew; both ways round nothing goes to a wrong place."""
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    third = laptop(tmp_path, "three", 5)
    give(one, third, stick)
    run_cli(["renumber", "G21", "--yes"], one).ok()
    with Dossier.open(third.data_dir, third) as d:
        d.save(Answer(text="Verder gewerkt."), f"{ROUND}/G21/E5/-/all")
    planned(other, "G21", "R41", YOURS)
    give(other, one, stick)
    for giver, taker in ((one, third), (third, one)):
        done = run_cli(["merge", bundle_of(giver, stick)], taker)
        assert done.code == 3
        assert "G21" in done.err
    with Dossier.open(one.data_dir, one) as d:
        assert [a.text for a in d.values(Answer, f"{ROUND}/G21/").values()] == [YOURS]


def test_a_laptop_that_only_took_it_over_follows(two: tuple[Env, Env, Path], tmp_path: Path) -> None:
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    third = laptop(tmp_path, "three", 5)
    old = bundle_of(one, stick)
    kept = tmp_path / "old.boce"
    kept.write_bytes(Path(old).read_bytes())
    run_cli(["merge", old], third).ok()
    run_cli(["renumber", "G21", "--yes"], one).ok()
    planned(other, "G21", "R41", YOURS)
    give(other, one, stick)
    give(one, third, stick)
    for env in (one, third):
        run_cli(["merge", str(kept)], env).ok()  # the old bundle turns up again
        with Dossier.open(env.data_dir, env) as d:
            assert d.conflicts() == []
            assert [a.text for a in d.values(Answer, f"{ROUND}/G21/").values()] == [YOURS]
            assert [a.text for a in d.values(Answer, f"{ROUND}/G22/").values()] == [MINE]
    assert run_cli(["merge", str(kept)], other).code == 3


def test_a_names_file_that_knows_the_old_code_stops_the_merge(
    two: tuple[Env, Env, Path], tmp_path: Path
) -> None:
    one, _other, stick = two
    planned(one, "G21", "R31", MINE)
    third = laptop(tmp_path, "three", 5)
    give(one, third, stick)
    run_cli(["renumber", "R31", "--yes"], one).ok()
    file = bundle_of(one, stick)
    names = Names(third.data_dir)
    names.create(new_passphrase("een lange wachtzin voor namen"))
    names.put({"R31": Person(name="Zebedeus Kwakkelstein")})
    assert "R31" in run_cli(["merge", file], third).err
    (third.data_dir / "names.age").unlink()
    run_cli(["merge", file], third).ok()


def test_erasing_takes_the_words_under_the_old_number_too(two: tuple[Env, Env, Path]) -> None:
    one = two[0]
    planned(one, "G21", "R31", f"{MINE} {WORDS}")
    run_cli(["renumber", "G21", "--yes"], one).ok()
    run_cli(["erase", "G22", "--confirm", "G22", "--reason", "withdrawn"], one).ok()
    assert where(one.data_dir, WORDS) == []
