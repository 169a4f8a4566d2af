"""Every edit comes back after an unclean end, whatever happened to the files."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier, draftlog
from boce_tui.store.draftlog import CHUNK, DraftLog, LogFile, look, parse
from boce_tui.store.drafts import Draft
from tests.support import make_env

KEY = "2041/G01/A1/-/all"
FIELD = f"answer:{KEY}:text"


@contextmanager
def killed(dossier: Dossier) -> Iterator[None]:
    """Leave a dossier as a killed process does: the lock goes, nothing else happens."""
    yield
    assert dossier._lock is not None
    dossier._lock.release()


def reopened(dossier: Dossier) -> Dossier:
    with killed(dossier):
        pass
    return Dossier.open(dossier.folder, dossier.env)


def typed(draft: Draft, text: str) -> None:
    for char in text:
        draft.edit(len(draft.text), len(draft.text), char)


EDIT = st.tuples(st.integers(0, 2), st.integers(0, 10_000), st.integers(0, 10_000), st.text(max_size=8))


@given(edits=st.lists(EDIT, max_size=40), torn=st.integers(0, 60), small=st.booleans())
@settings(max_examples=40)
def test_replay_gives_the_typed_texts_of_interleaved_fields(
    edits: list[tuple[int, int, int, str]], torn: int, *, small: bool
) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        if small:
            patch.setattr(draftlog, "CHUNK", 1 << 9)  # so that the files take turns all the time
        env = make_env(Path(name))
        dossier = Dossier.create(env.data_dir, env)
        drafts = [dossier.drafts.open(f"answer:{KEY}{i}:text", "begin €\n", "") for i in range(3)]
        for number, a, b, inserted in edits:
            draft = drafts[number]
            start, end = sorted((a % (len(draft.text) + 1), b % (len(draft.text) + 1)))
            draft.edit(start, end, inserted)
        touched = {number for number, *_rest in edits}
        again = reopened(dossier)
        found = {r.field: r.text for r in again.drafts.recovered()}
        # The dossier holds nothing yet, so an emptied field is nothing to give back.
        assert found == {f"answer:{KEY}{i}:text": drafts[i].text for i in touched if drafts[i].text}
        again.close()

        # A torn last record costs that record at most, never anything before it.
        if edits and torn and not small:
            log = DraftLog(env.data_dir / "drafts")
            path = env.data_dir / "drafts" / draftlog.NAMES[log._at]
            data = bytearray(path.read_bytes())
            end = log._files[log._at].end
            log.close()
            data[max(end - torn, 16) : end] = bytes(min(torn, end - 16))
            records = parse(bytes(data)).records
            assert records == look(env.data_dir / "drafts")[: len(records)]
            if torn <= 8:
                assert len(records) >= len(look(env.data_dir / "drafts")) - 1


def test_untouched_fields_leave_nothing(dossier: Dossier) -> None:
    dossier.drafts.open(FIELD, "tekst", "")
    assert look(dossier.folder / "drafts") == []


def test_clean_end_leaves_no_text_in_the_log(env: Env) -> None:
    d = Dossier.create(env.data_dir, env)
    draft = d.drafts.open(FIELD, "", "")
    typed(draft, "vertrouwelijk")
    stored = d.save(Answer(text=draft.text), KEY)
    d.drafts.settled(draft, draft.state, stored.id)
    draft.close()
    d.close()
    for name in draftlog.NAMES:
        assert (env.data_dir / "drafts" / name).read_bytes().strip(b"\0") == b""


def test_text_that_was_not_saved_is_given_back_and_kept_until_chosen(dossier: Dossier) -> None:
    stored = dossier.save(Answer(text="Het begin"), KEY)
    typed(dossier.drafts.open(FIELD, "Het begin", stored.id), " en de rest")
    again = reopened(dossier)
    for _start in range(2):  # not looked at: still there the next time
        (found,) = again.drafts.recovered()
        assert (found.text, found.saved_text) == ("Het begin en de rest", "Het begin")
        assert (found.field, found.base_rev, found.chars, found.conflict) == (FIELD, stored.id, 11, False)
        again.close()
        again = Dossier.open(dossier.folder, dossier.env)
    assert again.drafts.accept(FIELD) == "Het begin en de rest"
    assert again.drafts.recovered() == []
    again.close()
    again = Dossier.open(dossier.folder, dossier.env)
    assert len(again.drafts.recovered()) == 1  # taken over, but never made a revision
    again.drafts.discard(FIELD)
    assert again.drafts.recovered() == []
    again.close()
    with Dossier.open(dossier.folder, dossier.env) as last:
        assert last.drafts.recovered() == []


def test_text_that_the_dossier_holds_already_is_not_asked_about(dossier: Dossier) -> None:
    draft = dossier.drafts.open(FIELD, "", "")
    typed(draft, "klaar e\u0301")
    dossier.save(Answer(text="klaar é"), KEY)  # stored composed
    with reopened(dossier) as again:
        assert again.drafts.recovered() == []


def test_saved_on_the_way_and_typed_on_is_no_conflict(dossier: Dossier) -> None:
    draft = dossier.drafts.open(FIELD, "", "")
    typed(draft, "een twee")
    dossier.save(Answer(text="een twee"), KEY)  # killed before the draft heard of it
    typed(draft, " drie")
    with reopened(dossier) as again:
        (found,) = again.drafts.recovered()
        assert (found.saved_text, found.text, found.conflict) == ("een twee", "een twee drie", False)


def test_dossier_that_went_on_without_the_draft_is_a_conflict(dossier: Dossier) -> None:
    stored = dossier.save(Answer(text="oud"), KEY)
    typed(dossier.drafts.open(FIELD, "oud", stored.id), " van mij")
    dossier.save(Answer(text="heel anders"), KEY)
    with reopened(dossier) as again:
        (found,) = again.drafts.recovered()
        assert (found.saved_text, found.text, found.conflict) == ("heel anders", "oud van mij", True)


def test_change_elsewhere_in_the_item_is_no_conflict(dossier: Dossier) -> None:
    stored = dossier.save(Answer(text="oud"), KEY)
    typed(dossier.drafts.open(FIELD, "oud", stored.id), "er")
    dossier.save(Answer(text="oud", later=True), KEY)
    with reopened(dossier) as again:
        (found,) = again.drafts.recovered()
        assert not found.conflict


def test_field_the_store_cannot_look_into_still_comes_back(dossier: Dossier) -> None:
    stored = dossier.save(Answer(text="x"), KEY)
    for field in (f"answer:{KEY}:values.nowhere.3", "zomaar", "onbekend:a:b"):
        typed(dossier.drafts.open(field, "was", stored.id), "!")
    with reopened(dossier) as again:
        assert [(r.saved_text, r.text) for r in again.drafts.recovered()] == [
            ("", "was!"),  # the dossier holds no such item
            ("", "was!"),
            ("was", "was!"),  # it does, but not such a field
        ]


def test_lost_log_leaves_the_durable_rows(dossier: Dossier) -> None:
    draft = dossier.drafts.open(FIELD, "", "")
    typed(draft, "duurzaam")
    state = draft.state
    dossier.later(lambda: dossier.drafts.keep(state)).result(60)
    typed(draft, " en niet")
    for name in draftlog.NAMES:
        (dossier.folder / "drafts" / name).write_bytes(bytes(100))
    again = reopened(dossier)
    assert [r.text for r in again.drafts.recovered()] == ["duurzaam"]
    new = again.drafts.open(FIELD, "", "")
    typed(new, "nieuw")  # never the number of one that is still waiting
    with reopened(again) as last:
        assert [r.text for r in last.drafts.recovered()] == ["nieuw", "duurzaam"]


def test_row_older_than_the_log_does_not_win(dossier: Dossier) -> None:
    draft = dossier.drafts.open(FIELD, "", "")
    typed(draft, "eerst")
    state = draft.state
    typed(draft, " later")
    dossier.later(lambda: dossier.drafts.keep(state)).result(60)
    with reopened(dossier) as again:
        assert [r.text for r in again.drafts.recovered()] == ["eerst later"]


def test_recovered_texts_get_a_durable_row(dossier: Dossier) -> None:
    typed(dossier.drafts.open(FIELD, "", ""), "alleen in het log")
    again = reopened(dossier)
    for name in draftlog.NAMES:
        (dossier.folder / "drafts" / name).unlink()
    with reopened(again) as last:
        assert [r.text for r in last.drafts.recovered()] == ["alleen in het log"]


def test_half_a_turn_does_not_count(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draftlog, "CHUNK", 1 << 10)
    draft = dossier.drafts.open(FIELD, "", "")
    log = dossier.drafts._log
    assert log is not None
    for file in log._files:
        file.size = 1 << 10  # as if the files were small
    typed(draft, "a")
    written = LogFile.write
    calls = []

    def killed_in_turn(self: LogFile, data: bytes, place: int) -> None:
        calls.append(place)
        if place == 16 and len(data) > 80:  # the beginning of a turn, after its header
            written(self, data[: len(data) // 2], place)
            raise KeyboardInterrupt
        written(self, data, place)

    monkeypatch.setattr(LogFile, "write", killed_in_turn)
    kept = ""
    with suppress(KeyboardInterrupt):
        for _ in range(100):
            kept = draft.text
            typed(draft, "x")
    monkeypatch.undo()
    with reopened(dossier) as again:
        assert [r.text for r in again.drafts.recovered()] == [kept]


def test_disk_that_refuses_is_told_and_caught_up_with_later(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = dossier.drafts.open(FIELD, "", "")
    typed(draft, "een")
    with monkeypatch.context() as patch:
        patch.setattr(LogFile, "write", _refuses)
        with pytest.raises(OSError, match="vol"):
            typed(draft, "!")
        assert not dossier.drafts.in_log(draft)
        assert draft.text == "een!"
    typed(draft, "?")
    assert dossier.drafts.in_log(draft)
    with reopened(dossier) as again:
        assert [r.text for r in again.drafts.recovered()] == ["een!?"]


def _refuses(*_args: Any) -> None:
    raise OSError(errno.ENOSPC, "vol")


def test_full_disk_takes_far_more_typing_than_one_file_holds(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both files are there from the start and take turns: no new room is ever needed."""
    monkeypatch.setattr(LogFile, "reserve", lambda self, size: None if size <= self.size else _refuses())
    draft = dossier.drafts.open(FIELD, "", "")
    block = "x" * 2000
    for _ in range(3 * CHUNK // len(block)):
        draft.edit(0, len(draft.text), block)
    draft.edit(0, 5, "einde")
    with reopened(dossier) as again:
        assert [r.text for r in again.drafts.recovered()] == ["einde" + block[5:]]


def test_text_bigger_than_the_log_grows_it(dossier: Dossier) -> None:
    big = "é" * CHUNK
    draft = dossier.drafts.open(FIELD, big, "")
    draft.edit(0, 1, "E")
    typed(draft, "!")
    with reopened(dossier) as again:
        (found,) = again.drafts.recovered()
        assert found.text == "E" + big[1:] + "!"


def test_wrong_place_is_a_mistake_and_changes_nothing(dossier: Dossier) -> None:
    draft = dossier.drafts.open(FIELD, "abc", "")
    for start, end in ((-1, 0), (2, 1), (0, 4)):
        with pytest.raises(ValueError, match="no place"):
            draft.edit(start, end, "x")
    assert draft.text == "abc"


def test_recovery_reads_several_drafts_of_one_field_apart(dossier: Dossier) -> None:
    typed(dossier.drafts.open(FIELD, "", ""), "eerste")
    again = reopened(dossier)
    typed(again.drafts.open(FIELD, "", ""), "tweede")
    with reopened(again) as last:
        assert [r.text for r in last.drafts.recovered()] == ["tweede", "eerste"]
        assert last.drafts.accept(FIELD) == "tweede"
        assert [r.text for r in last.drafts.recovered()] == ["eerste"]
