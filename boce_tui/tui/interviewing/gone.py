"""An answer to a question that is not asked any more: kept, to be read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from boce_tui.cycle.interviewing import Conversation
from boce_tui.cycle.interviewing.left import left_lines, left_question
from boce_tui.domain.keys import AnswerKey
from boce_tui.locale import _
from boce_tui.tui.text import safe_block
from boce_tui.tui.widgets.dialogs import Dialog


class GoneDialog(Dialog):
    """The question, the answer, and why it is not asked."""

    DEFAULT_CSS = """
    GoneDialog .said { height: auto; max-height: 8; margin: 1 0 0 0; scrollbar-size: 1 1; }
    GoneDialog .said > Static { height: auto; }
    """

    def __init__(self, talk: Conversation, key: str) -> None:
        super().__init__()
        self._talk = talk
        self._key = AnswerKey.parse(key)

    def compose(self) -> ComposeResult:
        """Words, answer, explanation."""
        said = "\n".join(left_lines(self._talk, self._key))
        with Vertical(classes="box"):
            title = f"{self._key.question}  {left_question(self._talk, self._key)}"
            yield Static(safe_block(title), classes="question")
            with VerticalScroll(classes="said"):
                yield Static(safe_block(said))
            explained = _(
                "Because of other answers this question is not asked any more. The answer is kept, marked."
            )
            yield Static(safe_block(explained), classes="detail")
            yield Static(Content(_("esc back")), classes="keys")
