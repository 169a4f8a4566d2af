"""A question set of another domain, held at 80x24: filled in, changed, killed, translated, ended in prompts.

Its letters are those of the app's own codes (R1, G1, V1), so that nothing can be mixed up unseen.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui.cycle.planning.interviews import plan_the_rest
from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Grid,
    Items,
    Rating,
    Reference,
    SwotItem,
    Value,
    When,
)
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import last
from boce_tui.domain.round import Interview, Respondent
from boce_tui.env import Env
from boce_tui.names import make_example_key
from boce_tui.store import Dossier
from tests.support import make_env, run_cli
from tests.terminal import Terminal

SURVEY = Path(__file__).with_name("pool.toml")
PEOPLE = """Naam;Rol;Gemeente;Thema's
Ydwine Kettermol;ambtelijk trekker;Coevorden;Bereikbaarheid: 3, Wonen: 1
Quirijn Zandloper;wethouder;Emmen;Wonen
"""


@pytest.fixture
def env(tmp_path: Path) -> Env:
    keys = tmp_path / "sleutel"
    keys.mkdir()
    make_example_key(keys)
    env = make_env(tmp_path, environ={"BOCE_KEY_FILE": str(keys / "names.key")})
    focus = "bereikbaarheid,wonen"
    run_cli(["round", "new", "--year", "2050", "--focus", focus, "--survey", str(SURVEY)], env).ok()
    people = tmp_path / "mensen.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    run_cli(["import", str(people)], env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        plan_the_rest(dossier, "2050")
    return env


def interview_of(env: Env, role: str) -> str:
    with Dossier.open(env.data_dir, env) as dossier:
        people = dossier.values(Respondent, "2050/")
        code = next(last(key) for key, person in people.items() if person.role == role)
        interviews = dossier.values(Interview, "2050/")
        return next(last(key) for key, item in interviews.items() if code in item.participants)


def to(term: Terminal, number: str, *words: str) -> None:
    term.send(f"<f2>{number}")
    term.wait_for(*words, "!typ a2")


def test_a_whole_conversation_by_keyboard(env: Env, tmp_path: Path) -> None:
    interview = interview_of(env, "theme_lead")
    argv = ["--data", str(env.data_dir), "interview", interview]
    with Terminal(argv, tmp_path) as term:
        term.wait_for("Mag ik uw antwoorden opschrijven?", "Vertel dit eerst")
        term.send("2")
        term.wait_for("nu: 2 deels")
        term.send("<c-n>")
        term.wait_for("Met welke thema's")
        term.send("<f5>4<enter>2")
        term.wait_for("4 ik trek het", "2 soms")
        to(term, "z3", "Hoe lang bent u al betrokken?", "jaar")
        term.send("<f5>90<enter>")
        term.wait_for("Schrijf een getal van 0 tot en met 60.")
        term.send("<backspace><backspace>12<enter>")
        to(term, "r1", "Hoe staat het met Bereikbaarheid?", "merkt u dat in Coevorden?")
        term.send("<f5>1")
        term.wait_for("nu: 1 niet gestart")
        term.send("<f3><c-n>")
        term.wait_for("Wat hield Bereikbaarheid tegen?")
        term.send("<f5>14wegen<enter>")
        term.wait_for("1 [x] geld", "4 [x] anders", "wegen")
        term.send("<c-n>")
        term.wait_for("als trekker van Bereikbaarheid nodig")
        term.send("<f5>geld<enter>tijd")
        term.wait_for("2  tijd")
        term.send("<c-n>")
        term.wait_for("Hoe staat het met Leefbaarheid?")
        term.send("<f5>2")
        term.wait_for("nu: 2 bezig")
        to(term, "r5", "Welke afdeling")
        term.send("<f5><enter>")
        term.wait_for("enter kiest")
        term.send("/stuurg<enter><enter>")
        term.wait_for("Stuurgroep", "een ander")
        to(term, "g1", "Welk cijfer geeft u de veiligheid?", "**fietsenstalling**", "[kleedruimte]")
        term.send("<f5>1")
        term.wait_for("nu: 1 onveilig", "3 kans")
        term.send("4gladde vloer<enter>De vloer is spiegelglad. Ik zeg het al jaren.<f4>")
        term.wait_for("nu: 4 bedreiging", "Citaat: “Ik zeg het al jaren.”")
        term.send("<c-n>")
        term.wait_for("Sinds wanneer is het onveilig?")
        term.send("<f5>28-2-2049<enter>3-2048<enter>")
        term.wait_for("28-2-2049", "3-2048")
        to(term, "g4", "Hoe ver is de verbouwing?")
        term.send("<f5>3<f8>")
        term.wait_for("later")
        to(term, "v1", "Wat kost het")
        term.send("<f5>12,5<enter>1.234,50<enter>40<enter>")
        to(term, "v2", "Hoe denkt elke gemeente erover?")
        term.send("<f5><down><down>4<enter>1<enter>250<enter>")
        term.wait_for("250")
        to(term, "v3", "Wat moet er met het tarief?")
        term.send("<f5>4gratis<enter>")
        term.wait_for("gratis")
        to(term, "v4", "Wat doet Emmen goed?")
        term.send("<c-o>")
        term.wait_for("Waarom wordt vraag V4 overgeslagen?")
        term.send("2")
        term.wait_for("Citaten teruglezen", "“Ik zeg het al jaren.”")
        # Back: another answer decides, and what hung from it is kept and marked.
        to(term, "r1", "Hoe staat het met Bereikbaarheid?")
        term.send("<f5>5")
        term.wait_for("nu: 5 bereikt")
        term.send("<f2><end><up><up>")
        term.wait_for("Niet meer gevraagd", "R2")
        term.send("<enter>")
        term.wait_for("geld, anders, namelijk: wegen", "niet meer gesteld")
        term.send("<esc>")
        to(term, "g3", "Voldoet het water aan de norm?")
        term.send("het water is helder maar de fil")
        term.wait_for("maar de f")
        term.kill9()
        (painted,) = (line.strip() for line in term.lines if "het water is" in line)

    with Terminal(["--data", str(env.data_dir)], tmp_path) as term:
        term.wait_for("Voldoet het water aan de norm?", "Teruggehaald", painted)
        term.send("<f9>")
        term.wait_for("Does the water meet the norm?", painted)
        to_en = "How is Accessibility doing?"
        term.send("<f2>r1")
        term.wait_for(to_en, "5 realised")
        term.send("<f2>g1")
        term.wait_for("Welk cijfer geeft u de veiligheid?")  # there is no English of it
        term.send("<f9><esc>")
        term.wait_for("Nu te doen")
        term.send("<c-q>")
        assert term.wait_end() == 0

    with Terminal([*argv, "--plain"], tmp_path, size=(100, 60), environ={"EDITOR": "", "VISUAL": ""}) as term:
        term.wait_for("Welk cijfer geeft u de veiligheid?", "Keuze (1-5, 0, 9)")
        term.send(":ga g3<enter>")
        term.wait_for("Voldoet het water aan de norm?", "Keuze (1-4)")
        term.send("2<enter>")
        term.wait_for("Notitie (", painted)
        term.send(":vragen<enter>")
        term.wait_for("R2. Wat hield Bereikbaarheid tegen?, wordt niet meer gevraagd", "namelijk: wegen")
        term.send(":ga z9<enter>")
        term.wait_for("Hoe open was dit gesprek?")
        term.send("9<enter>")
        term.wait_for("Enter gaat naar de volgende vraag")
        term.send("<enter>")
        term.wait_for("Einde van het gesprek.", "G4, later.", "Typ gehouden.")
        term.send("gehouden<enter>")
        assert term.wait_end() == 0

    expected: dict[str, dict[str, Value]] = {
        "Z1/-": {"value": Choice("partly")},
        "Z2/-": {"value": Grid({"accessibility": {"hoe": "trek"}, "liveability": {"hoe": "soms"}})},
        "Z3/-": {"value": Amount("12")},
        "R1/accessibility": {"value": Choice("realised")},
        "R1/liveability": {"value": Choice("in_progress")},
        "R2/accessibility": {"value": Choices(("geld", "other"), other="wegen")},
        "R3/accessibility": {"value": Items(("geld", "tijd"))},
        "R5/-": {"value": Reference("body", "steering_group")},
        "G1/-": {"value": Rating(1), "waarom": SwotItem("threat", "gladde vloer")},
        "G2/-": {"dag": When("2049-02-28"), "maand": When("2048-03")},
        "G3/-": {"value": Choice("partly")},
        "G4/-": {"value": Choice("delayed")},
        "V1/-": {"uren": Amount("12.5"), "euro": Amount("1234.5"), "deel": Amount("40")},
        "V2/-": {"value": Grid({"emmen": {"cijfer": 4, "mee": "yes", "bedrag": "250"}})},
        "V3/-": {"value": Choice("other", other="gratis")},
        "Z9/-": {"value": Rating(non_answer="dont_know")},
    }
    with Dossier.open(env.data_dir, env) as dossier:
        found = dossier.values(Answer, f"2050/{interview}/")
        said = {key.split("/", 2)[2].removesuffix("/all"): item for key, item in found.items()}
        assert {key: item.values for key, item in said.items() if item.values} == expected
        assert said["G4/-"].later
        skipped = said["V4/-"].skipped
        assert skipped is not None
        assert skipped.reason == "not_applicable"
        assert said["G3/-"].text.startswith(painted)
        assert said["R1/accessibility"].probes_asked == (0,)
        assert [quote.text for quote in dossier.values(Quote, "2050/").values()] == ["Ik zeg het al jaren."]
        held = dossier.value(Interview, f"2050/{interview}")
        assert held is not None
        assert held.state == "held"

    first, second = tmp_path / "een.json", tmp_path / "twee.json"
    run_cli(["export", "cycle", "--to", str(first)], env).ok()
    other = replace(env, data_dir=tmp_path / "ander")
    run_cli(["import", str(first)], other).ok()
    run_cli(["export", "cycle", "--to", str(second)], other).ok()
    assert first.read_bytes() == second.read_bytes()


def test_a_later_round_has_its_own_questions_and_an_executive_others(env: Env, tmp_path: Path) -> None:
    """Group and role decide, and so does whether there was a round before."""
    from boce_tui.cycle.interviewing import Conversation

    def asked(round_id: str, role: str) -> set[str]:
        with Dossier.open(env.data_dir, env) as dossier:
            plan_the_rest(dossier, round_id)
            for key, item in dossier.values(Interview, f"{round_id}/").items():
                (code,) = item.participants
                person = dossier.value(Respondent, f"{round_id}/{code}")
                if person is not None and person.role == role:
                    return {step.question for step in Conversation(dossier, round_id, last(key)).steps}
        raise AssertionError(role)

    executive, lead = asked("2050", "alderman"), asked("2050", "theme_lead")
    assert executive - lead == {"R4"}
    assert lead - executive == {"R3", "R5"}
    run_cli("round next 2050", env).ok()
    run_cli(["import", str(tmp_path / "mensen.csv"), "--round", "2051"], env).ok()
    assert asked("2051", "alderman") - executive == {"G5"}
