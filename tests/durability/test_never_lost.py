"""What else can happen to a text in the app: moving fast, signals, two texts, killed twice, a full disk."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from tests.cycle.factory import ALONE, JOINT, ROUND, small_round
from tests.durability.outcome import Tell
from tests.durability.test_drive_gone import in_room, small_disk
from tests.durability.test_full_disk import fill
from tests.support import make_env
from tests.terminal import Terminal

__all__ = ["small_disk"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")


def key_of(question: str, interview: str = ALONE) -> str:
    return f"{ROUND}/{interview}/{question}/-/all"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    small_round(tmp_path / "data", make_env(tmp_path)).close()
    return tmp_path / "data"


def saved(data: Path, tmp_path: Path, question: str, interview: str = ALONE) -> str:
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        answer = dossier.value(Answer, key_of(question, interview))
    assert not sick(examine(data, make_env(tmp_path)))
    return answer.text if answer else ""


def room(data: Path, tmp_path: Path, interview: str = ALONE) -> Terminal:
    return Terminal(["--data", str(data), "interview", interview], tmp_path, size=(120, 30))


def test_hurrying_from_question_to_question_loses_no_letter(data: Path, tmp_path: Path, tell: Tell) -> None:
    """Keys sent at once, faster than anything is saved; then killed."""
    with room(data, tmp_path) as term:
        in_room(term)
        term._write(b"een\x0etwee\x0edrie\x14\x14 en nog een\x0e en nog twee")  # ^n is next, ^t is previous
        term.wait_for(" E2 · ", "twee en nog twee")
        term.kill9()
    with Terminal(["--data", str(data)], tmp_path, size=(120, 30)) as term:
        term.wait_for("Teruggehaald", "twee en nog twee")
        term.send("<c-t>")
        term.wait_for(" E1 · ", "een en nog een")
        term.send("<c-n><c-n>")
        term.wait_for(" E3 · ", "drie")
        term.send("<c-q>")
        assert term.wait_end() == 0
    texts = [saved(data, tmp_path, question) for question in ("E1", "E2", "E3")]
    assert texts == ["een en nog een", "twee en nog twee", "drie"]
    tell("fast moves, signals, two texts", ways=1)


def test_killed_twice_while_bringing_back_there_is_one_text(data: Path, tmp_path: Path, tell: Tell) -> None:
    with room(data, tmp_path) as term:
        in_room(term)
        term.send("de eerste helft")
        term.wait_for("eerste helft")
        term.kill9()
    for word in (" en de tweede", " en de derde"):
        with Terminal(["--data", str(data)], tmp_path, size=(120, 30)) as term:
            term.wait_for("eerste helft")
            term.send(word)
            term.wait_for(word.strip())
            assert "twee teksten" not in term.text
            term.kill9()
    with Terminal(["--data", str(data)], tmp_path, size=(120, 30)) as term:
        term.wait_for("de eerste helft en de tweede en de derde")
        assert "twee teksten" not in term.text
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert saved(data, tmp_path, "E1") == "de eerste helft en de tweede en de derde"
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        assert dossier.drafts.recovered() == []
    tell("fast moves, signals, two texts", ways=1)


def test_two_texts_are_both_shown_and_both_kept(data: Path, tmp_path: Path, tell: Tell) -> None:
    with room(data, tmp_path) as term:
        in_room(term)
        term.send("zoals getypt voor de kill")
        term.wait_for("voor de kill")
        term.kill9()
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        dossier.save(Answer(text="zoals een ander het bewaarde"), key_of("E1"))
    for _ in range(2):  # not choosing is no choice either, and a kill changes nothing about that
        with Terminal(["--data", str(data)], tmp_path, size=(120, 40)) as term:
            term.wait_for("zijn twee teksten", "zoals een ander het bewaarde")
            term.send("<f12>")
            term.wait_for("zoals een ander het bewaarde", "zoals getypt voor de kill", "Twee teksten")
            term.kill9()
    with Terminal(["--data", str(data)], tmp_path, size=(120, 40)) as term:
        term.wait_for("zijn twee teksten")
        term.send("<f12>")
        term.wait_for("Twee teksten")
        term.send("3")
        term.wait_for("zoals een ander het bewaarde", "zoals getypt voor de kill", "!Twee teksten")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert saved(data, tmp_path, "E1") == "zoals een ander het bewaarde\n\nzoals getypt voor de kill"
    tell("fast moves, signals, two texts", ways=1)


def test_what_was_brought_back_is_named_per_interview_and_question(
    data: Path, tmp_path: Path, tell: Tell
) -> None:
    for interview, question, text in ((JOINT, "e2", "bij de een"), (ALONE, "e1", "bij de ander")):
        with room(data, tmp_path, interview) as term:
            term.wait_for("Is uitgelegd waarvoor")
            term.send(f"<f2>{question}{text}")
            term.wait_for(text)
            term.kill9()
    with Terminal(["--data", str(data)], tmp_path, size=(120, 30)) as term:
        term.wait_for(f"{ALONE}: E1 (12 tekens); {JOINT}: E2 (10 tekens)", "bij de ander")
        term.send("<c-q>")
        assert term.wait_end() == 0
    with room(data, tmp_path, JOINT) as term:
        term.wait_for("10 tekens", "vraag E2", "bij de een")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert saved(data, tmp_path, "E2", JOINT) == "bij de een"
    tell("fast moves, signals, two texts", ways=1)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_signal_that_ends_the_app_saves_first(data: Path, tmp_path: Path, name: str, tell: Tell) -> None:
    with room(data, tmp_path) as term:
        in_room(term)
        term.send("tot het laatste woord")
        term.wait_for("laatste woord")
        term.signal(signal.Signals[name])
        assert term.wait_end() != 0
        assert b"\x1b[?1049l" in term.raw  # the terminal is as it was
    assert saved(data, tmp_path, "E1") == "tot het laatste woord"
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        assert dossier.drafts.recovered() == []
    tell("fast moves, signals, two texts", ways=1)


def test_stopped_and_continued_and_killed(data: Path, tmp_path: Path, tell: Tell) -> None:
    """As with the shell's ^z; and ^z typed in the text is undo, it stops nothing."""
    with room(data, tmp_path) as term:
        in_room(term)
        term.send("voor")
        term.wait_for("voor")
        term.send("<c-z>")
        term.settle()
        assert term.process.poll() is None
        term.send("opnieuw")
        term.wait_for("opnieuw")
        term.signal(signal.SIGSTOP)
        term.send(" en daarna")
        term.signal(signal.SIGCONT)
        term.wait_for("opnieuw en daarna")
        term.signal(signal.SIGSTOP)
        term.kill9()
    with Terminal(["--data", str(data)], tmp_path, size=(120, 30)) as term:
        term.wait_for("opnieuw en daarna")
        term.send("<c-q>")
        assert term.wait_end() == 0
    tell("fast moves, signals, two texts", ways=1)


