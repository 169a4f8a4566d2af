"""Versions of the report that were issued: what they said, and whether something changed since (design.md 5).

A version that was issued is never made again with other content: what changed since is the next version, and
a draft until that one is issued.
"""

from __future__ import annotations

from hashlib import sha256

import msgspec

from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.versions import next_version, version_key
from boce_tui.reports.anonymous import anonymous
from boce_tui.reports.compiling import Compiled, compile_report
from boce_tui.reports.model import NO_TEXT, ReportModel
from boce_tui.store import Dossier

FIRST = "1.0"


def latest_issued(dossier: Dossier, round_id: str, audience: str) -> ReportVersion | None:
    """The version that was issued last for these readers, or None."""
    found = [v for v in dossier.values(ReportVersion, f"{round_id}/").values() if v.audience == audience]
    return max(found, key=lambda version: version_key(version.version), default=None)


def changed(model: ReportModel, issued: ReportVersion) -> bool:
    """True when a report would say something else than that version did.

    The Markdown may still differ by a newer version of the app; that is no change of the report.
    """
    return not same_model(without_names(model), issued.model)


def same_model(model: ReportModel, kept: str) -> bool:
    """True when a kept model (JSON) is this one; what a newer app added to models stands at its default."""
    try:
        return anonymous(msgspec.json.decode(kept, type=ReportModel)) == anonymous(model)
    except msgspec.MsgspecError:  # another version of the app kept something else
        return False


def marked(model: ReportModel, issued: ReportVersion) -> ReportModel:
    """The model as the draft of the version after the one that was issued."""
    document = msgspec.structs.replace(model.document, version=next_version(issued.version), status="draft")
    return msgspec.structs.replace(model, document=document)


def kept(compiled: Compiled, model: ReportModel, date: str, reason: str = "") -> ReportVersion:
    """What the dossier keeps of an issued report.

    The names of people who agreed to be listed stay out of the dossier: the text is kept without them, the
    digest is that of the file that went out.

    Args:
        compiled: The report that is issued.
        model: The model it was compiled from.
        date: Its date.
        reason: Why it is made, when it is not the first final one.
    """
    nameless = without_names(model)
    markdown = compiled.markdown if nameless == model else compile_report(nameless).markdown
    return ReportVersion(
        version=model.document.version,
        audience=model.audience,
        date=date,
        sha256=sha256(compiled.markdown.encode()).hexdigest(),
        markdown=markdown,
        model=_as_text(anonymous(model)),
        reason=reason,
    )


def without_names(model: ReportModel) -> ReportModel:
    """The model as it is when nobody is listed by name."""
    people = tuple(
        msgspec.structs.replace(line, name=NO_TEXT, consent=False) for line in model.appendices.interviewees
    )
    appendices = msgspec.structs.replace(model.appendices, interviewees=people)
    return msgspec.structs.replace(model, appendices=appendices)


def without_people(version: ReportVersion) -> ReportVersion:
    """An issued version as it is kept since nothing in it leads to a person; older ones held codes."""
    try:
        model = anonymous(msgspec.json.decode(version.model, type=ReportModel))
    except msgspec.MsgspecError:  # another version of the app kept something else: only its text is sure
        return msgspec.structs.replace(version, model="{}")
    return msgspec.structs.replace(version, model=_as_text(model))


def _as_text(model: ReportModel) -> str:
    return msgspec.json.encode(model).decode()
