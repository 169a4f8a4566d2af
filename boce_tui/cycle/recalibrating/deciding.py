"""What is decided on an ambition or a theme, and what that does to it: a new version, or its end."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from boce_tui.cycle.planning.ambitions import add_ambition, ambitions
from boce_tui.cycle.planning.fields import FieldProblem, day, line, one_of
from boce_tui.cycle.planning.settings import bodies
from boce_tui.cycle.planning.themes import add_theme, decided, themes
from boce_tui.cycle.recalibrating.effects import applied, taken_back
from boce_tui.cycle.today import today
from boce_tui.domain.agenda import Ambition, Theme
from boce_tui.domain.keys import join
from boce_tui.domain.recalibrating import ADD, ADJUST, RECALIBRATION_CHOICE, STOP, SUBJECTS, Recalibration
from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

AMBITION, THEME = SUBJECTS


@dataclass(frozen=True)
class Subject:
    """An ambition or theme in the session.

    Attributes:
        key: Key of its decision.
        kind: ``ambition`` or ``theme``.
        item: Its own key.
        theme: The theme it is, or is of.
        text: The ambition's text, or the theme's name.
        version: Version of the ambition.
        value: What was decided; empty when nothing was.
        missing: What the decision still needs, in the user's language.
        undecided: It was stopped without a formal decision.
    """

    key: str
    kind: str
    item: str
    theme: str
    text: str
    version: int
    value: Recalibration
    missing: tuple[str, ...]
    undecided: bool

    @property
    def done(self) -> bool:
        """It was decided on, and nothing is missing."""
        return bool(self.value.choice) and not self.missing


def subjects(dossier: Dossier, round_id: str) -> list[Subject]:
    """Every theme of the agenda, each followed by its ambitions."""
    found = dossier.values(Recalibration, f"{round_id}/")
    listed = []
    for key, theme in themes(dossier).items():
        listed.append(_subject(found, round_id, THEME, key, theme))
        listed += [
            _subject(found, round_id, AMBITION, id_, ambition)
            for id_, ambition in ambitions(dossier, key).items()
        ]
    return listed


def subject(dossier: Dossier, key: str) -> Subject:
    """One of them, by the key of its decision.

    Raises:
        BadInput: There is no such ambition or theme.
    """
    round_id = key.split("/", 1)[0]
    for one in subjects(dossier, round_id):
        if one.key == key:
            return one
    raise BadInput(_("There is no such ambition or theme."))


def find(dossier: Dossier, round_id: str, said: str) -> Subject:
    """An ambition or theme by id, or a theme by one of its names.

    Raises:
        BadInput: There is no such ambition or theme.
    """
    from boce_tui.cycle.planning.themes import find_theme

    listed = subjects(dossier, round_id)
    theme = find_theme(themes(dossier), said)
    for one in listed:
        if one.item == said or (one.kind == THEME and one.item == theme):
            return one
    raise BadInput(
        _("There is no ambition or theme {name}.").format(name=said),
        hint=_("These are known: {names}").format(names=", ".join(one.item for one in listed)),
    )


def decide(dossier: Dossier, key: str, **changes: str) -> Stored[Recalibration]:
    """Note what was decided: ``choice``, ``reason``, ``body``, ``date``, ``document``, ``text``.

    The ambition or theme follows at once: a new text is a new version, with the old text kept beside it; a
    theme that is stopped ends formally as soon as body, date and document are known.

    Args:
        dossier: The dossier.
        key: Key of the decision.
        changes: What is different.

    Raises:
        BadInput: There is no such item, choice, body or day.
    """
    with dossier.change() as change:
        one = subject(change, key)
        before = one.value
        after = msgspec.structs.replace(before, **_cleaned(change, one, changes))
        if after.choice and not after.date:
            after = msgspec.structs.replace(after, date=today(change).isoformat())
        if before.choice != ADD:
            taken_back(change, one.item, before)
            after = _remembering(change, one, before, after)
            applied(change, one.item, after)
        return change.save(after, key)


def clear(dossier: Dossier, key: str) -> None:
    """Nothing was decided after all: the ambition or theme is as it was before."""
    with dossier.change() as change:
        one = subject(change, key)
        if change.get(Recalibration, key) is None:
            return
        taken_back(change, one.item, one.value)
        change.delete(Recalibration, key)


def add(dossier: Dossier, round_id: str, text: str, *, theme: str = "", **said: str) -> Stored[Recalibration]:
    """Add an ambition to a theme, or without `theme` a new theme, by a decision.

    Args:
        dossier: The dossier.
        round_id: The round.
        text: The ambition, or the name of the theme.
        theme: Id of the theme the ambition is for.
        said: ``reason``, ``body``, ``date``, ``document``.

    Raises:
        BadInput: Something is missing or not known.
    """
    with dossier.change() as change:
        date = day("date", said.get("date", "")) or today(change).isoformat()
        if theme:
            item = add_ambition(change, theme=theme, text=text, valid_from=date).key
            kind = AMBITION
        else:
            item = add_theme(change, name=text, start=date).key
            kind = THEME
        key = join(round_id, kind, item)
        blank = subject(change, key)
        value = msgspec.structs.replace(
            blank.value, **_cleaned(change, blank, {**said, "date": date}), choice=ADD
        )
        return change.save(value, key)


def _subject(
    found: dict[str, Recalibration], round_id: str, kind: str, item: str, value: Theme | Ambition
) -> Subject:
    key = join(round_id, kind, item)
    decision = found.get(key, Recalibration())
    is_theme = isinstance(value, Theme)
    text = value.name if isinstance(value, Theme) else value.text
    if isinstance(value, Theme):
        undecided = bool(value.work_stopped) and not decided(value)
    else:
        undecided = decision.choice == STOP and not decision.formal
    return Subject(
        key=key,
        kind=kind,
        item=item,
        theme=item if is_theme else value.theme,  # type: ignore[union-attr]
        text=text,
        version=1 if isinstance(value, Theme) else value.version,
        value=decision,
        missing=tuple(_missing(decision, kind)),
        undecided=undecided,
    )


def _missing(value: Recalibration, kind: str) -> list[str]:
    if not value.choice:
        return []
    found = []
    if not value.reason.strip():
        found.append(_("the reason"))
    if not value.body:
        found.append(_("who decided"))
    if not value.date:
        found.append(_("the date"))
    if value.choice == STOP and not value.document.strip():
        found.append(_("the document"))
    if value.choice == ADJUST and kind == AMBITION and value.text.strip() in ("", value.before.strip()):
        found.append(_("the new text"))
    return found


def _cleaned(dossier: Dossier, one: Subject, changes: dict[str, str]) -> dict[str, str]:
    clean = dict(changes)
    for name in ("reason", "text"):
        if name in clean:
            clean[name] = clean_entry(clean[name])
    if "document" in clean:
        clean["document"] = line("document", clean["document"])
    if "date" in clean:
        clean["date"] = day("date", clean["date"])
    if "body" in clean:
        clean["body"] = one_of("body", clean["body"], {k: b.name for k, b in bodies(dossier).items()})
    choice = clean.get("choice", one.value.choice)
    if choice and choice not in RECALIBRATION_CHOICE:
        raise BadInput(_("There is no such choice."))
    if one.value.choice == ADD and choice != ADD:
        raise BadInput(
            _("This was added in this session."),
            hint=_("Take it away on the screen of themes and ambitions."),
        )
    if choice == ADD and one.value.choice != ADD:
        raise BadInput(
            _("What is on the agenda already cannot be added."), hint=_("Choose keep, adjust or stop.")
        )
    if choice == ADJUST and one.kind == THEME:
        raise BadInput(
            _("A theme is kept, stopped or added; its ambitions are adjusted."),
            hint=_("Go to the ambition and adjust that. Nothing was changed."),
        )
    if clean.get("text", "").strip() and choice != ADJUST:
        raise FieldProblem("text", _("A new text belongs to an ambition that is adjusted."))
    return clean


def _remembering(
    dossier: Dossier, one: Subject, before: Recalibration, after: Recalibration
) -> Recalibration:
    """With how the item was before the session, once."""
    if before.ambition_before or before.theme_before:
        return after
    if one.kind == AMBITION:
        return msgspec.structs.replace(after, ambition_before=dossier.value(Ambition, one.item))
    return msgspec.structs.replace(after, theme_before=dossier.value(Theme, one.item))
