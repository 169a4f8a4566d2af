"""Small question sets to test with, and how to lay out a round."""

from __future__ import annotations

import re
from pathlib import Path

from boce_tui.domain.answers import Grid
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.conditions import Values
from boce_tui.instruments.library import load_text
from boce_tui.instruments.model import Instrument, Option
from boce_tui.instruments.reading import Checked, check_bytes
from boce_tui.instruments.steps import RoundContext, Step

ROOT = Path(__file__).resolve().parents[2]

HEAD = """\
format = "boce-survey/1"
id = "small"
version = "1.0"
title = { nl = "Klein", en = "Small" }

[[section]]
id = "one"
title = { nl = "Een", en = "One" }

[[section]]
id = "two"
title = { nl = "Twee", en = "Two" }
"""
THEMES = """
[[question]]
id = "T1"
section = "one"
weight = "core"
text = { nl = "Welke thema's?", en = "Which themes?" }
marks_themes = true
type = "grid"
row_source = "focus_themes"
columns = [{ id = "much", type = "single_choice", options = [
  { id = "none", nl = "niet", en = "not", score = 0 },
  { id = "some", nl = "wat", en = "some", score = 1 },
  { id = "full", nl = "veel", en = "much", score = 3 },
] }]
"""

ROADS = Option(id="roads", nl="Wegen", en="Roads")
WATER = Option(id="water", nl="Water", en="Water")
PARKS = Option(id="parks", nl="Parken", en="Parks")
ROUND = RoundContext(year=2041, focus_themes=(ROADS, WATER))


def words(text: str) -> list[str]:
    """Ids with spaces between them."""
    return text.split()


def question(name: str, more: str = "", section: str = "one") -> str:
    """A question as text of the file; `more` are further keys, one per line."""
    return (
        f'\n[[question]]\nid = "{name}"\nsection = "{section}"\n'
        f'text = {{ nl = "Vraag {name}?", en = "Question {name}?" }}\nweight = "core"\n{more}\n'
    )


def check(text: str | bytes) -> Checked:
    """What the reader says of a text."""
    return check_bytes(text if isinstance(text, bytes) else text.encode())


def small(*questions: str) -> Instrument:
    """A set of two sections with these questions; a failed test names what is wrong with it."""
    text = HEAD + "".join(questions) + question("Z9", section="two")
    checked = check(text)
    assert checked.instrument, "\n".join(problem.text() for problem in checked.problems)
    return load_text(text)


def person(code: str = "R01", group: str = "official", role: str = "theme_lead", **themes: int) -> Profile:
    return Profile(code=code, group=group, roles=(role,), themes=themes)


def marked(**levels: str) -> Values:
    """The answer to T1."""
    return {"value": Grid({theme: {"much": level} for theme, level in levels.items()})}


def places(steps: list[Step]) -> list[str]:
    """Steps as short texts: ``A2`` or ``A2/roads``."""
    return [f"{step.question}/{step.theme}" if step.theme else step.question for step in steps]


def readme_example() -> str:
    """The worked example of ``surveys/README.md``."""
    found = re.search(r"```toml\n(.*?)```", (ROOT / "surveys" / "README.md").read_text("utf-8"), re.DOTALL)
    assert found
    return found.group(1)
