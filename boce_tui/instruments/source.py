"""From the bytes of a file to its keys and values, whatever is in them."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from typing import Any

from boce_tui.domain.text import is_control, is_invisible
from boce_tui.instruments.places import Path
from boce_tui.instruments.problems import Report
from boce_tui.locale import _

LARGEST = 1_000_000
"""Bytes; the full yearly question set is about a twentieth of this."""
DEEPEST = 40
_AT_LINE = re.compile(r"\(at (?:line (\d+)|end of document)")


def read(data: bytes) -> tuple[str, dict[str, Any], Report]:
    """Read a TOML file.

    Returns:
        The text (NFC, line ends LF), its content, and a report that knows the line of every key. When the
        text is not TOML at all the content is empty and the report says why.
    """
    report = Report()
    text = _decode(data, report)
    if report.problems:
        return text, {}, report
    _refuse_signs(text, report)
    if report.problems:
        return text, {}, report
    content = _parse(text, report)
    if report.problems:
        return text, {}, report
    known = Report(content, text)
    _refuse_escaped_signs(content, (), known)
    return text, content, known


def digest(text: str) -> str:
    """The fingerprint of a question set's text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _decode(data: bytes, report: Report) -> str:
    if len(data) > LARGEST:
        report.at_line(
            0,
            _("The file is too large for a question set."),
            _("At most {size} kB.").format(size=LARGEST // 1000),
        )
        return ""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.at_line(1, _("The file is saved as UTF-16."), _("Save it as UTF-8 (plain text)."))
        return ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.at_line(
            line, _("The file is not UTF-8: it has a character that cannot be read."), _("Save it as UTF-8.")
        )
        return ""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def sign_name(char: str) -> str:
    """A character by number and name, so that it can be found and removed."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X} {name}".strip()


def is_refused(char: str) -> bool:
    """True for characters that have no place in a question set: control, direction, invisible."""
    return is_control(char) or is_invisible(char) or char in "\u2028\u2029"


def _refuse_signs(text: str, report: Report) -> None:
    refused = {char for char in set(text) if is_refused(char)}
    if not refused:
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = next(((at, char) for at, char in enumerate(line, 1) if char in refused), None)
        if found:
            report.at_line(
                number,
                _("There is an invisible character at position {at}: {sign}.").format(
                    at=found[0], sign=sign_name(found[1])
                ),
                _("Remove it, or type the line again."),
            )


def _refuse_escaped_signs(value: object, path: Path, report: Report) -> None:
    """Characters written as an escape, with a backslash and u, get past the check of the text itself."""
    if isinstance(value, str):
        if value.isascii() and value.isprintable():
            return
        char = next((char for char in value if is_refused(char)), None)
        if char:
            report.error(
                path,
                _("There is an invisible character in this text: {sign}.").format(sign=sign_name(char)),
                _("Remove it."),
            )
    elif isinstance(value, dict):
        for key, inner in value.items():
            _refuse_escaped_signs(key, (*path, key), report)
            _refuse_escaped_signs(inner, (*path, key), report)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _refuse_escaped_signs(inner, (*path, index), report)


def _parse(text: str, report: Report) -> dict[str, Any]:
    too_deep = _("Lists or tables stand too deep inside each other."), _("Write them one after the other.")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, what, fix = _explain(str(error), text)
        report.at_line(line, what, fix)
        return {}
    except RecursionError:
        report.at_line(0, *too_deep)
        return {}
    except ValueError:  # a number of thousands of digits
        report.at_line(0, _("There is a number in the file that is too long."), "")
        return {}
    if _depth(content) > DEEPEST:
        report.at_line(0, *too_deep)
        return {}
    return content


def _depth(value: object) -> int:
    """How deep lists and tables are nested; level by level, so that nothing can overflow."""
    level = [value]
    depth = 0
    while level and depth <= DEEPEST:
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        depth += 1
    return depth


def _explain(message: str, text: str) -> tuple[int, str, str]:
    """The parser's message as a line number and two sentences."""
    match = _AT_LINE.search(message)
    line = int(match.group(1)) if match and match.group(1) else text.count("\n") + 1
    reasons = {
        "Expected '='": (_("There is no = after this key."), _('Write: key = "text".')),
        "Expected newline": (
            _("There is something more after the value on this line."),
            _('One key per line; a quotation mark inside a text is written as \\".'),
        ),
        "Invalid value": (
            _("The value after the = is not written the right way."),
            _('Text stands between quotation marks: key = "text".'),
        ),
        "Cannot overwrite a value": (
            _("This key is written twice in the same block."),
            _("Remove one of the two, or begin a new block such as [[question]]."),
        ),
        "Duplicate inline table key": (
            _("This key is written twice in the same block."),
            _("Remove one of the two, or begin a new block such as [[question]]."),
        ),
        "Cannot declare": (
            _("This block cannot begin here a second time."),
            _("Questions begin with [[question]], sections with [[section]]: two brackets on each side."),
        ),
        "Unclosed array": (_("A list is not closed."), _("A list begins with [ and ends with ].")),
        "Unclosed inline table": (_("A { has no }."), _('Write for instance: { nl = "...", en = "..." }.')),
        "Unterminated string": (
            _("A text is not closed."),
            _('Text stands between quotation marks on one line: key = "text".'),
        ),
        "Illegal character": (
            _("A text is not closed, or has a character that may not stand here."),
            _('Text stands between quotation marks on one line: key = "text".'),
        ),
    }
    for start, (what, fix) in reasons.items():
        if start in message:
            return line, what, fix
    return (
        line,
        _("This line is not valid TOML."),
        _('Each line is a key with a value (key = "text") or the beginning of a block ([[question]]).'),
    )
