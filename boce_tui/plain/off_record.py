"""Off the record: lines that are kept nowhere, at a prompt that says so every time, until switched back.

No pen hears of them, no command takes them, and where the terminal can, enter takes them off the screen.
"""

from __future__ import annotations

from boce_tui.locale import _
from boce_tui.plain import commands
from boce_tui.plain.room import Room


def off_record(room: Room) -> None:
    """Ask for lines and forget them, until the same command; what was typed before is kept first."""
    back = commands.shown(commands.OFF)
    room.pens.flush()
    room.tell_trouble()
    room.say(_("IS NOT KEPT: off the record. What you type here is kept nowhere."))
    if room.prompter.bare:
        room.say(_("This terminal cannot wipe: what you type stays to be seen in its window."))
    else:
        room.say(_("Enter wipes the line from the screen."))
    room.say(_("Back on the record: {command}").format(command=back))
    question = _("IS NOT KEPT, {command} goes back").format(command=back)
    while not _is_back(typed := room.prompter.ask(question, wipe=True)):
        if typed.startswith(commands.SIGN) or typed.strip() == "?":
            room.say(
                _("You are off the record: no commands here. First back: {command}").format(command=back)
            )
    room.say(_("On the record again: that is gone, from here on all is kept."))


def _is_back(typed: str) -> bool:
    command = commands.read(typed)
    return command is not None and command.id == commands.OFF
