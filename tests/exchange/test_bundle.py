"""Bundles: what was once written comes out, or it is refused whole with the reason."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.cycle.merging import Wanted, look, make, merge
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Planned, Round
from boce_tui.errors import BadInput
from boce_tui.exchange import bundle
from boce_tui.exchange.bundle import content as inside
from boce_tui.exchange.bundle import reading, writing
from boce_tui.exchange.bundle.content import Content
from boce_tui.names.keys import Key, passphrase
from boce_tui.store import Dossier
from boce_tui.store.erasures import Erasure
from boce_tui.store.rows import signed
from tests.cycle.merging.laptops import Laptops, key, laptops

SAID = "zwaluwstaartverbinding"
ANSWER = "2041/G01/A1/-/all"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Laptops]:
    with laptops(tmp_path, "a", "b") as made:
        made["a"].save(Answer(text=SAID), ANSWER)
        yield made


def refused(data: bytes, dossier: Dossier, word: str = "") -> str:
    before = dossier.changes()
    with pytest.raises(BadInput) as problem:
        merge(dossier, look(dossier, [bundle.read(data, key(), "x.boce")]))
    assert problem.value.exit_code == 3
    assert dossier.changes() == before
    assert word in problem.value.message
    return problem.value.message


def test_what_goes_in_comes_out(two: Laptops) -> None:
    made = make(two["a"], Wanted(everything=True), key())
    found = bundle.read(made.data, key(), "x.boce")
    rows = two["a"].beyond(None)
    assert found.rows == tuple(rows)
    assert found.head.replica == two["a"].replica
    assert bundle.read_cover(made.data, "x.boce") == made.cover
    assert inside.encode(found) == inside.encode(inside.decode(inside.encode(found)))


def test_cover_says_no_more_than_it_may(two: Laptops) -> None:
    made = make(two["a"], Wanted(), key())
    line = made.data.partition(b"\n")[0].decode()
    assert line == (
        f"boce-bundle/1 round=2041 from={made.cover.sender} numbers=1-2 revisions=2 erased=0 for=key"
    )
    assert SAID.encode() not in made.data
    assert made.name.startswith(f"boce-2041-{made.cover.sender.lower()}-1-2-")


def test_one_bit_anywhere_is_refused(two: Laptops) -> None:
    """Every bit of it, one after the other."""
    data = two.made("a")
    for place in range(8 * len(data)):
        wrong = bytearray(data)
        wrong[place // 8] ^= 1 << place % 8
        with pytest.raises(BadInput):
            bundle.read(bytes(wrong), key(), "x.boce")
    assert two["b"].value(Answer, ANSWER) is None


@pytest.mark.parametrize("length", [0, 1, 30, 90, 200, 400, -1])
def test_truncated_is_refused(two: Laptops, length: int) -> None:
    refused(two.made("a")[:length], two["b"])


def test_something_behind_it_is_refused(two: Laptops) -> None:
    refused(two.made("a") + b"x", two["b"])


def test_cover_of_another_bundle_is_refused(two: Laptops) -> None:
    data = two.made("a")
    two["a"].save(Answer(text="meer"), ANSWER)
    other = two.made("a", Wanted(everything=True))
    swapped = other.partition(b"\n")[0] + b"\n" + data.partition(b"\n")[2]
    refused(swapped, two["b"], "eerste regel")


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("../../dossier.db", "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"SQLite format 3\0" + bytes(200), "heel dossier"),
        (zipped(), "zip"),
        (b"boce-bundle/2 round=2041 something else\n", "nieuwere versie"),
        (b"boce-bundle/1 something else\n", "beschadigd"),
        (b"hallo", "geen bundel"),
        (b"", "geen bundel"),
    ],
    ids=["database", "zip", "newer", "damaged", "text", "empty"],
)
def test_other_files_are_told_for_what_they_are(two: Laptops, data: bytes, word: str) -> None:
    refused(data, two["b"], word)


def test_other_key_and_other_passphrase(two: Laptops) -> None:
    import pyrage  # type: ignore[import-untyped]

    stranger = Key(str(pyrage.x25519.Identity.generate()))
    with pytest.raises(BadInput, match="sleutel"):
        bundle.read(two.made("a"), stranger, "x.boce")
    data = make(two["a"], Wanted(), passphrase("een goede wachtzin")).data
    with pytest.raises(BadInput, match="wachtzin"):
        bundle.read(data, passphrase("een andere wachtzin"), "x.boce")
    assert bundle.read(data, passphrase("een goede wachtzin"), "x.boce").rows


def test_for_a_recipient(two: Laptops) -> None:
    import pyrage

    mine = pyrage.x25519.Identity.generate()
    data = make(two["a"], Wanted(), bundle.recipient(str(mine.to_public()))).data
    assert bundle.read(data, Key(str(mine)), "x.boce").rows
    with pytest.raises(BadInput):
        bundle.recipient("age1onzin")


def test_of_another_dossier_is_refused(two: Laptops) -> None:
    stranger = two.new("z")
    stranger.save(Round(year=2041, title="Andere stad"), "2041")
    stranger.save(Answer(text="van elders"), ANSWER)
    refused(two.made("z"), two["b"], "ander dossier")


def remade(data: bytes, change: Callable[[Content], Content]) -> bytes:
    """A bundle that was forged by somebody who has the key."""
    return bundle.write(change(bundle.read(data, key(), "x.boce")), key())


def with_row(**changes: Any) -> Callable[[Content], Content]:
    def change(content: Content) -> Content:
        rows = [*content.rows[:-1], msgspec.structs.replace(content.rows[-1], **changes)]
        return Content(content.head, tuple(rows), content.erasures)

    return change


@pytest.mark.parametrize(
    "changes",
    [
        {"payload": '{"text":"anders"}'},
        {"key": "2041/G09/A1/-/all"},
        {"payload": None},
        {"seq": None},
        {"seq": 0},
        {"replica": "van mij"},
        {"entity": "toverij"},
        {"author": "x" * 50},
    ],
)
def test_forged_revisions_are_refused(two: Laptops, changes: dict[str, Any]) -> None:
    refused(remade(two.made("a"), with_row(**changes)), two["b"])


def test_forged_erasure_is_refused(two: Laptops) -> None:
    rev = two["a"].heads(Answer, ANSWER)[0].id
    for erasure in (
        Erasure(rev, "evaluator", "omdat Jan Jansen dat wilde", "2041-05-12T12:00:00.000Z"),
        Erasure("geen id", "evaluator", "withdrawn", "2041-05-12T12:00:00.000Z"),
        Erasure(rev, "evaluator", "withdrawn", "gisteren"),
    ):

        def change(content: Content, erasure: Erasure = erasure) -> Content:
            cover = content.head.cover.replace("erased=0", "erased=1")
            head = msgspec.structs.replace(content.head, erasures=1, cover=cover)
            return Content(head, content.rows, (erasure,))

        refused(remade(two.made("a"), change), two["b"])


def locked(plain: bytes, line: bytes) -> bytes:
    return line + b"\n" + key().encrypt(zlib.compress(plain))


def test_what_unpacks_to_very_much_is_refused_before_it_does(
    two: Laptops, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = two.made("a").partition(b"\n")[0]
    monkeypatch.setattr(reading, "MOST_INSIDE", 100_000)
    unpacked: list[int] = []
    decode = inside.decode

    def noting(plain: bytes) -> Content:
        unpacked.append(len(plain))
        return decode(plain)

    monkeypatch.setattr(inside, "decode", noting)
    refused(locked(bytes(5_000_000), line), two["b"])
    assert unpacked == []
    monkeypatch.setattr(writing, "MOST_INSIDE", 100)
    with pytest.raises(BadInput, match="meer dan"):
        two.made("a")


def test_nonsense_inside_is_refused(two: Laptops) -> None:
    data = two.made("a")
    line = data.partition(b"\n")[0]
    plain = inside.encode(bundle.read(data, key(), "x.boce"))
    lines = plain.split(b"\n")
    for wrong in (
        b"",
        b"\n",
        b"{}\n",
        plain[:-1],
        plain + b"{}\n",
        b"\n".join(lines[1:]),
        b"[" * 100_000 + b"\n",
    ):
        refused(locked(wrong, line), two["b"])


def test_too_large_a_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "groot.boce"
    path.write_bytes(bytes(2000))
    monkeypatch.setattr(reading, "LARGEST", 1000)
    with pytest.raises(BadInput, match="te groot"):
        reading.load(path)


NONSENSE = {
    "year 0": "0000-01-01",
    "no date": "31-02-2041",
    "the thirtieth of february": "2041-02-30",
    "far future": "9999-12-31",
    "a control character": "2041-05-12\x1b",
    "other digits": "٢٠٤١-٠٥-١٢",
}


def dated(two: Laptops, value: str, where: str) -> bytes:
    """A bundle as a laptop makes it that did not look at what it was given."""
    old = two["a"].value(Round, "2041")
    assert old is not None
    if where == "inside":
        two["a"].save(msgspec.structs.replace(old, dates={"report": Planned(planned=value)}), "2041")
    else:
        two["a"].save(msgspec.structs.replace(old, report_date=value), "2041")
    return two.made("a", Wanted(everything=True))


@pytest.mark.parametrize("value", NONSENSE.values(), ids=NONSENSE.keys())
@pytest.mark.parametrize("where", ["field", "inside"])
def test_a_day_that_is_none_is_refused_whole_with_its_place(
    two: Laptops, tmp_path: Path, value: str, where: str
) -> None:
    """Through the front door: exit 3, file, place and field, and nothing changed."""
    from tests.support import run_cli

    path = tmp_path / "van-de-ander.boce"
    path.write_bytes(dated(two, value, where))
    (tmp_path / "key").write_text(key().secret)
    other = two["b"]
    env = other.env
    env.environ["BOCE_BUNDLE_KEY_FILE"] = str(tmp_path / "key")  # type: ignore[index]
    before = other.changes()
    two.close()
    done = run_cli(["merge", str(path), "--yes"], env)
    assert done.code == 3, done.err
    assert "is geen datum of tijd" in done.err
    assert "van-de-ander.boce, revisions[" in done.err
    assert (".payload.dates.report.planned" if where == "inside" else ".payload.report_date") in done.err
    assert "\x1b" not in done.err
    assert "Er is niets veranderd" in done.err
    with Dossier.open(env.data_dir, env, write=False) as d:
        assert d.changes() == before
        assert d.value(Answer, ANSWER) is None
    assert not list(env.data_dir.glob("backups/*"))


@pytest.mark.parametrize(
    "at", ["0000-05-12T12:00:00.000Z", "2041-13-12T12:00:00.000Z", "9999-12-31T23:59:59.999Z"]
)
def test_a_moment_that_is_none_is_refused_whole(two: Laptops, at: str) -> None:
    """When a revision was written, when the bundle was made, when something was erased."""

    def written(content: Content) -> Content:
        row = signed(msgspec.structs.replace(content.rows[0], at=at))
        return Content(content.head, (row, *content.rows[1:]), content.erasures)

    def made(content: Content) -> Content:
        return Content(msgspec.structs.replace(content.head, made=at), content.rows, content.erasures)

    def erased(content: Content) -> Content:
        cover = content.head.cover.replace("erased=0", "erased=1")
        head = msgspec.structs.replace(content.head, erasures=1, cover=cover)
        return Content(head, content.rows, (Erasure(content.rows[0].id, "evaluator", "withdrawn", at),))

    for change in (written, made, erased):
        assert "datum of tijd" in refused(remade(two.made("a"), change), two["b"])


@pytest.mark.parametrize("year", ["0000", "9999", "1041"])
def test_a_cover_with_a_year_that_cannot_be_is_refused(two: Laptops, year: str) -> None:
    line, _end, rest = two.made("a").partition(b"\n")
    refused(line.replace(b"round=2041", f"round={year}".encode()) + b"\n" + rest, two["b"])


def test_a_round_of_a_year_that_cannot_be_is_refused(two: Laptops) -> None:
    old = two["a"].value(Round, "2041")
    assert old is not None
    two["a"].save(msgspec.structs.replace(old, year=0), "2041")
    assert "datum of tijd" in refused(two.made("a", Wanted(everything=True)), two["b"])
