"""What the session asks: the choice, body, date and document, what is added, and where the result goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from boce_tui.cycle.planning.settings import bodies
from boce_tui.cycle.recalibrating import deciding
from boce_tui.cycle.recalibrating.deciding import AMBITION, Subject
from boce_tui.cycle.recalibrating.document import prepare_recalibration
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.dates import show_day
from boce_tui.domain.recalibrating import ADD, ADJUST, KEEP, RECALIBRATION_CHOICE, STOP
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.store import Dossier
from boce_tui.tui.asking_days import day_problem
from boce_tui.tui.sending.making import make_file
from boce_tui.tui.sending.preview import PreviewScreen
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import WorkingScreen

_NONE, _THEME = "\0none", "\0theme"


class Asking(WorkingScreen):
    """The questions of the session; the screen itself is `SessionScreen`."""

    COMMANDS: ClassVar[Sequence[str]] = ()

    @property
    def subject(self) -> Subject | None:
        """The theme or ambition under the cursor."""
        raise NotImplementedError

    def go_to(self, key: str) -> None:
        """To a line of the list."""
        raise NotImplementedError

    def write_text(self) -> None:
        """To the new text of an ambition."""
        raise NotImplementedError

    def _decide(self, one: Subject, **said: str) -> None:
        words = _("recalibration of {name}").format(name=shortened(one.text, 30))
        self.do(words, lambda d: deciding.decide(d, one.key, **said))
        now = self.subject
        if now is not None and now.key == one.key and now.missing:
            told = _("Noted. Still missing: {what}. enter: the reason, d: body, day and document.")
            self.tell(told.format(what=", ".join(now.missing)), "warning")

    def action_recalibration_choose(self) -> None:
        """Keep, adjust or stop."""
        self.settle()
        one = self.subject
        if one is None:
            return
        if one.value.choice == ADD:
            self.tell(_("This was added in this session. u takes that back."))
            return
        known = (KEEP, ADJUST, STOP) if one.kind == AMBITION else (KEEP, STOP)
        options = [Choice(c, label(RECALIBRATION_CHOICE, c), on=c == one.value.choice) for c in known]
        if one.value.choice:
            options.append(Choice(_NONE, _("nothing decided")))
        question = _("What happens to “{name}”?").format(name=shortened(one.text))
        pick(self.boce, question, options, lambda choice: self._chosen(one, choice))

    def _chosen(self, one: Subject, choice: str) -> None:
        if choice == _NONE:
            words = _("recalibration of {name}").format(name=shortened(one.text, 30))
            self.do(words, lambda d: deciding.clear(d, one.key))
        elif choice == ADJUST and one.value.choice != ADJUST:
            # The new text begins as the old one: most adjustments are a few words.
            self._decide(one, choice=choice, text=one.text)
            self.write_text()
        else:
            self._decide(one, choice=choice)

    def action_recalibration_details(self) -> None:
        """Body, then date, then document."""
        self.settle()
        one = self.subject
        if one is None:
            return
        options = [
            Choice(key, body.name, on=key == one.value.body) for key, body in bodies(self.dossier).items()
        ]
        pick(self.boce, _("Who decided?"), options, lambda body: self._ask_date(one, body))

    def _ask_date(self, one: Subject, body: str) -> None:
        def checked(typed: str) -> str:
            return day_problem(typed) if typed.strip() else ""

        ask_text(
            self.boce,
            _("On which day?"),
            lambda day: self._ask_document(one, body, day),
            text=show_day(one.value.date),
            check=checked,
        )

    def _ask_document(self, one: Subject, body: str, day: str) -> None:
        ask_text(
            self.boce,
            _("Where is it written down?"),
            lambda document: self._decide(one, body=body, date=day, document=document),
            text=one.value.document,
            detail=_("A letter, minutes, a decision list. A theme does not stop formally without it."),
        )

    def action_recalibration_add(self) -> None:
        """An ambition for the theme under the cursor, or a theme."""
        self.settle()
        one = self.subject
        if one is None:
            self._ask_new("")
            return
        name = theme_name(self.dossier, one.theme)
        options = [
            Option(one.theme, _("an ambition of {theme}").format(theme=name)),
            Option(_THEME, _("a new theme")),
        ]
        choose(
            self.boce,
            _("What do you want to add?"),
            options,
            lambda chosen: self._ask_new("" if chosen == _THEME else chosen),
        )

    def _ask_new(self, theme: str) -> None:
        question = (
            _("What is agreed for {theme}?").format(theme=theme_name(self.dossier, theme))
            if theme
            else _("What is the theme called?")
        )
        ask_text(self.boce, question, lambda text: self._add(theme, text), check=_needed)

    def _add(self, theme: str, text: str) -> None:
        work: Callable[[Dossier], str] = lambda d: deciding.add(d, self.round_id, text, theme=theme).key  # noqa: E731
        made = self.do(shortened(text), work)
        if made:
            self.go_to(made)

    def action_recalibration_make(self) -> None:
        """The result: to a file, or first what stands in its way."""
        self.settle()
        with_names(self.boce, self._make)

    def _make(self, names: Names) -> None:
        made = prepare_recalibration(self.dossier, self.round_id, names)
        if made.exit_code:
            self.boce.open(PreviewScreen(made))
        else:
            make_file(self.boce, made)


def _needed(typed: str) -> str:
    return "" if typed.strip() else _("Type a few words first.")
