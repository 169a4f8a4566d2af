"""The record as Markdown: own answers only, checked, inert, the same bytes each time."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.approving import records
from boce_tui.cycle.approving.document import build_record, prepare_record
from boce_tui.cycle.approving.working_out import WorkingOut
from boce_tui.domain.exporting import ExportEntry
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.round import Round
from boce_tui.errors import BadInput
from boce_tui.names import Names, Person, make_example_key
from boce_tui.reports.record import compile_record
from boce_tui.store import Dossier
from tests.cycle.approving.held import ALONE, E1, JOINT, QUOTE, ROUND, S8, held_round, now, type_final
from tests.example import example_env
from tests.support import run_cli

GOLDEN = Path(__file__).parent / "record_R06.md"
HOSTILE = (
    "# kop\n> | a | [x](http://kwaad.nl) <script>{{ 1 }} ![i](y) *nadruk* "
    "\x1b[31m \u202eomgekeerd\n---\n- lijst"
)


def the_names(dossier: Dossier) -> Names:
    names = Names(dossier.folder)
    names.create(make_example_key(dossier.folder))
    names.put(
        {
            "R07": Person(name="Zoë Çelik-Müller"),
            "R03": Person(name="Wubbo Kwakernaat"),
        },
        {},
    )
    return names


def test_the_record_of_the_example(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    target = tmp_path / "verslag.md"
    run_cli(["export", "record", "R06", "--to", str(target)], env).ok()
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(target.read_bytes())
    assert target.read_bytes() == GOLDEN.read_bytes()
    again = tmp_path / "nog eens.md"
    run_cli(["export", "record", "G12", "--to", str(again)], env).ok()
    assert again.read_bytes() == target.read_bytes()
    assert target.stat().st_mode & 0o077 == 0, "for the owner only"
    with Dossier.open(env.data_dir, env) as dossier:
        logged = [entry.document for entry in dossier.values(ExportEntry, f"{ROUND}/").values()]
    assert logged == ["record", "record"]
    assert "gespreksverslag G12" in run_cli(["versions", "log"], env).ok().out, "which record it was"
    refused = run_cli(["export", "record", "R06", "--to", str(target)], env)
    assert refused.code == 3


def test_names_of_others_and_codes_stop_it(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        names = the_names(dossier)
        assert prepare_record(dossier, ROUND, ALONE, names).exit_code == 0
        type_final(dossier, "Dat zei Kwakernaat ook.")
        stopped = prepare_record(dossier, ROUND, ALONE, names)
        assert stopped.exit_code == 5
        assert [(f.rule, f.origin.key if f.origin else "") for f in stopped.findings] == [("P1", E1)]
        type_final(dossier, "R03 zei dat ook.")
        assert [f.rule for f in prepare_record(dossier, ROUND, ALONE, names).findings] == ["P9"]
        type_final(dossier, "Ik, Zoë Çelik-Müller, en mijn wethouder.")
        own = prepare_record(dossier, ROUND, ALONE, names)
        assert own.exit_code == 0, "the own name, and a function, are worth a look"
        assert {f.rule for f in own.findings} == {"P2", "P4"}


def test_a_name_in_what_the_person_did_not_say_stops_it_too(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        names = the_names(dossier)
        round_ = dossier.value(Round, ROUND)
        assert round_ is not None
        dossier.save(msgspec.structs.replace(round_, title="Evaluatie van Zoë Çelik-Müller"), ROUND)
        assert prepare_record(dossier, ROUND, ALONE, names).exit_code == 0, "their own name"
        dossier.save(msgspec.structs.replace(round_, title="Evaluatie van Wubbo KWAKERNAAT"), ROUND)
        stopped = prepare_record(dossier, ROUND, ALONE, names)
        assert stopped.exit_code == 5
        assert {f.rule for f in stopped.findings} == {"P1"}


def test_without_the_names_nothing_leaves(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        the_names(dossier)
        locked = prepare_record(dossier, ROUND, ALONE, Names(dossier.folder))
        assert locked.exit_code == 5
        assert [f.rule for f in locked.findings] == ["P0"]


def test_of_a_table_for_two_each_gets_what_is_of_all_and_the_own(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        names = the_names(dossier)
        three = prepare_record(dossier, ROUND, "R03", names).markdown.decode()
        for there in ("samen gezegd", "alleen van drie", "gezegd door drie", "Uw eigen antwoord:"):
            assert there in three
        assert "zeven" not in three
        assert three.count("alleen van drie") == 2, "as an answer and as a quote"
        seven = prepare_record(dossier, ROUND, "R07", names, interview=JOINT).markdown.decode()
        assert "alleen van zeven" in seven
        assert "drie" not in seven
        assert "geen citaten" in seven
        with pytest.raises(BadInput, match="ieder krijgt"):
            prepare_record(dossier, ROUND, JOINT, names)
        with pytest.raises(BadInput):
            prepare_record(dossier, ROUND, "R07", names)  # in two interviews
        with pytest.raises(BadInput, match="niet gehouden"):
            prepare_record(dossier, ROUND, "R12", names)


def test_everything_hostile_stays_text(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        names = the_names(dossier)
        type_final(dossier, HOSTILE)
        type_final(dossier, HOSTILE, S8)
        quote = dossier.value(Quote, QUOTE)
        assert quote is not None
        dossier.save(msgspec.structs.replace(quote, text=HOSTILE, wording=HOSTILE), QUOTE)
        going_out = prepare_record(dossier, ROUND, ALONE, names)
        assert going_out.exit_code == 0
        made = compile_record(build_record(dossier, ROUND, ALONE, "R07"))
        assert made.markdown.encode() == going_out.markdown
        assert not made.differences
        assert "\x1b" not in made.markdown
        assert "\u202e" not in made.markdown
        kinds = {token.type for token in made.parsed.tokens}
        assert not kinds & {"html_block", "fence", "code_block", "hr"}


def test_it_says_the_final_text_the_choice_and_until_when(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        names = the_names(dossier)
        work = WorkingOut(dossier, ROUND, ALONE)
        type_final(dossier, "Het loopt goed, met korte lijnen.")
        before = prepare_record(dossier, ROUND, ALONE, names).markdown.decode()
        assert "binnen 10 werkdagen" in before
        work.finish()
        records.send(dossier, ROUND, ALONE)
        made = prepare_record(dossier, ROUND, ALONE, names).markdown.decode()
        assert "uiterlijk op 24 mei 2041" in made
        assert "Het loopt goed, met korte lijnen" in made
        assert "gaat goed. korte lijnen" not in made, "the notes are ours"
        assert "- 4 van 5" in made
        assert "R07" not in made


def test_skipped_and_empty_answers_are_not_in_it(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        names = the_names(dossier)
        for key in (E1, S8):
            dossier.save(msgspec.structs.replace(now(dossier, key), text="", values={}), key)
        dossier.delete(Quote, QUOTE)
        made = prepare_record(dossier, ROUND, ALONE, names).markdown.decode()
        assert "**E1" not in made
        assert dossier.value(Answer, E1) is not None
