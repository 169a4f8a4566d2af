"""After an unclean end: typed text comes back, and where there are two texts a person chooses."""

from __future__ import annotations

from datetime import datetime

from boce_tui.cycle.interviewing import Found, found, found_in_editor
from boce_tui.cycle.interviewing.values import TYPED, read_typed, typed_value
from boce_tui.domain.keys import AnswerKey
from boce_tui.errors import BadInput
from boce_tui.instruments.model import Column, Part
from boce_tui.instruments.steps import Step
from boce_tui.locale import _, ngettext
from boce_tui.plain.choosing import Keyed, say_options
from boce_tui.plain.choosing import found as chosen
from boce_tui.plain.editing import editor_command, keep, run_editor
from boce_tui.plain.pens import Write
from boce_tui.plain.room import Room
from boce_tui.store.editor_files import EditorFile
from boce_tui.store.recovery import Recovered


def bring_back(room: Room) -> None:
    """Go through everything that was left behind in this interview."""
    talk = room.talk
    for item in found(talk.dossier, talk.round_id, talk.interview_id):
        if item.is_beside:
            talk.bring_back(item)
            talk.reload()
            talk.refresh_route()
            room.say(_("Brought back, beside the questions:"))
            room.voice.block(item.recovered.text)
            continue
        step = _step(room, item.key)
        if step is None:
            room.say(
                _("Text of question {question} waits: that question is not asked now.").format(
                    question=item.key.question
                )
            )
        elif item.recovered.conflict:
            _choose(room, item, step)
        else:
            _go_on(room, item, step)
    for item in found_in_editor(talk.dossier, talk.round_id, talk.interview_id):
        if item.file is not None:
            _from_editor(room, item.key, item.recovered, item.file)


def _step(room: Room, key: AnswerKey) -> Step | None:
    index = room.talk.find(key.question, key.theme_or_none)
    return None if index is None else room.talk.steps[index]


def _go_on(room: Room, item: Found, step: Step) -> None:
    """The text simply goes on from what was saved: it is kept, and said."""
    words = ngettext(
        "Brought back: {count} character at question {question}, typed at {time}.",
        "Brought back: {count} characters at question {question}, typed at {time}.",
        item.recovered.chars,
    )
    room.say(words.format(count=item.recovered.chars, question=item.key.question, time=_time(item)))
    room.voice.block(item.recovered.text)
    _put(room, item, step, room.talk.dossier.drafts.accept(item.recovered.field))
    room.talk.go_to(step.place)


def _choose(room: Room, item: Found, step: Step) -> None:
    room.say(_("Question {question} has two texts. Nothing is gone.").format(question=item.key.question))
    room.say(_("1. The saved text:"))
    room.voice.block(item.recovered.saved_text)
    room.say(_("2. The text that was typed at {time} and not saved:").format(time=_time(item)))
    room.voice.block(item.recovered.text)
    what = _which(room)
    drafts, field = room.talk.dossier.drafts, item.recovered.field
    if what == "saved":
        drafts.discard(field)
    elif what:
        text = drafts.accept(field)
        _put(room, item, step, f"{item.recovered.saved_text}\n{text}" if what == "both" else text)


def _which(room: Room, *more: Keyed) -> str:
    """``saved``, ``typed``, ``both`` or what else was offered; empty to decide later."""
    options = [
        Keyed("1", "saved", _("keep the saved text")),
        Keyed("2", "typed", _("take the other text")),
        Keyed("3", "both", _("keep both, under each other")),
        *more,
    ]
    say_options(room, options)
    while True:
        typed = room.ask_words(_("Which one (1-{last}; enter decides later)").format(last=len(options)))
        option = chosen(options, typed)
        if option is not None or not typed.strip():
            return option.id if option else ""


def _put(room: Room, item: Found, step: Step, text: str) -> None:
    """Keep a text where it belongs; a number that is none becomes a note."""
    talk, who = room.talk, item.key.participant
    stored = talk.stored(step, who)
    if item.part == "wording":
        quote = item.recovered.field.partition(":")[2].rpartition(":")[0]
        base, write = item.recovered.base_rev, lambda words: talk.write_wording(quote, words)
    else:
        base, write = stored.id if stored else "", _writer(room, step, who, item.part)  # type: ignore[assignment]
    pen = room.pens.open(item.recovered.field, item.recovered.saved_text, base, write)
    pen.become(text)
    state = pen.keep()
    if state.kind != "saved" and item.part != "text" and _no_value(step, item.part, text):
        pen.become("")
        pen.keep()
        note = room.pens.note(step, who)
        note.become(f"{note.text}\n{text}" if note.text.strip() else text)
        note.keep()
        room.say(_("'{text}' could not be read as a value; it is kept as a note.").format(text=text))


def _no_value(step: Step, path: str, text: str) -> bool:
    item = _item(step, path.split("."))
    try:
        if item is not None:
            read_typed(item, text)
    except BadInput:
        return True
    return False


def _item(step: Step, names: list[str]) -> Part | Column | None:
    part = next((known for known in step.parts if len(names) > 1 and known.id == names[1]), None)
    if part is not None and len(names) == 5:
        return next(
            (column for column in part.columns if column.id == names[4] and column.type in TYPED), None
        )
    return part if part is not None and part.type in TYPED else None


def _writer(room: Room, step: Step, who: str, path: str) -> Write:
    """What makes a revision of a field; the same paths as in the room."""
    talk, names = room.talk, path.split(".")
    if names[0] != "values" or len(names) < 3:
        return lambda text: talk.write_text(step, text, who)
    part, kind = names[1], names[2]
    if kind == "other":
        return lambda text: talk.write_other(step, part, text, who)
    if kind == "text":
        return lambda text: talk.write_swot_text(step, part, text, who)
    if len(names) == 5:
        column = _item(step, names)
        return lambda text: talk.write_cell(
            step, part, names[3], names[4], (read_typed(column, text) if column else text) or None, who
        )
    known = next(known for known in step.parts if known.id == part)
    if known.type in TYPED:
        return lambda text: talk.write_value(step, part, typed_value(known, text), who)
    return lambda text: talk.write_items(step, part, tuple(text.split("\n")), who)


def _from_editor(room: Room, key: AnswerKey, two: Recovered, file: EditorFile) -> None:
    """A text that was open in an editor."""
    step, saved, text = _step(room, key), two.saved_text, two.text
    if step is None:
        room.say(
            _("Text of question {question} waits: that question is not asked now.").format(
                question=key.question
            )
        )
        return
    room.say(
        _("An editor was open at question {question} when it ended. There are two texts.").format(
            question=key.question
        )
    )
    room.say(_("1. The saved text:"))
    room.voice.block(saved)
    room.say(_("2. The text as the editor last wrote it:"))
    room.voice.block(text)
    if file.beside():
        room.say(_("The editor left a file of its own, which may hold more: open it again to see."))
    command = editor_command(room.env.environ)
    what = _which(room, *([Keyed("4", "editor", _("open it in the editor again"))] if command else []))
    before, room.who = room.who, key.participant
    if what == "saved":
        file.remove()
    elif what == "editor" and command:
        run_editor(room, command, file)
        keep(room, step, file, saved)
    elif what:
        if what == "both":
            file.write(f"{saved}\n{text}")
        keep(room, step, file, saved)
    room.who = before


def _time(item: Found) -> str:
    return f"{datetime.fromisoformat(item.recovered.at).astimezone():%H:%M}"
