"""Finding and reading question sets: the ones that come with the app, files, and texts kept in a dossier."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from boce_tui.data_files import data_folder
from boce_tui.domain.text import inert_line
from boce_tui.errors import BadInput
from boce_tui.instruments.model import Instrument
from boce_tui.instruments.problems import InstrumentProblems, Problem, suggestion
from boce_tui.instruments.reading import Checked, check_bytes
from boce_tui.instruments.source import LARGEST
from boce_tui.locale import _, language

ENDING = ".toml"
NOT_A_SET = ("glossary",)
"""Other data in the same folder."""
FORMS = ("theme_intake", "progress_round")
"""Sets that are filled in as a form, beside a round; no interviews are held with them."""


class Shipped(Struct, frozen=True):
    """A question set that comes with the app; ``id`` is the name of its file."""

    id: str
    path: Path


def shipped() -> list[Shipped]:
    """The question sets that come with the app, by id. Their contents are not read."""
    files = sorted(data_folder("surveys").glob(f"*{ENDING}"))
    return [Shipped(file.stem, file) for file in files if file.stem not in NOT_A_SET]


def load_shipped(set_id: str) -> Instrument:
    """Read a question set that comes with the app."""
    sets = {one.id: one.path for one in shipped()}
    if set_id not in sets:
        raise BadInput(
            _('There is no question set "{id}".').format(id=inert_line(set_id)), hint=suggestion(set_id, sets)
        )
    return load_file(sets[set_id])


def find(ref: str) -> Instrument:
    """Read a question set by the id of a shipped one or by the name of a file."""
    looks_like_file = ref.endswith(ENDING) or "/" in ref or "\\" in ref
    return load_file(Path(ref)) if looks_like_file else load_shipped(ref)


def check_file(path: Path) -> Checked:
    """Read a file and say everything that is wrong with it, in the language of the moment."""
    checked = check_bytes(read_bytes(path))
    one = checked.instrument
    if one is None or one.chapters() or one.id in FORMS:
        return checked
    empty = Problem(
        "warning",
        0,
        "section",
        _("No section becomes a chapter: with this set, chapter 3 of the report stays empty."),
        _("Write report = true and a sub_question with the sections that are one."),
    )
    return Checked(one, [*checked.problems, empty])


def load_file(path: Path) -> Instrument:
    """Read a question set from a file; raises ``BadInput`` when it cannot be used."""
    return _load(read_bytes(path), str(path))


def load_text(text: str, name: str = "") -> Instrument:
    """Read a question set from its text, such as ``Instrument.source`` kept in a dossier."""
    return _load(text.encode("utf-8", "surrogatepass"), name)


@lru_cache(maxsize=8)
def _checked(data: bytes, _lang: str) -> Checked:
    return check_bytes(data)


def _load(data: bytes, name: str) -> Instrument:
    checked = _checked(data, language())
    if checked.instrument is None:
        raise InstrumentProblems(name, checked.problems)
    return checked.instrument


def read_bytes(path: Path) -> bytes:
    """The file's bytes, never more than a little over what is allowed."""
    name = inert_line(str(path))
    if path.is_dir():
        raise BadInput(_("This is a folder, not a file."), hint=_("Name the file itself."), place=name)
    if not path.exists():
        raise BadInput(
            _("This file does not exist."),
            hint=_("Check the name, or see what there is with: boce survey list"),
            place=name,
        )
    if not path.is_file():
        raise BadInput(_("This is not an ordinary file."), hint=_("Name the file itself."), place=name)
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(
            _("This file cannot be read: {reason}.").format(reason=error.strerror or type(error).__name__),
            hint=_("Nothing was changed. Check whether you may open it."),
            place=name,
        ) from error
