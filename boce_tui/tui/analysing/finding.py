"""One finding: its text, the other side, its place and quantity word, and its sources."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.analysing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.analysing import findings
from boce_tui.cycle.analysing.current import current
from boce_tui.cycle.analysing.findings import AGAINST, FOR, SOURCES
from boce_tui.cycle.analysing.support import Support, support
from boce_tui.cycle.evidence import text_of
from boce_tui.cycle.titles import Titles
from boce_tui.domain.agenda import Document
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.quantifier import QUANTIFIERS
from boce_tui.domain.vocabulary import EVIDENCE_TYPE, GROUPS_PLURAL, label
from boce_tui.locale import _
from boce_tui.store import Stored
from boce_tui.tui.analysing.deleting import delete_with_words
from boce_tui.tui.analysing.facts import proposal
from boce_tui.tui.analysing.finding_pane import Facts, source_row_id
from boce_tui.tui.analysing.finding_place import change_place
from boce_tui.tui.doors import open_door
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import Item, WorkingScreen
from boce_tui.tui.working.text_field import TextField

_ON_SOURCE = {"finding.stance", "finding.reread", "finding.remove"}


class FindingScreen(WorkingScreen):
    """One finding, whole.

    Args:
        key: Its key.
    """

    COMMANDS = (
        "finding.stance",
        "finding.word",
        "finding.reread",
        "finding.remove",
        "finding.change",
        "finding.add",
        "panes.next",
        "findings.read",
        "finding.delete",
    )
    HELP_ID = "analysing.finding"
    AUTO_FOCUS = "#text"
    DEFAULT_CSS = """
    FindingScreen NoteArea { height: 1fr; min-height: 3; padding: 0; }
    FindingScreen #against { max-height: 6; background: $veld; }
    FindingScreen .label { height: 1; color: $stil; }
    FindingScreen Facts { height: 1fr; margin: 1 0 0 0; }
    FindingScreen #properties { height: 6; }
    """

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        text = NoteArea(id="text", placeholder=_("One or two sentences that stand on their own."))
        against = NoteArea(id="against", placeholder=_("What others say, when there is another side."))
        self._text = TextField(
            self, text, Finding, "text", lambda d, k, t: findings.change_finding(d, k, text=t)
        )
        self._against = TextField(
            self,
            against,
            Finding,
            "against_text",
            lambda d, k, t: findings.change_finding(d, k, against_text=t),
        )
        self._labels = Static(classes="label"), Static(classes="label")
        self._facts = Facts()
        self._properties = PickList(Column(width=18), Column(), id="properties")
        self._sources = PickList(
            Column(width=7),
            Column(width=16),
            Column(),
            Column(width=2),
            empty=_("No sources yet. r opens the answers: space takes one for, t one against."),
            id="sources",
        )
        self._panes: Panes | None = None
        self._words = ""

    # --- the screen ---------------------------------------------------------------------------------------

    def place(self) -> str:
        """Which finding."""
        return self._words

    def compose_body(self) -> ComposeResult:
        """The text left, place and sources right."""
        self._panes = Panes(
            [
                Pane(
                    "text",
                    _("Text"),
                    (self._labels[0], self._text.area, self._labels[1], self._against.area, self._facts),
                    share=5,
                ),
                Pane("sources", _("Place and sources"), (self._properties, self._sources), share=6),
            ]
        )
        yield self._panes

    def can(self, command_id: str) -> bool:
        """Turning and removing only a source; changing only a property."""
        if command_id in _ON_SOURCE:
            return self.on_it(self._sources.view) and self._source() is not None
        if command_id == "finding.change":
            return self.on_it(self._properties.view)
        if command_id == "finding.delete":
            return self._item() is not None
        return super().can(command_id)

    def on_language(self) -> None:
        """Other labels; text and places stay."""
        if self._panes is not None:
            self._panes.show_title("text", _("Text"))
            self._panes.show_title("sources", _("Place and sources"))
        self._sources.show_empty(
            _("No sources yet. r opens the answers: space takes one for, t one against.")
        )
        self.show()

    # --- showing ------------------------------------------------------------------------------------------

    def _item(self) -> Stored[Finding] | None:
        return self.dossier.get(Finding, self._key)

    def show(self) -> None:
        """Read it again; the text being typed stays."""
        item, titles = self._item(), self.titles()
        self._words = titles.of(Finding.entity, self._key)
        self._labels[0].update(assemble(_("What the answers say together")))
        self._labels[1].update(assemble(_("The other side, printed beside it")))
        self._text.show(self._key if item else "")
        self._against.show(self._key if item else "")
        if item is None or item.value is None:
            self._facts.show(current(self.dossier, self.round_id), titles, None)
            self._properties.show([])
            self._sources.show([])
            if self._is_shown:
                self.tell(_("This finding was deleted. u brings it back."), "warning")
            return
        self.saved()

    def saved(self) -> None:
        """Facts, properties and sources as they are now."""
        item, titles = self._item(), self.titles()
        if item is None or item.value is None:
            return
        readback = current(self.dossier, self.round_id)
        found = support(readback, item.value)
        self._facts.show(readback, titles, item)
        self._properties.show(self._property_rows(item.value, found, titles))
        self._sources.show([self._source_row(e, found, titles) for e in item.value.evidence])
        self.refresh_bars()

    def _property_rows(self, finding: Finding, found: Support, titles: Titles) -> list[PickRow]:
        word = finding.quantifier
        chosen = label(QUANTIFIERS, word.word) if word else _("none")
        theme = titles.place(finding.sub_question, finding.theme).rpartition(" · ")[2]
        about = label(GROUPS_PLURAL, finding.group) if finding.group else _("everyone")
        values: list[tuple[str, str, Piece]] = [
            ("sub_question", _("Sub-question"), titles.section(finding.sub_question)),
            ("theme", _("Theme"), theme),
            ("group", _("About"), about),
            ("evidence_type", _("Kind of evidence"), label(EVIDENCE_TYPE, finding.evidence_type)),
            ("quantifier", _("Quantity word"), f"{chosen}   ({proposal(found)})"),
        ]
        return [PickRow(row_id, ((name, "stil"), value)) for row_id, name, value in values]

    def _source_row(self, evidence: Evidence, found: Support, titles: Titles) -> PickRow:
        against = evidence.stance == AGAINST
        stance: Piece = (_("against"), "let-op") if against else (_("for"), "ok")
        kind = SOURCES[evidence.kind]
        item = self.dossier.get(kind, evidence.key)
        name: Piece = (titles.of(evidence.kind, evidence.key), "stil")
        text: Piece = text_of(item.value) if item and item.value else (_("is no longer there"), "fout")
        mark: Piece = ""
        if evidence in found.broken:
            mark = (sign("error"), "fout")
        elif evidence in found.changed or evidence in found.uncounted:
            mark = (sign("warning"), "let-op")
        return PickRow(source_row_id(evidence), (stance, name, text, mark))

    def evidence_of(self) -> Item | None:
        """The source under the cursor, else the finding itself."""
        source = self._source() if self.on_it(self._sources.view) else None
        return (source.kind, source.key) if source else (Finding.entity, self._key)

    def _source(self) -> Evidence | None:
        item = self._item()
        for evidence in item.value.evidence if item and item.value else ():
            if source_row_id(evidence) == self._sources.current:
                return evidence
        return None

    # --- doing --------------------------------------------------------------------------------------------

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        if event.view is self._properties.view:
            self.action_finding_change()
        elif event.view is self._sources.view:
            self.action_working_evidence()

    @on(ItemsView.Moved)
    def _moved(self) -> None:
        self.refresh_bars()

    def action_finding_change(self) -> None:
        """Another value for the property under the cursor."""
        item = self._item()
        if item and item.value and self._properties.current:
            if self._properties.current == "quantifier":
                self.action_finding_word()
            else:
                change_place(self, self._key, item.value, self._properties.current)

    def action_finding_word(self) -> None:
        """The quantity word; another one than proposed needs a reason."""
        from boce_tui.tui.analysing.finding_place import choose_word

        item = self._item()
        if item and item.value:
            found = support(current(self.dossier, self.round_id), item.value)
            choose_word(self, self._key, item.value, found)

    def action_finding_stance(self) -> None:
        """From for to against, or back."""
        source = self._source()
        if source is not None:
            stance = FOR if source.stance == AGAINST else AGAINST
            self.do(
                _("evidence for or against"),
                lambda d: findings.cite(d, self._key, source.kind, source.key, stance),
            )

    def action_finding_reread(self) -> None:
        """The changed source was read again."""
        source = self._source()
        if source is not None:
            self.do(
                _("read again"),
                lambda d: findings.accept_changed(d, self._key, source.key),
                tell=_("Noted: you read this source again."),
            )

    def action_finding_remove(self) -> None:
        """Take the source away."""
        source = self._source()
        if source is not None:
            self.do(
                _("evidence for or against"),
                lambda d: findings.remove_source(d, self._key, source.kind, source.key),
                tell=_("The source was taken away. u brings it back."),
            )

    def action_finding_add(self) -> None:
        """A document as evidence."""
        documents = self.dossier.values(Document, f"{self.round_id}/")
        options = [Choice(key, item.title, item.date) for key, item in documents.items()]
        if not options:
            self.tell(_("There are no documents in this round yet."))
            return

        def cite(key: str) -> None:
            self.do(
                _("evidence for or against"),
                lambda d: findings.cite(d, self._key, Document.entity, key, FOR),
            )

        pick(self.boce, _("Which document?"), options, cite)

    def action_finding_delete(self) -> None:
        """Delete it; undo brings it back. The text is empty then: out of it, so that u is not a letter."""
        if delete_with_words(self, self._key):
            self._properties.view.focus()

    def action_findings_read(self) -> None:
        """The answers beside this finding."""
        self.settle()
        open_door(self.boce, "reading", self._key)
