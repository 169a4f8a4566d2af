"""Two versions of one item beside each other, with what it was before."""

from __future__ import annotations

from itertools import zip_longest

from textual.app import ComposeResult
from textual.content import Content

import boce_tui.tui.merging.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.merging import MERGED, Conflict, settle
from boce_tui.cycle.merging.field_names import field_name
from boce_tui.cycle.merging.saying import as_text, named, who, whole
from boce_tui.domain.text import inert_block
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import assemble, safe, safe_block
from boce_tui.tui.widgets.diff_view import in_words, legend, word_diff
from boce_tui.tui.widgets.lines_view import LinesView
from boce_tui.tui.working.screen import undo_book

_BESIDE_FROM = 76
_GAP = " │ "
_KEPT = ("conflicts.keep_one", "conflicts.keep_two", "conflicts.keep_three")


class ComparingScreen(BoceScreen):
    """Left with a choice, or without one: then both versions stay.

    Args:
        conflict: The item.
    """

    COMMANDS = (*_KEPT, "conflicts.together")
    HELP_ID = "conflicts"

    def __init__(self, conflict: Conflict) -> None:
        super().__init__()
        self._conflict = conflict
        self._view = VersionsView(conflict)

    def place(self) -> str:
        """Which item."""
        return _("Two versions: {item}").format(item=self._named())

    def _named(self) -> str:
        return named(self.boce.dossier, self._conflict.kind.entity, self._conflict.key)

    def compose_body(self) -> ComposeResult:
        """The versions."""
        yield self._view

    def on_mount(self) -> None:
        """To read."""
        self._view.focus()
        self.refresh_bars()

    def on_language(self) -> None:
        """The same in other words."""
        self._view.lines_changed(to_top=False)

    def can(self, command_id: str) -> bool:
        """As many choices as there are versions."""
        if not self.boce.dossier.writable:
            return False
        if command_id == "conflicts.together":
            return self._conflict.clear
        return _KEPT.index(command_id) < len(self._conflict.versions)

    def action_conflicts_keep_one(self) -> None:
        """Version 1."""
        self._settle("1")

    def action_conflicts_keep_two(self) -> None:
        """Version 2."""
        self._settle("2")

    def action_conflicts_keep_three(self) -> None:
        """Version 3."""
        self._settle("3")

    def action_conflicts_together(self) -> None:
        """The changes of both."""
        self._settle(MERGED)

    def _settle(self, choice: str) -> None:
        words = _("the choice between the versions of {item}").format(item=self._named())
        try:
            undo_book(self.boce.dossier).do(words, lambda d: settle(d, self._conflict, choice))
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        self.boce.go_back()
        self.boce.tell(_("Settled; it goes along with the next bundle. With u there are two again."))


class VersionsView(LinesView):
    """Per field: before, the versions beside each other, and together."""

    def __init__(self, conflict: Conflict) -> None:
        super().__init__()
        self._conflict = conflict

    def make_lines(self, width: int) -> list[Content]:
        """Beside each other where there is room, else under each other."""
        conflict = self._conflict
        heads = [
            _("{n}  {who}").format(n=n, who=who(conflict, n)) for n in range(1, len(conflict.versions) + 1)
        ]
        made: list[Content] = []
        if conflict.base is not None and not in_words(self.app):
            made += [*legend().wrap(width), Content("")]
        if conflict.proposal is None:
            texts = [whole(one.value) or _("deleted") for one in conflict.versions]
            before = whole(conflict.base.value) if conflict.base else None
            return [*made, *self._field("", before, texts, heads, width)]
        for field in conflict.proposal.fields:
            if made and made[-1].plain:
                made.append(Content(""))
            before = as_text(field.base) if conflict.base else None
            texts = [as_text(value) for value in field.versions]
            made += self._field(field_name(field.name), before, texts, heads, width)
            made.append(Content(""))
            if field.clear:
                made.append(safe(_("Together (m)") if conflict.clear else _("Whatever you choose"), "kop"))
                made += safe_block(as_text(field.merged) or _("(empty)")).wrap(width)
            else:
                made.append(safe(_("Both changed the same: choose with 1 or 2."), "let-op"))
        return made

    def _field(
        self, name: str, before: str | None, texts: list[str], heads: list[str], width: int
    ) -> list[Content]:
        made: list[Content] = [safe(name, "kop")] if name else []
        if before is None:
            made.append(safe(_("They were made apart from each other; there is nothing before it."), "stil"))
        else:
            made.append(safe(_("Before"), "stil"))
            made += safe_block(before or _("(empty)")).wrap(width)
        made.append(Content(""))
        beside = len(texts) == 2 and width >= _BESIDE_FROM
        room = (width - len(_GAP)) // 2 if beside else width
        columns = []
        for head, text in zip(heads, texts, strict=True):
            shown = (
                word_diff(before, text, spoken=in_words(self.app))
                if before
                else safe_block(inert_block(text) or _("(empty)"))
            )
            columns.append([*safe(head, "stil").wrap(room), *shown.wrap(room)])
        if not beside:
            return [*made, *(line for column in columns for line in (*column, Content("")))][:-1]
        for left, right in zip_longest(*columns, fillvalue=Content("")):
            made.append(_beside(left, right, room))
        return made


def _beside(left: Content, right: Content, room: int) -> Content:
    return assemble(left, " " * max(0, room - left.cell_length), (_GAP, "stil"), right)
