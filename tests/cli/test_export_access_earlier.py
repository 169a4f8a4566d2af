"""An access request: what stood there before, what was taken out and what is being typed is in it too."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.approving import InterviewRecord, Unlocking
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.noting import ExtraQuestion, Note
from boce_tui.domain.round import Interview, Respondent
from boce_tui.env import Env
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from boce_tui.store.drafts import FOLDER as DRAFTS
from boce_tui.store.editor_files import editor_file
from tests.example import example_env
from tests.support import Clock, run_cli

CODE, INTERVIEW = "R19", "2041/G04"
KEY = f"{INTERVIEW}/A7/-/all"
TABLE, ONE, OTHER = "2041/G05", "R08", "R16"
AT_TABLE = f"{TABLE}/A1/accessibility/all"


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def asked(env: Env, tmp_path: Path, code: str = CODE) -> str:
    """The file, as it is read: quotation marks and escapes aside."""
    file = tmp_path / "inzage.md"
    run_cli(["export", "access", code, "--to", str(file), "--force"], env).ok()
    text = re.sub(r"^> ?", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return re.sub(r"\n{2,}", "\n", re.sub(r"\\(.)", r"\1", text))


def next_day(env: Env) -> None:
    assert isinstance(env.clock, Clock)
    env.clock.advance(days=1)


def rewrite(env: Env, *texts: str, key: str = KEY, **more: object) -> None:
    """Each text in turn, a day apart."""
    with Dossier.open(env.data_dir, env) as dossier:
        for text in texts:
            now = dossier.value(Answer, key) or Answer()
            dossier.save(msgspec.structs.replace(now, text=text, worked_out="", **more), key)
            next_day(env)


def test_what_was_there_before_and_what_is_not_kept_yet_is_in_it_and_nothing_after_erasure(
    env: Env, tmp_path: Path
) -> None:
    planted = {
        "answer": "Eerder zei ik iets over zwaluwtillen.",
        "quote": "Een citaat over wielewalen.",
        "wording": "Een citaat over zangvogels.",
        "note": "Een notitie over kwartelkoningen.",
        "deleted answer": "Een heel antwoord over roerdompen.",
        "draft": "Getypt over watersnippen.",
        "editor": "In een ander programma over steltkluten.",
        "label": "tapuit",
        "place": "in de schuur bij de grutto",
        "read": "Bij het lezen van R19 viel de slobeend op.",
        "unlocked": "Weer open om de bergeend.",
    }
    rewrite(env, planted["answer"], "Nu zeg ik iets anders.")
    with Dossier.open(env.data_dir, env) as dossier:
        quote = Quote(answer=KEY, text=planted["quote"], wording=planted["wording"])
        dossier.save(quote, "2041/Q777")
        dossier.delete(Quote, "2041/Q777")
        dossier.save(Note(text=planted["note"]), f"{INTERVIEW}/n777")
        dossier.delete(Note, f"{INTERVIEW}/n777")
        gone = f"{INTERVIEW}/B5/-/all"
        dossier.save(Answer(text=planted["deleted answer"]), gone)
        dossier.delete(Answer, gone)
        dossier.save(Tagging(tags=(planted["label"],)), KEY)
        dossier.save(Tagging(), KEY)
        interview = dossier.value(Interview, INTERVIEW)
        assert interview is not None
        dossier.save(msgspec.structs.replace(interview, place=planted["place"]), INTERVIEW)
        dossier.save(interview, INTERVIEW)
        noted = Evidence(kind="answer", key=KEY, revision="", note=planted["read"])
        dossier.save(Finding(text="Een bevinding.", evidence=(noted,)), "2041/F777")
        dossier.save(Finding(text="Een bevinding."), "2041/F777")
        record = dossier.value(InterviewRecord, INTERVIEW)
        assert record is not None
        opened = Unlocking(at="2041-05-12T12:00:00Z", by="evaluator", reason=planted["unlocked"])
        dossier.save(msgspec.structs.replace(record, unlocked=(opened,)), INTERVIEW)
        dossier.drafts.open(f"answer:{INTERVIEW}/E3/-/all:text", "", "").edit(0, 0, planted["draft"])
    (env.data_dir / DRAFTS / "editor").mkdir(parents=True, exist_ok=True)
    editor_file(env.data_dir / DRAFTS, f"{INTERVIEW}/E4/-/all").write(planted["editor"])
    text = asked(env, tmp_path)
    assert not [what for what, words in planted.items() if words not in text]
    assert "Wat is gewist" not in text
    run_cli(["erase", CODE, "--confirm", CODE], env).ok()
    text = asked(env, tmp_path)
    assert not [what for what, words in planted.items() if words in text]
    assert "Nu zeg ik iets anders." not in text
    assert "Wat is gewist" in text


def test_questions_are_read_as_they_were_asked(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Answer(text="Dat ging goed."), f"{INTERVIEW}/A1/accessibility/all")
    text = asked(env, tmp_path)
    assert "{" not in text
    assert "A1 Welke ambitie gold volgens u voor Bereikbaarheid?" in text


def test_a_draft_is_in_it_while_somebody_is_typing(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        now = dossier.get(Answer, KEY)
        assert now is not None
        assert now.value is not None
        draft = dossier.drafts.open(f"answer:{KEY}:text", now.value.text, now.id)
        assert "Getypt, en nog niet als versie bewaard" not in asked(env, tmp_path)
        draft.edit(0, 0, "Over watersnippen. ")
        text = asked(env, tmp_path)
    assert "Getypt, en nog niet als versie bewaard" in text
    assert f"Over watersnippen. {now.value.text}" in text


def test_what_is_current_comes_first_and_each_earlier_text_once_with_its_day(
    env: Env, tmp_path: Path
) -> None:
    first, second, last = "Over de grutto.", "Over de kievit.", "Over de wulp."
    rewrite(env, first, second, first, second, last)
    text = asked(env, tmp_path)
    assert f"{last}\n" in text
    told = text[text.index(last) :].splitlines()
    assert told.index("Eerdere versies") < told.index("15-05-2041") < told.index(second)
    assert told.index(second) < told.index("14-05-2041") < told.index(first)
    assert text.count(second) == text.count(first) == 1
    assert "Onder “Eerdere versies” staat wat er eerder stond" in text


def test_what_was_typed_on_within_a_day_stands_there_as_it_became(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        for text in ("Over", "Over de", "Over de grutto.", "Iets anders, over de wulp."):
            dossier.save(Answer(text=text), KEY)
    told = asked(env, tmp_path).splitlines()
    assert told.count("Over de grutto.") == 1
    assert "Over" not in told
    assert "Over de" not in told


def test_a_text_that_grew_over_days_is_told_both_times(env: Env, tmp_path: Path) -> None:
    rewrite(env, "Over de grutto.", "Over de grutto. Niet dus.")
    told = asked(env, tmp_path).splitlines()
    assert "Over de grutto." in told
    assert "Over de grutto. Niet dus." in told


def test_what_was_taken_out_says_so_with_the_day(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Note(text="Over de grutto."), f"{INTERVIEW}/n777")
        next_day(env)
        dossier.delete(Note, f"{INTERVIEW}/n777")
    told = asked(env, tmp_path).splitlines()
    at = told.index("**Losse notitie n777 (weggehaald op 13-05-2041)**")
    assert told[at + 1 : at + 4] == [
        "Eerdere versies",
        "12-05-2041, weggehaald op 13-05-2041",
        "Over de grutto.",
    ]


def test_two_versions_beside_each_other_are_both_told(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        start = dossier.save(Answer(text="Over de wulp."), KEY)
        next_day(env)
        dossier.save(Answer(text="Over de grutto."), KEY)
        next_day(env)
        dossier.save(Answer(text="Over de kievit."), KEY, parents=[start.id])
        assert len(dossier.heads(Answer, KEY)) == 2
    text = asked(env, tmp_path)
    assert "naast wat hierboven staat: er is nog niet gekozen" in text
    assert "Over de grutto." in text
    assert "Over de kievit." in text


def test_planning_approval_and_role_keep_what_they_were(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        interview, record = dossier.value(Interview, INTERVIEW), dossier.value(InterviewRecord, INTERVIEW)
        person = dossier.value(Respondent, f"2041/{CODE}")
        assert interview is not None
        assert record is not None
        assert person is not None
        moved = msgspec.structs.replace(interview, start="06:15", conflict="Werkt bij een buurgemeente.")
        dossier.save(moved, INTERVIEW)
        dossier.save(interview, INTERVIEW)
        mine = msgspec.structs.replace(record.participants[CODE], reminders=("2041-04-30",), result="talk")
        dossier.save(msgspec.structs.replace(record, participants={CODE: mine}), INTERVIEW)
        dossier.save(record, INTERVIEW)
        told = msgspec.structs.replace(person, evaluator_conflict="Buurvrouw van een lid.")
        dossier.save(told, f"2041/{CODE}")
        dossier.save(person, f"2041/{CODE}")
    text = asked(env, tmp_path)
    for words in ("Begint om 06:15", "Werkt bij een buurgemeente.", "Herinnerd op 30-04-2041"):
        assert words in text
    assert "Buurvrouw van een lid." in text
    assert "wil er eerst over praten" in text


def test_names_and_codes_of_others_in_what_nobody_can_mend_are_left_out(env: Env, tmp_path: Path) -> None:
    names = Names(env.data_dir)
    names.unlock(find_key(env, env.data_dir, example=True) or "")
    who = names.person(OTHER)
    assert who is not None
    other = who.name
    rewrite(env, f"Zoals {other} zei, en ook {ONE}, over de grutto.", "Nu zeg ik iets anders.")
    text = asked(env, tmp_path)
    assert "over de grutto." in text
    assert "[naam weggelaten]" in text
    assert other not in text
    assert not set(re.findall(r"\bR\d\d\b", text)) - {CODE}


def test_what_the_table_said_before_somebody_was_marked_stays_out(env: Env, tmp_path: Path) -> None:
    rewrite(env, "De ander noemde wielewalen.", key=AT_TABLE)
    rewrite(env, "Ik noemde zelf zwaluwtillen.", key=AT_TABLE, speakers=(ONE,))
    text = asked(env, tmp_path, ONE)
    assert "zwaluwtillen" in text
    assert "Gemarkeerd als door jou gezegd." in text
    assert "wielewalen" not in text
    assert "hele tafel" in text
    assert "zwaluwtillen" not in asked(env, tmp_path, OTHER)


def test_what_was_marked_as_the_others_words_never_comes_back(env: Env, tmp_path: Path) -> None:
    rewrite(env, "Over de grutto.", key=AT_TABLE, speakers=(ONE,))
    rewrite(env, "Over de kievit.", key=AT_TABLE, speakers=(OTHER,))
    text = asked(env, tmp_path, ONE)
    assert "grutto" not in text
    assert "kievit" not in text


def test_words_of_the_table_that_were_taken_out_or_are_being_typed_stay_out(env: Env, tmp_path: Path) -> None:
    start = AnswerKey.parse(AT_TABLE)
    theirs = str(start._replace(participant=OTHER))
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Note(text="Samen over wielewalen."), f"{TABLE}/n777")
        dossier.delete(Note, f"{TABLE}/n777")
        dossier.save(Answer(text="De ander over roerdompen."), theirs)
        dossier.save(Quote(answer=AT_TABLE, text="Van de tafel over kieviten."), "2041/Q777")
        dossier.delete(Quote, "2041/Q777")
        dossier.drafts.open(f"answer:{AT_TABLE}:text", "", "").edit(0, 0, "Getypt over grutto's.")
        dossier.drafts.open(f"answer:{theirs}:text", "", "").edit(0, 0, "Getypt over wulpen.")
        dossier.drafts.open(f"note:{TABLE}/n778:text", "", "").edit(0, 0, "Getypt over tureluurs.")
    text = asked(env, tmp_path, ONE)
    for word in ("wielewalen", "roerdompen", "kieviten", "grutto", "wulpen", "tureluurs"):
        assert word not in text


def test_who_sat_there_when_it_was_written_counts(env: Env, tmp_path: Path) -> None:
    """The other was taken out of the interview later: the words of then are of both."""
    key = "2041/G77/A7/-/all"
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Interview(participants=(ONE, OTHER), state="held"), "2041/G77")
    rewrite(env, "Samen noemden wij wielewalen.", key=key)
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Interview(participants=(ONE,), state="held"), "2041/G77")
    rewrite(env, "Nu ik alleen ben: zwaluwtillen.", "En nog iets over tapuiten.", key=key)
    text = asked(env, tmp_path, ONE)
    assert "zwaluwtillen" in text
    assert "tapuiten" in text
    assert "wielewalen" not in text
    assert not [words for words in ("zwaluwtillen", "tapuiten") if words in asked(env, tmp_path, OTHER)]


def test_what_both_said_stays_of_both_when_one_leaves_the_table(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Interview(participants=(ONE, OTHER), state="held"), "2041/G77")
        dossier.save(Note(text="Samen over roerdompen."), "2041/G77/n777")
        dossier.save(ExtraQuestion(text="Hoe gaat het met de kieviten?"), "2041/G77/X1")
    rewrite(env, "Samen noemden wij wielewalen.", key="2041/G77/A7/-/all")
    rewrite(env, "Samen noemden wij grutto's.", key="2041/G77/E1/-/all")
    run_cli(["erase", OTHER, "--shared", "keep", "--confirm", OTHER], env).ok()
    rewrite(env, "Nu ik alleen ben: zwaluwtillen.", key="2041/G77/E1/-/all")
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        kept = dossier.value(Answer, "2041/G77/A7/-/all")
    assert kept is not None
    assert kept.text == "Samen noemden wij wielewalen."
    text = asked(env, tmp_path, ONE)
    assert "zwaluwtillen" in text
    for words in ("wielewalen", "grutto", "roerdompen", "kieviten"):
        assert words not in text
    assert "hele tafel" in text


def test_earlier_text_is_inert(env: Env, tmp_path: Path) -> None:
    rewrite(env, "# Kop\n<script>x</script> [a](http://b.invalid) \x1b[31mrood", "Nu iets anders.")
    file = tmp_path / "inzage.md"
    run_cli(["export", "access", CODE, "--to", str(file)], env).ok()
    text = file.read_text(encoding="utf-8")
    assert "Kop" in text
    assert "<script>" not in text
    assert "\n> # Kop" not in text
    assert "[a](http" not in text
    assert "\x1b" not in text
