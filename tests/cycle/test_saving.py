"""When which layer gets the text, with a clock that the test holds."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest

from boce_tui.cycle.saving import FieldSaver, SaveState
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.errors import BadInput
from boce_tui.store import Dossier, Stored
from boce_tui.store.draftlog import LogFile
from boce_tui.store.recovery import DraftState

KEY = "2041/G01/A1/-/all"
FIELD = f"answer:{KEY}:text"


class Desk:
    """A field with a person in front of it, and a clock that only the test moves."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.now = 0.0
        self.states: list[SaveState] = []
        self.written: list[str] = []
        self.fails: Exception | None = None
        self.saver = FieldSaver(
            dossier, FIELD, "", "", self.write, self.states.append, clock=lambda: self.now
        )

    def write(self, text: str) -> Stored[Any]:
        if self.fails is not None:
            raise self.fails
        self.written.append(text)
        return self.dossier.save(Answer(text=text), KEY)

    def types(self, text: str, every: float = 0.0) -> None:
        for char in text:
            place = len(self.saver.text)
            self.saver.edited(place, place, char)
            self.passes(every)

    def passes(self, seconds: float) -> None:
        """Time goes by, with a tick every tenth of a second and a database that is quick."""
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            self.settle()

    def settle(self) -> None:
        """Tick until there is nothing left to do at this moment."""
        for _ in range(5):
            self.saver.tick()
            self.dossier.later(lambda: None).result(60)

    def rows(self) -> list[str]:
        conn = self.dossier._conn
        return [
            r[0]
            for r in self.dossier.later(lambda: conn.execute("select text from draft").fetchall()).result(60)
        ]

    @property
    def kind(self) -> str:
        return self.saver.state.kind

    def kinds(self) -> list[str]:
        return [state.kind for state in self.states]


@pytest.fixture
def desk(env: Env) -> Iterator[Desk]:
    with Dossier.create(env.data_dir, env) as dossier:
        yield Desk(dossier)


def test_pause_makes_the_text_durable_then_a_revision(desk: Desk) -> None:
    desk.types("hallo")
    assert desk.kinds() == ["saving"]
    desk.passes(0.2)
    assert desk.rows() == []
    desk.passes(0.2)
    assert desk.rows() == ["hallo"]
    assert desk.kinds() == ["saving", "saved"]
    assert desk.saver.state.at is not None
    assert desk.saver.dirty
    desk.passes(1.5)
    assert desk.written == []
    desk.passes(0.2)
    assert desk.written == ["hallo"]
    assert desk.rows() == []
    stored = desk.dossier.get(Answer, KEY)
    assert stored is not None
    assert desk.saver.base_rev == stored.id
    assert not desk.saver.dirty


def test_typing_on_and_on_is_durable_each_second_and_a_revision_each_half_minute(desk: Desk) -> None:
    desk.types("x" * 13, every=0.1)  # never a pause of 300 ms
    assert len(desk.rows()) == 1
    assert len(desk.rows()[0]) >= 10
    assert desk.written == []
    desk.types("y" * 290, every=0.1)
    assert len(desk.written) == 1
    desk.types("z" * 250, every=0.1)
    assert len(desk.written) == 1
    desk.types("z" * 60, every=0.1)
    assert len(desk.written) == 2


def test_leaving_makes_a_revision_at_once_and_ends_the_draft(desk: Desk) -> None:
    desk.types("klaar")
    state = desk.saver.leave(wait=True)
    assert state.kind == "saved"
    assert desk.written == ["klaar"]
    assert desk.rows() == []
    desk.dossier.close()
    for path in (desk.dossier.folder / "drafts").iterdir():
        assert path.read_bytes().strip(b"\0") == b""


def test_leaving_without_waiting_does_not_hold_up_the_caller(desk: Desk) -> None:
    gate = threading.Event()
    busy: Future[bool] = desk.dossier.later(gate.wait, 60)
    desk.types("a")
    assert desk.saver.leave().kind == "saving"
    for _ in range(20):
        desk.now += 0.1
        desk.saver.tick()
        desk.saver.edited(0, 0, "b")
    assert not busy.done()
    gate.set()
    desk.passes(3)
    assert desk.written[-1] == "b" * 20 + "a"


def test_leaving_within_a_change_does_not_wait_for_itself(desk: Desk) -> None:
    desk.types("hoort erbij")
    with desk.dossier.change() as c:
        c.save(Answer(text="eerst"), "2041/G01/A2/-/all")
        assert desk.saver.leave(wait=True).kind == "saved"
    assert [s.value.text for s in desk.dossier.all(Answer) if s.value] == ["hoort erbij", "eerst"]


def test_typing_after_the_dossier_was_closed_is_not_called_saved(desk: Desk) -> None:
    desk.types("a")
    desk.dossier.close()
    desk.types("b")
    assert desk.kind == "not_saved"


def test_leaving_an_untouched_field_writes_nothing(desk: Desk) -> None:
    assert desk.saver.leave(wait=True).kind == "saved"
    desk.passes(60)
    assert desk.written == []
    assert desk.states == []


def test_coming_back_and_typing_on_after_leaving_is_saved_too(desk: Desk) -> None:
    desk.types("een")
    desk.saver.leave(wait=True)
    desk.types(" twee")
    desk.passes(0.5)
    assert desk.rows() == ["een twee"]
    desk.saver.leave(wait=True)
    assert desk.written == ["een", "een twee"]


