"""What an unclean end left behind, with the name of what it belongs to and the place where it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boce_tui.domain.keys import last
from boce_tui.domain.kinds import ORIGINS
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.store.recovery import Recovered

if TYPE_CHECKING:
    from boce_tui.cycle.titles import Titles


@dataclass(frozen=True)
class LeftBehind:
    """A text that waits in the field it was typed in.

    Attributes:
        entity: Stored name of what it belongs to.
        key: Its key.
        title: What that is called.
        recovered: The texts.
    """

    entity: str
    key: str
    title: str
    recovered: Recovered

    @property
    def words(self) -> str:
        """What waits, in one line."""
        if self.recovered.conflict:
            return _("Two texts: {title}. Nothing is gone; choose which one it is").format(title=self.title)
        return ngettext(
            "Brought back: {n} character at {title}, typed but not saved",
            "Brought back: {n} characters at {title}, typed but not saved",
            self.recovered.chars,
        ).format(n=self.recovered.chars, title=self.title)


def left_behind(dossier: Dossier, round_id: str) -> list[LeftBehind]:
    """Everything that waits for a person.

    Args:
        dossier: The dossier.
        round_id: The round one works in, for the names of things.
    """
    waiting = dossier.drafts.recovered()
    if not waiting:
        return []
    from boce_tui.cycle.titles import Titles  # the first screen seldom needs it

    titles = Titles(dossier, round_id)
    found = []
    for recovered in waiting:
        entity, key = place_of(recovered.field)
        found.append(LeftBehind(entity, key, title_of(titles, entity, key), recovered))
    return found


def place_of(field: str) -> tuple[str, str]:
    """Entity and key of a field."""
    entity, _colon, rest = field.partition(":")
    return entity, rest.rpartition(":")[0]


def title_of(titles: Titles, entity: str, key: str) -> str:
    """What an item is called, with its kind when it has no name of its own."""
    try:
        title = titles.of(entity, key)
    except ValueError:  # a key nobody can read any more; the text is still there
        title = last(key)
    kind = label(ORIGINS, entity) if entity in ORIGINS else ""
    return f"{kind} {title}".strip() if title == last(key) else title
