"""A planted person: nothing that leaves, or tells of leaving or erasing, helps to find out who it is."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.handing_over.sealing import seal
from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.report_basis import is_sealed
from boce_tui.domain.round import Interview, Respondent
from boce_tui.names import Names, Person
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import make_env, run_cli

NAME, SURNAME, MAIL, PHONE = (
    "Quirijn Xaverius van Zwaluwenburg",
    "Zwaluwenburg",
    "q.x@voorbeeld.nl",
    "06-98760123",
)
INITIALS = re.compile(r"\bQ\.? ?X\.? ?v\.? ?Z\b|\bQXvZ\b|\bQvZ\b")
CODE = re.compile(rb"\b[RG]\d{2,5}\b")


class Planted:
    """The evaluators with the person, and everything that left them."""

    def __init__(self, tmp_path: Path) -> None:
        import pyrage  # type: ignore[import-untyped]

        self.tmp_path, self.out = tmp_path, tmp_path / "out"
        self.out.mkdir()
        self.secret = pyrage.x25519.Identity.generate()
        (tmp_path / "k").write_text(str(self.secret))
        env = example_env(tmp_path)
        (tmp_path / "n").write_text((env.data_dir / "names.key").read_text())
        environ = {"BOCE_BUNDLE_KEY_FILE": str(tmp_path / "k"), "BOCE_KEY_FILE": str(tmp_path / "n")}
        self.env = replace(env, environ=environ)
        names = Names(env.data_dir)
        names.unlock((env.data_dir / "names.key").read_text().splitlines()[-1])
        with Dossier.open(env.data_dir, env) as dossier:
            self.interview, who = next(
                (key, one.participants[0])
                for key, one in dossier.values(Interview).items()
                if len(one.participants) == 1 and dossier.values(Answer, f"{key}/")
            )
            self.code = who
            self.at = {
                item.at
                for kind in (Answer, Interview)
                for key in dossier.values(kind, self.interview)
                for item in dossier.history(kind, key)
            }
            planned = dossier.value(Interview, self.interview)
            assert planned is not None
            names.put({who: Person(name=NAME, surname=SURNAME, email=MAIL, phone=PHONE, function="zwaan")})
            for key in dossier.values(Answer, f"{self.interview}/"):  # many versions of this one only
                value = dossier.value(Answer, key)
                assert value is not None
                dossier.save(msgspec.structs.replace(value, text=f"{value.text} "), key)
                dossier.save(value, key)

    def inside(self, path: Path) -> Iterator[bytes]:
        """A file, and what is in it for who has its key."""
        import pyrage

        data = path.read_bytes()
        yield data
        start = data.find(b"age-encryption.org/")
        if start >= 0 and path.suffix == ".boce":
            plain = bytes(pyrage.decrypt(data[start:], [self.secret]))
            yield zlib.decompress(plain)


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path)


def gives_away(planted: Planted, text: str, *, codes: bool) -> list[str]:
    """What of the person stands in a text."""
    found = [one for one in (NAME, SURNAME, MAIL, PHONE, "Quirijn") if one in text]
    found += [one for one in planted.at if one in text]
    found += INITIALS.findall(text)
    return found + ([code.decode() for code in CODE.findall(text.encode())] if codes else [])


def test_what_support_gets_and_makes_of_it(planted: Planted, tmp_path: Path) -> None:
    run_cli(["export", "cycle", "--for", "support", "--to", str(planted.out / "s.json")], planted.env).ok()
    told = run_cli(["export", "bundle", "--support", "--to", str(planted.out)], planted.env).ok()
    assert not gives_away(planted, told.out + told.err, codes=True)
    theirs = replace(make_env(tmp_path / "t", seed=8, profile="support"), environ=planted.env.environ)
    run_cli(["import", str(planted.out / "s.json")], theirs).ok()
    run_cli(["backup"], theirs).ok()
    by_bundle = replace(make_env(tmp_path / "u", seed=9, profile="support"), environ=planted.env.environ)
    run_cli(["merge", str(next(planted.out.glob("*.boce")))], by_bundle).ok()
    for place in (planted.out, theirs.data_dir, by_bundle.data_dir):
        for path in place.rglob("*"):
            assert not gives_away(planted, path.name, codes=True)
            if path.is_file():
                for data in planted.inside(path):
                    text = data.decode("utf-8", "ignore")
                    readable = path.suffix in (".json", ".log") or data[:2] == b'{"'
                    assert not gives_away(planted, text, codes=readable), path


def test_what_goes_to_the_other_evaluator_tells_nothing_outside(planted: Planted) -> None:
    told = run_cli(["export", "bundle", "--to", str(planted.out)], planted.env).ok()
    (bundle,) = planted.out.iterdir()
    cover = bundle.read_bytes().partition(b"\n")[0].decode("ascii")
    assert not gives_away(planted, f"{bundle.name} {cover} {told.out} {told.err}", codes=True)
    _whole, inside = planted.inside(bundle)
    planted.at = set()  # evaluators may see when something was written
    assert not gives_away(planted, inside.decode("utf-8", "ignore"), codes=False)


def test_what_tells_of_leaving_and_erasing(planted: Planted, tmp_path: Path) -> None:
    env, code = planted.env, planted.code
    run_cli(["export", "record", code, "--to", str(tmp_path / "r.md"), "--force"], env)
    run_cli(["export", "access", code, "--to", str(tmp_path / "i.md"), "--force"], env).ok()
    run_cli(["export", "cycle", "--for", "support", "--to", str(tmp_path / "s.json")], env).ok()
    proof = tmp_path / "bewijs.md"
    run_cli(["erase", code, "--confirm", code, "--shared", "erase", "--certificate", str(proof)], env).ok()
    log = run_cli("versions log --json", env).ok().out
    assert code not in log
    for text in (log, (env.data_dir / "trail.log").read_text("utf-8"), run_cli("trail", env).out):
        assert not gives_away(planted, text, codes=False)
    assert not CODE.search((env.data_dir / "trail.log").read_bytes())
    assert not gives_away(planted, proof.read_text("utf-8"), codes=False)
    assert not any(one in proof.read_text("utf-8") for one in ("zwaan", "gehouden"))


def test_neither_numbers_nor_places_of_sources_follow_the_interviews(planted: Planted) -> None:
    """Those that no report prints would have the order of their keys; in a finding, that of citing."""
    with Dossier.open(planted.env.data_dir, planted.env) as dossier:
        known = {one.key for finding in dossier.values(Finding).values() for one in finding.evidence}
        answers = sorted(dossier.values(Answer, "2041/").keys() - known)
        spread = answers[:: max(1, len(answers) // 30)]
        some = next(f for f in dossier.values(Finding).values() if len(f.evidence) > 2)
        cited = [msgspec.structs.replace(some.evidence[0], kind="answer", key=one) for one in spread]
        outside = msgspec.structs.replace(some, sub_question="buiten het rapport", evidence=tuple(cited))
        dossier.save(outside, "2041/B-los")
        sealed = seal(dossier, "2041", "support")
        numbers = [sealed.numbers["answer", one] for one in spread]
        plain = sealed.without_interviews("2041/B-los", outside)
    steps = [b > a for a, b in pairwise(numbers)]
    assert 0.2 < sum(steps) / len(steps) < 0.8, "up and down, as by chance"
    places = [int(one.key.rpartition(".S")[2]) for one in plain.evidence if is_sealed(one.key)]
    assert places == sorted(places)
    assert len(places) == len(spread)


def test_a_kept_version_does_not_keep_the_order_either(planted: Planted, tmp_path: Path) -> None:
    run_cli(["report", "--to", str(tmp_path / "v.md")], planted.env).ok()
    run_cli(["export", "cycle", "--for", "support", "--to", str(tmp_path / "s.json")], planted.env).ok()
    document = json.loads((tmp_path / "s.json").read_text("utf-8"))
    kept = [one["payload"] for one in document["revisions"] if one["entity"] == "report_version"]
    seen = 0
    for version in kept:
        model = version["model"] if isinstance(version["model"], dict) else json.loads(version["model"])
        for chapter in model["chapters"]:
            for finding in (f for part in chapter["parts"] for f in part["findings"]):
                codes = [one["order"] for one in finding["sources"]]
                assert codes == sorted(codes)
                seen += len(codes) > 2
    assert seen


def test_a_code_in_a_key_stops_it(planted: Planted, tmp_path: Path) -> None:
    from boce_tui.domain.reviewing import Remark

    with Dossier.open(planted.env.data_dir, planted.env) as dossier:
        who = next(iter(dossier.values(Respondent))).split("/")[1]
        dossier.save(Remark(review="2041/r", text="Wie zei dit?"), f"2041/opm-{who}")
    stopped = run_cli(["export", "cycle", "--for", "support", "--to", str(tmp_path / "s.json")], planted.env)
    assert stopped.code == 5
    assert not (tmp_path / "s.json").exists()
