"""Holds the content of a file against the structs of ``model`` and says everything that does not fit.

msgspec itself stops at the first problem, in English. What passes here it converts without complaint.
"""

from __future__ import annotations

import re
import types
from functools import cache
from math import isfinite
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from msgspec import NODEFAULT, Meta, Struct, structs

from boce_tui.instruments.model import Probe, Text
from boce_tui.instruments.places import Path
from boce_tui.instruments.problems import Report, quoted, suggestion
from boce_tui.locale import _

LONGEST_TEXT = 2000
MOST_ITEMS = 500

_BLANKS = re.compile(r"\s+")


class Wrong:
    """Stands for a value that was refused; its problem has been reported."""


WRONG = Wrong()


class Key(NamedTuple):
    """A key that a block may have."""

    name: str
    type: Any
    required: bool


@cache
def keys_of(struct: type[Struct]) -> dict[str, Key]:
    """The keys that may stand in the file for this struct."""
    found = {}
    for info in structs.fields(struct):
        internal = any(
            isinstance(meta, Meta) and (meta.extra or {}).get("internal")
            for meta in getattr(info.type, "__metadata__", ())
        )
        if not internal:
            required = info.default is NODEFAULT and info.default_factory is NODEFAULT
            found[info.encode_name] = Key(info.encode_name, info.type, required)
    return found


