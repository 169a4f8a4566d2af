"""The notes of a question: every line that is typed is added; an empty line goes on. Quotes stand in them."""

from __future__ import annotations

from boce_tui.cycle.interviewing import last_sentence
from boce_tui.domain.vocabulary import QUOTE_APPROVAL, label
from boce_tui.errors import BadInput
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.plain import commands
from boce_tui.plain.choosing import Keyed, found, range_words, say_options
from boce_tui.plain.pens import Pen, joined, keeping
from boce_tui.plain.room import Cleared, Room
from boce_tui.plain.telling import quote_line, say_note


def ask_note(room: Room, step: Step) -> None:
    """Take lines until an empty one."""
    if not step.notes:
        room.ask(_("Enter goes to the next question"))
        return
    say_note(room)
    question = str(step.notes_label) or _("Your note")
    first = _("{name} (an empty line goes to the next question)").format(name=question)
    words = first
    while True:
        note = room.note(step)
        before = note.text

        def typed_now(text: str, note: Pen = note, before: str = before) -> None:
            note.become(joined(before, text))

        try:
            typed = room.ask(words, typed_now, quotes=True)
        except Cleared:
            note.become("")
            note.keep()
            room.say(_("The note is empty now. In the screens of boce ctrl+z brings older text back."))
            continue
        if not typed.strip():
            return
        note.become(joined(before, typed))
        note.keep()
        room.tell_trouble()
        words = question


def _marked(words: str) -> str:
    return f"“{words.strip()}”" if words.strip() else ""


def catch_quote(room: Room, step: Step, words: str) -> None:
    """Make these words a quote, in the note too; without words the last sentence of the note."""
    note = room.note(step)
    text = room.talk.answer(step, room.who).text
    if words:
        start = text.find(words)
        if start < 0 and step.notes:
            note.become(joined(text, _marked(words)))
            start = len(note.text) - len(words) - 1
        else:
            note.become(text)
        note.keep()
    else:
        start, end = last_sentence(text, len(text))
        words = text[start:end]
    stored = room.talk.add_quote(step, words, start, room.who)
    if stored.value:
        room.say(quote_line(stored.value))


def ask_quotes(room: Room, step: Step) -> None:
    """Literal words at a question that asks for them; enter is none, or no more."""
    while True:
        note = room.note(step)
        before = note.text

        def typed_now(text: str, note: Pen = note, before: str = before) -> None:
            if step.notes:
                note.become(joined(before, _marked(text)))

        typed = room.ask(_("Quote, literally (enter: none or no more)"), typed_now)
        if not typed.strip():
            return
        try:
            catch_quote(room, step, typed.strip())
        except BadInput as problem:
            room.voice.problem(problem)


def review_quotes(room: Room) -> None:
    """Read every quote back and take what is agreed."""
    quotes = room.talk.quotes.all()
    if not quotes:
        room.say(_("No quotes were made in this conversation."))
        return
    options = [
        Keyed(str(place), known, label(QUOTE_APPROVAL, known))
        for place, known in enumerate(QUOTE_APPROVAL, start=1)
    ]
    options += [
        Keyed(_("w"), "wording", _("write a more general wording")),
        Keyed("x", "remove", _("remove it")),
    ]
    say_options(room, options)
    for place, stored in enumerate(quotes, start=1):
        _review(room, stored.key, _("{at} of {total}").format(at=place, total=len(quotes)), options)


def _review(room: Room, key: str, name: str, options: list[Keyed]) -> None:
    while True:
        stored = room.talk.quotes.get(key)
        if stored is None or stored.value is None:
            return
        room.say(quote_line(stored.value))
        typed = room.ask(
            _("Quote {name} ({range}, enter keeps it)").format(name=name, range=range_words(options))
        )
        if not typed.strip():
            return
        option = found(options, typed)
        if option is None:
            room.say(
                _("'{text}' is not one of these: {range}.").format(text=typed, range=range_words(options))
            )
        elif option.id == "wording":
            _wording(room, key)
        elif option.id == "remove":
            room.talk.remove_quote(key)
            room.say(_("The quote is gone; {command} brings it back.").format(command=commands.shown("undo")))
            return
        else:
            room.talk.change_quote(key, approval=option.id)
            return


def _wording(room: Room, key: str) -> None:
    stored = room.talk.quotes.get(key)
    if stored is None or stored.value is None:
        return
    old = stored.value.wording
    pen = room.pens.open(
        f"quote:{key}:wording", old, stored.id, lambda text: room.talk.write_wording(key, text), whole=False
    )
    if old:
        room.say(_("Now: {choice}. Enter keeps it.").format(choice=old))
    try:
        typed = room.ask(
            _("A sentence in which nobody can be recognised"),
            keeping(pen, old),
        )
    except Cleared:
        typed, old = "", ""
    pen.become(typed if typed.strip() else old)
    pen.keep()
    room.tell_trouble()
