"""Two laptops in a real terminal: a bundle is made here, merged there, and what both changed is compared."""

from __future__ import annotations

from pathlib import Path

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from tests.cycle.merging.laptops import laptops
from tests.support import make_env
from tests.terminal import Terminal

KEY = "2041/G01/A1/-/all"
BASE = "De rol van de commissaris is helder. Het doel is bekend."
SECRET = "een goede wachtzin"


def test_from_one_laptop_to_the_other(tmp_path: Path) -> None:
    with laptops(tmp_path, "a", "b") as made:
        made["a"].save(Answer(text=BASE), KEY)
        made.give("a", "b")
        made["a"].save(Answer(text=BASE.replace("helder", "vaag")), KEY)
        made["b"].save(Answer(text=BASE + " Dat helpt."), KEY)
    stick = tmp_path / "stick"
    stick.mkdir()
    with Terminal(["--data", str(tmp_path / "b" / "data")], tmp_path) as term:
        term.wait_for("Nu te doen")
        term.send("<c-p>Twee laptops: samen<enter>")
        term.wait_for("maakt een bundel")
        term.send("b")
        term.wait_for("Waar moet de bundel heen")
        term.send(f"<c-u>{stick}<enter>")
        term.wait_for("Wachtzin van de bundel")
        term.send(f"{SECRET}<enter>")
        term.wait_for("Nog eens dezelfde wachtzin")
        term.send(f"{SECRET}<enter>")
        term.wait_for("De bundel staat in")
        term.send("<c-q>")
        assert term.wait_end() == 0
    (bundle,) = stick.iterdir()
    bundle = bundle.rename(stick / "x.boce")

    with Terminal(["--data", str(tmp_path / "a" / "data")], tmp_path) as term:
        term.wait_for("Nu te doen")
        term.send("<c-p>Twee laptops: samen<enter>")
        term.wait_for("maakt een bundel")
        term.send("m")
        term.wait_for("Welke bundel")
        term.send(f"{bundle}<enter>")
        term.wait_for("Wachtzin van de bundel")
        term.send("een verkeerde zin<enter>")
        term.wait_for("opent de bundel niet")
        term.send("m")
        term.wait_for("Welke bundel")
        term.send(f"{bundle}<enter>")
        term.wait_for("Wachtzin van de bundel")
        term.send(f"{SECRET}<enter>")
        term.wait_for("Er is nog niets gedaan", "botsend: 1")
        term.send("<enter>")
        term.wait_for("Samengevoegd:")
        term.send("v")
        term.wait_for("twee versies")
        term.send("<enter>")
        term.wait_for("Samen (m)", "is vaag. Het doel")
        term.send("m")
        term.wait_for("Hier valt niets te kiezen")
        term.send("<c-q>")
        assert term.wait_end() == 0
    env = make_env(tmp_path / "a")
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        assert dossier.value(Answer, KEY) == Answer(text=BASE.replace("helder", "vaag") + " Dat helpt.")
