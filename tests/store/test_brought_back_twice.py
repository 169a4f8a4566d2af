"""A text that is brought back, typed on and lost again is one text; really different ones stay two."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.store.draftlog import NAMES
from boce_tui.store.drafts import FOLDER
from boce_tui.store.recovery import replay

KEY = "2041/G01/A1/-/all"
FIELD = f"answer:{KEY}:text"
AT = "2041-05-12T12:00:00.000Z"


def killed(dossier: Dossier) -> Dossier:
    """End as a killed process does, and open again."""
    assert dossier._lock is not None
    dossier._lock.release()
    return Dossier.open(dossier.folder, dossier.env)


@pytest.fixture
def left(env: Env) -> Dossier:
    """Opened after a kill in which a text was left behind."""
    dossier = Dossier.create(env.data_dir, env)
    dossier.drafts.open(FIELD, "").edit(0, 0, "de eerste helft")
    return killed(dossier)


def texts(dossier: Dossier) -> list[tuple[str, bool]]:
    return [(item.text, item.conflict) for item in dossier.drafts.recovered()]


def test_typed_on_and_the_log_begun_anew(left: Dossier) -> None:
    draft = left.drafts.open(FIELD, "")
    draft.edit(0, 0, left.drafts.accept(FIELD))
    draft.edit(0, 9, "")
    assert left.drafts._log is not None
    left.drafts._turn(left.drafts._log)  # from here on the log only has what is open now
    draft.edit(len(draft.text), len(draft.text), " en meer")
    again = killed(left)
    assert texts(again) == [(draft.text, False)]
    again.close()


def test_typed_on_and_the_log_lost_in_a_power_cut(left: Dossier) -> None:
    draft = left.drafts.open(FIELD, "")
    draft.edit(0, 0, left.drafts.accept(FIELD))
    draft.edit(0, 9, "")
    with left.change():
        left.later(left.drafts.keep, draft.state).result(60)
    for name in NAMES:
        path: Path = left.folder / FOLDER / name
        path.write_bytes(bytes(path.stat().st_size))
    again = killed(left)
    assert texts(again) == [(draft.text, False)]
    again.close()


def test_accepted_but_not_typed_yet_is_still_there(left: Dossier) -> None:
    left.drafts.accept(FIELD)
    assert left.drafts.recovered() == []
    again = killed(left)
    assert texts(again) == [("de eerste helft", False)]
    again.close()


def test_taken_over_within_a_longer_text(left: Dossier) -> None:
    left.save(Answer(text="van een ander"), KEY)
    draft = left.drafts.open(FIELD, "van een ander")
    draft.edit(0, 13, f"van een ander\n\n{left.drafts.accept(FIELD)}")
    again = killed(left)
    assert [text for text, _conflict in texts(again)] == ["van een ander\n\nde eerste helft"]
    again.close()


def test_another_text_in_the_same_field_is_another_text(left: Dossier) -> None:
    draft = left.drafts.open(FIELD, "")
    draft.edit(0, 0, "iets heel anders")
    again = killed(left)
    assert [text for text, _conflict in texts(again)] == ["iets heel anders", "de eerste helft"]
    again.close()


def test_a_log_torn_before_the_old_draft_was_closed() -> None:
    records = [
        ["open", 1, FIELD, "", None, "", 0, AT],
        ["edit", 1, 1, 0, 0, "half", AT],
        ["open", 2, FIELD, "", None, "", 1, AT],
        ["edit", 2, 2, 0, 0, "half", AT],
        ["edit", 2, 3, 4, 4, " en heel", AT],
    ]
    found = replay(records, [])
    assert [trail.state().text for trail in found.trails] == ["half en heel"]
    assert found.gone == [1]


def test_a_draft_whose_last_edit_is_in_a_revision_is_over_whatever_the_log_lost() -> None:
    records = [["open", 1, FIELD, "", None, "", 0, AT], ["edit", 1, 1, 0, 0, "half", AT]]
    assert replay(records, [], {1: 5}).gone == [1]
    assert [trail.state().text for trail in replay(records, [], {1: 0}).trails] == ["half"]
    assert replay([], [], {7: 30}).last_number == 7  # a number is never given out again
