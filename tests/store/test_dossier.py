"""What everybody who uses the dossier may count on."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.env import Env
from boce_tui.errors import BadInput
from boce_tui.store import Dossier, Stored
from tests.support import child_environ


class Stop(Exception):
    """A block that is broken off."""


A1, A2 = "2041/G01/A1/-/all", "2041/G01/A2/-/all"


def test_saved_item_comes_back_with_everything_about_its_revision(dossier: Dossier) -> None:
    saved = dossier.save(Answer(text="Zoë zei: ja"), A1)
    got = dossier.get(Answer, A1)
    assert got == saved
    assert got is not None
    assert (got.entity, got.key, got.value) == ("answer", A1, Answer(text="Zoë zei: ja"))
    assert (got.author, got.parents, got.deleted, got.conflicted) == ("evaluator", (), False, False)
    assert got.at.endswith("Z")


def test_saving_the_same_again_makes_no_revision(dossier: Dossier) -> None:
    first = dossier.save(Answer(text="ja"), A1)
    assert dossier.save(Answer(text="ja"), A1).id == first.id
    assert len(dossier.history(Answer, A1)) == 1


def test_change_keeps_the_old_text_in_the_history(dossier: Dossier) -> None:
    first = dossier.save(Answer(text="een"), A1)
    second = dossier.save(Answer(text="twee"), A1, author="programme_support")
    assert second.parents == (first.id,)
    assert [(s.id, s.author) for s in dossier.history(Answer, A1)] == [
        (first.id, "evaluator"),
        (second.id, "programme_support"),
    ]
    old = dossier.revision(first.id)
    assert old is not None
    assert old.value == Answer(text="een")


def test_dictionary_order_in_a_value_makes_no_new_revision(dossier: Dossier) -> None:
    from boce_tui.domain.answers import Value  # noqa: F401 - the type of the values

    first = dossier.save(Answer(text="x", values={}), A1)
    assert dossier.save(Answer(text="x"), A1).id == first.id


def test_all_gives_current_items_by_key_within_a_prefix(dossier: Dossier) -> None:
    for key in (A2, A1, "2042/G01/A1/-/all"):
        dossier.save(Answer(text=key), key)
    dossier.save(Finding(text="f", sub_question="ambitions"), "2041/B1")
    dossier.delete(Answer, A2)
    assert [s.key for s in dossier.all(Answer)] == [A1, "2042/G01/A1/-/all"]
    assert [s.key for s in dossier.all(Answer, "2041/")] == [A1]
    assert dossier.get(Answer, A2) is None
    assert dossier.history(Answer, A2)[-1].deleted


def test_deleting_what_never_was_is_an_error(dossier: Dossier) -> None:
    with pytest.raises(KeyError):
        dossier.delete(Answer, A1)


def test_change_is_all_or_nothing(dossier: Dossier) -> None:
    with suppress(Stop), dossier.change() as c:
        c.save(Answer(text="a"), A1)
        assert c.get(Answer, A1) is not None
        raise Stop
    assert dossier.get(Answer, A1) is None
    assert dossier.search("a") == []
    with dossier.change() as c:
        c.save(Answer(text="a"), A1)
        c.save(Answer(text="b"), A2)
    assert len(dossier.all(Answer)) == 2


def test_inner_change_that_fails_takes_only_itself_back(dossier: Dossier) -> None:
    with dossier.change() as outer:
        outer.save(Answer(text="blijft"), A1)
        with suppress(Stop), dossier.change() as inner:
            inner.save(Answer(text="weg"), A2)
            raise Stop
    assert [s.key for s in dossier.all(Answer)] == [A1]


def test_other_threads_wait_until_a_change_is_over(dossier: Dossier) -> None:
    seen: list[Stored[Answer] | None] = []

    def read() -> None:
        later = dossier.later(lambda: dossier.get(Answer, A1))
        seen.append(dossier.get(Answer, A1))
        seen.append(later.result(60))

    reader = threading.Thread(target=read)
    with dossier.change() as c:
        c.save(Answer(text="half"), A1)
        reader.start()
        reader.join(0.1)
        assert reader.is_alive()
        c.save(Answer(text="heel"), A1)
    reader.join(60)
    assert [stored.value for stored in seen if stored] == [Answer(text="heel")] * 2


def test_later_from_within_a_change_belongs_to_it(dossier: Dossier) -> None:
    with suppress(Stop), dossier.change():
        assert dossier.later(dossier.save, Answer(text="x"), A1).result(60).value == Answer(text="x")
        assert dossier.later(lambda: 1 / 0).exception(60) is not None
        raise Stop
    assert dossier.get(Answer, A1) is None


def test_later_can_hold_a_change_of_its_own(dossier: Dossier) -> None:
    def work() -> str:
        with dossier.change() as c:
            c.save(Answer(text="a"), A1)
            return c.save(Answer(text="b"), A2).id

    assert dossier.later(work).result(60) == dossier.history(Answer, A2)[0].id


def test_listeners_hear_of_commits_only_and_cannot_break_them(dossier: Dossier) -> None:
    heard: list[tuple[str, str]] = []

    def broken(entity: str, key: str) -> None:
        raise Stop

    dossier.on_change(broken)
    dossier.on_change(lambda entity, key: heard.append((entity, key)))
    with suppress(Stop), dossier.change() as c:
        c.save(Answer(text="a"), A1)
        raise Stop
    assert heard == []
    dossier.save(Answer(text="a"), A1)
    dossier.save(Answer(text="a"), A1)
    assert heard == [("answer", A1)]


def test_value_of_the_wrong_type_is_refused_before_anything_is_written(dossier: Dossier) -> None:
    with pytest.raises(BadInput):
        dossier.save(Answer(text=3), A1)  # type: ignore[arg-type]
    with pytest.raises(BadInput):
        dossier.save(Answer(text="\ud800"), A1)
    assert dossier.history(Answer, A1) == []


@pytest.mark.parametrize("key", ["", " a", "a ", "a\nb", "a\x1bb"])
def test_keys_that_could_hide_something_are_refused(dossier: Dossier, key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        dossier.save(Answer(text="x"), key)


def test_parents_say_what_the_writer_saw(dossier: Dossier) -> None:
    first = dossier.save(Answer(text="een"), A1)
    left = dossier.save(Answer(text="links"), A1)
    right = dossier.save(Answer(text="rechts"), A1, parents=[first.id])
    assert right.conflicted
    shown = dossier.get(Answer, A1)
    assert shown is not None
    assert shown.id == right.id
    assert shown.conflicted
    # A save by someone who does not know of the conflict leaves it for a person to settle.
    assert dossier.save(Answer(text="rechts!"), A1).conflicted
    heads = dossier.heads(Answer, A1)
    assert {h.value.text for h in heads if h.value} == {"links", "rechts!"}
    settled = dossier.save(
        Answer(text="links"), A1, parents=[left.id, *(h.id for h in heads if h.id != left.id)]
    )
    assert not settled.conflicted
    assert [h.id for h in dossier.heads(Answer, A1)] == [settled.id]


def test_choosing_the_version_that_is_shown_settles_a_conflict_too(dossier: Dossier) -> None:
    first = dossier.save(Answer(text="een"), A1)
    dossier.save(Answer(text="links"), A1)
    dossier.save(Answer(text="rechts"), A1, parents=[first.id])
    heads = dossier.heads(Answer, A1)
    settled = dossier.save(Answer(text="rechts"), A1, parents=[h.id for h in heads])
    assert not settled.conflicted
    assert set(settled.parents) == {h.id for h in heads}


def test_deletion_on_one_side_never_hides_a_change_on_the_other(dossier: Dossier) -> None:
    first = dossier.save(Answer(text="een"), A1)
    dossier.save(Answer(text="aangevuld"), A1)
    with dossier.change():
        # The other side's deletion, later by every clock.
        rows = dossier.export_rows([first.id])
    other = dossier.env.with_data_dir(dossier.folder.parent / "other")
    with Dossier.create(other.data_dir, other) as there:
        there.import_revisions(rows)
        gone = there.delete(Answer, A1)
        dossier.import_revisions(there.export_rows([gone.id]))
    shown = dossier.get(Answer, A1)
    assert shown is not None
    assert shown.value == Answer(text="aangevuld")
    assert shown.conflicted


def test_parents_of_another_item_are_a_mistake(dossier: Dossier) -> None:
    first = dossier.save(Answer(text="een"), A1)
    with pytest.raises(ValueError, match="no revision of"):
        dossier.save(Answer(text="twee"), A2, parents=[first.id])
    with pytest.raises(ValueError, match="no revision of"):
        dossier.save(Quote(answer=A1, text="x"), A1, parents=[first.id])


def test_items_are_found_by_name_begin_or_part(dossier: Dossier) -> None:
    for key in (A1, A2, "2041/G02/A1/-/all"):
        dossier.save(Answer(text="x"), key)
    dossier.save(Quote(answer=A1, text="x"), "2041/Q1")
    assert dossier.items("answer:" + A1) == [("answer", A1)]
    assert dossier.items("Q1") == [("quote", "2041/Q1")]
    assert dossier.items("G01/A2") == [("answer", A2)]
    assert len(dossier.items("A1")) == 2
    assert len(dossier.items("2041/G01")) == 2
    assert dossier.items("1") == []
    assert dossier.items("answer:Q1") == []


def test_ids_and_numbers_survive_closing(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        first = d.save(Answer(text="een"), A1)
    with Dossier.open(env.data_dir, env) as d:
        second = d.save(Answer(text="twee"), A1)
        rows = d.export_rows([first.id, second.id])
    assert [row.seq for row in sorted(rows, key=lambda r: r.hlc)] == [1, 2]
    assert len({row.replica for row in rows}) == 1


def test_clock_that_runs_back_cannot_hide_an_edit(env: Env, tmp_path: Path) -> None:
    from tests.support import make_env

    with Dossier.create(env.data_dir, env) as d:
        d.save(Answer(text="eerst"), A1)
    back = make_env(tmp_path, now="2001-01-01T00:00:00", seed=9)
    with Dossier.open(env.data_dir, back) as d:
        d.save(Answer(text="later getypt"), A1)
        assert [s.value.text for s in d.history(Answer, A1) if s.value] == ["eerst", "later getypt"]


def test_opening_loads_neither_sqlite_utils_nor_the_stemmer(env: Env, tmp_path: Path) -> None:
    Dossier.create(env.data_dir, env).close()
    code = (
        "import sys; from pathlib import Path\n"
        "from boce_tui.env import Env; from boce_tui.store import Dossier\n"
        f"folder = Path({str(env.data_dir)!r})\n"
        "d = Dossier.open(folder, Env(data_dir=folder)); d.close()\n"
        "heavy = {'sqlite_utils', 'snowballstemmer', 'textual', 'jinja2', 'babel'} & set(sys.modules)\n"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=child_environ(tmp_path), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
