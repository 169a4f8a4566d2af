"""The parts of the answer to an access request as blocks of Markdown."""

from __future__ import annotations

from functools import partial

from boce_tui.locale import _
from boce_tui.reports.blocks import heading, paragraph, quote, stack, strong
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.model.access import AccessFact, AccessModel


def access_parts(model: AccessModel) -> Functions:
    """What the template of the access request may call."""
    return {"kept": partial(kept, model)}


def kept(model: AccessModel) -> Md:
    """Section by section what is kept: what is current, and under it what stood there before."""
    found: list[Md] = []
    for section in model.sections:
        found.append(heading(2, section.title))
        for fact in section.facts:
            found.append(paragraph(strong(fact.label)))
            found += [quote(text, "") for text in fact.texts if text]
            found += _earlier(fact)
    return stack(found)


def _earlier(fact: AccessFact) -> list[Md]:
    """Day after day what stood there before, the latest first."""
    found = [paragraph(_("Earlier versions"))] if fact.earlier else []
    for one in fact.earlier:
        found.append(paragraph(one.head))
        found += [quote(text, "") for text in one.texts if text]
    return found
