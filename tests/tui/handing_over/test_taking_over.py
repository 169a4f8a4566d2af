"""Programme support takes over what the evaluators gave, on the screen: seen first, then done, and told."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.cycle.profiles import make_dossier, open_dossier
from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.round import Interview, Round
from boce_tui.env import Env
from boce_tui.names import FILE, Names
from boce_tui.store import Dossier, trail
from boce_tui.tui.handing_over import handing_over_door, taking_door
from boce_tui.tui.home import home_screen
from tests.cli.test_erasing import published_quote
from tests.example import example_env
from tests.store.planted import where
from tests.support import make_env, run_cli
from tests.tui.helpers import check_golden, make_app
from tests.tui.planning.desk import Desk

ROUND = "2041"
WORDS = "vier woorden voor ondersteuning"


class Both:
    """The evaluators, and programme support in a folder of its own."""

    def __init__(self, tmp_path: Path) -> None:
        self.tmp_path, self.times = tmp_path, 0
        self.full = example_env(tmp_path)
        self.theirs = make_env(tmp_path / "theirs", seed=7, profile="support")

    def made(self) -> Path:
        """The next hand-over, as a document."""
        self.times += 1
        file = self.tmp_path / f"overdracht{self.times}.json"
        run_cli(["export", "cycle", "--for", "support", "--to", str(file)], self.full).ok()
        return file

    def names(self, name: str = "namen.age") -> Path:
        """The names that go along, with a passphrase."""
        (self.tmp_path / "words").write_text(WORDS, encoding="utf-8")
        file = self.tmp_path / name
        options = ["--new-key-file", str(self.tmp_path / "words")]
        run_cli(["names", "handover", "--to", str(file), *options], self.full).ok()
        return file

    @asynccontextmanager
    async def desk(self, door: object = None, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Desk]:
        """The screens of programme support."""
        there = Dossier.exists(self.theirs.data_dir)
        with open_dossier(self.theirs) if there else make_dossier(self.theirs) as dossier:
            app = make_app(self.theirs, door or home_screen, dossier)  # type: ignore[arg-type]
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                yield Desk(app, pilot, dossier)

    def report(self, env: Env, name: str) -> str:
        file = self.tmp_path / name
        run_cli(["report", "--draft", "--to", str(file)], env).ok()
        return file.read_text("utf-8")


@pytest.fixture
def both(tmp_path: Path) -> Both:
    return Both(tmp_path)


async def give(desk: Desk, path: Path) -> None:
    await desk.press("o")
    await desk.clear()
    await desk.type(str(path))
    await desk.press("enter")
    await desk.kept()


async def down_to(desk: Desk, words: str) -> None:
    for _page in range(6):
        if words in desk.text:
            return
        await desk.press("pagedown")
    assert words in desk.text, desk.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_from_an_empty_dossier_to_the_same_report(both: Both, size: tuple[int, int]) -> None:
    document, names = both.made(), both.names()
    name = f"{size[0]}x{size[1]}"
    async with both.desk(size=size) as desk:
        assert "neem over wat de evaluatoren gaven" in desk.text
        await desk.press("o")
        check_golden(f"taking-over-{name}", desk.app)
        await give(desk, document)
        assert "Er is nog niets gedaan" in desk.text
        assert "vervangen: 0" in desk.text
        assert not desk.dossier.values(Round)
        check_golden(f"taking-over-document-{name}", desk.app)
        await desk.press("enter")
        await desk.kept()
        assert "Overgenomen: ronde 2041" in desk.text
        assert "De namen zijn hier nog niet" in desk.text
        assert desk.dossier.values(Recommendation)
        assert desk.dossier.example, "its report says so too"
        await desk.press("escape")
        await give(desk, names)
        await desk.type("een andere wachtzin")
        await desk.press("enter")
        await desk.kept()
        assert "Niet overgenomen: namen.age" in desk.text
        assert "past niet" in desk.text
        assert not (both.theirs.data_dir / FILE).exists()
        await give(desk, names)
        await desk.type(WORDS)
        assert WORDS not in desk.text
        await desk.press("enter")
        await desk.kept()
        assert "Er is hier nog geen namenbestand" in desk.text
        assert "mensen: " in desk.text
        await desk.press("enter")
        await desk.kept()
        assert "De namen kunnen hier nu worden nagegaan" in desk.text
        assert desk.app.names is not None
        assert desk.app.names.unlocked
        await desk.press("escape", "escape")
        assert "De ronde" in desk.text, "the dashboard took the place of the welcome"
    assert (both.theirs.data_dir / FILE).read_bytes() == names.read_bytes()
    env = replace(both.theirs, environ={"BOCE_KEY_FILE": str(both.tmp_path / "words")})
    assert both.report(env, "b.md") == both.report(both.full, "a.md")
    kinds = [line.kind for line in trail.read(both.theirs.data_dir).lines]
    assert kinds.count("import") == 2


async def test_the_next_one_says_what_it_replaces_and_takes_out(both: Both) -> None:
    words, code = published_quote(both.full)
    document = both.made()
    async with both.desk() as desk:
        await give(desk, document)
        await desk.press("o")  # not a key here
        await desk.press("escape")
        await give(desk, document)
        await desk.press("enter")
        await desk.kept()
    assert where(both.theirs.data_dir, words)
    with Dossier.open(both.full.data_dir, both.full) as dossier:
        key, text = next(iter(dossier.values(ChapterText, "2041/").items()))
        dossier.save(msgspec.structs.replace(text, text=f"{text.text} Nog een zin."), key)
        last = list(dossier.values(Recommendation, "2041/"))[-1]
        dossier.delete(Recommendation, last)
    run_cli(["erase", code, "--confirm", code, "--shared", "erase"], both.full).ok()
    later = both.made()
    async with both.desk(handing_over_door, size=(100, 40)) as desk:
        desk.app.round_id = ROUND
        assert "overnemen" in desk.text
        await desk.press("o")
        await give(desk, later)
        await down_to(desk, "komt in de plaats van de vorige")
        assert "Vervangen door wat de evaluatoren nu hebben" in desk.text
        assert "Door de evaluatoren eruit gehaald, dus hier ook" in desk.text
        assert "voorgoed, ook uit de reservekopieën" in desk.text
        assert desk.dossier.value(Recommendation, last) is not None
        assert where(both.theirs.data_dir, words), "nothing happens before enter"
        await desk.press("enter")
        await desk.kept()
        assert "Overgenomen: ronde 2041" in desk.text
        assert desk.dossier.value(Recommendation, last) is None
        found = desk.dossier.value(ChapterText, key)
        assert found is not None
        assert found.text.endswith("Nog een zin.")
        await desk.press("escape")
        await give(desk, later)
        assert "Niets nieuws" in desk.text
        await desk.press("enter")
        assert "Overgenomen" not in desk.text
        await desk.press("escape")
        await give(desk, document)
        assert "Niet overgenomen: overdracht1.json" in desk.text
        assert "ouder" in desk.text
    assert where(both.theirs.data_dir, words) == []


async def test_own_words_stay_and_what_both_changed_is_compared(both: Both) -> None:
    document = both.made()
    async with both.desk(taking_door) as desk:
        await give(desk, document)
        await desk.press("enter")
        await desk.kept()
        key, text = next(iter(desk.dossier.values(ChapterText, "2041/").items()))
        desk.dossier.save(msgspec.structs.replace(text, text="Zoals wij het zien."), key)
    with Dossier.open(both.full.data_dir, both.full) as dossier:
        dossier.save(msgspec.structs.replace(text, text="Zoals zij het zien."), key)
    later = both.made()
    async with both.desk(taking_door, size=(100, 40)) as desk:
        await give(desk, later)
        assert "botsend: 1" in desk.text
        await desk.press("enter")
        await desk.kept()
        assert "1 onderdeel heeft twee versies: v vergelijkt ze" in desk.text
        await desk.press("v")
        assert "1 onderdeel met twee versies" in desk.place
        await desk.press("enter", "1", "escape")
        assert desk.dossier.conflicts() == []
        assert "v vergelijkt ze" not in desk.text


def broken(document: Path, name: str, how: Callable[[dict[str, Any]], None]) -> Path:
    """The same document with something wrong in it."""
    data = json.loads(document.read_text("utf-8"))
    how(data)
    path = document.with_name(name)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def _no_text(data: dict[str, Any]) -> None:
    data["revisions"][3]["hlc"] = 7


def _missing(data: dict[str, Any]) -> None:
    del data["revisions"][5]["entity"]


def _unknown(data: dict[str, Any]) -> None:
    data["revisions"][0]["payload"]["vreemd"] = 1


def _by_hand(data: dict[str, Any]) -> None:
    data["revisions"][2]["author"] = "iemand anders"


@pytest.mark.parametrize(
    ("how", "field", "what"),
    [
        (_no_text, "revisions[3].hlc", "hier hoort een tekst te staan, en er staat een heel getal"),
        (_missing, "revisions[5].entity", "dit veld ontbreekt"),
        (_unknown, "revisions[0].payload.vreemd", "dit veld is hier niet bekend"),
        (_by_hand, "revisions[2]", "is beschadigd, of met de hand veranderd"),
    ],
    ids=["another kind", "missing", "unknown", "by hand"],
)
async def test_a_refused_document_is_named_with_its_field(
    both: Both, how: Callable[[dict[str, Any]], None], field: str, what: str
) -> None:
    path = broken(both.made(), "stuk.json", how)
    async with both.desk(taking_door, size=(120, 40)) as desk:
        await give(desk, path)
        shown = " ".join(desk.text.split())
        assert "Niet overgenomen: stuk.json" in shown
        assert f"stuk.json: {field}: " in shown
        assert what in shown
        assert "Er is niets veranderd" in shown
        assert "Expected" not in shown
        await desk.press("o", "escape")
        assert not desk.dossier.values(Round)


async def test_a_document_for_support_does_not_come_in_where_the_interviews_are(both: Both) -> None:
    document = both.made()
    both.theirs = replace(both.full, profile="support")
    async with both.desk(taking_door, size=(120, 40)) as desk:
        await give(desk, document)
        assert "daarin staan geen antwoorden, en hier wel" in " ".join(desk.text.split())
    with Dossier.open(both.full.data_dir, both.full) as dossier:
        assert dossier.head_keys(Interview)
        assert not dossier.values(ReportBasis)


async def test_other_names_take_the_place_of_those_that_are_here(both: Both) -> None:
    first = both.names()
    document = both.made()
    async with both.desk(taking_door) as desk:
        await give(desk, document)
        await desk.press("enter")
        await desk.kept()
        await desk.press("escape")
        await give(desk, first)
        await desk.type(WORDS)
        await desk.press("enter")
        await desk.kept()
        await desk.press("enter")
        await desk.kept()
        desk.dossier.backup()
    names = Names(both.full.data_dir)
    names.unlock((both.full.data_dir / "names.key").read_text().splitlines()[-1])
    gone = next(code for code, one in names.data().people.items() if one.email)
    email = names.data().people[gone].email
    names.remove(gone)
    names.put(
        {"R98": msgspec.structs.replace(next(iter(names.data().people.values())), name="Pim Nieuwveld")}
    )
    later = both.names("later.age")
    async with both.desk(taking_door) as desk:
        await give(desk, later)
        await desk.type(WORDS)
        await desk.press("enter")
        await desk.kept()
        assert "nieuw: 1" in desk.text
        assert "er niet meer in: 1" in desk.text
        assert "komt in de plaats van het vorige" in desk.text
        assert (both.theirs.data_dir / FILE).read_bytes() == first.read_bytes()
        await desk.press("enter")
        await desk.kept()
    there = Names(both.theirs.data_dir)
    for copy in (both.theirs.data_dir / FILE, *both.theirs.data_dir.glob("backups/names-*.age")):
        assert copy.read_bytes() == later.read_bytes(), copy
    there.unlock(WORDS)
    assert email not in {one.email for one in there.data().people.values()}
    assert "Pim Nieuwveld" in {one.name for one in there.data().people.values()}


async def test_the_names_of_the_evaluators_themselves_are_refused(both: Both) -> None:
    document = both.made()
    own = both.tmp_path / "eigen.age"
    own.write_bytes((both.full.data_dir / FILE).read_bytes())
    both.theirs = replace(both.theirs, environ={"BOCE_KEY_FILE": str(both.full.data_dir / "names.key")})
    async with both.desk(taking_door, size=(120, 40)) as desk:
        await give(desk, document)
        await desk.press("enter")
        await desk.kept()
        await desk.press("escape")
        await give(desk, own)
        assert "met van iedereen de code" in " ".join(desk.text.split())
    assert not (both.theirs.data_dir / FILE).exists()
