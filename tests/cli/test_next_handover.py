"""A withdrawal at the evaluators reaches programme support with the next hand-over, document or bundle."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.analysis import ChapterText, Finding
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.recommendation import Decision, Recommendation
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.round import Interview
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.cli.test_erasing import published_quote
from tests.example import example_env
from tests.store.planted import where
from tests.support import Result, make_env, run_cli

CODE = re.compile(rb"\b[RG]\d{2}\b")


class Both:
    """The evaluators, programme support, and the way from one to the other."""

    def __init__(self, tmp_path: Path, by: str) -> None:
        self.tmp_path, self.by, self.times = tmp_path, by, 0
        self.full = example_env(tmp_path)
        self.key = tmp_path / "support.key"
        self.key.write_text((self.full.data_dir / "names.key").read_text())
        import pyrage  # type: ignore[import-untyped]

        secret = tmp_path / "bundle.key"
        secret.write_text(str(pyrage.x25519.Identity.generate()))
        self.full = replace(self.full, environ={"BOCE_BUNDLE_KEY_FILE": str(secret)})
        environ = {"BOCE_KEY_FILE": str(self.key), "BOCE_BUNDLE_KEY_FILE": str(secret)}
        self.support = replace(
            make_env(tmp_path / "theirs", seed=7, profile="support"),
            data_dir=tmp_path / "support",
            environ=environ,
        )

    def made(self, env: Env | None = None) -> Path:
        """The next hand-over."""
        self.times += 1
        bundle = self.by == "bundle"
        file = self.tmp_path / f"hand{self.times}.{'boce' if bundle else 'json'}"
        how = ["bundle", "--support"] if bundle else ["cycle", "--for", "support"]
        run_cli(["export", *how, "--to", str(file)], env or self.full).ok()
        return file

    def take(self, file: Path) -> Result:
        """It comes in at programme support."""
        return run_cli(["merge" if self.by == "bundle" else "import", str(file)], self.support)

    def names(self) -> None:
        """The names go along by another way."""
        given = self.tmp_path / f"names{self.times}.age"
        options = ["--new-key-file", str(self.key)]
        run_cli(["names", "handover", "--to", str(given), *options], self.full).ok()
        run_cli(["names", "take", str(given)], self.support).ok()

    def report(self, env: Env, name: str) -> str:
        """The report as it is made there."""
        file = self.tmp_path / name
        run_cli(["report", "--draft", "--to", str(file), "--force"], env).ok()
        return file.read_text("utf-8")


@pytest.fixture(params=["document", "bundle"])
def both(tmp_path: Path, request: pytest.FixtureRequest) -> Both:
    return Both(tmp_path, request.param)


def keeps_it_everywhere(both: Both, words: str) -> None:
    """Programme support has the words in the basis, in concepts of both, and in a copy."""
    run_cli(["report", "--to", str(both.tmp_path / "first.md")], both.full).ok()
    run_cli(["export", "review", "--to", str(both.tmp_path / "review.md")], both.full).ok()
    both.take(both.made()).ok()
    both.names()
    with Dossier.open(both.support.data_dir, both.support) as dossier:
        key, text = next(iter(dossier.values(ChapterText, "2041/").items()))
        dossier.save(msgspec.structs.replace(text, text=f"{text.text} Eigen zin."), key)
        dossier.backup()
    assert words in both.report(both.support, "theirs.md")
    run_cli(["export", "review", "--draft", "--to", str(both.tmp_path / "r2.md")], both.support)
    run_cli("backup", both.support)
    found = where(both.support.data_dir, words)
    assert "dossier.db" in found
    assert any(name.startswith("backups/") for name in found)


def test_it_is_gone_from_every_byte_after_the_next_handover(both: Both) -> None:
    words, code = published_quote(both.full)
    keeps_it_everywhere(both, words)
    run_cli(["erase", code, "--confirm", code, "--shared", "erase"], both.full).ok()
    assert where(both.full.data_dir, words) == []
    again = both.made()
    done = both.take(again)
    assert done.code == 0, done.err
    assert where(both.support.data_dir, words) == []
    assert not CODE.search((both.support.data_dir / "trail.log").read_bytes())
    with Dossier.open(both.support.data_dir, both.support) as dossier:
        assert dossier.unfinished() is None
        (basis,) = dossier.heads(ReportBasis, "2041")
        assert basis.value
        assert not [one for one in dossier.history(ReportBasis, "2041") if one.value and one.id != basis.id]
        assert not dossier.conflicts()
        assert any("Eigen zin." in one.text for one in dossier.values(ChapterText, "2041/").values())
    proofs = json.loads(run_cli("erase --list --json", both.support).ok().out)
    (proof,) = proofs["certificates"]
    assert (proof["what"], proof["reason"], proof["by"]) == ("handover", "handover", "support")
    assert proof["revisions"] > 0
    assert proof["items"]
    assert len(proof["digest"]) == 64
    assert not proofs["unfinished"]
    assert words not in json.dumps(proofs)
    assert run_cli("doctor", both.support).code == 0
    assert words not in both.report(both.support, "theirs2.md")
    # Twice changes nothing.
    before = run_cli("trail --json", both.support).out
    both.take(again)
    assert run_cli("trail --json", both.support).out.count('"erase"') == before.count('"erase"')
    with Dossier.open(both.support.data_dir, both.support) as dossier:
        assert [one.id for one in dossier.heads(ReportBasis, "2041")] == [basis.id]


def test_an_older_handover_that_comes_in_later_is_refused_whole(both: Both) -> None:
    words, code = published_quote(both.full)
    old = both.made()
    run_cli(["erase", code, "--confirm", code, "--shared", "erase"], both.full).ok()
    both.take(both.made()).ok()
    refused = both.take(old)
    assert refused.code == 3
    assert "ouder" in refused.err
    assert where(both.support.data_dir, words) == []


@pytest.mark.parametrize("both", ["document"], indirect=True)
def test_the_report_follows_what_the_evaluators_did_since(both: Both, tmp_path: Path) -> None:
    both.take(both.made()).ok()
    both.names()
    with Dossier.open(both.full.data_dir, both.full) as dossier:
        key, finding = next(iter(dossier.values(Finding, "2041/").items()))
        for n in range(3):  # more than once: the revision in between never comes along
            dossier.save(msgspec.structs.replace(finding, text=f"{finding.text} Nu {n} keer."), key)
        last = list(dossier.values(Recommendation, "2041/"))[-1]
        dossier.delete(Recommendation, last)
    both.take(both.made()).ok()
    assert both.report(both.support, "b.md") == both.report(both.full, "a.md")
    assert "Nu 2 keer." in both.report(both.support, "b.md")
    with Dossier.open(both.support.data_dir, both.support) as dossier:
        assert dossier.value(Recommendation, last) is None


@pytest.mark.parametrize("both", ["document"], indirect=True)
def test_what_both_worded_waits_for_a_person_and_decisions_of_support_stay(both: Both) -> None:
    both.take(both.made()).ok()
    with Dossier.open(both.support.data_dir, both.support) as dossier:
        key, text = next(iter(dossier.values(ChapterText, "2041/").items()))
        dossier.save(msgspec.structs.replace(text, text="Zoals wij het zien."), key)
        advice = next(iter(dossier.values(Recommendation, "2041/")))
        decided = f"{advice}/steering_group/advice"
        dossier.save(Decision(kind="advice", choice="adopt", date="2041-11-03"), decided)
    with Dossier.open(both.full.data_dir, both.full) as dossier:
        dossier.save(msgspec.structs.replace(text, text="Zoals zij het zien."), key)
    both.take(both.made()).ok()
    with Dossier.open(both.support.data_dir, both.support) as dossier:
        assert dossier.conflicts() == [(ChapterText.entity, key)]
        assert dossier.value(Decision, decided) is not None


@pytest.mark.parametrize("both", ["document"], indirect=True)
def test_two_laptops_that_lack_each_others_work_are_refused(both: Both, tmp_path: Path) -> None:
    other = replace(make_env(tmp_path / "other", seed=9), environ=both.full.environ)
    bundle = tmp_path / "x.boce"
    run_cli(["export", "bundle", "--to", str(bundle)], both.full).ok()
    run_cli(["merge", str(bundle)], other).ok()
    (other.data_dir / "names.age").write_bytes((both.full.data_dir / "names.age").read_bytes())
    (other.data_dir / "names.key").write_bytes((both.full.data_dir / "names.key").read_bytes())
    both.take(both.made()).ok()
    for env in (both.full, other):
        with Dossier.open(env.data_dir, env) as dossier:
            key, text = next(iter(dossier.values(ChapterText, "2041/").items()))
            dossier.save(msgspec.structs.replace(text, text=f"{text.text} {env.data_dir.name}"), key)
    both.take(both.made()).ok()
    refused = both.take(both.made(other))
    assert refused.code == 3
    assert "boce merge" in refused.err


def test_answers_never_come_into_the_dossier_of_programme_support(both: Both, tmp_path: Path) -> None:
    both.take(both.made()).ok()
    bundle = both.by == "bundle"
    file = tmp_path / ("all.boce" if bundle else "all.json")
    run_cli(["export", "bundle" if bundle else "cycle", "--to", str(file)], both.full).ok()
    refused = both.take(file)
    assert refused.code == 3
    with Dossier.open(both.support.data_dir, both.support) as dossier:
        assert not dossier.head_keys(Answer)
        assert not dossier.head_keys(Interview)


@pytest.mark.parametrize("both", ["document"], indirect=True)
def test_it_says_how_far_laptops_had_come_and_nothing_else(both: Both) -> None:
    both.take(both.made()).ok()
    with Dossier.open(both.support.data_dir, both.support) as dossier:
        basis = dossier.value(ReportBasis, "2041")
        assert basis is not None
        assert basis.knows
        assert all(re.fullmatch("[0-9A-F]{6}", one) for one in basis.knows)
