"""One prompt at the bottom of the terminal (questionary); every change is told before it is painted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from boce_tui.domain.text import clean_entry, inert_line
from boce_tui.env import Env
from boce_tui.locale import _
from boce_tui.plain.keyboard import Keyboard

if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer

TICK = 0.1
_DUMB = ("dumb", "unknown")
_PARTS = ("qmark", "question", "answer", "instruction")
Changed = Callable[[str], None]


class Prompter:
    """Asks for a line, or for a text of several lines.

    Args:
        env: The surroundings.
        tick: Called ten times a second while somebody is typing.
    """

    def __init__(self, env: Env, tick: Callable[[], None]) -> None:
        self._env = env
        self._tick = tick

    @property
    def bare(self) -> bool:
        """True for a terminal that can only show one letter after the other."""
        return self._env.environ.get("TERM", "") in _DUMB

    def ask_secret(self, label: str, keyboard: Keyboard) -> str:
        """A passphrase: what is typed does not show.

        Raises:
            EOFError, KeyboardInterrupt: See `ask`.
        """
        if self.bare:
            import getpass

            with keyboard.lent():
                return getpass.getpass(f" {inert_line(label)}: ", self._env.stdout)
        return str(self._prompt(f"{inert_line(label)}:", "", secret=True)[0]())

    def ask(
        self,
        label: str,
        changed: Changed | None = None,
        *,
        default: str = "",
        lines: bool = False,
        wipe: bool = False,
    ) -> str:
        """What was typed, as it may be stored.

        Args:
            label: What stands in front of the cursor.
            changed: Called with the whole text at every change, before it is painted.
            default: Text to begin with.
            lines: Several lines; escape and then enter ends.
            wipe: Enter takes the line off the screen, where the terminal can.

        Raises:
            EOFError: ctrl+d on an empty line, or the terminal is gone.
            KeyboardInterrupt: ctrl+c.
        """
        label = f"{inert_line(label)}:"
        run, buffer = (
            _bare_prompt(label, default)
            if self.bare
            else self._prompt(label, default, lines=lines, wipe=wipe)
        )
        ticking: list[object] = []

        def typed(known: Buffer) -> None:
            if not ticking:
                from prompt_toolkit.application import get_app

                ticking.append(get_app().create_background_task(self._ticking()))
            if changed is not None:
                changed(clean_entry(known.text))

        # The first one that hears of it: in a bare terminal the next one paints.
        buffer.on_text_changed.add_handler(typed)
        return clean_entry(str(run()))

    async def _ticking(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            self._tick()

    def _prompt(
        self, label: str, default: str, *, lines: bool = False, wipe: bool = False, secret: bool = False
    ) -> tuple[Callable[[], Any], Buffer]:
        import questionary
        from prompt_toolkit.history import DummyHistory
        from prompt_toolkit.output import ColorDepth, create_output
        from prompt_toolkit.styles import Style

        output = create_output(stdout=self._env.stdout)
        output.enable_cpr = False  # type: ignore[attr-defined]  # no question to the terminal at every prompt
        asked = questionary.text(
            label,
            default=default,
            qmark="",
            multiline=lines,
            instruction=_("(esc and then enter: ready)") + "\n" if lines else None,
            style=Style([(name, "nobold noreverse") for name in _PARTS]),
            output=output,
            color_depth=ColorDepth.DEPTH_1_BIT,
            history=DummyHistory(),
            erase_when_done=wipe,
            is_password=secret,
        )
        return asked.unsafe_ask, asked.application.current_buffer


def _bare_prompt(label: str, default: str) -> tuple[Callable[[], Any], Buffer]:
    """For a terminal without any cursor movement: what is typed is echoed, nothing else is painted.

    Every line is typed on its own there.
    """
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import DummyHistory

    session: PromptSession[str] = PromptSession(history=DummyHistory())
    return (lambda: session.prompt(f" {label} ", default=default)), session.default_buffer
