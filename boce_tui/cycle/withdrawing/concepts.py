"""Concepts of the report that quote what is gone: they go too. What is final stays as it was issued (9.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from boce_tui.domain.base import Entity
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.reviewing import ReviewFile
from boce_tui.domain.text import fold
from boce_tui.domain.versions import is_concept
from boce_tui.reports.parsed import Parsed
from boce_tui.store import Dossier

KINDS: tuple[type[ReportVersion] | type[ReviewFile], ...] = (ReportVersion, ReviewFile)
SAMPLES = "review"
"""Folder of the example with review files that members filled in; a real dossier has none."""


def quoting(
    dossier: Dossier, round_id: str, gone: Collection[str], *, stays: Iterable[str] = ()
) -> Iterator[tuple[type[Entity], str]]:
    """Kept concepts, and review files made of one, with a quotation that may not stay.

    A concept stays only while every quotation in it is a quote that is still here, in one of its wordings. So
    one that comes in later from another laptop is recognised too, when nobody knows the words any more.

    Args:
        dossier: The dossier.
        round_id: The round.
        gone: Keys of quotes that go.
        stays: Words that may be quoted without a quote behind them: those of the report that stays.
    """
    concepts = [
        (kind, key, value.markdown)
        for kind in KINDS
        for key, value in dossier.values(kind, f"{round_id}/").items()
        if is_concept(value.version)
    ]
    if not concepts:
        return
    here = _words(dossier, round_id, set(gone)) | {_plain(words) for words in stays if words}
    for kind, key, markdown in concepts:
        said = (_plain(run.text) for run in Parsed(markdown).runs if run.context == "quote")
        if not all(any(words in known for known in here) for words in said if words):
            yield kind, key


def _words(dossier: Dossier, round_id: str, gone: Collection[str]) -> set[str]:
    """Every wording of every quote that stays; also of those somebody took out."""
    return {
        _plain(words)
        for key in dossier.head_keys(Quote, f"{round_id}/")
        if key not in gone
        for item in dossier.history(Quote, key)
        if item.value is not None
        for words in (item.value.text, item.value.wording)
    }


def _plain(words: str) -> str:
    return " ".join(fold(words).split())


def remove_samples(dossier: Dossier) -> list[str]:
    """Throw away the example's filled-in review files when the file they were made of has been erased.

    Returns:
        What was thrown away, as names in the folder of the dossier.
    """
    if not dossier.example:
        return []
    gone = [key for key in dossier.head_keys(ReviewFile) if dossier.erased(ReviewFile, key)]
    rounds = {key.split("/", maxsplit=1)[0] for key in gone}
    removed = []
    for path in sorted((dossier.folder / SAMPLES).glob("review-*.md")):
        if path.name.split("-")[1] in rounds:
            path.unlink(missing_ok=True)
            removed.append(f"{SAMPLES}/{path.name}")
    return removed
