"""The stick is pulled out, or full, in the middle of erasing, merging, importing, restoring or exporting.

The dossier is as before or as after, and what is said is true: of the two, or that it cannot be seen now.
Then the stick is put in again and everything is looked at, every byte of every file included.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from boce_tui.cycle.profiles import open_dossier
from boce_tui.domain.exporting import ExportEntry
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.exchange import bundle
from boce_tui.names.keys import Key
from boce_tui.store import Dossier
from tests.cycle.analysing.heard import E4, Heard
from tests.cycle.merging.laptops import key
from tests.durability.outcome import LONG, Tell
from tests.durability.pulling import FULL, GONE, NOWHERE, Pull, boce, needs_a_compiler, spread
from tests.store.planted import where
from tests.support import make_env, run_cli

WORDS, OTHER = "zwaluwstaartverbinding", "boekweitpannenkoek"
NEWER = "nieuw van de ander"
POINTS = 40 if LONG else 9
WAYS = [GONE, NOWHERE, FULL] if LONG else [GONE, FULL]
SAID = {
    "before": ("Er is niets gewist", "Er is niets samengevoegd", "Er is niets ingelezen",
               "niet op zijn plaats gezet", "Er is geen bundel gemaakt", "Er is niets veranderd"),
    "after": ("Het is gewist", "Gewist.", "Het is samengevoegd", "Het is ingelezen", "De kopie is teruggezet",
              "De bundel is heel geschreven"),
    "unknown": ("is nu niet te zien",),
}  # fmt: skip
"""What it says of the end, in any of the operations."""


class Place:
    """A laptop with a dossier, and what the operations need: a bundle, a document, a copy."""

    def __init__(self, home: Path) -> None:
        self.home = home
        heard = Heard(home / "made")
        d = heard.dossier
        self.code, other = heard.person(), heard.person()
        self.answer = heard.says(self.code, E4, f"Ik noem het een {WORDS}.")
        self.other = heard.says(other, E4, f"Ik houd van {OTHER}.")
        d.backup()
        self.beside = home / "beside"
        self.beside.mkdir()
        (self.beside / "bundle.key").write_text(key().secret)
        self.environ = {"BOCE_BUNDLE_KEY_FILE": str(self.beside / "bundle.key")}
        d.backup_to(self.beside / "copy.db")
        d.close()
        # The colleague: the same dossier, with newer work; and a document of another round.
        theirs = make_env(home / "theirs", seed=8, environ=self.environ)
        shutil.copytree(d.folder, theirs.data_dir)
        with Dossier.open(theirs.data_dir, theirs) as away:
            away.save(Answer(text=NEWER), self.other)
        run_cli(["export", "bundle", "--to", str(self.beside / "work.boce"), "--all"], theirs).ok()
        new = make_env(home / "new", seed=9)
        with Dossier.create(new.data_dir, new) as away:
            away.save(Round(year=2043, title="Later"), "2043")
        run_cli(["export", "cycle", "--to", str(self.beside / "round.json")], new).ok()
        with Dossier.open(d.folder, d.env) as d:
            d.save(Answer(text=f"Later: {OTHER}."), self.other)
        shutil.rmtree(d.folder / "backups")
        with Dossier.open(d.folder, d.env) as d:
            d.backup()

    def copied(self, name: str) -> Path:
        """Another laptop just like it."""
        folder = self.home / name
        shutil.copytree(self.home / "made", folder)
        shutil.copytree(self.beside, folder / "stick")
        env = self.env(folder)
        open_dossier(env).close()  # a copy takes a name of its own
        return folder

    def env(self, folder: Path) -> Env:
        return make_env(folder, seed=6, environ=self.environ)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    needs_a_compiler()
    return Place(tmp_path_factory.mktemp("pulled"))


def erased(place: Place, folder: Path) -> str:
    """Judges an erasure: by the words themselves, in every byte."""
    env = place.env(folder)
    with open_dossier(env) as d:
        gone = d.value(Answer, place.answer) is None
        assert d.unfinished() is None
        assert d.value(Answer, place.other) == Answer(text=f"Later: {OTHER}.")
    listed = run_cli("erase --list", env).ok()
    assert (place.code.replace("R", "G") in listed.out) == gone
    assert bool(where(folder / "data", WORDS)) != gone
    return "after" if gone else "before"


def merged(place: Place, folder: Path) -> str:
    """Judges a merge; done again it brings what is left."""
    env = place.env(folder)
    with open_dossier(env) as d:
        before = len(d.history(Answer, place.other)) == 2
        assert before == (not d.conflicts())
    assert ("Laatst samengevoegd" in run_cli("merge", env).ok().out) != before
    again = run_cli(["merge", str(place.beside / "work.boce")], env).ok()
    assert ("Niets nieuws" in again.out) != before
    return "before" if before else "after"


def imported(place: Place, folder: Path) -> str:
    """Judges an import of a document."""
    env = place.env(folder)
    with open_dossier(env) as d:
        before = d.value(Round, "2043") is None
        assert d.value(Answer, place.answer) == Answer(text=f"Ik noem het een {WORDS}.")
    run_cli(["import", str(place.beside / "round.json")], env).ok()
    return "before" if before else "after"


def put_back(place: Place, folder: Path) -> str:
    """Judges a copy that is put back; what was there before it was kept."""
    env = place.env(folder)
    with open_dossier(env) as d:
        answer = d.value(Answer, place.other)
        assert answer is not None
        before = answer.text == f"Later: {OTHER}."
        assert before or answer.text == f"Ik houd van {OTHER}."
    kept = sorted((folder / "data" / "backups").glob("*-restore.db"))
    assert before or kept
    if not before:
        run_cli(["restore", str(kept[-1]), "--yes"], env).ok()
        with open_dossier(env) as d:
            assert d.value(Answer, place.other) == Answer(text=f"Later: {OTHER}.")
    return "before" if before else "after"


def exported(place: Place, folder: Path) -> str:
    """Judges a bundle: whole or not there; the export log knows of none that is not."""
    env = place.env(folder)
    target = folder / "stick" / "uit.boce"
    if target.exists():
        assert bundle.read(target.read_bytes(), Key(key().secret), "x").rows
    with open_dossier(env) as d:
        assert len(d.values(ExportEntry)) <= int(target.exists())
        assert d.value(Answer, place.other) == Answer(text=f"Later: {OTHER}.")
    return "after" if target.exists() else "before"


Judge = Callable[[Place, Path], str]
OPERATIONS: dict[str, tuple[tuple[str, ...], Judge]] = {
    "erase": (("erase", "{code}", "--confirm", "{code}"), erased),
    "merge": (("merge", "{stick}/work.boce", "--yes"), merged),
    "import": (("import", "{stick}/round.json"), imported),
    "restore": (("restore", "{stick}/copy.db", "--yes"), put_back),
    "export": (("export", "bundle", "--to", "{stick}/uit.boce", "--all"), exported),
}


def said(err: str) -> set[str]:
    return {end for end, words in SAID.items() if any(word in err for word in words)}


def pulled(place: Place, operation: str, on_stick: tuple[str, ...], how: str, tell: Tell) -> dict[str, int]:
    """Do it with the stick pulled at several calls; returns how often it ended how."""
    words, judge = OPERATIONS[operation]

    def run(name: str, pull: Pull) -> tuple[Path, object, int]:
        folder = place.copied(f"{operation}-{how}-{'-'.join(on_stick).replace('/', '_')}-{name}")
        argv = [w.format(code=place.code, stick=folder / "stick") for w in words]
        stick = [folder / part for part in on_stick]
        result, calls = boce(argv, folder, stick, pull, environ=place.environ)
        return folder, result, calls

    folder, result, calls = run("whole", Pull(how, 0))
    assert result.code == 0, result.err  # type: ignore[attr-defined]
    assert judge(place, folder) == "after"
    shutil.rmtree(folder)
    ends = {"before": 0, "after": 0, "unknown": 0}
    for at in spread(calls, POINTS)[1:]:  # before the first one nothing was begun
        folder, result, _calls = run(str(at), Pull(how, at))
        code, err = result.code, result.err  # type: ignore[attr-defined]
        end = judge(place, folder)
        about = f"{operation} on {on_stick}, {how} at call {at} of {calls}: {end}, exit {code}\n{err}"
        assert code in (0, 3, 4), about
        assert "Traceback" not in err, about
        assert "onverwacht" not in err, about
        if code == 0:
            assert end == "after", about
        else:
            told = said(err)
            assert told, about
            assert "unknown" in told or end in told, about
            assert told != {"before", "after"}, about
            ends["unknown" if "unknown" in told else end] += 1
        shutil.rmtree(folder)
    tell(f"stick {'full' if how == FULL else 'pulled out'}: {operation}", "", **ends)
    return ends


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_dossier_is_on_the_stick(place: Place, operation: str, how: str, tell: Tell) -> None:
    ends = pulled(place, operation, ("data",), how, tell)
    assert ends["before"] > 0


@pytest.mark.parametrize("how", [GONE, NOWHERE])
@pytest.mark.parametrize("operation", ["merge", "import", "restore"])
def test_what_is_read_is_on_the_stick(place: Place, operation: str, how: str, tell: Tell) -> None:
    ends = pulled(place, operation, ("stick",), how, tell)
    assert ends["before"] > 0
    assert ends["unknown"] == 0


@pytest.mark.parametrize("how", [GONE, NOWHERE, FULL])
def test_what_is_written_goes_to_the_stick(place: Place, how: str, tell: Tell) -> None:
    ends = pulled(place, "export", ("stick",), how, tell)
    assert ends["before"] > 0
    # The last thing is that the folder takes note of the name: lost right then, nobody can know.
    assert (ends["unknown"] > 0) == (how != FULL)
