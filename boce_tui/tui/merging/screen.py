"""Two laptops: with whom was exchanged, and what one can do."""

from __future__ import annotations

from pathlib import Path

import boce_tui.tui.merging.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.merging import Made, Wanted, look, make, write_to, wrote
from boce_tui.cycle.merging.looking import Look
from boce_tui.cycle.merging.partners import remembered
from boce_tui.cycle.merging.saying import known_lines
from boce_tui.cycle.withdrawing.saying import Line
from boce_tui.errors import BoceError
from boce_tui.exchange import bundle
from boce_tui.exchange.bundle import Cover
from boce_tui.exchange.bundle.reading import load
from boce_tui.locale import _
from boce_tui.names.keys import SHORTEST, Key
from boce_tui.tui.ask_file import ask_file, folder_problem, typed_path
from boce_tui.tui.merging.secret import with_key
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.widgets.said_lines import SaidLines


class MergingScreen(ReadScreen[SaidLines]):
    """Says what the two ways are, and what is known of the others."""

    COMMANDS = ("merging.take", "merging.give", "merging.conflicts")
    HELP_ID = "merging"

    def __init__(self) -> None:
        super().__init__(SaidLines("merging"))

    def place(self) -> str:
        """What it is about."""
        return _("Two laptops, one dossier")

    def on_screen_resume(self) -> None:
        """Something may have been merged."""
        super().on_screen_resume()
        self.show()

    def can(self, command_id: str) -> bool:
        """Nothing while something is under way; nothing that writes when one only reads."""
        if self._busy:
            return False
        if command_id == "merging.conflicts":
            return bool(self.boce.dossier.conflicts())
        return self.boce.dossier.writable

    def show(self) -> None:
        """The two ways, and what is known of the others."""
        dossier = self.boce.dossier
        lines = [
            Line("plain", _("b  makes a bundle: a locked file with what the other does not have yet")),
            Line("plain", _("m  takes over the bundle of the other; first it shows what comes in")),
        ]
        if found := len(dossier.conflicts()):
            lines.append(Line("warn", _("v  compares what was changed on two laptops: {n}").format(n=found)))
        self._view.show([*lines, *known_lines(dossier)])
        self.refresh_bars()

    # --- taking over --------------------------------------------------------------------------------------

    def action_merging_take(self) -> None:
        """Ask for the file."""
        found: list[tuple[str, bytes, Cover]] = []

        def check(path: Path) -> str:
            try:
                data = load(path)
                found.append((path.name, data, bundle.read_cover(data, path.name)))
            except BoceError as problem:
                return " ".join(problem.lines())
            return ""

        ask_file(
            self.boce,
            _("Which bundle?"),
            lambda _path: self._ask_key(*found[-1]),
            suffixes=(".boce",),
            detail=_("A file, or the folder it is in: then you choose from the bundles in it."),
            check=check,
        )

    def _ask_key(self, name: str, data: bytes, cover: Cover) -> None:
        self.boce.savers.flush()
        with_key(self.boce, lambda key: self._open(name, data, key), new=False, detail=cover.told())

    def _open(self, name: str, data: bytes, key: Key) -> None:
        dossier = self.boce.dossier
        words = _("Opening the bundle...")
        self.do_long(words, lambda: look(dossier, [bundle.read(data, key, name)]), self._opened)

    def _opened(self, found: Look) -> None:
        from boce_tui.tui.merging.looking import LookScreen

        self.refresh_bars()
        self.tell("")
        self.boce.open(LookScreen(found))

    # --- making -------------------------------------------------------------------------------------------

    def action_merging_give(self) -> None:
        """Ask where it goes."""
        ask_text(
            self.boce,
            _("Where does the bundle go?"),
            self._ask_new_key,
            text=str(Path.home()),
            detail=_("A folder, such as a stick: the bundle gets a name that no other one has."),
            check=folder_problem,
        )

    def _ask_new_key(self, folder: str) -> None:
        self.boce.savers.flush()
        place = typed_path(folder)
        detail = _(
            "At least {n} characters; four words that have nothing to do with each other are good. Tell the "
            "other one the passphrase by telephone or face to face, never beside the bundle."
        )
        with_key(self.boce, lambda key: self._make(place, key), new=True, detail=detail.format(n=SHORTEST))

    def _make(self, place: Path, key: Key) -> None:
        dossier = self.boce.dossier

        def work() -> tuple[Path, Made]:
            made = make(dossier, Wanted(), key)
            target = place / made.name
            write_to(target, made, lambda: wrote(dossier, made))
            return target, made

        self.do_long(_("Making the bundle..."), work, self._made)

    def _made(self, done: tuple[Path, Made]) -> None:
        target, made = done
        self.show()
        if remembered(self.boce.dossier).partners:
            text = _("The bundle is in {file}, with {n} changes. The names travel apart: names.age.")
        else:
            text = _(
                "The bundle is in {file}. It holds everything, because it is not known yet what the other "
                "has: {n} changes. The names travel apart: names.age."
            )
        self.tell(text.format(file=target, n=made.cover.revisions))

    def action_merging_conflicts(self) -> None:
        """To the items with two versions."""
        from boce_tui.tui.merging.conflicts import ConflictsScreen

        self.boce.open(ConflictsScreen())
