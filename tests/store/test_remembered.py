"""What was read is not read again, and is never older than the dossier."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.store.dbthread import DbThread
from boce_tui.store.reading import Reading

KEY, OTHER = "2041/G01/A1/-/all", "2041/G02/A1/-/all"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each read from the file."""
    found: list[str] = []
    for name in ("get", "all"):
        really: Callable[..., Any] = getattr(Reading, name)

        def counted(self: Reading, entity: str, key: str = "", _really: Any = really) -> Any:
            found.append(key)
            return _really(self, entity, key)

        monkeypatch.setattr(Reading, name, counted)
    return found


def texts(dossier: Dossier, prefix: str = "2041/") -> list[str]:
    return [answer.text for answer in dossier.values(Answer, prefix).values()]


def test_the_same_is_read_once(dossier: Dossier, reads: list[str]) -> None:
    dossier.save(Answer(text="een"), KEY)
    reads.clear()
    for _ in range(3):
        assert dossier.value(Answer, KEY) == Answer(text="een")
        assert dossier.value(Answer, OTHER) is None
        assert texts(dossier) == ["een"]
    assert reads == [KEY, OTHER, "2041/"]


def test_the_database_thread_is_not_asked_for_what_is_known(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier.save(Answer(text="een"), KEY)
    expected = dossier.get(Answer, KEY), dossier.all(Answer)
    with monkeypatch.context() as patched:
        patched.setattr(DbThread, "run", None)
        assert (dossier.get(Answer, KEY), dossier.all(Answer)) == expected


def test_a_list_belongs_to_who_asked(dossier: Dossier) -> None:
    dossier.save(Answer(text="een"), KEY)
    dossier.all(Answer).clear()
    dossier.all(Answer).clear()
    assert texts(dossier) == ["een"]


def test_every_change_is_seen(dossier: Dossier) -> None:
    dossier.save(Answer(text="een"), KEY)

    def seen() -> tuple[str | None, list[str]]:
        value = dossier.value(Answer, KEY)
        return (value.text if value else None), texts(dossier)

    assert seen() == ("een", ["een"])
    dossier.save(Answer(text="twee"), KEY)
    assert seen() == ("twee", ["twee"])
    dossier.undo(Answer, KEY)
    assert seen() == ("een", ["een"])
    dossier.redo(Answer, KEY)
    assert seen() == ("twee", ["twee"])
    dossier.save(Answer(text="drie"), OTHER)
    assert seen() == ("twee", ["twee", "drie"])
    dossier.delete(Answer, KEY)
    assert seen() == (None, ["drie"])


def test_only_what_changed_is_read_again(dossier: Dossier, reads: list[str]) -> None:
    dossier.save(Answer(text="een"), KEY)
    for prefix in ("", "2041/G01/", "2041/G02/"):
        texts(dossier, prefix)
    dossier.save(Answer(text="twee"), KEY)
    reads.clear()
    for prefix in ("", "2041/G01/", "2041/G02/"):
        texts(dossier, prefix)
    assert reads == ["", "2041/G01/"]


def test_what_comes_in_with_a_document_is_seen(dossier: Dossier, env: Env) -> None:
    dossier.save(Answer(text="een"), KEY)
    dossier.save(Answer(text="twee"), OTHER)
    rows = dossier.head_rows(Answer)
    with Dossier.create(dossier.folder / "ander", env) as other:
        assert texts(other) == []
        other.import_revisions(rows)
        assert texts(other) == ["een", "twee"]


def test_within_a_change_its_own_writing_is_seen_and_forgotten_when_it_fails(dossier: Dossier) -> None:
    dossier.save(Answer(text="een"), KEY)
    assert texts(dossier) == ["een"]
    with pytest.raises(ZeroDivisionError), dossier.change():  # noqa: PT012 - the block is what is tested
        dossier.save(Answer(text="twee"), KEY)
        assert dossier.value(Answer, KEY) == Answer(text="twee")
        assert texts(dossier) == ["twee"]
        raise ZeroDivisionError
    assert dossier.value(Answer, KEY) == Answer(text="een")
    assert texts(dossier) == ["een"]


def test_what_waits_for_its_turn_is_waited_for(dossier: Dossier) -> None:
    dossier.save(Answer(text="een"), KEY)
    assert texts(dossier) == ["een"]
    go_on = threading.Event()
    held = dossier.later(go_on.wait)
    saved: Future[Any] = dossier.later(dossier.save, Answer(text="twee"), KEY)
    asker = threading.Timer(0.05, go_on.set)
    asker.start()
    assert texts(dossier) == ["twee"]
    assert dossier.value(Answer, KEY) == Answer(text="twee")
    assert held.result()
    assert saved.result().value == Answer(text="twee")


def test_who_only_reads_sees_what_the_writer_does(dossier: Dossier, env: Env) -> None:
    dossier.save(Answer(text="een"), KEY)
    with Dossier.open(dossier.folder, env, write=False) as beside:
        assert texts(beside) == ["een"]
        dossier.save(Answer(text="twee"), KEY)
        assert texts(beside) == ["twee"]
        assert beside.value(Answer, KEY) == Answer(text="twee")