def fit(value: Any, kind: Any, path: Path, report: Report) -> Any:
    """``value`` made ready for ``kind``, or ``WRONG`` after its problems were reported."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return fit(value, next(arg for arg in get_args(kind) if arg is not type(None)), path, report)
    if origin is Annotated:
        base, *metas = get_args(kind)
        return _fit_special(value, base, next(m for m in metas if isinstance(m, Meta)), path, report)
    if origin is Literal:
        return _fit_choice(value, get_args(kind), path, report)
    if origin is tuple:
        return _fit_list(value, get_args(kind)[0], path, report)
    if origin is dict:
        return _fit_dict(value, get_args(kind)[1], path, report)
    if isinstance(kind, type) and issubclass(kind, Struct):
        return fit_struct(value, kind, path, report)
    return _fit_plain(value, kind, path, report)


def fit_struct(value: Any, struct: type[Struct], path: Path, report: Report) -> Any:
    """A block of the file as ``struct``."""
    if struct in (Text, Probe) and isinstance(value, str):
        value = {"nl": value}
    if not isinstance(value, dict):
        if issubclass(struct, Text):
            report.error(path, _("A text was expected here."), _('Write: { nl = "...", en = "..." }.'))
        else:
            report.error(path, _("A block with keys was expected here."), "")
        return WRONG
    keys = keys_of(struct)
    fitted: dict[str, Any] = {}
    fine = True
    for name, inner in value.items():
        if name not in keys:
            unknown_key(name, list(keys), (*path, name), report)
            fine = False
            continue
        fitted[name] = fit(inner, keys[name].type, (*path, name), report)
        fine = fine and fitted[name] is not WRONG
    for key in keys.values():
        if key.required and key.name not in value:
            report.error(path, _("{key} is missing.").format(key=key.name), _example(key.name))
            fine = False
    if not fine:
        return WRONG
    if issubclass(struct, Text):
        return _fit_text(fitted, path, report)
    return fitted


def unknown_key(name: str, known: list[str], path: Path, report: Report) -> None:
    """Say that a key does not exist, and which one was probably meant."""
    stem, _sign, lang = name.rpartition("_")
    if lang in ("nl", "en") and stem in known:
        hint = _("Write: {key}").format(key=f"{stem}.{lang}")
    else:
        hint = suggestion(name, known)
    report.error(path, _("Unknown key: {key}.").format(key=quoted(name)), hint)


def _example(name: str) -> str:
    examples = {
        "id": 'id = "A1"',
        "text": 'text = { nl = "...", en = "..." }',
        "title": 'title = { nl = "...", en = "..." }',
        "nl": 'nl = "..."',
        "version": 'version = "1.0"',
        "type": 'type = "rating_1_5"',
        "section": 'section = "ambitions"',
    }
    return _("Write for instance: {example}").format(example=examples[name]) if name in examples else ""


def _fit_text(fitted: dict[str, Any], path: Path, report: Report) -> Any:
    lines = path[-1:] == ("help",)
    for lang in ("nl", "en"):
        if lang in fitted:
            fitted[lang] = _tidy(fitted[lang], keep_lines=lines)
    if not fitted["nl"]:
        report.error((*path, "nl"), _("This text is empty."), _("Write the text, or remove the key."))
        return WRONG
    if not fitted.get("en"):
        report.warn(path, _("The English text is missing."), _("The Dutch text is shown in its place."))
    return fitted


def _tidy(text: str, *, keep_lines: bool) -> str:
    if not keep_lines:
        return _BLANKS.sub(" ", text).strip()
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in text.strip().split("\n"))


def _fit_special(value: Any, base: Any, meta: Meta, path: Path, report: Report) -> Any:
    if (meta.extra or {}).get("number") and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    fitted = fit(value, base, path, report)
    if fitted is WRONG or meta.pattern is None or re.fullmatch(meta.pattern, fitted):
        return fitted
    if "A-Z" in meta.pattern:
        fix = _("Begin with a letter, then letters, digits, _ and -; at most 32 signs. For instance: A1")
    elif "a-z" in meta.pattern:
        fix = _("Only small letters, digits, _ and -; at most 48 signs. For instance: success_factors")
    else:
        fix = _('Numbers with points between them. For instance: "1.0"')
    report.error(path, _('"{value}" cannot be used here.').format(value=quoted(value)), fix)
    return WRONG


def _fit_choice(value: Any, choices: tuple[str, ...], path: Path, report: Report) -> Any:
    if value in choices and isinstance(value, str):
        return value
    report.error(
        path, _('"{value}" does not exist here.').format(value=quoted(value)), suggestion(str(value), choices)
    )
    return WRONG


def _fit_list(value: Any, kind: Any, path: Path, report: Report) -> Any:
    if not isinstance(value, list):
        report.error(path, _("A list was expected here."), _('Put it between brackets: ["..."].'))
        return WRONG
    if len(value) > MOST_ITEMS:
        report.error(path, _("There are more than {n} items in this list.").format(n=MOST_ITEMS), "")
        return WRONG
    fitted = [fit(item, kind, (*path, index), report) for index, item in enumerate(value)]
    return WRONG if any(item is WRONG for item in fitted) else fitted


def _fit_dict(value: Any, kind: Any, path: Path, report: Report) -> Any:
    if not isinstance(value, dict):
        report.error(path, _("A block with keys was expected here."), "")
        return WRONG
    fitted = {key: fit(item, kind, (*path, key), report) for key, item in value.items()}
    return WRONG if any(item is WRONG for item in fitted.values()) else fitted


def _fit_plain(value: Any, kind: Any, path: Path, report: Report) -> Any:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind is str:
        good = isinstance(value, str)
        fix = _('Put it between quotation marks: "{value}".').format(value=quoted(value))
    elif kind is bool:
        good = isinstance(value, bool)
        fix = _("Write true or false, without quotation marks.")
    else:
        good = number and isfinite(value) and (kind is float or isinstance(value, int))
        good = good and abs(value) < 10**12
        fix = _("Write a whole number, without quotation marks.")
        if kind is float:
            fix = _("Write a number with a decimal point, without quotation marks.")
    if not good:
        wanted = {str: _("A text was expected here."), bool: _("true or false was expected here.")}
        fix = "" if kind is str and isinstance(value, dict | list) else fix
        report.error(path, wanted.get(kind, _("A number was expected here.")), fix)
        return WRONG
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        report.error(
            path,
            _("This text is too long: {n} characters.").format(n=len(value)),
            _("At most {n} characters.").format(n=LONGEST_TEXT),
        )
        return WRONG
    return value