def test_full_disk_takes_text_and_saving_resumes_by_itself(
    data: Path, tmp_path: Path, small_disk: Path, tell: Tell
) -> None:
    stick = small_disk / "data"
    subprocess.run(["cp", "-a", str(data), str(stick)], check=True)
    full = "NIET BEWAARD: schijf vol, klad is veilig"
    with room(stick, tmp_path) as term:
        in_room(term)
        term.send("toen er plaats was ")
        term.wait_for("plaats was", "bewaard #")
        filler = fill(small_disk)
        long = "volle schijf " * 60
        term._write(b"\x1b[200~" + long.encode() + b"\x1b[201~")
        term.wait_for("volle schijf", full)
        term.send("laatste woord")
        term.wait_for("laatste woord", full)
        term.kill9()
    with Terminal(["--data", str(stick)], tmp_path, size=(120, 30)) as term:  # still full
        term.wait_for("laatste woord", full)
        term.send(" en verder")
        term.wait_for("en verder", full)
        filler.unlink()
        term.wait_for("!NIET BEWAARD", "bewaard #")
        term.kill9()
    with room(stick, tmp_path) as term:
        term.wait_for("laatste woord en verder")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert saved(stick, tmp_path, "E1") == f"toen er plaats was {long}laatste woord en verder"
    tell("full disk", "a real one of 12 MB, and a limit on pages", ways=1)
