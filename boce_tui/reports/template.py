"""Templates in a sandbox: they place blocks, and what is not a block is made inert.

A template belongs to the programme, never to an interview: nothing that people typed is ever run as one.
Still it gets only what it needs. It sees plain data and block functions, cannot reach Python behind them,
and its output is limited, so that a wrong loop ends with an explanation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boce_tui.data_files import data_folder
from boce_tui.errors import BadInput
from boce_tui.locale import _, in_language, ngettext
from boce_tui.reports import blocks, formats
from boce_tui.reports.blocks import span
from boce_tui.reports.escape import Md, canonical
from boce_tui.reports.model import Text

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

LARGEST = 16_000_000
"""Characters a document may have: a hundred times a large report."""
ENDING = ".md.j2"
BLOCKS: Mapping[str, Callable[..., Any]] = {
    "heading": blocks.heading,
    "paragraph": blocks.paragraph,
    "bullets": blocks.bullets,
    "numbered": blocks.numbered,
    "quote": blocks.quote,
    "table": blocks.table,
    "strong": blocks.strong,
    "fill": blocks.fill,
    "listing": blocks.listing,
    "sentences": blocks.sentences,
    "day": formats.day,
}
"""What every template may call; the parts of its own document come with the values."""


def finalize(value: object) -> Md:
    """What a template prints for a value: Markdown blocks as they are, every other text made inert."""
    if isinstance(value, Md):
        return value
    if isinstance(value, str | int | Text) and not isinstance(value, bool):
        return span(value)
    if type(value).__name__.endswith("Undefined"):
        str(value)  # says which word does not exist
    raise TypeError(f"a template cannot print {type(value).__name__}")


@cache
def environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """The sandbox that templates of `folder` run in; a changed file is read again."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    found = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=False,  # that is for HTML; finalize makes texts inert for Markdown
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in ("lipsum", "cycler", "joiner", "namespace"):
        del found.globals[name]
    found.globals.update({"_": _, "ngettext": ngettext, **BLOCKS})
    return found


def render(
    name: str, values: Mapping[str, Any], language: str, folder: Path | None = None, largest: int = LARGEST
) -> str:
    """Render a template to canonical Markdown.

    Args:
        name: Template without its ending, such as ``evaluation_report``.
        values: What the template may use.
        language: Language of the fixed texts.
        folder: Folder of the templates; the app's own when not given.
        largest: Characters at which rendering stops.

    Raises:
        BadInput: The template is missing or wrong; file and line are named.
    """
    from jinja2 import TemplateError

    folder = folder or data_folder("exports") / "templates"
    file = f"{name}{ENDING}"
    pieces: list[str] = []
    size = 0
    try:
        template = environment(folder).get_template(file)
        with in_language(language):
            for piece in template.generate(**values):
                pieces.append(piece)
                size += len(piece)
                if size > largest:
                    raise _too_large(file)
    except BadInput:
        raise
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise _explained(error, folder, file) from error
    return canonical("".join(pieces))


def _too_large(file: str) -> BadInput:
    return BadInput(
        _("The template makes a document without end."),
        hint=_("Look for a loop in the template that goes over too much. Nothing was written."),
        place=file,
    )


def _explained(error: Exception, folder: Path, file: str) -> BadInput:
    """The error in the user's words, with the file and line of the template."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    hint = _("Mend the template, or put back the one that came with the app. Nothing was written.")
    where, line = _place(error, folder, file)
    place = _("{file}, line {line}").format(file=where, line=line) if line else where
    if isinstance(error, TemplateNotFound):
        message = _("The template {name} is not there.").format(name=error.name or file)
        place = str(folder)
    elif isinstance(error, TemplateSyntaxError):
        message = _("The template has a mistake: {detail}").format(detail=error.message or "")
    elif isinstance(error, UndefinedError):
        message = _("The template uses a word that does not exist: {detail}").format(
            detail=error.message or ""
        )
    elif isinstance(error, SecurityError):
        message = _("The template asks for something that is not allowed: {detail}").format(detail=str(error))
    else:
        message = _("The template cannot be used: {detail}").format(detail=str(error))
    return BadInput(message, hint=hint, place=place)


def _place(error: Exception, folder: Path, file: str) -> tuple[str, int]:
    """File and line of a template error: its own, or the deepest template line of the traceback."""
    line = getattr(error, "lineno", None)
    if line:
        return getattr(error, "name", None) or file, int(line)
    found = (file, 0)
    trace = error.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.parent == folder and path.name.endswith(ENDING):
            found = (path.name, trace.tb_lineno)
        trace = trace.tb_next
    return found