def test_revision_and_end_of_the_draft_are_one_transaction(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.types("tekst")
    desk.passes(0.5)

    def breaks(state: DraftState) -> None:
        raise RuntimeError("stroom weg")

    monkeypatch.setattr(desk.dossier.drafts, "settle", breaks)
    desk.saver.leave(wait=True)
    assert desk.dossier.get(Answer, KEY) is None
    assert desk.rows() == ["tekst"]
    assert desk.kind == "not_saved"


def test_what_cannot_be_saved_says_why_and_is_tried_again(desk: Desk) -> None:
    desk.fails = BadInput("Zo kan het niet.")
    desk.types("tekst")
    desk.saver.leave(wait=True)
    assert desk.saver.state == SaveState("not_saved", None, "Zo kan het niet.", in_draft=True)
    desk.passes(1.8)
    assert desk.kinds()[-1] == "not_saved"
    desk.fails = None
    desk.passes(0.4)
    assert desk.written == ["tekst"]
    assert desk.kinds()[-1] == "saved"


def test_typing_goes_on_while_saving_fails(desk: Desk) -> None:
    desk.fails = BadInput("nee")
    desk.types("een")
    desk.saver.leave(wait=True)
    desk.types(" twee", every=0.1)
    desk.fails = None
    desk.passes(5)
    assert desk.written == ["een twee"]


def limit_pages(dossier: Dossier, extra: int | None) -> None:
    conn = dossier._conn

    def limit() -> None:
        pages = conn.execute("pragma page_count").fetchone()[0]
        conn.execute(f"pragma max_page_count={1 << 30 if extra is None else pages + extra}")

    dossier.later(limit).result(60)


def test_full_disk_is_told_and_the_draft_keeps_taking_text(desk: Desk) -> None:
    limit_pages(desk.dossier, 0)
    desk.types("x")
    block = "lang verhaal " * 3000
    desk.saver.edited(1, 1, block)
    desk.passes(0.5)
    assert desk.kind == "not_saved"
    assert desk.saver.state.reason == "schijf vol, klad is veilig"
    assert desk.saver.state.in_draft
    desk.types(" en verder")
    assert desk.kind == "not_saved"
    assert desk.dossier.drafts.in_log(desk.saver._draft)
    limit_pages(desk.dossier, None)
    desk.passes(3)
    assert desk.kind == "saved"
    stored = desk.dossier.get(Answer, KEY)
    assert stored is not None
    assert stored.value == Answer(text="x" + block + " en verder")


def test_log_that_cannot_be_written_is_told_until_the_text_is_durable(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    with monkeypatch.context() as patch:
        patch.setattr(LogFile, "write", refuses)
        desk.types("x")
        assert desk.kind == "not_saved"
        assert not desk.saver.state.in_draft
    desk.passes(0.5)
    assert desk.rows() == ["x"]
    assert desk.kind == "saved"


def test_commit_that_failed_unclearly_keeps_its_revision_id(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row is in the file although COMMIT said otherwise, and the file cannot be read just then."""
    revisions = desk.dossier._revisions
    commits = FailingCommits(desk.dossier, monkeypatch, really_commits=True)
    with monkeypatch.context() as patch:
        patch.setattr(revisions, "all_present", lambda: False)
        desk.types("tekst")
        desk.saver.leave(wait=True)
        assert commits.failed == 1
        assert desk.kind == "not_saved"
    desk.passes(2.5)
    assert desk.kind == "saved"
    assert len(desk.dossier.history(Answer, KEY)) == 1


def test_commit_that_did_not_happen_is_tried_again_with_the_same_id(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = FailingCommits(desk.dossier, monkeypatch, really_commits=False)
    desk.types("tekst")
    desk.saver.leave(wait=True)
    assert desk.kind == "not_saved"
    desk.passes(2.5)
    assert desk.kind == "saved"
    (stored,) = desk.dossier.history(Answer, KEY)
    assert commits.ids == [stored.id]


def test_commit_that_failed_but_is_in_the_file_counts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = FailingCommits(desk.dossier, monkeypatch, really_commits=True)
    desk.types("tekst")
    assert desk.saver.leave(wait=True).kind == "saved"
    assert commits.failed == 1
    assert len(desk.dossier.history(Answer, KEY)) == 1


class FailingCommits:
    """Makes the next COMMIT raise, after or instead of committing."""

    def __init__(self, dossier: Dossier, monkeypatch: pytest.MonkeyPatch, *, really_commits: bool) -> None:
        from boce_tui.store import engine, work

        self.failed = 0
        self.ids: list[str] = []
        real = engine.tx
        revisions = dossier._revisions

        class Tx:
            def __init__(inner, conn: Any) -> None:  # noqa: N805
                inner.conn, inner.outer, inner.cm = conn, not conn.in_transaction, real(conn)

            def __enter__(inner) -> None:  # noqa: N805
                inner.cm.__enter__()

            def __exit__(inner, *exc: Any) -> Any:  # noqa: N805
                if not (inner.outer and exc[0] is None and revisions._written and not self.failed):
                    return inner.cm.__exit__(*exc)
                self.failed += 1
                self.ids = list(revisions._written)
                inner.conn.execute("commit" if really_commits else "rollback")
                raise engine.CommitFailed(engine.sqlite3.OperationalError("disk I/O error"))

        monkeypatch.setattr(work, "tx", Tx)


def test_text_that_cannot_become_a_revision_is_durable_as_a_draft(desk: Desk) -> None:
    desk.fails = BadInput("het antwoord is er niet meer")
    desk.types("tekst")
    desk.saver.leave(wait=True)
    assert desk.kind == "not_saved"
    assert desk.rows() == []
    desk.passes(2.5)
    assert desk.rows() == ["tekst"]
    desk.passes(2.5)
    assert (desk.kind, desk.saver.state.reason) == ("not_saved", "het antwoord is er niet meer")
    desk.fails = None
    desk.passes(2.5)
    assert desk.kind == "saved"
    assert desk.written == ["tekst"]
