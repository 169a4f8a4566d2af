"""Compile the Dutch fragments ``nl/*.po`` into ``nl/boce.mo`` and check that they are complete.

``python -m boce_tui.locale.build`` writes the catalogue; with ``--check`` it says what is missing,
double or out of date (exit 1).
"""

from __future__ import annotations

import ast
import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from boce_tui import locale

FIXED = datetime(2000, 1, 1, tzinfo=UTC)
PACKAGE = Path(__file__).parent.parent
CATALOGUE = Path(locale.CATALOGUE)
_Text = str | tuple[str, ...] | list[str]
MARKERS = {"_": 1, "N_": 1, "ngettext": 2}


def fragments() -> list[Path]:
    """The Dutch source files, in a fixed order."""
    return sorted((Path(__file__).parent / "nl").glob("*.po"))


def merged() -> tuple[Catalog, list[str]]:
    """All fragments as one catalogue, and what is wrong with them."""
    catalogue = Catalog(locale="nl", fuzzy=False, charset="utf-8")
    catalogue.creation_date = catalogue.revision_date = FIXED
    problems: list[str] = []
    seen: dict[_Text, tuple[_Text | None, str]] = {}
    for path in fragments():
        with path.open("rb") as file:
            part = read_po(file, locale="nl", abort_invalid=True)
        for message in part:
            if not message.id:
                continue
            if not message.string or (isinstance(message.string, tuple) and not all(message.string)):
                problems.append(f"{path.name}: no Dutch text for {message.id!r}")
            if message.id in seen and seen[message.id][0] != message.string:
                problems.append(f"{path.name}: {message.id!r} differs from {seen[message.id][1]}")
            seen.setdefault(message.id, (message.string, path.name))
    for msgid in sorted(seen, key=str):
        catalogue.add(msgid, string=seen[msgid][0])
    return catalogue, problems


def used() -> dict[str, str]:
    """Every source string marked for translation in the code, with the file it stands in."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
                for arg in node.args[: MARKERS[node.func.id]]:
                    if isinstance(arg, ast.Constant) and isinstance(arg.value, str) and arg.value:
                        found.setdefault(arg.value, str(path.relative_to(PACKAGE)))
    return found


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue in the binary form the standard library reads."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def problems_found() -> list[str]:
    """Everything that keeps the Dutch catalogue from being complete and current."""
    catalogue, problems = merged()
    known = {part for message in catalogue for part in _ids(message.id)}
    problems += [f"{file}: no Dutch text for {text!r}" for text, file in used().items() if text not in known]
    if not CATALOGUE.exists() or CATALOGUE.read_bytes() != compiled(catalogue):
        problems.append("boce.mo is out of date: run python -m boce_tui.locale.build")
    return problems


def _ids(msgid: object) -> tuple[str, ...]:
    return tuple(msgid) if isinstance(msgid, list | tuple) else (str(msgid),)


def main(argv: list[str]) -> int:
    """Build or check; returns the exit code."""
    if "--check" in argv:
        found = problems_found()
        sys.stdout.write("\n".join(found or ["catalogue complete"]) + "\n")
        return 1 if found else 0
    catalogue, problems = merged()
    CATALOGUE.write_bytes(compiled(catalogue))
    sys.stdout.write("\n".join([*problems, f"{len(catalogue)} texts -> {CATALOGUE.name}"]) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
