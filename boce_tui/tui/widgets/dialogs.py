"""Questions in a box over the screen: esc always cancels, the first answer is the safe one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from boce_tui.locale import _
from boce_tui.tui.signs import mark
from boce_tui.tui.text import assemble, safe, safe_block
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea


class Dialog(ModalScreen[Any]):
    """A box over the screen; `dismiss(None)` is "cancelled"."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog:ansi { background: transparent; }
    Dialog > .box {
        width: 72; max-width: 95%; height: auto; max-height: 20;
        border: round $accent; background: $background; padding: 0 2;
    }
    Dialog .question { color: $kop; text-style: bold; height: auto; margin: 1 0 0 0; }
    Dialog .detail { height: auto; max-height: 10; margin: 1 0 0 0; }
    Dialog ItemsView { height: auto; max-height: 10; margin: 1 0 0 0; }
    Dialog .problem { height: auto; max-height: 4; }
    Dialog .keys { color: $stil; height: 1; margin: 1 0 0 0; }
    """

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer in a dialog.

    Attributes:
        id: What `then` gets.
        label: What stands there.
        detail: A few words more, in grey.
        key: A letter that chooses it at once.
    """

    id: str
    label: str
    detail: str = ""
    key: str = ""


class _Options(ItemsView):
    """The answers."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self.options = options

    def item_count(self) -> int:
        return len(self.options)

    def item_id(self, index: int) -> str:
        return self.options[index].id

    def item_lines(self, index: int, width: int) -> list[Content]:
        del width
        option = self.options[index]
        lead = mark("▸") if index == self.cursor else " "
        key = option.key or (str(index + 1) if index < 9 else " ")
        return [assemble(lead, " ", (key, "accent"), "  ", option.label, "  ", (option.detail, "stil"))]

    def get_content_height(self, container: Any, viewport: Any, width: int) -> int:
        del container, viewport, width
        return len(self.options)


class ChooseDialog(Dialog):
    """A question with answers under each other; see `choose`."""

    def __init__(self, question: str, options: Sequence[Option], detail: str = "", default: str = "") -> None:
        super().__init__()
        self._question = question
        self._detail = detail
        self._list = _Options(options)
        self._default = default

    def compose(self) -> ComposeResult:
        """Question, detail, answers, keys."""
        with Vertical(classes="box"):
            yield Static(safe_block(self._question), classes="question")
            if self._detail:
                yield Static(safe_block(self._detail), classes="detail")
            yield self._list
            yield Static(Content(_("enter chooses   esc cancels")), classes="keys")

    def on_mount(self) -> None:
        """The safe answer is under the cursor."""
        if self._default:
            self._list.go_to(self._default)
        self._list.focus()

    def on_key(self, event: Any) -> None:
        """A digit or letter chooses at once."""
        for index, option in enumerate(self._list.options):
            if event.key == (option.key or str(index + 1)):
                event.stop()
                event.prevent_default()
                self.dismiss(option.id)
                return

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        """Enter chooses."""
        event.stop()
        self.dismiss(event.item)


class TextDialog(Dialog):
    """A question with one line of text as answer; see `ask_text`."""

    def __init__(
        self, question: str, text: str = "", detail: str = "", check: Callable[[str], str] | None = None
    ) -> None:
        super().__init__()
        self._question = question
        self._detail = detail
        self._check = check
        self._line = LineArea(text)
        self._problem = Static(Content(""), classes="problem")

    def compose(self) -> ComposeResult:
        """Question, detail, field, what is wrong, keys."""
        with Vertical(classes="box"):
            yield Static(safe_block(self._question), classes="question")
            if self._detail:
                yield Static(safe_block(self._detail), classes="detail")
            yield self._line
            yield self._problem
            yield Static(Content(_("enter is ready   esc cancels")), classes="keys")

    def on_mount(self) -> None:
        """Type at once: what stands there is selected, so a letter replaces it and an arrow key keeps it."""
        self._line.focus()
        self._line.select_all()

    def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """Ready, when nothing is wrong with it."""
        event.stop()
        problem = self._check(event.value) if self._check is not None else ""
        if problem:
            self._problem.update(safe(problem, "fout"))
            self._line.focus()
        else:
            self.dismiss(event.value)


def choose(
    app: App[Any],
    question: str,
    options: Sequence[Option],
    then: Callable[[str], None],
    *,
    detail: str = "",
    default: str = "",
) -> None:
    """Ask which of a few; `then` gets the id, and is not called when the person cancels.

    Args:
        app: The app.
        question: In the user's language; people's text in it is made harmless.
        options: The answers; the cursor stands on `default`, else on the first.
        then: Called with the id of the answer.
        detail: More about it, under the question.
        default: The id of the safe answer.
    """
    app.push_screen(ChooseDialog(question, options, detail, default), _when_answered(then))


def confirm(
    app: App[Any], question: str, then: Callable[[], None], *, yes: str, no: str = "", detail: str = ""
) -> None:
    """Ask before something that cannot be undone; `then` runs only when the person says yes.

    Args:
        app: The app.
        question: Names the thing: "Delete the export of round 2041?".
        then: What is done after yes.
        yes: The verb: "Delete it".
        no: The safe answer, under the cursor; "Do nothing" when left out.
        detail: What would be lost.
    """
    options = (
        Option("no", no or _("Do nothing"), key="n"),
        Option("yes", yes, key=_("y")),
    )
    choose(app, question, options, lambda answer: then() if answer == "yes" else None, detail=detail)


def ask_text(
    app: App[Any],
    question: str,
    then: Callable[[str], None],
    *,
    text: str = "",
    detail: str = "",
    check: Callable[[str], str] | None = None,
) -> None:
    """Ask for one short line (a label, a file name); it is kept only after enter.

    When `then` fails it was kept nowhere: the box stands there again, with the line as it was typed.

    Args:
        app: The app.
        question: What is asked.
        then: Gets the line.
        text: What stands there already; it is selected.
        detail: More about it.
        check: Says what is wrong with a line, or nothing; then the box stays, with the line as it was typed.
    """

    def answered(answer: str) -> None:
        try:
            then(answer)
        except Exception:
            ask_text(app, question, then, text=answer, detail=detail, check=check)
            raise

    app.push_screen(TextDialog(question, text, detail, check), _when_answered(answered))


def _when_answered(then: Callable[[str], None]) -> Callable[[str | None], None]:
    def answered(answer: str | None) -> None:
        if answer is not None:
            then(answer)

    return answered
