"""The documents for developers say what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boce_tui.cli.kinds import kind_label
from boce_tui.domain.entities import KINDS
from tests.support import ROOT

DOCS = ROOT / "docs"
PAGES = [DOCS / "architecture.md", *sorted((DOCS / "decisions").glob("*.md"))]
_PATH = re.compile(r"`((?:boce_tui|surveys|db|exports|tests|docs|benchmarks)/[\w./-]*)`")
_LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_and_link_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    missing = [name for name in _PATH.findall(text) if not (ROOT / name).exists()]
    missing += [name for name in _LINK.findall(text) if not (page.parent / name).exists()]
    assert missing == []


def test_the_architecture_is_one_page_and_names_every_package() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 110
    packages = [p.name for p in (ROOT / "boce_tui").iterdir() if (p / "__init__.py").exists()]
    assert [name for name in packages if f"{name}/" not in text] == []


def test_every_decision_is_listed_and_says_why_and_what_it_costs() -> None:
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    numbers = []
    for page in sorted((DOCS / "decisions").glob("0*.md")):
        text = page.read_text(encoding="utf-8")
        title = text.splitlines()[0].removeprefix("# ")
        numbers.append(title[:4])
        assert page.name.startswith(title[:4])
        assert f"[{title[:4]}]({page.name}) {title[5:]}" in index
        for part in ("**Context.**", "**Choice.**", "**Why.**", "**What it costs.**"):
            assert part in text, (page.name, part)
    assert numbers == [f"{n:04}" for n in range(1, len(numbers) + 1)]


def test_every_kind_of_item_has_a_name_for_people() -> None:
    assert [kind.view for kind in KINDS if kind_label(kind.view) == kind.view] == []
