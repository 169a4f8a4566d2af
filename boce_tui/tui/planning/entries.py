"""The fields of a form, described: what they are called, what they hold and how it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from boce_tui.cycle.planning import FIELDS
from boce_tui.domain.dates import show_day
from boce_tui.domain.vocabulary import label as word
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.pick_field import PickField
from boce_tui.tui.planning.widgets import FormLine, PairField
from boce_tui.tui.widgets.choice import ChoiceLine, Choosable, MultiChoice
from boce_tui.tui.widgets.form import FormRow
from boce_tui.tui.widgets.note_area import NoteArea

Kind = Literal["line", "block", "day", "pair", "one", "many", "pick", "picks", "info"]
Put = Callable[[Dossier, Any], object]
TEXTS: tuple[Kind, ...] = ("line", "block", "day", "pair")


@dataclass
class Entry:
    """One field of a form.

    Attributes:
        id: Its id; the name of the attribute when there is one.
        kind: ``line``, ``block`` and ``day`` are typed; ``pair`` is a planned and an actual day; of ``one``
            and ``many`` all options are shown; ``pick`` and ``picks`` open a list; ``info`` only shows.
        label: What stands left of it; by default the name of the field.
        get: The value now; by default the attribute. For a ``pair`` two texts, for ``info`` a `Content`.
        put: Keeps another value; by default it changes the attribute.
        options: What can be chosen.
        hint: A few words under it.
        whole: What is typed is one value: nothing is kept before the field is left.
        draft: Name under which what is typed is kept; by default the attribute of the item.
    """

    id: str
    kind: Kind
    label: Callable[[], str] | None = None
    get: Callable[[], Any] | None = None
    put: Put | None = None
    options: Callable[[], Sequence[Choosable]] = tuple
    hint: Callable[[], str] | None = None
    whole: bool | None = None
    draft: str = ""

    def said(self) -> str:
        """The label in the language of the moment."""
        text = self.label() if self.label is not None else word(FIELDS, self.id)
        return text[:1].upper() + text[1:]

    def said_hint(self) -> str:
        """The hint in the language of the moment."""
        return self.hint() if self.hint is not None else ""

    def row(self) -> FormRow:
        """The row of the form, with an empty field."""
        return FormRow(self.id, self.said(), self._widget(), self.said_hint())

    def _widget(self) -> Widget:
        if self.kind == "block":
            return NoteArea(id=f"field-{self.id}")
        if self.kind in ("line", "day"):
            day = self.kind == "day"
            return FormLine(value=day, placeholder=_("dd-mm-yyyy") if day else "", id=f"field-{self.id}")
        if self.kind == "pair":
            return PairField(id=f"field-{self.id}")
        if self.kind == "one":
            return ChoiceLine(self.options(), id=f"field-{self.id}")
        if self.kind == "many":
            return MultiChoice(self.options(), id=f"field-{self.id}")
        if self.kind in ("pick", "picks"):
            return PickField(many=self.kind == "picks", id=f"field-{self.id}")
        return Static(Content(""), id=f"field-{self.id}")


def as_text(entry: Entry, value: Any) -> str:
    """A value as it is typed: a day in the Dutch way, several words with commas."""
    if value is None:
        return ""
    if entry.kind in ("day", "pair"):
        return show_day(str(value))
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return str(value)


def split(text: str) -> tuple[str, ...]:
    """Words with commas between them, as they are typed."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def yes_no() -> list[Choosable]:
    """The options of a yes or no, with keys that say so."""
    return [Choosable("yes", _("yes"), _("y")), Choosable("no", _("no"), "n")]


def from_words(vocabulary: dict[str, str] | Any, only: Iterable[str] | None = None) -> list[Choosable]:
    """The options of a fixed list, in the language of the moment."""
    return [Choosable(key, word(vocabulary, key)) for key in (vocabulary if only is None else only)]
