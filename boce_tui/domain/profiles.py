"""Who is at work, and what they may see and do: the one place where that is decided.

The manual's table is made from it (``docs/make_manual.py``); `boce_tui.cycle.profiles` refuses by it, and the
screens hide by it. It keeps mistakes away, not people: who has the folder has what is in it.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

EVALUATOR, SUPPORT, READER = "evaluator", "support", "reader"

PROFILES: Vocabulary = {
    EVALUATOR: N_("evaluator"),
    SUPPORT: N_("programme support"),
    READER: N_("reader"),
}
SHORT: Vocabulary = {EVALUATOR: N_("evaluator"), SUPPORT: N_("support"), READER: N_("reader")}
"""As line 1 of every screen has them."""
TINY: Vocabulary = {EVALUATOR: N_("eval."), SUPPORT: N_("supp."), READER: N_("read.")}
"""In a narrow window."""


class Capability(msgspec.Struct, frozen=True):
    """Something one may see or do.

    Attributes:
        label: In a few words, for the table in the manual.
        profiles: Who may.
    """

    label: str
    profiles: tuple[str, ...]


_ALL = (EVALUATOR, SUPPORT, READER)
_WRITERS = (EVALUATOR, SUPPORT)

LOOK, WRITE, DOCUMENTS = "look", "write", "documents"
ANSWERS, INTERVIEW, TAKE_OUT = "answers", "interview", "take_out"
NAMES, NAME_CHECK = "names", "name_check"
HAND_OVER, MERGE, WITHDRAW, RETENTION, SAFETY = "hand_over", "merge", "withdraw", "retention", "safety"

CAPABILITIES: Mapping[str, Capability] = {
    LOOK: Capability(
        N_(
            "See the report, its checks and versions, recommendations, decisions, follow-up, trail, proofs "
            "of erasure"
        ),
        _ALL,
    ),
    WRITE: Capability(N_("Write and correct texts, record decisions, follow up, make it final"), _WRITERS),
    DOCUMENTS: Capability(N_("Make the report and other documents without answers"), _WRITERS),
    NAME_CHECK: Capability(N_("Open the names file to check that nobody is named"), _WRITERS),
    RETENTION: Capability(N_("Erase what is past its term"), _WRITERS),
    SAFETY: Capability(N_("Make a backup, put one back, repair"), _WRITERS),
    HAND_OVER: Capability(N_("Make the file for programme support"), _WRITERS),
    ANSWERS: Capability(
        N_("See answers, notes, records, quotes, labels, and the code they are of"), (EVALUATOR,)
    ),
    INTERVIEW: Capability(N_("Plan interviews, hold them, work them out, have them approved"), (EVALUATOR,)),
    NAMES: Capability(N_("See and change who is behind a code, and who can open the names"), (EVALUATOR,)),
    TAKE_OUT: Capability(
        N_("Write files with answers or codes: cycle, bundle, record, questions, invitation, access request"),
        (EVALUATOR,),
    ),
    MERGE: Capability(N_("Merge with the other laptop; answers come in with evaluators only"), _WRITERS),
    WITHDRAW: Capability(N_("Erase what somebody said"), (EVALUATOR,)),
}
"""What there is to see and do, and for whom."""

COMMANDS: Mapping[str, str] = {
    "round new": WRITE,
    "round next": WRITE,
    "round close": WRITE,
    "import": WRITE,
    "interview": INTERVIEW,
    "report": DOCUMENTS,
    "export": DOCUMENTS,
    "export cycle": TAKE_OUT,
    "export record": TAKE_OUT,
    "export questions": TAKE_OUT,
    "export invitation": TAKE_OUT,
    "export bundle": TAKE_OUT,
    "export access": TAKE_OUT,
    "merge": MERGE,
    "undo": WRITE,
    "erase": WITHDRAW,
    "erase list": LOOK,
    "erase finish": RETENTION,
    "backup": SAFETY,
    "restore": SAFETY,
    "names": NAMES,
    "names take": NAME_CHECK,
}
"""Command of the command line -> what one must be able to do; the others only look, or look themselves."""


def may(profile: str, capability: str) -> bool:
    """True when this profile may; one that is not known may nothing."""
    return profile in CAPABILITIES[capability].profiles


def needs(command: str, kind: str = "") -> str:
    """What one must be able to do for a command, the more exact entry first."""
    return COMMANDS.get(f"{command} {kind}".strip()) or COMMANDS.get(command, LOOK)
