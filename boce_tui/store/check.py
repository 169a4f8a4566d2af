"""One thing that the doctor looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: Stable id.
        ok: False when something is wrong.
        text: What was found, one sentence.
        mends: Who can mend it: ``derive`` (made anew from the revisions), ``salvage`` (the file has to be
            rebuilt), or nothing.
    """

    name: str
    ok: bool
    text: str
    mends: str = ""
