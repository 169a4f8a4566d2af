"""The review round trip and decisions through the command line, on the example dossier."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from boce_tui.domain.recommendation import Decision, Recommendation
from boce_tui.domain.reviewing import Doubt, Remark, Review
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.cli.test_report import change
from tests.example import example_env
from tests.exchange.review_file.sent import fill, mark_of, on_behalf, place_in
from tests.support import run_cli

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = (
    "Zie **dit** <script>alert(1)</script> \x1b[31mrood \u202eomgekeerd\n\n| a | b |\n| - | - |\n| 1 | 2 |"
)


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


@pytest.fixture
def sent(env: Env, tmp_path: Path) -> str:
    path = tmp_path / "review.md"
    run_cli(["export", "review", "--to", str(path)], env).ok()
    return path.read_text(encoding="utf-8")


def read_in(env: Env, tmp_path: Path, text: str, *options: str, name: str = "terug.md") -> Any:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return run_cli(["import", str(path), *options], env)


def decision(env: Env, key: str) -> Decision | None:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        return dossier.value(Decision, key)


def revisions(env: Env) -> int:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        return dossier.changes()


def listed(env: Env, what: str) -> list[dict[str, Any]]:
    return json.loads(run_cli(["review", what, "--json"], env).ok().out)  # type: ignore[no-any-return]


def test_the_file_asks_what_it_must_and_the_same_data_gives_the_same_bytes(
    env: Env, sent: str, tmp_path: Path
) -> None:
    again = tmp_path / "nog.md"
    run_cli(["export", "review", "--to", str(again)], env).ok()
    assert again.read_text(encoding="utf-8") == sent
    assert sum(line.startswith("# ") for line in sent.splitlines()) == 1
    assert sent.count("##### Reactie op aanbeveling") == 15
    for words in (
        "Ingevuld namens",
        "- [ ] de stuurgroep",
        "- [ ] het college van Emmen",
        "zet een x tussen",
    ):
        assert words in sent
    log = run_cli(["versions", "log", "--json"], env).ok().out
    assert [one["document"] for one in json.loads(log)].count("review") == 2


def test_without_the_names_nothing_leaves(env: Env, tmp_path: Path) -> None:
    (env.data_dir / "names.key").unlink()
    done = run_cli(["export", "review", "--to", str(tmp_path / "r.md")], env)
    assert done.code == 5
    assert not (tmp_path / "r.md").exists()


def test_a_name_stops_every_document(env: Env, tmp_path: Path) -> None:
    from boce_tui.names import Names, find_key

    with Dossier.open(env.data_dir, env, write=False) as dossier:
        names = Names(dossier.folder)
        names.unlock(find_key(env, dossier.folder, example=True) or "")
        person = names.person("R07")
    assert person is not None
    run_cli(["decide", "2b", "emmen", "reject", "--motivation", f"Zie {person.name}."], env).ok()
    for kind in ("decisions", "decision-sheet"):
        done = run_cli(["export", kind, "--to", str(tmp_path / "d.md")], env)
        assert (done.code, (tmp_path / "d.md").exists()) == ((5, False) if kind == "decisions" else (0, True))


def test_what_a_tick_is_depends_on_who_ticks(env: Env, sent: str, tmp_path: Path) -> None:
    mark = mark_of(sent, "2b")
    for option, letter in (("de stuurgroep", ""), ("het college van Emmen", ""), ("een lid", "B")):
        text = on_behalf(fill(sent, mark, "adopt"), option, letter)
        assert read_in(env, tmp_path, text).code == 0
    kinds = {
        body: found.kind
        for body, kind in (("steering_group", "advice"), ("emmen", "decision"), ("member-b", "vote"))
        if (found := decision(env, f"2041/2b/{body}/{kind}"))
    }
    assert kinds == {"steering_group": "advice", "emmen": "decision", "member-b": "vote"}


def test_a_look_changes_nothing_and_twice_changes_nothing_more(env: Env, sent: str, tmp_path: Path) -> None:
    text = on_behalf(
        fill(sent, mark_of(sent, "2b"), "reject", motivation="Te duur.", remark="Hoezo?"), "een lid", "A"
    )
    before = revisions(env)
    assert read_in(env, tmp_path, text, "--dry-run").code == 0
    assert revisions(env) == before
    read_in(env, tmp_path, text)
    once = revisions(env)
    assert once > before
    for again in (text, text.replace("\n", "\r\n"), "> " + text.replace("\n", "\n> ")):
        done = read_in(env, tmp_path, again)
        assert done.code == 0
        assert "niets veranderd" in done.err
    assert revisions(env) == once


def test_what_is_doubtful_waits_and_is_settled(env: Env, sent: str, tmp_path: Path) -> None:
    mark = mark_of(sent, "2b")
    text = fill(fill(sent, mark, "adopt"), mark, "reject")
    done = read_in(env, tmp_path, on_behalf(text, "het college van Emmen"))
    assert done.code == 1
    assert "regels" in done.out
    assert decision(env, "2041/2b/emmen/decision") is None
    (doubt,) = listed(env, "doubts")
    assert doubt["kind"] == "two_boxes"
    run_cli(["review", "answer", doubt["key"], "reject"], env).ok()
    assert decision(env, "2041/2b/emmen/decision") is None, "the motivation is still missing"
    (doubt,) = listed(env, "doubts")
    assert doubt["kind"] == "no_motivation"
    run_cli(["review", "answer", doubt["key"], "motivation", "--text", "Te duur."], env).ok()
    found = decision(env, "2041/2b/emmen/decision")
    assert found is not None
    assert (found.choice, found.motivation) == ("reject", "Te duur.")
    assert listed(env, "doubts") == []
    assert read_in(env, tmp_path, on_behalf(text, "het college van Emmen")).code == 0


def test_nobody_ticked_who_then_nothing_is_noted_until_a_person_says(
    env: Env, sent: str, tmp_path: Path
) -> None:
    text = fill(sent, mark_of(sent, "2b"), "adopt")
    assert read_in(env, tmp_path, text).code == 1
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        assert not dossier.values(Decision, "2041/")
    (doubt,) = listed(env, "doubts")
    run_cli(["review", "answer", doubt["key"], "member", "--text", "Jansen"], env)
    assert listed(env, "doubts"), "a name is no member"
    run_cli(["review", "answer", doubt["key"], "member", "--text", "C"], env).ok()
    assert decision(env, "2041/2b/member-c/vote")


def test_as_says_whose_it_is(env: Env, sent: str, tmp_path: Path) -> None:
    text = fill(sent, mark_of(sent, "2b"), "adopt")
    assert read_in(env, tmp_path, text, "--as", "coevorden").code == 0
    assert decision(env, "2041/2b/coevorden/decision")
    assert read_in(env, tmp_path, text, "--as", "assen").code == 3


def test_three_members_stand_side_by_side_and_are_confirmed(env: Env, sent: str, tmp_path: Path) -> None:
    mark = mark_of(sent, "2b")
    for letter, choice in (("A", "adopt"), ("B", "adopt"), ("C", "adopt")):
        text = on_behalf(fill(sent, mark, choice, remark=f"Van {letter}."), "een lid", letter)
        read_in(env, tmp_path, text)
    shown = next(row for row in listed(env, "views") if row["number"] == "2b")
    assert [(v["body"], v["kind"]) for v in shown["voices"]] == [
        ("member-a", "vote"),
        ("member-b", "vote"),
        ("member-c", "vote"),
    ]
    assert len(listed(env, "remarks")) == 3
    assert not shown["decided"]
    run_cli(["decide", "2b", "steering_group", "votes"], env).ok()
    found = decision(env, "2041/2b/steering_group/advice")
    assert found is not None
    assert found.choice == "adopt"
    assert decision(env, "2041/2b/member-a/vote"), "a vote stays a vote"


def test_a_typed_mark_a_changed_text_and_loose_words_are_reported(
    env: Env, sent: str, tmp_path: Path
) -> None:
    mark = mark_of(sent, "2b")
    text = on_behalf(fill(sent, mark, "adopt"), "een lid", "A")
    typo = mark[:-1] + ("0" if mark[-1] != "0" else "1")
    text = text.replace(f"Kenmerk {mark}", f"Kenmerk {typo}")
    text = text.replace(
        "Schrijf op één bladzijde wie waarover beslist", "Schrijf op twee bladzijden wie beslist"
    )
    text += "\n\nEn nog iets: waar blijft de samenvatting?\n"
    done = read_in(env, tmp_path, text)
    assert done.code == 1
    kinds = {doubt["kind"]: doubt for doubt in listed(env, "doubts")}
    assert set(kinds) == {"unknown_mark", "changed_text", "outside"}
    assert "samenvatting" in kinds["outside"]["text"]
    changed = next(d for d in listed(env, "doubts") if d["place"] == "recommendation:2041/2b" and d["before"])
    assert changed["answers"][0]["id"] == "as_change"
    assert decision(env, "2041/2b/member-a/vote") is None
    assert kinds["unknown_mark"]["answers"][0]["id"] == "to:2041/2b"
    run_cli(["review", "answer", kinds["unknown_mark"]["key"], "to:2041/2b"], env).ok()
    assert decision(env, "2041/2b/member-a/vote")
    run_cli(["review", "answer", changed["key"], "as_change", "--text", "Eén past niet."], env).ok()
    (doubt,) = [d for d in listed(env, "doubts") if d["kind"] == "differs"]
    run_cli(["review", "answer", doubt["key"], "take"], env).ok()
    found = decision(env, "2041/2b/member-a/vote")
    assert found is not None
    assert found.choice == "adopt_changed"
    assert found.text.startswith("Schrijf op twee bladzijden wie beslist")
    run_cli(["review", "answer", kinds["outside"]["key"], "remark"], env).ok()
    assert "samenvatting" in listed(env, "remarks")[0]["text"]


def test_a_number_that_is_another_recommendation_by_now(env: Env, sent: str, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        one, two = (dossier.value(Recommendation, f"2041/{n}") for n in ("2b", "2c"))
    assert one is not None
    assert two is not None
    change(env, Recommendation, "2041/2b", order=two.order)
    change(env, Recommendation, "2041/2c", order=one.order)
    read_in(env, tmp_path, on_behalf(fill(sent, mark_of(sent, "2b"), "adopt"), "een lid", "A"))
    (doubt,) = listed(env, "doubts")
    assert doubt["kind"] == "renumbered"
    run_cli(["review", "answer", doubt["key"], "as_sent"], env).ok()
    assert decision(env, "2041/2b/member-a/vote")
    assert decision(env, "2041/2c/member-a/vote") is None


def test_a_text_that_changed_since_it_was_sent_waits(env: Env, sent: str, tmp_path: Path) -> None:
    change(env, Recommendation, "2041/2b", text="Iets heel anders.")
    read_in(env, tmp_path, on_behalf(fill(sent, mark_of(sent, "2b"), "adopt"), "een lid", "A"))
    assert [doubt["kind"] for doubt in listed(env, "doubts")] == ["text_since"]
    assert decision(env, "2041/2b/member-a/vote") is None


def test_a_second_file_never_overwrites_by_itself(env: Env, sent: str, tmp_path: Path) -> None:
    mark = mark_of(sent, "2b")
    read_in(env, tmp_path, on_behalf(fill(sent, mark, "adopt"), "een lid", "A"))
    assert read_in(env, tmp_path, on_behalf(fill(sent, mark, "hold"), "een lid", "A")).code == 1
    found = decision(env, "2041/2b/member-a/vote")
    assert found is not None
    assert found.choice == "adopt"
    (doubt,) = listed(env, "doubts")
    assert (doubt["kind"], doubt["before"].splitlines()[0]) == ("differs", "overnemen")
    run_cli(["review", "answer", doubt["key"], "take"], env).ok()
    found = decision(env, "2041/2b/member-a/vote")
    assert found is not None
    assert found.choice == "hold"


def test_a_block_twice_and_a_block_gone(env: Env, sent: str, tmp_path: Path) -> None:
    mark, other = mark_of(sent, "2b"), mark_of(sent, "3a")
    begin, end = place_in(sent, mark)
    copy = fill(sent, mark, "reject", motivation="Nee.")
    copied = copy[slice(*place_in(copy, mark))]
    text = fill(sent, mark, "adopt")
    text = text[: end + 1] + "\n\n" + copied + "\n" + text[end + 1 :]
    begin, end = place_in(text, other)
    done = read_in(env, tmp_path, on_behalf(text[:begin] + text[end:], "een lid", "A"))
    assert f"niet teruggekomen: {other}" in done.out
    (doubt,) = listed(env, "doubts")
    assert doubt["kind"] == "twice"
    assert [one["id"] for one in doubt["answers"]][:2] == ["item:0", "item:1"]


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02PK", b"# Zomaar een tekst\n\nZonder kenmerken.\n"])
def test_what_is_no_review_file_changes_nothing(env: Env, sent: str, tmp_path: Path, data: bytes) -> None:
    assert sent
    before = revisions(env)
    path = tmp_path / "terug.md"
    path.write_bytes(data)
    assert run_cli(["import", str(path)], env).code == 3
    assert revisions(env) == before


def test_a_hostile_remark_stays_words(env: Env, sent: str, tmp_path: Path) -> None:
    text = on_behalf(sent, "een lid", "A")
    begin, end = place_in(text, mark_of(text, "2b"))
    block = text[begin:end].replace("Opmerking: ", f"Opmerking: {HOSTILE}")
    done = read_in(env, tmp_path, text[:begin] + block + text[end:])
    assert "\x1b" not in done.out + done.err
    assert "\u202e" not in done.out + done.err
    (remark,) = listed(env, "remarks")
    assert "**dit** <script>alert(1)</script>" in remark["text"]
    assert "1 | 2" in remark["text"]
    for kind in ("decisions", "decision-sheet"):
        run_cli(["export", kind, "--to", str(tmp_path / f"{kind}.md")], env).ok()


def test_remarks_are_classed_answered_and_tied_to_the_text(env: Env, sent: str, tmp_path: Path) -> None:
    text = on_behalf(fill(sent, mark_of(sent, "3.1.1"), remark="Het was 2018."), "een lid", "A")
    read_in(env, tmp_path, text)
    (remark,) = listed(env, "remarks")
    place = remark["place"]
    assert place == "sub_conclusion:2041/ambitions/general"
    run_cli(
        ["review", "remark", remark["key"], "--class", "factual", "--reply", "Verbeterd.", "--mended", place],
        env,
    ).ok()
    (remark,) = listed(env, "remarks")
    assert (remark["category"], remark["reply"], remark["mended"]) == ("factual", "Verbeterd.", place)
    assert run_cli(["review", "remark", remark["key"], "--mended", "finding:2041/nee"], env).code == 3


def test_the_example_has_three_files_ready_and_a_decided_round_before(env: Env) -> None:
    files = sorted((env.data_dir / "review").glob("*.md"))
    assert len(files) == 3
    codes = [run_cli(["import", str(path)], env).code for path in files]
    assert codes == [0, 1, 0]
    assert [run_cli(["import", str(path)], env).code for path in files] == [0, 1, 0]
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        assert {review.body for review in dossier.values(Review).values()} == {
            "member-a",
            "member-b",
            "member-c",
        }
        assert [doubt.kind for doubt in dossier.values(Doubt).values()] == ["two_boxes"]
        assert len(dossier.values(Remark)) == 4
        before = dossier.values(Decision, "2021/").values()
        assert {found.kind for found in before} == {"advice", "decision"}


def test_three_nasty_files_read_twice_change_nothing_more(env: Env, sent: str, tmp_path: Path) -> None:
    """By three members at once, each filled in in a way of their own, and each sent twice."""
    mark, other = mark_of(sent, "2b"), mark_of(sent, "2c")
    word = fill(sent, mark, "adopt", remark="Zie **dit**\n\n| a | b |\n|---|---|\n| celwoord | 2 |")
    word = on_behalf(word, "een lid", "A").replace("- [x]", "•\t☒\u00a0").replace("- [ ]", "•\t☐\u00a0")
    mailed = fill(sent, mark, "reject", motivation="Te duur.", remark="<script>alert(1)</script>")
    mailed = "\n".join(f"> > {line}" for line in on_behalf(mailed, "een lid", "B").split("\n"))
    sloppy = fill(sent, other, "hold", remark="Later.").replace("- [ ] overnemen", "- x [ ] overnemen", 1)
    files = [
        word.replace("\n", "\r\n"),
        f"Beste,\n\n{mailed}",
        on_behalf(sloppy, "een lid", "C"),
    ]
    for number, text in enumerate(files):
        assert read_in(env, tmp_path, text, name=f"{number}.md").code in (0, 1)
    once, doubts, remarks = revisions(env), listed(env, "doubts"), listed(env, "remarks")
    assert len({one["who"] for one in remarks}) == 3
    assert any("celwoord" in one["text"] for one in remarks)
    assert doubts
    for number, text in enumerate(reversed(files)):
        read_in(env, tmp_path, text, name=f"nog-eens-{number}.md")
    assert revisions(env) == once
    assert (listed(env, "doubts"), listed(env, "remarks")) == (doubts, remarks)
    first, second = decision(env, "2041/2b/member-a/vote"), decision(env, "2041/2b/member-b/vote")
    assert first is not None
    assert second is not None
    assert (first.choice, second.choice) == ("adopt", "reject")
