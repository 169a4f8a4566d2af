"""Withdrawal: what somebody said goes for good, everywhere, with proof (R37, R114).

`scope` knows what belongs to an interview or a participant, `preview` shows what goes and what it means,
`withdraw` does it, `certificates` keeps the proof. `enforce` does it again where a copy or a file from before
brought something back.
"""

from __future__ import annotations

from boce_tui.cycle.withdrawing.certificates import (
    certificates,
    complete,
    document,
    proof_facts,
    proofs_to_see,
)
from boce_tui.cycle.withdrawing.enforcing import enforce
from boce_tui.cycle.withdrawing.preview import Preview, preview
from boce_tui.cycle.withdrawing.putting_back import finish_restore
from boce_tui.cycle.withdrawing.scope import ERASE, KEEP, Target, find_targets
from boce_tui.cycle.withdrawing.withdraw import Withdrawn, finish, withdraw

__all__ = [
    "ERASE",
    "KEEP",
    "Preview",
    "Target",
    "Withdrawn",
    "certificates",
    "complete",
    "document",
    "enforce",
    "find_targets",
    "finish",
    "finish_restore",
    "preview",
    "proof_facts",
    "proofs_to_see",
    "withdraw",
]
