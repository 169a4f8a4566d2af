"""Checks of what someone typed into a form or an option: each says which field is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from boce_tui.domain.dates import parse_day, parse_time, without_year
from boce_tui.domain.text import clean_entry, fold, inert_line
from boce_tui.domain.vocabulary import Vocabulary, label
from boce_tui.errors import BadInput
from boce_tui.locale import N_, _

FIELDS: Vocabulary = {
    "year": N_("year"),
    "id": N_("id"),
    "title": N_("title"),
    "period": N_("period"),
    "reason": N_("reason"),
    "assignment": N_("assignment"),
    "commissioning_body": N_("commissioning body"),
    "delegated_commissioner": N_("delegated commissioner"),
    "previous": N_("previous round"),
    "instrument": N_("question set"),
    "focus_themes": N_("focus themes"),
    "left_out": N_("themes left out"),
    "left_out_reason": N_("reason for leaving out"),
    "dates": N_("dates"),
    "report_date": N_("date of the report"),
    "embargo_until": N_("embargo until"),
    "version": N_("version"),
    "count_threshold": N_("threshold for numbers"),
    "approval_days": N_("days to approve"),
    "no_reply_approves": N_("no reply is approval"),
    "answers_kept_months": N_("answers kept"),
    "names_kept_months": N_("names kept"),
    "own_answers_shown": N_("own earlier answer"),
    "scan_months": N_("follow-up scan after"),
    "action_days": N_("action without a date is late after"),
    "owner": N_("who does it"),
    "deadline": N_("at the latest"),
    "evidence": N_("what shows it"),
    "finished": N_("finished on"),
    "recommendations": N_("recommendations"),
    "replaced_by": N_("replaced by"),
    "statement_threshold": N_("threshold for statements"),
    "name": N_("name"),
    "name_en": N_("name in English"),
    "display": N_("short code"),
    "kind": N_("kind"),
    "short_name": N_("short name"),
    "region": N_("region"),
    "goal": N_("goal"),
    "programme_name": N_("name of the programme"),
    "notes": N_("notes"),
    "aliases": N_("other names"),
    "start": N_("start"),
    "work_stopped": N_("work stopped on"),
    "exit": N_("decision to stop"),
    "theme": N_("theme"),
    "text": N_("text"),
    "source": N_("source"),
    "valid_from": N_("valid from"),
    "decisions": N_("decisions"),
    "formal": N_("formal status"),
    "assessed": N_("assessed status"),
    "status": N_("status"),
    "body": N_("body"),
    "municipality": N_("municipality"),
    "date": N_("date"),
    "document": N_("document"),
    "author": N_("author"),
    "organisation": N_("organisation"),
    "confidentiality_signed": N_("confidentiality signed on"),
    "superior_roles": N_("superiors"),
    "group": N_("group"),
    "role": N_("role"),
    "other_roles": N_("other roles"),
    "municipalities": N_("municipalities"),
    "themes": N_("themes"),
    "evaluator_conflict": N_("conflict of interest"),
    "code": N_("code"),
    "participants": N_("participants"),
    "evaluators": N_("evaluators"),
    "state": N_("state"),
    "when": N_("date"),
    "minutes": N_("minutes"),
    "place": N_("place"),
    "surname": N_("surname"),
    "email": N_("e-mail"),
    "phone": N_("telephone"),
    "function": N_("function"),
    "tasks": N_("tasks"),
    "powers": N_("powers"),
    "order": N_("order"),
    "approval_deadline": N_("approval deadline"),
    "conflict": N_("conflict of interest"),
    "note": N_("note"),
    "by": N_("established by"),
    "talent_network": N_("Talent Network"),
    "recommendation": N_("recommendation"),
    "action": N_("action"),
    "meeting": N_("meeting"),
    "success": N_("success"),
    "findings": N_("findings"),
    "step": N_("step"),
    "question": N_("question"),
    "answer": N_("answer"),
    "result": N_("result"),
    "shown": N_("what is shown"),
    "need": N_("what the councils want to know"),
    "form": N_("in which form"),
    "frequency": N_("how often"),
    "deliveries": N_("delivered"),
}
LINE, BLOCK = 300, 20_000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


class FieldProblem(BadInput):
    """What is wrong with one field; a form puts the message beside it.

    Attributes:
        field: Id of the field, such as ``year``.
    """

    def __init__(self, field: str, message: str, *, hint: str = "") -> None:
        super().__init__(message, hint=hint or _("Nothing was changed."), place=label(FIELDS, field))
        self.field = field


def line(field: str, value: str, *, needed: bool = False) -> str:
    """One line of text, without blanks around it."""
    return _text(field, " ".join(clean_entry(value).split()), LINE, needed=needed)


def block(field: str, value: str, *, needed: bool = False) -> str:
    """Text of several lines."""
    return _text(field, clean_entry(value).strip(), BLOCK, needed=needed)


def _text(field: str, value: str, most: int, *, needed: bool) -> str:
    if needed and not value:
        raise FieldProblem(field, _("This has to be filled in."))
    if len(value) > most:
        raise FieldProblem(field, _("This is too long: {n} characters at most.").format(n=most))
    return value


def day(field: str, value: str, *, needed: bool = False) -> str:
    """A day, typed in the Dutch way or as ISO; empty stays empty."""
    said = line(field, value, needed=needed)
    if not said:
        return ""
    found = parse_day(said)
    if not found and without_year(said):
        raise FieldProblem(
            field,
            _('The year is missing in "{value}".').format(value=inert_line(said)),
            hint=_("Such as 12-05-2041."),
        )
    if not found:
        raise FieldProblem(
            field, _('"{value}" is not a date.').format(value=inert_line(said)), hint=_("Such as 12-05-2041.")
        )
    return found


def clock_time(field: str, value: str) -> str:
    """A time of the day; empty stays empty."""
    said = line(field, value)
    if not said:
        return ""
    found = parse_time(said)
    if not found:
        raise FieldProblem(
            field, _('"{value}" is not a time.').format(value=inert_line(said)), hint=_("Such as 14:00.")
        )
    return found


def number(field: str, value: int | str, least: int, most: int) -> int:
    """A whole number between two limits."""
    said = str(value).strip()
    if not re.fullmatch(r"\d{1,9}", said) or not least <= int(said) <= most:
        raise FieldProblem(
            field, _("This must be a number from {least} to {most}.").format(least=least, most=most)
        )
    return int(said)


def item_id(field: str, value: str) -> str:
    """An id that can be part of a key."""
    said = value.strip()
    if not _ID.fullmatch(said):
        raise FieldProblem(
            field,
            _('"{value}" cannot be an id.').format(value=inert_line(said)),
            hint=_("Letters a-z, figures, - and _; forty at most."),
        )
    return said


def one_of(field: str, value: str, known: Mapping[str, str] | Collection[str], *, needed: bool = True) -> str:
    """An id out of a list; a mapping gives the labels for the message as well."""
    said = value.strip()
    if not said and not needed:
        return ""
    if said not in known:
        shown = ", ".join(
            inert_line(label(known, key)) if isinstance(known, Mapping) else key for key in known
        )
        raise FieldProblem(
            field,
            _('"{value}" is not known here.').format(value=inert_line(said))
            if said
            else _("This has to be filled in."),
            hint=_("Choose from: {choices}.").format(choices=shown) if shown else "",
        )
    return said


def several_of(
    field: str, values: Iterable[str], known: Mapping[str, str] | Collection[str], *, needed: bool = False
) -> tuple[str, ...]:
    """Ids out of a list, each once, in the order given."""
    found = tuple(dict.fromkeys(one_of(field, value, known) for value in values))
    if needed and not found:
        raise FieldProblem(field, _("Choose at least one."))
    return found


def new_id(name: str, taken: Collection[str]) -> str:
    """A readable id for something with that name: ``Toerisme & Recreatie`` becomes ``toerisme_recreatie``."""
    base = "_".join(re.findall(r"[a-z0-9]+", fold(name)))[:36] or "x"
    if base not in taken:
        return base
    number = next(n for n in range(2, len(taken) + 3) if f"{base}_{n}" not in taken)
    return f"{base}_{number}"


Cleaner = Callable[[str, Any], Any]


def needed_line(field: str, value: str) -> str:
    """One line that must not be empty."""
    return line(field, value, needed=True)


def lines(field: str, values: Iterable[str]) -> tuple[str, ...]:
    """Several lines of text, each once, without the empty ones."""
    return tuple(dict.fromkeys(said for value in values if (said := line(field, value))))


def as_is(_field: str, value: Any) -> Any:
    """A value that needs no check of its own: yes or no, or a struct of the domain."""
    return value


def whole(field: str, value: int | str) -> int:
    """A place in an order."""
    return number(field, value, 0, 9_999)


def cleaned(changes: Mapping[str, Any], cleaners: Mapping[str, Cleaner]) -> dict[str, Any]:
    """The changes with every field checked.

    Raises:
        FieldProblem: A field is wrong.
        TypeError: A field cannot be set here: a mistake in the program.
    """
    if wrong := sorted(set(changes) - set(cleaners)):
        raise TypeError(f"not a field that can be set: {', '.join(wrong)}")
    return {field: cleaners[field](field, value) for field, value in changes.items()}
