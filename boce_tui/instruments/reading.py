"""From the content of a file to an instrument: shape first, then the rules; all that is wrong at once.

Question sets are kept in dossiers as text and read again years later: within one ``FORMAT`` nothing that was
right may become wrong. A stricter rule is a remark, or belongs to a new format.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from boce_tui.instruments import rules, source
from boce_tui.instruments.draft import Draft, Item
from boce_tui.instruments.model import FORMAT, Instrument, Part, Question, Section
from boce_tui.instruments.places import Path
from boce_tui.instruments.problems import Problem, Report, quoted
from boce_tui.instruments.scales import complete
from boce_tui.instruments.shape import WRONG, fit, fit_struct, keys_of, unknown_key
from boce_tui.locale import _

SHORTHAND_ID = "value"
NO_PART = "open_text"
_TYPE = 'type = "rating_1_5"'
_QUESTION_KEYS = keys_of(Question)
_SHORTHAND_KEYS = {name: key for name, key in keys_of(Part).items() if name not in {"id", "show_when"}}


class Checked(NamedTuple):
    """What came of reading a question set: the set, unless there are errors, and everything found."""

    instrument: Instrument | None
    problems: list[Problem]

    @property
    def errors(self) -> list[Problem]:
        """The problems that make the set unusable."""
        return [problem for problem in self.problems if problem.severity == "error"]


def check_bytes(data: bytes) -> Checked:
    """Read a question set and say everything that is wrong with it, in the language of the moment."""
    text, content, report = source.read(data)
    instrument = None if report.problems else _build(text, content, report)
    return Checked(instrument, report.sorted())


def _build(text: str, content: dict[str, Any], report: Report) -> Instrument | None:
    _check_format(content, report)
    keys = keys_of(Instrument)
    head: dict[str, Any] = {}
    for name, value in content.items():
        if name not in keys:
            unknown_key(name, list(keys), (name,), report)
        elif name not in ("section", "question"):
            head[name] = fit(value, keys[name].type, (name,), report)
    for name in keys:
        if keys[name].required and name not in content and name != "format":
            report.error((), _("{key} is missing.").format(key=name), _missing(name))
    draft = Draft(
        sections=_sections(content.get("section", []), report),
        questions=_questions(content.get("question", []), report),
        section_ids=_ids(content.get("section")),
        question_ids=_ids(content.get("question")),
    )
    rules.check(draft, report)
    if any(problem.severity == "error" for problem in report.problems):
        return None
    instrument = msgspec.convert({**head, "section": [], "question": []}, Instrument)
    return msgspec.structs.replace(
        instrument,
        sections=tuple(section for _path, section in draft.sections),
        questions=tuple(_completed(item.question) for item in draft.ordered()),
        digest=source.digest(text),
        source=text,
    )


def _check_format(content: dict[str, Any], report: Report) -> None:
    given = content.get("format")
    fix = _("Write for instance: {example}").format(example=f'format = "{FORMAT}"')
    if given is None:
        report.error((), _("{key} is missing.").format(key="format"), fix)
    elif given != FORMAT:
        newer = isinstance(given, str) and given.startswith("boce-survey/")
        what = _("This question set has a format that this app does not know: {given}.")
        report.error(
            ("format",),
            what.format(given=quoted(given)),
            _("It was made for another version of the app.") if newer else fix,
        )


def _missing(name: str) -> str:
    examples = {
        "id": 'id = "my_questions"',
        "version": 'version = "1.0"',
        "title": 'title = { nl = "...", en = "..." }',
        "section": "[[section]]",
        "question": "[[question]]",
    }
    return _("Write for instance: {example}").format(example=examples[name])


def _ids(value: Any) -> frozenset[str]:
    """Every id as written, also of blocks that have other problems: they should not cause new ones."""
    blocks = value if isinstance(value, list) else []
    return frozenset(str(block["id"]) for block in blocks if isinstance(block, dict) and "id" in block)


def _blocks(value: Any, name: str, report: Report) -> list[tuple[Path, Any]]:
    if not isinstance(value, list):
        report.error(
            (name,),
            _("A list of blocks was expected here."),
            _("Begin each with two brackets: [[{name}]].").format(name=name),
        )
        return []
    return [((name, index), block) for index, block in enumerate(value)]


def _converted(fitted: Any, struct: type[Struct], path: Path, report: Report) -> Any:
    """The struct of what was found right; the last guard should ``shape`` ever miss something."""
    try:
        return msgspec.convert(fitted, struct, strict=True)
    except msgspec.ValidationError as error:
        report.error(path, str(error))
        return None


def _sections(value: Any, report: Report) -> list[tuple[Path, Section]]:
    found = []
    for path, block in _blocks(value, "section", report):
        fitted = fit_struct(block, Section, path, report)
        section = None if fitted is WRONG else _converted(fitted, Section, path, report)
        if section:
            found.append((path, section))
    return found


def _questions(value: Any, report: Report) -> list[Item]:
    found = []
    for path, block in _blocks(value, "question", report):
        item = _question(block, path, report)
        if item:
            found.append(item)
    return found


def _question(block: Any, path: Path, report: Report) -> Item | None:
    if not isinstance(block, dict):
        report.error(path, _("A block with keys was expected here."), "")
        return None
    own = {name: value for name, value in block.items() if name in _QUESTION_KEYS}
    short, fine = _shorthand(block, path, report)
    parts = _parts(own.pop("part", []), short, path, report)
    fitted = fit_struct(own, Question, path, report)
    if fitted is WRONG or not fine or parts is None:
        return None
    _number_probes(fitted)
    question = _converted({**fitted, "part": []}, Question, path, report)
    if question is None:
        return None
    question = msgspec.structs.replace(question, parts=tuple(part for _path, part in parts))
    return Item(path, question, tuple(place for place, _part in parts))


def _shorthand(block: dict[str, Any], path: Path, report: Report) -> tuple[dict[str, Any], bool]:
    """The keys of a part that stand in the question itself, and whether there are no strangers among them."""
    strangers = [name for name in block if name not in _QUESTION_KEYS]
    fine = True
    for name in strangers:
        if name not in _SHORTHAND_KEYS:
            unknown_key(name, [*_QUESTION_KEYS, *_SHORTHAND_KEYS], (*path, name), report)
            fine = False
        elif "type" not in block:
            what = _("{key} says something about an answer, but there is no type.").format(key=name)
            report.error((*path, name), what, _("Write for instance: {example}").format(example=_TYPE))
            fine = False
    return {name: block[name] for name in strangers if name in _SHORTHAND_KEYS and "type" in block}, fine


def _parts(value: Any, short: dict[str, Any], path: Path, report: Report) -> list[tuple[Path, Part]] | None:
    """The parts of a question, the one of the shorthand first; None when one of them is wrong."""
    blocks: list[tuple[Path, Any]] = []
    if short and short.get("type") != NO_PART:
        blocks.append((path, {"id": SHORTHAND_ID, **short}))
    elif short:
        for name in (key for key in short if key != "type"):
            what = _("{key} does not belong to type {type}.").format(key=name, type=NO_PART)
            report.error((*path, name), what, _("Remove it, or choose another type."))
    if not isinstance(value, list):
        fix = _("Begin each with two brackets: [[{name}]].").format(name="question.part")
        report.error((*path, "part"), _("A list of blocks was expected here."), fix)
        return None
    blocks += [((*path, "part", index), block) for index, block in enumerate(value)]
    parts = []
    for place, block in blocks:
        fitted = fit_struct(block, Part, place, report)
        part = None if fitted is WRONG else _converted(fitted, Part, place, report)
        if part:
            parts.append((place, part))
    return parts if len(parts) == len(blocks) else None


def _number_probes(fitted: dict[str, Any]) -> None:
    """Number the probes of a question through, those of the groups after the general ones."""
    number = 0
    for probes in (fitted.get("probes", []), *fitted.get("probes_for", {}).values()):
        for probe in probes:
            probe["number"] = number
            number += 1


def _completed(question: Question) -> Question:
    return msgspec.structs.replace(question, parts=tuple(complete(part) for part in question.parts))
