"""Conducting an interview: the same rules for the TUI and for plain mode.

``Conversation`` (``.conversation``) is one interview as it is being conducted. ``StepState`` and
``Progress`` (``.progress``) say how far it is. Everything the user changes is a revision at once;
only typed text goes through a :class:`~boce_tui.cycle.saving.FieldSaver` first.
"""

from boce_tui.cycle.interviewing.conversation import Conversation
from boce_tui.cycle.interviewing.progress import Progress, SectionProgress, StepState

__all__ = ["Conversation", "Progress", "SectionProgress", "StepState"]
