"""Errors that a user may meet, each with the exit code of the command line contract.

Every message is in the user's language and says what happened, that nothing was lost,
and what to do next (``hint``). ``place`` names the file, line and field where there is one.
"""

from __future__ import annotations


class BoceError(Exception):
    """A problem that is explained to the user in their own language.

    Args:
        message: What happened, one or two sentences.
        hint: What to do next.
        place: Where: file, line, field, or the item in the dossier.
    """

    exit_code = 1
    unsure = False
    """Whether what was tried was done after all cannot be seen: the disk was lost while it was decided."""
    told = False
    """It says whether it was done (`boce_tui.cycle.outcome`)."""

    def __init__(self, message: str, *, hint: str = "", place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place

    def lines(self) -> list[str]:
        """The problem as lines for a terminal: place and message first, then the hint."""
        first = f"{self.place}: {self.message}" if self.place else self.message
        return [first, self.hint] if self.hint else [first]


class UsageProblem(BoceError):
    """The command was used in a way that cannot work here."""

    exit_code = 2


class BadInput(BoceError):
    """A file or value that cannot be read; nothing was changed."""

    exit_code = 3


class DossierUnavailable(BoceError):
    """The dossier is locked, newer, damaged, or not meant for this command."""

    exit_code = 4


class PrivacyStop(BoceError):
    """Something was about to give a person away, or could not be checked."""

    exit_code = 5
