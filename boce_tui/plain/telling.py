"""How a question, its answers and the progress are said, in whole sentences and without signs."""

from __future__ import annotations

from collections.abc import Callable

from boce_tui.cycle.interviewing import Conversation, StepState
from boce_tui.cycle.interviewing.consent import TELL
from boce_tui.cycle.interviewing.pace import pace
from boce_tui.cycle.interviewing.values import cell_text, chosen_id, offered, shown, unit_words
from boce_tui.domain.answers import Amount, Choice, Choices, Grid, Items, SwotItem, Value, When
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import ALL
from boce_tui.domain.vocabulary import QUOTE_APPROVAL, SKIP_REASON, label
from boce_tui.instruments.model import OTHER, Column, Part
from boce_tui.instruments.steps import Step
from boce_tui.locale import N_, _, ngettext
from boce_tui.plain import commands
from boce_tui.plain.room import Room

STATES = {
    StepState.OPEN: N_("open"),
    StepState.BUSY: N_("busy"),
    StepState.DONE: N_("done"),
    StepState.LATER: N_("later"),
    StepState.SKIPPED: N_("skipped"),
}


def progress_line(room: Room) -> str:
    """Where the conversation is and how far."""
    talk, far = room.talk, room.talk.progress()
    words = _("Question {at} of {total}. {settled} settled, {later} for later. {used} of {slot} minutes.")
    line = words.format(
        at=talk.at + 1,
        total=len(talk.steps),
        settled=far.settled,
        later=far.later,
        used=room.seconds // 60,
        slot=talk.interview.minutes,
    )
    return _("Short route. {line}").format(line=line) if talk.short else line


def say_question(room: Room) -> None:
    """The question where the conversation is, with what was answered."""
    talk, step = room.talk, room.talk.step
    room.say()
    room.say(progress_line(room))
    about = [str(step.section_title), str(step.theme_name or "")]
    room.say(". ".join(word for word in about if word) + ".")
    room.say(f"{step.question}. {step.text}")
    if step.gate and talk.gate() is not None:
        room.say(_("Tell this first:"))
        for sentence in TELL:
            room.say(_(sentence))
    codes = [person.code for person in talk.people]
    if set(step.participants) not in (set(), set(codes)):
        room.say(_("Only for {codes}.").format(codes=" ".join(step.participants)))
    say_probes(room)
    say_state(room)


def say_pace(room: Room) -> None:
    """Once when the agreed time is nearly used, and once when it is over: what of the core is still open."""
    talk = room.talk
    now = pace(room.seconds, talk.interview.minutes, talk.steps, talk.state)
    rank = 2 if now.over else 1 if now.ending else 0
    if not talk.counting or room.read_only or rank <= room.pace_told:
        return
    room.pace_told = rank
    if now.over:
        room.say(_("The agreed {minutes} minutes are over.").format(minutes=now.slot))
    else:
        room.say(ngettext("{count} minute left.", "{count} minutes left.", now.left).format(count=now.left))
    if not now.core_open:
        room.say(_("Every core question is answered."))
        return
    words = ngettext("{count} core question is open.", "{count} core questions are open.", now.core_open)
    room.say(words.format(count=now.core_open))
    if now.others_open and not talk.short:
        room.say(_("To leave out the others: {command}").format(command=commands.shown("short")))


def say_probes(room: Room) -> None:
    """The follow-up questions, with their numbers and whether they were asked."""
    step = room.talk.step
    asked = room.talk.answer(step).probes_asked
    for place, probe in enumerate(step.probes, start=1):
        words = _("Ask on {place}, asked: {text}") if probe.number in asked else _("Ask on {place}: {text}")
        room.say(words.format(place=f":{place}", text=probe))


def say_state(room: Room) -> None:
    """What makes this question special: whose answer, later, skipped, who said it, quotes."""
    talk, step = room.talk, room.talk.step
    answer, whole = talk.answer(step, room.who), talk.answer(step)
    if room.who != ALL:
        room.say(_("The answer of {code} alone.").format(code=room.who))
    if whole.later:
        room.say(_("On the list for later."))
    if whole.skipped:
        room.say(_("Skipped: {reason}").format(reason=label(SKIP_REASON, whole.skipped.reason)))
    if answer.speakers:
        room.say(_("Said by {codes}.").format(codes=" ".join(answer.speakers)))
    for stored in talk.quotes_at(step):
        if stored.value:
            room.say(quote_line(stored.value))


