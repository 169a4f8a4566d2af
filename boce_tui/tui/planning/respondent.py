"""The form of a respondent: role, group, organisations, themes and interviews (R9)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.content import Content

from boce_tui.cycle.planning import themes, update_respondent
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.keys import last
from boce_tui.domain.round import Respondent
from boce_tui.domain.vocabulary import GROUPS, ROLES, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry, from_words, yes_no
from boce_tui.tui.planning.people_words import interview_of, municipality_options
from boce_tui.tui.planning.person_form import PersonScreen
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.choice import Choosable


class RespondentScreen(PersonScreen):
    """Someone who is interviewed."""

    COMMANDS = ("planning.person-interview",)
    HELP_ID = "planning.respondent"
    kind = Respondent

    @property
    def _round(self) -> str:
        return self.key.rpartition("/")[0]

    @property
    def _code(self) -> str:
        return last(self.key)

    def names_key(self) -> str:
        """The code itself."""
        return self._code

    def place(self) -> str:
        """Code and role."""
        who = self.item
        return " · ".join((self._code, label(ROLES, who.role))) if who else self._code

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values; with another role the group follows."""
        return update_respondent(dossier, self._round, self._code, **changes)

    def entries(self) -> Iterable[Entry]:
        """Role, group, organisations, themes, and the rest."""
        yield Entry("role", "pick", options=lambda: from_words(ROLES), put=self._put_role)
        yield Entry("group", "one", options=lambda: from_words(GROUPS))
        yield Entry(
            "municipalities",
            "many",
            label=lambda: _("organisations"),
            options=lambda: municipality_options(self.dossier),
            hint=lambda: _("Several is possible; the person still counts once."),
        )
        if themes(self.dossier):
            yield Entry(
                "involved",
                "info",
                label=lambda: _("involved in"),
                get=lambda: assemble((_("per theme:"), "stil")),
            )
        for theme in themes(self.dossier):
            yield self._theme(theme)
        yield Entry("other_roles", "picks", options=lambda: from_words(ROLES))
        yield Entry("participated_before", "one", label=lambda: _("took part before"), options=yes_no)
        yield Entry(
            "evaluator_conflict",
            "block",
            hint=lambda: _("For instance: is a superior of one of the evaluators."),
        )
        yield Entry("interview", "info", label=lambda: _("interview"), get=self._interview)

    def _put_role(self, dossier: Dossier, role: str) -> Any:
        group = "official" if role == "other" else ""
        return self.change(dossier, role=role, group=group)

    def _theme(self, theme: str) -> Entry:
        def put(dossier: Dossier, degree: str) -> Any:
            degrees = {key: value for key, value in self.item.themes.items() if key != theme}
            if degree and degree != "0":
                degrees[theme] = int(degree)
            order = [key for key in themes(self.dossier) if key in degrees]
            return self.change(dossier, themes={key: degrees[key] for key in order})

        return Entry(
            f"theme-{theme}",
            "one",
            label=lambda: theme_name(self.dossier, theme),
            get=lambda: str(self.item.themes.get(theme, 0)),
            put=put,
            options=_degrees,
        )

    def _interview(self) -> Content:
        ids = interview_of(self.dossier, self._round).get(self._code)
        return assemble(ids) if ids else assemble((_("none yet"), "let-op"), (_("   f4 plans one"), "stil"))

    def action_planning_person_interview(self) -> None:
        """The interview of this person; makes one when there is none."""
        from boce_tui.cycle.planning import add_interview, evaluators
        from boce_tui.tui.planning import interviews_planning_door

        ids = interview_of(self.dossier, self._round).get(self._code)
        if ids:
            self.settle()
            self.boce.open(interviews_planning_door(self.boce, f"{self._round}/{ids.split(', ')[-1]}"))
            return
        made: list[str] = []

        def work(dossier: Dossier) -> None:
            everyone = tuple(evaluators(dossier, self._round))
            made.append(
                add_interview(dossier, self._round, participants=(self._code,), evaluators=everyone).key
            )

        if self.do(_("a new interview"), work):
            self.boce.open(interviews_planning_door(self.boce, made[0]))


def _degrees() -> list[Choosable]:
    return [
        Choosable("0", _("not"), "0"),
        Choosable("1", _("a little"), "1"),
        Choosable("2", _("involved"), "2"),
        Choosable("3", _("closely"), "3"),
    ]
