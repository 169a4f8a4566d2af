"""The app opens without the parser only when the parser would have opened it just so."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.cli import main
from boce_tui.cli.options import for_the_app, language_asked
from boce_tui.env import Env
from tests.support import make_env


@pytest.mark.parametrize(
    ("argv", "options"),
    [
        ([], {}),
        (["--data", "map"], {"data": "map"}),
        (["--data=a=b", "--lang", "en"], {"data": "a=b", "lang": "en"}),
        (["--lang=nl", "--data", "round"], {"lang": "nl", "data": "round"}),
        (["--data", "een", "--data", "twee"], {"data": "twee"}),
    ],
)
def test_options_of_the_app_are_read_as_the_parser_reads_them(
    argv: list[str], options: dict[str, str]
) -> None:
    assert for_the_app(argv) == options
    parsed = vars(main._parse(argv))
    assert {name: parsed[name] for name in ("data", "lang") if parsed[name] is not None} == options
    assert parsed["run"] is main._open_app


@pytest.mark.parametrize(
    "argv",
    [
        ["round"],
        ["--help"],
        ["--version"],
        ["--data"],
        ["--data", "--lang", "nl"],
        ["--data="],
        ["--lang", "fr"],
        ["--dat", "map"],
        ["--data", "map", "round", "list"],
        ["--", "round"],
        ["-x"],
        [""],
    ],
)
def test_anything_else_is_left_to_the_parser(argv: list[str]) -> None:
    assert for_the_app(argv) is None


def test_the_app_opens_on_the_folder_that_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from boce_tui.cli import screens

    seen: list[tuple[Path, str]] = []

    def opened(env: Env) -> int:
        seen.append((env.data_dir, env.lang))
        return 0

    monkeypatch.setattr(screens, "open_app", opened)
    env = make_env(tmp_path)
    assert main.main([], env) == 0
    assert main.main(["--data", str(tmp_path / "elders"), "--lang", "en"], env) == 0
    assert seen == [(env.data_dir, env.lang), (tmp_path / "elders", "en")]


def test_language_is_known_before_the_rest_is_read() -> None:
    assert language_asked(["round", "--lang", "en"]) == "en"
    assert language_asked(["--lang=nl"]) == "nl"
    assert language_asked(["--lang", "fr"]) is None
    assert language_asked(["--lang"]) is None
