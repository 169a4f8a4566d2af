"""About this dossier: folder, safety, copies, names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from textual.content import Content

import boce_tui.tui.about.commands  # noqa: F401  - registers the ids used below
from boce_tui import __version__
from boce_tui.domain.text import inert_line
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.store.backups import listed, reason_text
from boce_tui.store.place import risk
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.text import Piece, Tone, assemble, wrap
from boce_tui.tui.unlock import session_names, with_names
from boce_tui.tui.widgets.lines_view import LinesView

_LABEL = 16
Row = tuple[str, str, Tone]
"""Label, text, meaning; an empty label goes on with the one above."""


class AboutScreen(ReadScreen["_AboutView"]):
    """Nothing here changes what people said."""

    COMMANDS = ("about.backup", "about.unlock")
    HELP_ID = "about"

    def __init__(self) -> None:
        super().__init__(_AboutView())

    def place(self) -> str:
        """Where one is."""
        return _("About this dossier")

    def can(self, command_id: str) -> bool:
        """Unlocking only what is locked."""
        if command_id == "about.unlock":
            names = session_names(self.boce)
            return names.exists and not names.unlocked
        return True

    def show(self) -> None:
        """Folder, safety, copies, names."""
        names = session_names(self.boce)
        state = (
            _("There is no names file yet: it is made when the first name is kept.")
            if not names.exists
            else _("unlocked for this session")
            if names.unlocked
            else _("locked; the app asks for the passphrase when names are needed")
        )
        self._view.show([*_rows(self.boce.dossier), (_("Names"), state, "")])
        self.refresh_bars()

    def action_about_unlock(self) -> None:
        """Ask for the passphrase."""
        with_names(self.boce, lambda _names: self.show())

    def action_about_backup(self) -> None:
        """A copy, in the background."""
        self.in_background(self.boce.dossier.backup, self._copied)

    def _copied(self, path: Path) -> None:
        self.show()
        self.tell(_("The copy was made and read back: {file}").format(file=path.name))


class _AboutView(LinesView):
    """Labels at the left, what there is at the right, wrapped."""

    def __init__(self) -> None:
        super().__init__(id="about")
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these."""
        self._rows = rows
        self.lines_changed(to_top=False)

    def make_lines(self, width: int) -> list[Content]:
        """Every row over as many lines as it needs."""
        made: list[Content] = [Content("")]
        for label, text, tone in self._rows:
            if label and len(made) > 1:
                made.append(Content(""))
            for number, line in enumerate(wrap(inert_line(text), max(10, width - _LABEL)) or [""]):
                first: Piece = (f"{label if not number else '':<{_LABEL}}", "stil")
                made.append(assemble(first, (line, tone)))
        return made


def _rows(dossier: Dossier) -> Iterator[Row]:
    yield _("Folder"), str(dossier.folder), "kop"
    yield "", _("Another folder: boce --data FOLDER, or set BOCE_DATA."), "stil"
    danger = risk(dossier.folder, dossier.env.environ)
    if danger:
        yield _("Look out"), danger, "let-op"
    if dossier.read_only:
        yield _("Read only"), dossier.read_only, "let-op"
    else:
        yield _("Saving"), _("Everything you type is kept in this folder, and nowhere else."), ""
    kind = _("example, everybody in it is invented") if dossier.example else _("a dossier of your own")
    yield _("Kind"), kind, ""
    if dossier.created:
        yield "", _("made on {day}").format(day=_moment(datetime.fromisoformat(dossier.created))), ""
    yield _("Version"), _("boce {version}").format(version=__version__), ""
    yield "", _("This copy of the dossier: {id}").format(id=dossier.replica[-12:]), "stil"
    yield from _copies(dossier.folder)


def _copies(folder: Path) -> Iterator[Row]:
    made = listed(folder)
    if not made:
        yield _("Copies"), _("none yet; from the second day on one is made every day"), ""
        return
    count = ngettext("{n} copy in {folder}", "{n} copies in {folder}", len(made))
    yield _("Copies"), count.format(n=len(made), folder=made[0].path.parent.name), ""
    for backup in made:
        yield "", f"{_moment(backup.at)}  {reason_text(backup.reason)}  {backup.size // 1024} kB", "stil"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone():%d-%m-%Y %H:%M}"
