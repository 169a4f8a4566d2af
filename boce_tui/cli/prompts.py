"""Asking for what was not said on the command line (questionary), one question at a time.

``ctrl+c`` at any question ends the command; nothing was kept by then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from boce_tui.domain.text import inert_line
from boce_tui.errors import BadInput, UsageProblem
from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.env import Env

Check = Callable[[str], Any]


def can_ask(env: Env) -> bool:
    """True when there is somebody at a keyboard."""
    return env.stdin.isatty() and env.stdout.isatty()


def ask_yes(env: Env, question: str) -> bool:
    """Yes or no, no unless said otherwise.

    Raises:
        UsageProblem: There is nobody to ask, so it has to be said with ``--yes``.
    """
    if not can_ask(env):
        raise UsageProblem(
            _("Nobody can be asked here whether this is right."), hint=_("Add --yes when you are sure.")
        )
    import questionary

    return bool(questionary.confirm(inert_line(question), default=False).unsafe_ask())


def ask_text(label: str, default: str = "", check: Check | None = None) -> str:
    """One line; asked again until `check` has no complaint (a `BadInput`)."""
    import questionary

    def judged(text: str) -> bool | str:
        if check is not None:
            try:
                check(text)
            except BadInput as problem:
                return " ".join(line for line in (problem.message, problem.hint) if line)
        return True

    return str(questionary.text(_asked(label), default=default, validate=judged).unsafe_ask())


def ask_one(label: str, choices: Mapping[str, str], default: str = "") -> str:
    """One out of a list: id -> label."""
    import questionary

    offered = [questionary.Choice(inert_line(text), value=key) for key, text in choices.items()]
    chosen = next((one for one in offered if one.value == default), None)
    answer = questionary.select(
        _asked(label), offered, default=chosen, instruction=_("(arrows and enter)")
    ).unsafe_ask()
    return str(answer)


def ask_several(label: str, choices: Mapping[str, str], chosen: Sequence[str] = ()) -> tuple[str, ...]:
    """Any number out of a list: id -> label."""
    import questionary

    offered = [
        questionary.Choice(inert_line(text), value=key, checked=key in chosen)
        for key, text in choices.items()
    ]
    answer = questionary.checkbox(
        _asked(label), offered, instruction=_("(space chooses, enter goes on)")
    ).unsafe_ask()
    return tuple(cast(list[str], answer))


def ask_new_secret(label: str, again: str, check: Callable[[str], Any]) -> str:
    """A new passphrase, typed twice the same."""
    first = ask_secret(label, check)

    def same(text: str) -> None:
        if text != first:
            raise BadInput(_("This is not the same as the first time."))

    ask_secret(again, same)
    return first


def ask_secret(label: str, check: Callable[[str], Any] | None = None) -> str:
    """A passphrase; what is typed does not show."""
    import questionary

    def judged(text: str) -> bool | str:
        try:
            if check is not None:
                check(text)
        except BadInput as problem:
            return problem.message
        return True

    return str(questionary.password(_asked(label), validate=judged).unsafe_ask())


def _asked(label: str) -> str:
    return f"{inert_line(label)}:"
