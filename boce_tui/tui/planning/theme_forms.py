"""The forms of a theme and of an ambition, with the three statuses apart (R3-R6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from textual.content import Content

from boce_tui.cycle.planning import (
    assess_ambition,
    bodies,
    change_ambition,
    change_theme,
    decide_ambition,
    municipalities,
    rounds,
    set_formal_status,
    themes,
)
from boce_tui.cycle.planning.ambitions import clear_decision, clear_status
from boce_tui.cycle.planning.perceiving import perceived
from boce_tui.cycle.planning.themes import change_exit
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.agenda import Ambition, CouncilDecision, Status, Theme
from boce_tui.domain.vocabulary import REALISATION_STATUS, label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry, from_words, split
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.text import assemble, lines
from boce_tui.tui.widgets.choice import Choosable


class ThemeScreen(RecordScreen):
    """A theme, from its start to the decision that ended it."""

    HELP_ID = "planning.theme"
    kind = Theme

    def place(self) -> str:
        """Its name."""
        return " · ".join((_("theme"), theme_name(self.dossier, self.key)))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return change_theme(dossier, self.key, **changes)

    def entries(self) -> Iterable[Entry]:
        """Names, start, end."""
        yield Entry("name", "line")
        yield Entry("name_en", "line")
        yield Entry(
            "aliases",
            "line",
            put=lambda dossier, text: self.change(dossier, aliases=split(text)),
            hint=lambda: _("With commas between them. Search and import know them too."),
        )
        yield Entry("start", "day")
        yield Entry(
            "work_stopped",
            "day",
            hint=lambda: _("When work on it ended in practice. Without a decision this gives a warning."),
        )
        yield self._exit("body", "pick", lambda: _("ended by"))
        yield self._exit("date", "day", lambda: _("ended on"))
        yield self._exit("document", "line", lambda: _("document"))
        yield self._exit("reason", "block", lambda: _("reason"))
        yield Entry("order", "line", hint=lambda: _("Place in lists and tables."))

    def _exit(self, part: str, kind: Any, words: Any) -> Entry:
        return Entry(
            f"exit-{part}",
            kind,
            label=words,
            get=lambda: getattr(self.item.exit, part) if self.item.exit else "",
            put=lambda dossier, value: change_exit(dossier, self.key, **{part: value}),
            options=lambda: body_options(self.dossier),
            draft=f"theme:{self.key}:exit.{part}" if kind == "block" else "",
        )


class AmbitionScreen(RecordScreen):
    """An ambition: what was agreed and decided, and what became of it."""

    HELP_ID = "planning.ambition"
    kind = Ambition

    def place(self) -> str:
        """Its theme and first words."""
        found = self.item
        if found is None:
            return _("ambition")
        return " · ".join((_("ambition"), theme_name(self.dossier, found.theme), shortened(found.text, 30)))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return change_ambition(dossier, self.key, **changes)

    @property
    def _round(self) -> str:
        return self.boce.round_id or next(iter(rounds(self.dossier)), "")

    def entries(self) -> Iterable[Entry]:
        """Text, decisions per municipality, the three statuses."""
        yield Entry(
            "text",
            "block",
            hint=lambda: _("Other words are a new version; the old one stays in the history."),
            whole=True,
        )
        yield Entry(
            "theme",
            "one",
            options=lambda: [Choosable(key, theme_name(self.dossier, key)) for key in themes(self.dossier)],
        )
        yield Entry("source", "line", hint=lambda: _("The document it comes from."))
        yield Entry("valid_from", "day")
        for place, organisation in municipalities(self.dossier).items():
            yield self._decision(place, "date", "day", organisation.name)
            yield self._decision(place, "body", "pick", "")
            yield self._decision(place, "document", "line", "")
        yield from self._status("formal")
        yield from self._status("assessed")
        yield Entry("perceived", "info", label=lambda: _("as experienced"), get=self._perceived)

    # --- decisions per municipality (R3) ------------------------------------------------------------------

    def _decision(self, place: str, part: str, kind: Any, name: str) -> Entry:
        def now() -> CouncilDecision:
            found = (d for d in self.item.decisions if d.municipality == place)
            return next(found, CouncilDecision(municipality=place, body="", document=""))

        def put(dossier: Dossier, value: str) -> Any:
            before = now()
            if part == "date" and not value.strip():
                return clear_decision(dossier, self.key, place)
            said = {"date": before.date, "body": before.body or "councils", "document": before.document}
            return decide_ambition(dossier, self.key, place, **{**said, part: value})

        words = {
            "date": lambda: _("{place} decided on").format(place=name),
            "body": lambda: _("decided by"),
            "document": lambda: _("document"),
        }
        return Entry(
            f"decision-{place}-{part}",
            kind,
            label=words[part],
            get=lambda: getattr(now(), part),
            put=put,
            options=lambda: body_options(self.dossier),
        )

    # --- the three statuses (R4) --------------------------------------------------------------------------

    def _status(self, which: str) -> Iterable[Entry]:
        def now() -> Status | None:
            found = self.item.formal if which == "formal" else self.item.assessed.get(self._round)
            return found if isinstance(found, Status) else None

        def put(part: str) -> Any:
            def work(dossier: Dossier, value: str) -> Any:
                before = now()
                if part == "status" and not value:
                    return clear_status(dossier, self.key, "" if which == "formal" else self._round)
                said = (
                    msgspec.structs.asdict(before)
                    if before
                    else {"status": "unclear" if part != "status" else ""}
                )
                said[part] = value
                if which == "formal":
                    return set_formal_status(dossier, self.key, **said)
                return assess_ambition(dossier, self.key, self._round, **said)

            return work

        def entry(part: str, kind: Any, words: Any, hint: Any = None) -> Entry:
            return Entry(
                f"{which}-{part}",
                kind,
                label=words,
                get=lambda: getattr(now(), part, ""),
                put=put(part),
                options=(lambda: from_words(REALISATION_STATUS)) if part == "status" else self._deciders,
                hint=hint,
                draft=f"ambition:{self.key}:{which}.{part}.typed" if kind == "block" else "",
            )

        if which == "formal":
            yield entry("status", "one", lambda: _("formal status"), lambda: _("What was decided."))
            yield entry("by", "pick", lambda: _("decided by"))
        else:
            yield entry(
                "status", "one", lambda: _("assessed status"), lambda: _("What you judge, in this round.")
            )
        yield entry("date", "day", lambda: _("on"))
        yield entry("source", "line", lambda: _("source"))
        yield entry("note", "block", lambda: _("note"))

    def _deciders(self) -> list[Choosable]:
        return body_options(self.dossier)

    def _perceived(self) -> Content:
        if not self._round:
            return assemble()
        found = perceived(self.dossier, self._round, self.item.theme)
        if found is None or found.total is None:
            return assemble((_("too small to show"), "stil"))
        rows = [
            assemble(f"{number:>3}  {label(REALISATION_STATUS, status)}")
            for status, number in found.total.counts
        ]
        told = ngettext("of {n} person", "of {n} people", found.total.people).format(n=found.total.people)
        return lines(*rows, assemble((told, "stil")))


def body_options(dossier: Dossier) -> list[Choosable]:
    """Bodies and roles that can decide."""
    return [Choosable(key, body.name) for key, body in bodies(dossier).items()]
