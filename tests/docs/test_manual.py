"""The manual is current, whole, and true about keys, screens, commands and pictures."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest

from boce_tui.cli.catalogue import COMMANDS
from boce_tui.cli.parser import make_parser
from boce_tui.locale import _, in_language
from boce_tui.tui import commands, help_texts
from boce_tui.tui.commands import Command

DOCS = Path(__file__).parents[2] / "docs"


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    return loaded(DOCS / "make_manual.py")


@pytest.fixture(scope="module")
def manual() -> str:
    return (DOCS / "handleiding.md").read_text(encoding="utf-8")


def blocks(maker: ModuleType, text: str, kind: str) -> list[str]:
    """The ids that blocks of this kind are about, in order."""
    return [
        item
        for found in maker.BLOCK.finditer(text)
        if found["kind"] == kind
        for item in (found["what"] or "").split()
    ]


def test_the_manual_is_current(maker: ModuleType, manual: str) -> None:
    assert maker.filled(manual) == manual, "run `make manual`"


def test_a_changed_text_of_the_app_makes_it_out_of_date(
    maker: ModuleType, manual: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(help_texts._texts, "home", ("Something else entirely.",))
    assert "Something else entirely." in maker.filled(manual)


def test_every_screen_is_explained_and_has_its_keys_once(maker: ModuleType, manual: str) -> None:
    everywhere = {"overal", "lijsten", "tekstveld"}
    explained = blocks(maker, manual, "uitleg")
    assert sorted(explained) == sorted(maker.screens())
    keys = blocks(maker, manual, "toetsen")
    assert sorted(keys) == sorted(everywhere | set(maker.screens()))


def test_every_screen_of_the_app_has_a_help_text(maker: ModuleType) -> None:
    found = maker.screens()
    assert len(found) > 30
    for help_id in found:
        assert help_texts.help_paragraphs(help_id), help_id
    assert not set(own_help()) - set(found), "help that no screen shows"


def own(found: list[Command]) -> list[Command]:
    """Without the commands that other tests register in the same process."""
    return [command for command in found if not command.id.startswith("test.")]


def own_help() -> list[str]:
    """Without the help texts of other tests."""
    return [help_id for help_id in help_texts.all_help_ids() if not help_id.startswith("test.")]


def test_every_command_and_help_text_stands_in_the_manual(maker: ModuleType, manual: str) -> None:
    maker.screens()
    with in_language("nl"):
        for command in own(commands.load_all()):
            assert maker.inert(_(command.help)) in manual, command.id
        for help_id in own_help():
            for paragraph in help_texts.help_paragraphs(help_id):
                assert manual.count(maker.inert(paragraph)) == 1, help_id


def test_every_help_text_is_in_dutch(maker: ModuleType) -> None:
    maker.screens()
    for help_id in own_help():
        with in_language("nl"):
            dutch = help_texts.help_paragraphs(help_id)
        with in_language("en"):
            english = help_texts.help_paragraphs(help_id)
        assert not set(dutch) & set(english), help_id


def test_every_example_is_a_command_that_exists(maker: ModuleType) -> None:
    parser, catalogue = make_parser()
    for module in COMMANDS:
        module.register(catalogue)
    names = [name for name, _does in maker.all_commands()]
    assert sorted(names) == sorted(maker.EXAMPLES)
    for name, example in maker.EXAMPLES.items():
        words = shlex.split(example)
        assert words[0] == "boce"
        parser.parse_args(words[1:])
        assert name in example


def test_commands_in_the_text_exist(maker: ModuleType, manual: str) -> None:
    names = {name for name, _does in maker.all_commands()}
    said = re.findall(r"(?m)(?:`|^)boce (?:--data \S+ )?([a-z][a-z-]+(?: [a-z][a-z-]+)?)", manual)
    assert len(said) > 40
    first = {name.split()[0] for name in names}
    for words in said:
        assert words in names or words.split()[0] in first, words


def test_every_picture_is_shown_and_every_shown_picture_can_be_made(manual: str) -> None:
    pictures = loaded(DOCS / "pictures" / "make.py").PICTURES
    shown = re.findall(r"!\[[^\]]+\]\(pictures/([a-z-]+)\.svg\)", manual)
    assert sorted(shown) == sorted(pictures)
    for name in pictures:
        svg = (DOCS / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
        assert "@font-face" not in svg
        assert not re.findall(r"https?://(?!www\.w3\.org/)", svg), name


def test_links_within_the_manual_arrive(manual: str) -> None:
    anchors = {slug(title) for title in re.findall(r"(?m)^#+ (.+)$", manual)}
    for target in re.findall(r"\]\(#([^)]+)\)", manual):
        assert target in anchors


def slug(title: str) -> str:
    """The anchor of a heading, as the sites that show Markdown make it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
