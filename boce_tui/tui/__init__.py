"""The screens (Textual). One package per step of the year, under the names of `boce_tui.cycle`.

How to write a screen
=====================

1. Register its commands in ``tui/<step>/commands.py`` (English, with ``N_``; Dutch in ``locale/nl/``)::

    from boce_tui.tui.commands import Command, register
    register(
        Command("planning.new", N_("Add a respondent"), N_("Opens an empty form for a new respondent."),
                key="n", group=N_("Respondents"), short=N_("new"), footer=2),
        # `opens` makes it a door: the palette offers it everywhere
        Command("planning.open", N_("Respondents"), N_("The list of respondents."), group=N_("Go to"),
                opens="boce_tui.tui.planning.respondents:respondents_screen"),
    )

2. Write the screen, one file each (with ``CSS_PATH`` to its own ``.tcss`` when it needs more layout)::

    import boce_tui.tui.planning.commands  # noqa: F401  - registers the ids used below

    class RespondentsScreen(BoceScreen):
        COMMANDS = ("planning.new",)              # each has a method, here action_planning_new
        HELP_ID = "planning.respondents"          # give the text with help_texts.register_help(...)

        def place(self) -> str: return _("Respondents")      # line 1; people's text is made harmless there
        def compose_body(self) -> ComposeResult: ...         # what stands between the two rules
        def can(self, command_id: str) -> bool: ...          # hide what makes no sense now, then refresh_bars
        def on_language(self) -> None: ...                   # other labels in place; no recompose of text
        async def action_back(self) -> None: ...             # only when esc is more than closing this screen
        def action_undo(self) -> None: ...                   # ctrl+z outside text fields

    def respondents_screen(app: BoceApp) -> BoceScreen: return RespondentsScreen()

3. Rules, most of them held by tests:

   * Never give a widget a ``str``: `text.safe`, `safe_block` and `assemble` make `Content` of anybody's text.
     No ``notify``: ``self.tell(message, kind)`` shows one line until the next key.
   * Colours by meaning only: ``$accent $ok $let-op $fout $stil $kop $rand $keuze`` in tcss, or the tones of
     `text`. State is a sign and a word: ``signs.state("busy", "13 van 16")``.
   * Every text field is a `NoteArea` or `LineArea` with a saver (`FieldSaver`); only filters go without.
   * Letters are keys outside text fields only; in text fields ctrl and f keys. Taken: f1 ^p ^q ^z f9 esc tab
     and the editor's own ^a ^c ^d ^e ^k ^u ^v ^w ^x ^y f6 f7 (the interview room takes some of them over);
     never ^m ^h ^i ^j ^b, nor alt with a digit, which is a character to Textual. `f5` is "next pane".
   * A call that takes long goes through ``self.in_background(work, then)``; ``then`` runs back on the screen.
     A screen that is one text to read is a `read_screen.ReadScreen`, with ``do_long`` for such calls.
   * Other screens: ``self.boce.open(screen, then)``, also with ``"module:callable"``; esc or dismiss closes.

4. Widgets, each in `boce_tui.tui.widgets`: `note_area.NoteArea`, `line_area.LineArea`, `pick_list.PickList`
   (rows in columns, `/` filters), `cell_table.CellTable` (a cursor on one cell), `block_list.BlockList`
   (texts under each other with a cursor), `facts_view.FactsView` (names left, facts right),
   `choice.ChoiceLine`, `MultiChoice` and `RatingLine`, `grid.GridControl`, `fields.DateField`, `MonthField`
   and `NumberField`, `form.Form`, `panes.Panes` (columns when wide, tabs when narrow),
   `section_view.SectionView` (one Markdown section), `diff_view.DiffView`, `dialogs.confirm`, `choose` and
   `ask_text`.

5. Tests: `tests/tui/helpers.py` has `make_app`, `OneWidget`, `grid`, `shown`, `check_golden`, `FakeSaver`.
"""
