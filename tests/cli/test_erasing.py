"""``boce erase`` through the real command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boce_tui.cycle.analysing.findings import cite, new_finding
from boce_tui.cycle.reporting.issuing import prepare
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.round import Interview
from boce_tui.env import Env
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from tests.cycle.analysing.heard import E4, Heard
from tests.cycle.factory import ROUND
from tests.example import example_env
from tests.store.planted import where
from tests.support import run_cli

WORDS = "zwaluwstaartverbinding"


@pytest.fixture
def said(tmp_path: Path) -> tuple[Env, str]:
    """Somebody said something that a finding rests on; there is a copy of it too."""
    heard = Heard(tmp_path)
    code = heard.person()
    key = heard.says(code, E4, f"Ik noem het een {WORDS}.")
    finding = new_finding(heard.dossier, ROUND, "experiences", "accessibility").key
    cite(heard.dossier, finding, "answer", key)
    heard.dossier.backup()
    heard.dossier.close()
    return heard.dossier.env, code


def test_erase_shows_what_goes_and_asks_for_the_code(said: tuple[Env, str]) -> None:
    env, code = said
    looked = run_cli(["erase", code, "--dry-run"], env).ok()
    assert "antwoorden: 1" in looked.out
    assert "er blijft geen bron over" in looked.out
    assert "Er is niets gewist" in looked.err
    refused = run_cli(["erase", code], env)
    assert refused.code == 2
    assert f"--confirm {code}" in refused.err
    wrong = run_cli(["erase", code, "--confirm", "R99"], env)
    assert wrong.code == 2
    assert len(where(env.data_dir, WORDS)) == 2


def test_erase_takes_it_out_of_every_file_and_writes_the_proof(said: tuple[Env, str], tmp_path: Path) -> None:
    env, code = said
    proof = tmp_path / "bewijs.md"
    done = run_cli(["erase", code, "--confirm", code, "--certificate", str(proof)], env).ok()
    assert "Gewist" in done.err
    assert where(env.data_dir, WORDS) == []
    assert WORDS not in proof.read_text("utf-8")
    assert "Bewijs van wissen" in proof.read_text("utf-8")
    again = run_cli(["erase", code, "--confirm", code], env)
    assert again.code == 3
    assert "al ingetrokken" in again.err
    listed = json.loads(run_cli(["erase", "--list", "--json"], env).ok().out)
    assert listed["unfinished"] == []
    (one,) = listed["certificates"]
    assert one["interview"] == f"G{code[1:]}"
    assert one["everywhere"]
    assert one["revisions"] > 0
    assert one["items"]["answers"] == 1
    assert len(one["digest"]) == 64
    table = run_cli(["erase", "--list"], env).ok().out
    assert "ja" in table
    paper = tmp_path / "alle.md"
    run_cli(["erase", "--list", "--certificate", str(paper)], env).ok()
    assert paper.read_text("utf-8") == proof.read_text("utf-8")


def test_a_file_that_is_there_already_stops_it_before_anything_goes(
    said: tuple[Env, str], tmp_path: Path
) -> None:
    env, code = said
    proof = tmp_path / "bewijs.md"
    proof.write_text("van mij")
    stopped = run_cli(["erase", code, "--yes", "--certificate", str(proof)], env)
    assert stopped.code == 3
    assert proof.read_text() == "van mij"
    assert where(env.data_dir, WORDS) != []


def test_undo_and_history_after_it(said: tuple[Env, str]) -> None:
    env, code = said
    run_cli(["erase", code, "--yes"], env).ok()
    item = f"answer:{ROUND}/G{code[1:]}/{E4}/-/all"
    undone = run_cli(["undo", item], env)
    assert undone.code == 3
    told = run_cli(["history", item], env).ok()
    assert "gewist" in told.out
    assert WORDS not in told.out
    assert run_cli(["search", WORDS], env).out == ""
    interview = run_cli(["undo", f"interview:{ROUND}/G{code[1:]}"], env)
    assert interview.code == 3


def test_copy_that_cannot_be_cleaned_is_told_and_thrown_away_when_asked(said: tuple[Env, str]) -> None:
    env, code = said
    bad = env.data_dir / "backups" / "damaged-20410101T000000Z-repair.db"
    bad.write_bytes(b"SQLite format 3\0" + WORDS.encode())
    done = run_cli(["erase", code, "--yes"], env)
    assert done.code == 4
    assert bad.name in done.err
    assert "Nog niet overal weg" in run_cli(["erase", "--list"], env).err
    assert "Nog niet overal weg" in run_cli(["doctor"], env).out
    assert run_cli(["erase", "--finish"], env).code == 4
    run_cli(["erase", "--finish", "--delete-unreadable"], env).ok()
    assert not bad.exists()
    assert where(env.data_dir, WORDS) == []
    (one,) = json.loads(run_cli(["erase", "--list", "--json"], env).ok().out)["certificates"]
    assert one["removed"] == [f"backups/{bad.name}"]


def test_a_copy_from_before_that_is_put_back_stays_withdrawn(said: tuple[Env, str], tmp_path: Path) -> None:
    env, code = said
    stick = tmp_path / "stick.db"
    run_cli(["backup", "--to", str(stick)], env).ok()
    run_cli(["erase", code, "--yes"], env).ok()
    run_cli(["restore", str(stick), "--yes"], env).ok()
    assert where(env.data_dir, WORDS) == []
    with Dossier.open(env.data_dir, env) as d:
        assert d.value(Answer, f"{ROUND}/G{code[1:]}/{E4}/-/all") is None
    shown = run_cli(["erase", "--list"], env).ok().out
    assert f"G{code[1:]}" in shown


def test_wrong_use(said: tuple[Env, str]) -> None:
    env, _code = said
    assert run_cli(["erase"], env).code == 2
    assert run_cli(["erase", "R98", "--yes"], env).code == 3
    assert run_cli(["erase", "G98", "--yes"], env).code == 3
    assert run_cli(["erase", "R01", "--finish"], env).code == 2


def test_one_of_two_at_the_table_has_to_choose(tmp_path: Path) -> None:
    heard = Heard(tmp_path)
    one, two = heard.person("official", state="cancelled"), heard.person()
    table = heard.together(one, two)
    heard.says(table, E4, f"Samen zeiden we {WORDS}.")
    env = heard.dossier.env
    heard.dossier.close()
    stopped = run_cli(["erase", one, "--yes"], env)
    assert stopped.code == 2
    assert "hele tafel" in stopped.err
    run_cli(["erase", one, "--yes", "--shared", "erase"], env).ok()
    assert where(env.data_dir, WORDS) == []


def printed_quotes(env: Env) -> tuple[dict[str, Quote], dict[str, Interview]]:
    """The quotes that stand in the report, and every interview."""
    with Dossier.open(env.data_dir, env) as dossier:
        model = prepare(dossier, "2041", unlocked(dossier, env)).model
        printed = [
            q.text.value for c in model.chapters for p in c.parts for f in p.findings for q in f.quotes
        ]
        quotes = {k: q for k, q in dossier.values(Quote, "2041/").items() if q.published_text in printed}
        return quotes, dossier.values(Interview, "2041/")


def published_quote(env: Env) -> tuple[str, str]:
    """Words that stand in the report, and the code of the one person who said them."""
    quotes, interviews = printed_quotes(env)
    for quote in quotes.values():
        interview = interviews["/".join(quote.answer.split("/")[:2])]
        if len(interview.participants) == 1:
            return quote.published_text, interview.participants[0]
    raise AssertionError("no quote in the report")


def unlocked(dossier: Dossier, env: Env) -> Names:
    names = Names(dossier.folder)
    key = find_key(env, dossier.folder, example=True)
    assert key is not None
    names.unlock(key)
    return names


def test_concepts_that_quote_go_too_and_their_number_is_not_used_again(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    words, code = published_quote(env)
    to = str(tmp_path / "r.md")
    run_cli(["report", "--to", to], env).ok()
    run_cli(["export", "review", "--to", str(tmp_path / "review.md")], env).ok()
    assert words in Path(to).read_text(encoding="utf-8")
    assert where(env.data_dir, words)
    done = run_cli(["erase", code, "--confirm", code], env).ok()
    assert "Gewist" in done.err
    assert where(env.data_dir, words) == []
    assert json.loads(run_cli("versions list --json", env).ok().out) == []
    run_cli(["report", "--draft", "--to", to, "--force"], env).ok()
    assert words not in Path(to).read_text(encoding="utf-8")
    assert [one["version"] for one in json.loads(run_cli("versions list --json", env).ok().out)] == ["0.10"]


def test_a_concept_without_that_quote_stays_and_what_is_final_stays(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    words, code = published_quote(env)
    quotes, interviews = printed_quotes(env)
    quoted = {"/".join(quote.answer.split("/")[:2]) for quote in quotes.values()}
    silent = next(key for key in interviews if key not in quoted)
    run_cli(["report", "--to", str(tmp_path / "r.md")], env).ok()
    run_cli(["round", "close", "2041", "--yes"], env).ok()
    final = len(json.loads(run_cli("versions list --json", env).ok().out)) - 1
    assert run_cli(
        ["erase", silent.split("/")[1], "--confirm", silent.split("/")[1], "--shared", "erase"], env
    ).ok()
    assert len(json.loads(run_cli("versions list --json", env).ok().out)) == final + 1
    run_cli(["erase", code, "--confirm", code], env).ok()
    left = {one["version"] for one in json.loads(run_cli("versions list --json", env).ok().out)}
    assert left == {"1.0"}
    shown = run_cli("versions show 1.0", env).ok().out
    assert words in " ".join(shown.split())


STRANGERS = (
    ".dossier.db.swp",
    "backups/kopie.db",
    "backups/dossier-20390101T000000Z-manual.db-journal",
    "dossier (kopie).db",
    "drafts/x.swp",
    "logs/oud/fout-2.txt",
    "rapport.md",
)
OURS_TOO = (
    "dossier.db-wal",
    "dossier.db-journal",
    "dossier.db.new",
    "backups/dossier-1.db.new",
    "logs/fout-1.txt",
)


def test_files_that_are_not_of_boce_are_named_until_they_are_gone(said: tuple[Env, str]) -> None:
    env, code = said
    for name in (*STRANGERS, *OURS_TOO):
        path = env.data_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\0" * 16 + f"Ik noem het een {WORDS}.".encode())
    (env.data_dir / "boodschappen.txt").write_text("brood, melk en twee pakken koffie")
    done = run_cli(["erase", code, "--confirm", code], env)
    assert done.code == 4
    assert where(env.data_dir, WORDS) == sorted(STRANGERS)
    for name in STRANGERS:
        assert name in done.err
    assert "boodschappen" not in done.err
    assert sorted(json.loads(run_cli("erase --list --json", env).out)["unfinished"]) == sorted(STRANGERS)
    for name in STRANGERS:
        (env.data_dir / name).unlink()
    run_cli("erase --finish", env).ok()
    (proof,) = json.loads(run_cli("erase --list --json", env).ok().out)["certificates"]
    assert proof["everywhere"]
    assert (env.data_dir / "boodschappen.txt").exists()


def test_texts_into_which_somebody_copied_the_words_are_named_before(tmp_path: Path) -> None:
    from boce_tui.domain.recommendation import Decision, Recommendation
    from boce_tui.domain.reviewing import Remark

    env = example_env(tmp_path)
    words, code = published_quote(env)
    with Dossier.open(env.data_dir, env) as dossier:
        advice = next(iter(dossier.values(Recommendation, "2041/")))
        decided = Decision(
            kind="decision",
            municipality="emmen",
            choice="reject",
            motivation=f"Want: {words}",
            date="2041-10-01",
        )
        dossier.save(decided, f"{advice}/emmen/decision")
        dossier.save(Remark(review="2041/r", text="Klopt dit?", reply=f"Ja: '{words}'."), "2041/opm-1")
    shown = run_cli(["erase", code, "--dry-run"], env).ok().out
    at = shown[shown.index("haal die er zelf uit") :]
    assert "opmerkingen bij het rapport: opm-1" in at
    assert f"besluiten: {advice.split('/')[1]}/emmen/decision" in at
