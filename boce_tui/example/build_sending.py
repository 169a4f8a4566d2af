"""The part of the example that goes out: texts of the letters, and the successes."""

from __future__ import annotations

from typing import Any

import msgspec

from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.keys import join
from boce_tui.domain.sending import Success
from boce_tui.store import Dossier


def build_sending(dossier: Dossier, round_id: str, data: dict[str, Any]) -> None:
    """Save what is in ``sending.toml``."""
    for row in data.get("chapter_text", []):
        dossier.save(ChapterText(text=row["text"].strip()), join(round_id, row["id"]))
    for order, row in enumerate(data.get("success", []), start=1):
        findings = [join(round_id, finding) for finding in row["findings"]]
        fields = {"text": row["text"].strip(), "findings": findings, "order": order}
        dossier.save(msgspec.convert(fields, Success), join(round_id, row["id"]))