def quote_line(quote: Quote) -> str:
    """A quote with what was agreed about it."""
    agreed = label(QUOTE_APPROVAL, quote.approval)
    if quote.wording:
        return _("Quote, {agreed}: “{text}”. Printed as: “{wording}”").format(
            agreed=agreed, text=quote.text, wording=quote.wording
        )
    return _("Quote, {agreed}: “{text}”").format(agreed=agreed, text=quote.text)


def say_answers(room: Room) -> None:
    """What was chosen and written at this question so far."""
    answer = room.talk.answer(room.talk.step, room.who)
    for part in room.talk.step.parts:
        for line in value_lines(part, answer.values.get(part.id)):
            room.say(f"{part.label}: {line}" if str(part.label) else line)
    say_note(room)


def say_note(room: Room) -> None:
    """The notes so far."""
    text = room.talk.answer(room.talk.step, room.who).text
    if text.strip():
        room.say(_("Noted so far:"))
        room.voice.block(text)


# -- values ------------------------------------------------------------------------------------------


def option_label(item: Part | Column, option: str) -> str:
    """The words of an option."""
    found = next((str(known) for known in offered(item) if known.id == option), option)
    marked = item.type == "rating_1_5" and option.isdecimal() and found != option
    return f"{option} {found}".strip() if marked else found


def value_lines(part: Part, value: Value | None) -> list[str]:
    """A value in words; nothing when there is none."""
    if value is None:
        return []
    if isinstance(value, Choices):
        names = [option_label(part, option) for option in value.options if option != OTHER]
        return [", ".join([*names, *([value.other or option_label(part, OTHER)] if _other(value) else [])])]
    if isinstance(value, Grid):
        return [line for row in part.rows if (line := row_line(part, row.id, value))]
    if isinstance(value, Items):
        return [f"{place}. {item}" for place, item in enumerate(value.items, start=1)]
    if isinstance(value, Amount | When):
        return [f"{shown(part.type, value.value)} {unit_words(part)}".strip()]
    chosen = option_label(part, chosen_id(value) or "")
    more = value.other if isinstance(value, Choice) else value.text if isinstance(value, SwotItem) else ""
    return [f"{chosen}: {more}" if more else chosen]


def _other(value: Choices) -> bool:
    return OTHER in value.options


def row_line(part: Part, row: str, value: Grid) -> str:
    """One row of a table in words; nothing when it is empty."""
    cells = value.cells.get(row, {})
    said = []
    for column in part.columns:
        text = cell_words(column, cells.get(column.id))
        if text:
            said.append(f"{column.label} {text}".strip())
    name = next((str(known) for known in part.rows if known.id == row), row)
    return f"{name}: {', '.join(said)}" if said else ""


def cell_words(column: Column, cell: str | int | None) -> str:
    """One cell in words."""
    text = cell_text(column, cell)
    if text is None:
        return ""
    return option_label(column, text) if offered(column) else text


# -- the whole interview -------------------------------------------------------------------------------


def step_line(talk: Conversation, step: Step) -> str:
    """One question in a list, with how it stands."""
    theme = f" ({step.theme_name})" if step.theme_name else ""
    return f"{step.question}{theme}, {_(STATES[talk.state(step)])}. {step.text}"


def say_list(
    room: Room, steps: list[Step], empty: str, line: Callable[[Conversation, Step], str] = step_line
) -> None:
    """Questions under each other, and how to go to one."""
    for step in steps:
        room.say(line(room.talk, step))
    if not steps:
        room.say(empty)
        return
    words = ngettext(
        "{count} question. To go to one: {command}", "{count} questions. To go to one: {command}", len(steps)
    )
    room.say(words.format(count=len(steps), command=commands.shown("go", steps[0].question)))
