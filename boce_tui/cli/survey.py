"""``boce survey``: the question sets that there are, whether one is right, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import say, say_block, say_json, say_table, tell
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env
    from boce_tui.instruments.model import Instrument, Option, Part, Question

BAD = 3


def register(commands: Commands[Parser]) -> None:
    """Add ``boce survey`` and what it can do."""
    text = _("question sets: which there are, check one, show one")
    survey = commands.add_parser("survey", help=text, description=text, allow_abbrev=False)
    kinds = survey.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("the question sets that come with the app")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.set_defaults(run=_list)

    text = _("check a question set and say everything that is wrong with it")
    check = kinds.add_parser("check", help=text, description=text, allow_abbrev=False)
    check.add_argument("file", metavar=_("FILE"), help=_("the .toml file"))
    check.set_defaults(run=_check)

    text = _("show the questions of a set as a list to read")
    show = kinds.add_parser("show", help=text, description=text, allow_abbrev=False)
    show.add_argument("id", metavar=_("ID"), help=_("id of a question set, or a .toml file"))
    show.add_argument(
        "--lang", dest="text_lang", choices=("nl", "en"), help=_("language of the questions: nl or en")
    )
    show.set_defaults(run=_show)
    text = _("what a word of the collaboration means; without a word: all of them")
    words = kinds.add_parser("words", help=text, description=text, allow_abbrev=False)
    words.add_argument("words", nargs="*", metavar=_("WORD"), help=_("a word, in Dutch or English"))
    words.set_defaults(run=_words)
    for parser in (listing, check, show, words):
        parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.instruments.library import load_file, shipped

    sets = [load_file(one.path) for one in shipped()]
    if args.json:
        say_json(env, [_head(one) for one in sets])
        return 0
    rows: list[tuple[object, ...]] = [(_("id"), _("title"), _("version"), _("questions"))]
    rows += [(one.id, one.title, one.version, len(one.questions)) for one in sets]
    say_table(env, rows, right=[3])
    return 0


def _check(args: argparse.Namespace, env: Env) -> int:
    from pathlib import Path

    from boce_tui.instruments.library import check_file

    checked = check_file(Path(args.file))
    if args.json:
        import msgspec

        say_json(env, {"ok": not checked.errors, "problems": msgspec.to_builtins(checked.problems)})
        return BAD if checked.errors else 0
    for problem in checked.problems:
        warning = problem.severity == "warning"
        line = problem.text(args.file)
        say(env, _("note: {text}").format(text=line) if warning else line)
    if checked.instrument is None:
        count = len(checked.errors)
        tell(env, ngettext("{n} problem.", "{n} problems.", count).format(n=count))
        tell(env, _("Nothing was changed. Mend the file and check it again."))
        return BAD
    one = checked.instrument
    n, m = len(one.questions), len(one.sections)
    questions = ngettext("{n} question", "{n} questions", n).format(n=n)
    sections = ngettext("{n} section", "{n} sections", m).format(n=m)
    told = _("{id} version {version} is right: {questions} in {sections}.")
    tell(env, told.format(id=one.id, version=one.version, questions=questions, sections=sections))
    return 0


def _show(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.instruments.library import find
    from boce_tui.locale import in_language, language

    instrument = find(args.id)
    if args.json:
        import msgspec

        content: Any = msgspec.to_builtins(instrument)
        content.pop("source")
        say_json(env, content)
        return 0
    with in_language(args.text_lang or language()):
        say_block(env, "\n".join(_page(instrument)))
    return 0


def _words(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.errors import BadInput
    from boce_tui.instruments.glossary import load_glossary

    asked, known = " ".join(args.words), load_glossary()
    found = known.entries
    if asked:
        one = known.lookup(asked)
        found = (one,) if one else known.in_text(asked)
    if not found:
        raise BadInput(
            _("The word list does not have '{word}'.").format(word=asked),
            hint=_("See all its words with: boce survey words"),
        )
    if args.json:
        import msgspec

        say_json(env, msgspec.to_builtins(found))
        return 0
    for entry in found:
        say(env, entry.line())
    return 0


def _head(one: Instrument) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "title": {"nl": one.title.nl, "en": one.title.get("en")},
        "questions": len(one.questions),
        "sections": len(one.sections),
        "digest": one.digest,
    }


def _page(instrument: Instrument) -> list[str]:
    """The question set as a text to read, in the language of the moment."""
    lines = [
        _("{title} ({id}, version {version})").format(
            title=instrument.title, id=instrument.id, version=instrument.version
        )
    ]
    if instrument.main_question:
        lines.append(str(instrument.main_question))
    for section in instrument.sections:
        lines += ["", str(section.title)]
        if section.sub_question:
            lines.append("  " + str(section.sub_question))
        for question in instrument.questions:
            if question.section == section.id:
                lines += _question(question)
    return lines


def _question(question: Question) -> list[str]:
    lines = ["", f"  {question.id:<4} {question.text}"]
    marks = _marks(question)
    if marks:
        lines.append("       " + " · ".join(marks))
    for group, text in question.text_for.items():
        lines.append("       " + _("{group}: {text}").format(group=_group(group), text=text))
    lines += [f"       - {probe}" for probe in question.probes]
    for group, probes in question.probes_for.items():
        lines += [
            "       - " + _("{group}: {text}").format(group=_group(group), text=probe) for probe in probes
        ]
    lines += [f"       {line}" for part in question.parts for line in _part(part)]
    return lines


def _group(group: str) -> str:
    from boce_tui.domain.vocabulary import GROUPS_PLURAL, label

    return label(GROUPS_PLURAL, group)


def _marks(question: Question) -> list[str]:
    from boce_tui.domain.vocabulary import ROLES, label

    audience = question.audience
    wanted = [*map(_group, audience.groups), *(label(ROLES, role) for role in audience.roles)]
    unwanted = [*map(_group, audience.not_groups), *(label(ROLES, role) for role in audience.not_roles)]
    marks = [_("core")] if question.core else []
    if question.per_theme:
        marks.append(_("per theme"))
    if question.evaluator_only:
        marks.append(_("for the evaluator only"))
    if question.about_persons:
        marks.append(_("about persons: no numbers in a report"))
    if wanted:
        marks.append(_("only: {names}").format(names=", ".join(wanted)))
    if unwanted:
        marks.append(_("not: {names}").format(names=", ".join(unwanted)))
    if question.from_year > 1:
        marks.append(_("from round {n}").format(n=question.from_year))
    earlier = ", ".join(dict.fromkeys(condition.question for condition in question.when))
    if earlier:
        marks.append(_("depends on the answer to {questions}").format(questions=earlier))
    return marks


def _part(part: Part) -> list[str]:
    from boce_tui.domain.vocabulary import label
    from boce_tui.instruments.labels import SOURCES
    from boce_tui.instruments.model import SCALES

    lines = [_type(part.type, str(part.label))]
    if part.options and part.type not in SCALES:
        lines.append("  " + _names(part.options))
    source = part.option_source or part.row_source
    if source:
        lines.append("  " + _("from the round: {source}").format(source=label(SOURCES, source)))
    if part.rows:
        lines.append("  " + _("rows: {names}").format(names=_names(part.rows)))
    for column in part.columns:
        shown = "  " + _type(column.type, str(column.label))
        lines.append(f"{shown} {_names(column.options)}" if column.type == "single_choice" else shown)
    return lines


def _type(kind: str, name: str) -> str:
    from boce_tui.domain.vocabulary import label
    from boce_tui.instruments.labels import TYPES

    return f"[{label(TYPES, kind)}] {name}".rstrip()


def _names(options: tuple[Option, ...]) -> str:
    return " | ".join(str(option) for option in options)
