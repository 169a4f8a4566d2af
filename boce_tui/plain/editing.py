"""The whole note in the user's own editor; without one, in a prompt of several lines."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from boce_tui.cycle.interviewing.recovery import edited
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.plain.room import Room
from boce_tui.store.drafts import FOLDER
from boce_tui.store.editor_files import EditorFile, editor_file

_VIM = ("vim", "nvim", "gvim", "view", "vi")
# What an editor keeps of a text stays beside it, among the drafts, and goes with it.
_VIM_FLAGS = (
    "-i",
    "NONE",
    "--cmd",
    "set directory=. nobackup nowritebackup noundofile",
    "-c",
    "set nobackup nowritebackup noundofile",
)
_NANO_FLAGS = ("-C", ".")


def editor_command(environ: Mapping[str, str]) -> list[str] | None:
    """The editor that was chosen with VISUAL or EDITOR, told to keep nothing elsewhere; None without one."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environ.get(name, ""))
        except ValueError:
            words = []
        path = shutil.which(words[0], path=environ.get("PATH")) if words else None
        if path is None:
            continue
        kind = Path(path).resolve().name.split(".")[0]
        if kind in _VIM[:3] or "vim" in kind:
            return [*words, *_VIM_FLAGS]
        if kind == "nano":
            return [*words, *_NANO_FLAGS]
        return words
    return None


def edit_note(room: Room, step: Step) -> None:
    """Work on the note of a question."""
    text = room.talk.answer(step, room.who).text
    command = editor_command(room.env.environ)
    if command is None:
        room.say(
            _("There is no editor (VISUAL or EDITOR). Here is the text; escape and then enter keeps it.")
        )
        note = room.note(step)
        note.become(room.ask_lines(_("Your note"), note.become, text))
        note.keep()
        room.tell_trouble()
        return
    file = editor_file(room.talk.dossier.folder / FOLDER, str(room.talk.key(step, room.who)))
    file.write(text)
    run_editor(room, command, file)
    keep(room, step, file, text)


def run_editor(room: Room, command: list[str], file: EditorFile) -> bool:
    """Run the editor on a file; False when it did not end well."""
    environ = {**room.env.environ, "TMPDIR": str(file.folder)}
    try:
        with room.keyboard.lent():
            done = subprocess.run([*command, file.path.name], cwd=file.folder, env=environ, check=False)  # noqa: S603 - the user's own
    except OSError as problem:
        room.say(_("The editor did not start: {reason}").format(reason=problem.strerror or ""))
        return False
    code = done.returncode
    if code:
        room.say(
            _("The editor ended with a fault ({code}). What it had written is looked at.").format(code=code)
        )
    return not code


def keep(room: Room, step: Step, file: EditorFile, before: str) -> None:
    """Make what stands in the file the note; the file goes away once that is saved."""
    text = edited(file, before)
    note = room.note(step)
    note.become(text)
    if note.keep().kind == "saved":
        file.remove()
        room.say(_("The note is kept.") if text != before else _("The note is as it was."))
    else:
        room.tell_trouble()
        room.say(_("Your text is still in {file}.").format(file=str(file.path)))
