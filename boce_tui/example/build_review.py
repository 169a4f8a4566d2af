"""The review of the example: the file that was sent, three files to read in, and the round before."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from boce_tui.cycle.deciding.standing import colleges
from boce_tui.cycle.reporting.build import build
from boce_tui.cycle.reporting.issued import without_names
from boce_tui.cycle.withdrawing.concepts import SAMPLES
from boce_tui.domain.agenda import Organisation
from boce_tui.domain.keys import join
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.reviewing import ReviewFile
from boce_tui.files import write_output
from boce_tui.locale import in_language
from boce_tui.names import Names
from boce_tui.store import Dossier

_HERE = Path(__file__).parent
_STYLES = {"plain": "utf-8", "typewriter": "cp1252", "word": "utf-16"}


def build_decided(dossier: Dossier, round_id: str) -> None:
    """Advice and decisions on the recommendations of the round before."""
    data = tomllib.loads((_HERE / "decisions_2021.toml").read_text(encoding="utf-8"))
    for row in data["recommendation"]:
        said = {name: row.get(name, "") for name in ("text", "motivation")}
        body, date = data["advice"]["body"], data["advice"]["date"]
        advice = Decision(kind="advice", choice=row["advice"], date=date, **said)
        dossier.save(advice, join(round_id, row["id"], body, "advice"))
        for place, day in data["dates"].items():
            if place in row:
                choice = row[place]
                own = said if choice == row["advice"] else {}
                decision = Decision(kind="decision", choice=choice, date=day, municipality=place, **own)
                dossier.save(decision, join(round_id, row["id"], place, "decision"))


def build_review(dossier: Dossier, round_id: str, names: Names) -> None:
    """Keep the review file as it was sent, and put the members' files beside the dossier."""
    from boce_tui.exchange.review_file.writing import Places, edition
    from boce_tui.reports.compiling import compile_report
    from boce_tui.reports.model import Origin, Text

    with in_language("nl"):
        model = without_names(build(dossier, round_id, names, audience="steering"))
        municipalities = tuple(
            (key, Text(name, Origin(Organisation.entity, key, "name")))
            for key, name in colleges(dossier).items()
        )
        places = Places(round_id, model, municipalities)
        markdown = compile_report(model, edition=edition(places)).markdown
    sent = ReviewFile(version=model.document.version, language="nl", markdown=markdown, places=places.all)
    dossier.save(sent, join(round_id, places.mark))
    marks = {place.number: place.mark for place in places.all if place.mark}
    data = tomllib.loads((_HERE / "review.toml").read_text(encoding="utf-8"))
    folder = dossier.folder / SAMPLES
    folder.mkdir(mode=0o700, exist_ok=True)
    for member in data["member"]:
        text = _filled_in(markdown, marks, member)
        path = folder / f"review-{round_id}-lid-{member['letter'].lower()}.md"
        write_output(path, _saved(text, member["style"]), force=True, private=True)


def _filled_in(markdown: str, marks: dict[str, str], member: dict[str, Any]) -> str:
    text = markdown.replace("- [ ] een lid", "- [x] een lid", 1)
    text = re.sub(r"(geen naam\):) …+", rf"\1 {member['letter']}", text, count=1)
    for place in member["place"]:
        mark = marks[place["number"]]
        begin, end = text.index(f"**Kenmerk {mark}"), text.index(f"Einde {mark}.")
        block = text[begin:end]
        for name, value in place.items():
            if name in ("choice", "also"):
                block = block.replace(f"- [ ] {value}\n", f"- [x] {value}\n")
            elif name != "number":
                block = re.sub(rf"(?m)^({name}[^:\n]*:) …+", rf"\1 {value}", block)
        text = text[:begin] + block + text[end:]
    return text


def _saved(text: str, style: str) -> bytes:
    """The file as the member's own program saves it."""
    if style == "typewriter":
        text = text.replace("- [", "* [").replace("\n", "\r\n")
    if style == "word":
        text = text.replace("- [ ]", "☐").replace("- [x]", "☒").replace("**", "").replace("\n", "\r\n")
    return text.encode(_STYLES[style], errors="replace")
