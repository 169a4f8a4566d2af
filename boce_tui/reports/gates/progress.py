"""T1-T3: what may not leave about a progress round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boce_tui.domain.progressing import LATE
from boce_tui.domain.vocabulary import FORMS, label
from boce_tui.locale import _
from boce_tui.reports.documents import Document
from boce_tui.reports.gates.finding import ERROR, GateFinding, Places, shown
from boce_tui.reports.model.base import Origin
from boce_tui.reports.model.progress import LetterModel, OverviewModel
from boce_tui.reports.printing.progress import cell_heading

_AMOUNT = r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_WORDS = (
    "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\\w*tien|\\w*tig|honderd\\w*|\\w*honderd"
    "|duizend|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w*teen|\\w*ty|(?:a\\s)?hundred"
)
_HOURS = re.compile(
    rf"(?<![\w.:,])(?P<amount>{_AMOUNT}|{_WORDS})\s*(?:\w+\s+)?(?P<unit>uren|uur|manuren|mensuren|hours?)(?!\w)",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?:\b(?:om|tot|vanaf|van|rond|voor|na|en|at|from|until|around|by)|[-–])\s*$", re.IGNORECASE
)
"""What stands before a time of the day: "om 20 uur"."""


def no_blank_cell(
    document: Document[LetterModel] | Document[OverviewModel], places: Places
) -> Iterator[GateFinding]:
    """T1: every theme says how it stands in every form; T2: what is late says why."""
    lines = {heading.text: heading.line for heading in document.parsed.headings}
    for theme in document.model.themes:
        for cell in theme.cells:
            name = f"{shown(theme.name.value)} · {label(FORMS, cell.form)}"
            origin = Origin("progress_entry", cell.key, "answers.P4")
            line = lines.get(cell_heading(theme.name, cell.form), 0)
            if not cell.said:
                message = _("Nothing was filled in at {cell}.").format(cell=name)
                mend = _("Say how it stands, or choose that there are no activities.")
                yield places.finding(ERROR, "T1", message, mend, origin=origin, line=line, detail=cell.key)
            elif cell.status in LATE and not cell.idle and not cell.reasons:
                message = _("It is late at {cell}, without a reason.").format(cell=name)
                mend = _("Choose one or more reasons.")
                yield places.finding(ERROR, "T2", message, mend, origin=origin, line=line, detail=cell.key)


def no_hours(document: Document[LetterModel], places: Places) -> Iterator[GateFinding]:
    """T3: a public letter has no hours in it, whoever wrote them there; a time of the day may stand there."""
    for number, run in enumerate(document.parsed.runs):
        texts = document.placements[number] if number < len(document.placements) else ()
        for found in hours_in(run.text):
            message = _(
                "There are hours in the letter: “{words}”. Those are for the commissioners only."
            ).format(words=shown(found))
            mend = _("Take them out of the text; they stand in the overview.")
            origin = next(iter(texts)).origin if texts else None
            yield places.finding(ERROR, "T3", message, mend, origin=origin, line=run.line, detail=found)


def hours_in(text: str) -> Iterator[str]:
    """The amounts of hours in a text; times of the day are not among them."""
    for match in _HOURS.finditer(text):
        clock = match["unit"].casefold() == "uur" and _AT.search(text[: match.start()])
        if not (clock and match["amount"].isdecimal() and int(match["amount"]) < 25):
            yield match[0]
