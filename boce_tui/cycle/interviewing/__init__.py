"""Conducting an interview: the same rules for the TUI and for plain mode.

``Conversation`` is one interview as it is being conducted: the route, the place, the gate; what one can do to
its answers and quotes is in ``Answering`` (``.answering``). ``StepState`` and ``Progress`` say how far it is,
``overview`` does so for all interviews of a round. ``last_sentence`` finds the words of a quote, ``found``
what an unclean end left behind, ``found_in_editor`` what it left in an editor of one's own.

Everything the user chooses is a revision at once and can be taken back with ``undo``; typed text goes through
a :class:`~boce_tui.cycle.saving.FieldSaver` first, whose ``write`` is one of the ``write_...`` methods.
"""

from boce_tui.cycle.interviewing.answering import Undone
from boce_tui.cycle.interviewing.conversation import Conversation
from boce_tui.cycle.interviewing.overview import InterviewLine, overview
from boce_tui.cycle.interviewing.progress import Progress, SectionProgress, StepState
from boce_tui.cycle.interviewing.recovery import Found, found, found_anywhere, found_in_editor
from boce_tui.cycle.interviewing.sentences import last_sentence

__all__ = [
    "Conversation",
    "Found",
    "InterviewLine",
    "Progress",
    "SectionProgress",
    "StepState",
    "Undone",
    "found",
    "found_anywhere",
    "found_in_editor",
    "last_sentence",
    "overview",
]
