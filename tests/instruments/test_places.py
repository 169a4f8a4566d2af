"""Line numbers of keys, in every way TOML has to write them."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.instruments.places import locate

TEXT = '''\
# a comment with [[question]] and "quotes"
top = "x"  # more
[title]
nl = "Titel"
"e n" = 'Title'

[[question]]
id = "A"
text.nl = "een"
text.en = "one"
probes = [
  { nl = "[x]", en = "]" },   # no end
  { nl = """
lang """, en = "b" },
]
help = """
  regel
  "aanhaling" \\
  """
  [question.text_for.executive]
  nl = "E"
  [[question.part]]
  id = "p"
  options = [{ id = "a", nl = "A" }, { id = "b",
    nl = "B" }]
  [[question.part]]
  id = "q"

[[question]]
id = "B"
when = [{ question = "A", any_value = [1, 2,
  3] }]
'''.replace(',\n    nl = "B"', ', nl = "B"')


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("top",), "top ="),
        (("title",), "[title]"),
        (("title", "nl"), "Titel"),
        (("title", "e n"), "Title"),
        (("question", 0), "[[question]]"),
        (("question", 0, "id"), '"A"'),
        (("question", 0, "text"), "text.nl"),
        (("question", 0, "text", "en"), "text.en"),
        (("question", 0, "probes", 0), "[x]"),
        (("question", 0, "probes", 1, "nl"), '{ nl = """'),
        (("question", 0, "probes", 1, "en"), "lang"),
        (("question", 0, "help"), "help ="),
        (("question", 0, "text_for", "executive", "nl"), '"E"'),
        (("question", 0, "part", 0, "options", 1, "nl"), '"B"'),
        (("question", 0, "part", 1, "id"), '"q"'),
        (("question", 1, "when", 0, "any_value", 2), "3] }]"),
        (("question", 1, "when", 0, "not", "there"), "when = ["),
        (("question", 1, "gone"), "[[question]]"),
    ],
)
def test_every_key_is_found(path: tuple[str | int, ...], words: str) -> None:
    tomllib.loads(TEXT)
    line = locate(TEXT).line(path)
    assert words in TEXT.split("\n")[line - 1]


def test_what_is_nowhere_has_no_line() -> None:
    assert locate(TEXT).line(("nothing",)) == 0
    assert locate(TEXT).line(()) == 0


@given(st.text(alphabet="[]{}=\"'#,.ab1 \n\\", max_size=60))
def test_any_text_is_walked_through_without_a_crash(text: str) -> None:
    locate(text)


JSONISH = st.recursive(
    st.integers(0, 9) | st.text(alphabet="ab\"'\\#[]{}, \n", max_size=6) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


def written(value: object) -> str:
    """A value as TOML on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    if isinstance(value, list):
        return "[" + ", ".join(written(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {written(item)}" for key, item in value.items()) + "}"
    return str(value)


@given(st.lists(st.tuples(JSONISH, st.integers(0, 3)), min_size=1, max_size=8))
def test_each_line_of_a_random_file(values: list[tuple[object, int]]) -> None:
    lines: list[str] = []
    expected = {}
    for number, (value, blank) in enumerate(values):
        lines += ["# [x] = 'y' \"z\""] * blank
        lines.append(f"k{number} = {written(value)}")
        expected[number] = len(lines)
    text = "\n".join(lines) + "\n"
    tomllib.loads(text)
    places = locate(text)
    assert {number: places.line((f"k{number}",)) for number in expected} == expected
