"""The quotes of the conversation, read back one by one: what is agreed about each."""

from __future__ import annotations

from boce_tui.cycle.interviewing.anchors import standing
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.vocabulary import QUOTE_APPROVAL, label
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.plain import commands
from boce_tui.plain.choosing import Keyed, found, range_words, say_options
from boce_tui.plain.pens import keeping
from boce_tui.plain.room import Cleared, Room
from boce_tui.plain.telling import quote_line

_WHO, _WORDING, _RETAKE, _REMOVE = "who", "wording", "retake", "remove"


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
    options.append(Keyed(_("w"), _WORDING, _("write a more general wording")))
    if len(room.talk.people) > 1:
        options.append(Keyed("s", _WHO, _("who said it")))
    options.append(Keyed("x", _REMOVE, _("remove it")))
    say_options(room, options)
    for place, stored in enumerate(quotes, start=1):
        _review(room, stored.key, _("{at} of {total}").format(at=place, total=len(quotes)), options)


def _review(room: Room, key: str, name: str, usual: list[Keyed]) -> None:
    while True:
        stored = room.talk.quotes.get(key)
        if stored is None or stored.value is None:
            return
        room.say(quote_line(stored.value))
        options = [*usual, *_say_standing(room, stored.value)]
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
        elif option.id == _WORDING:
            _wording(room, key)
        elif option.id == _WHO:
            _who(room, key)
        elif option.id == _RETAKE:
            _retake(room, key, stored.value)
        elif option.id == _REMOVE:
            room.talk.remove_quote(key)
            room.say(_("The quote is gone; {command} brings it back.").format(command=commands.shown("undo")))
            return
        else:
            room.talk.change_quote(key, approval=option.id)
            return


def _say_standing(room: Room, quote: Quote) -> list[Keyed]:
    """Say it when the sentence stands otherwise in the answer by now; returns what can be done about it."""
    how, words = standing(room.talk.answers.value(AnswerKey.parse(quote.answer)), quote)
    if how == "gone":
        room.say(_("This sentence is no longer in the answer."))
    if how != "changed":
        return []
    room.say(_("In the answer it says by now: “{text}”").format(text=words))
    retake = Keyed("o", _RETAKE, _("take over the words as they are now"))
    say_options(room, [retake])
    return [retake]


def _retake(room: Room, key: str, quote: Quote) -> None:
    answer = room.talk.answers.value(AnswerKey.parse(quote.answer))
    try:
        room.talk.retake_quote(key, (answer.worked_out, answer.text))
    except BadInput as problem:
        room.voice.problem(problem)


def _who(room: Room, key: str) -> None:
    codes = [person.code for person in room.talk.people]
    typed = room.ask_words(_("Who said it ({codes}; enter: everyone)").format(codes=" ".join(codes)))
    named = tuple(code for code in codes if code.lower() in typed.lower().split())
    if typed.strip() and not named:
        room.say(_("At the table: {codes}.").format(codes=" ".join(codes)))
        return
    room.talk.change_quote(key, speakers=() if len(named) == len(codes) else named)
    room.say(
        _("Said by {codes}.").format(codes=" ".join(named)) if named else _("Said by everyone at the table.")
    )


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
            lambda: keeping(pen, old),
        )
    except Cleared:
        typed, old = "", ""
    pen.become(typed if typed.strip() else old)
    pen.keep()
    room.tell_trouble()
