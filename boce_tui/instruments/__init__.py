"""Question sets: read, checked, routed and compared. The files are data in ``surveys/``; their format is in its README.

Everything here is pure apart from reading files. Texts come in both languages (:class:`Text`): show them with
``text.get(lang)`` or ``str(text)`` (language of the moment), so a language switch needs no new route.

Reading (``boce_tui.instruments.library``)::

    shipped() -> list[Shipped]                        Shipped(id, path); sorted by id
    load_shipped(id: str) -> Instrument               raises BadInput with the ids there are
    load_file(path: Path) -> Instrument               raises InstrumentProblems (a BadInput, exit 3): .problems, .lines()
    load_text(text: str, name: str = "") -> Instrument    for the text kept in the dossier (Instrument.source)
    find(ref: str) -> Instrument                      id of a shipped set, or a file
    check_bytes(data: bytes, name: str = "") -> Checked   Checked(instrument | None, problems: list[Problem])
    Problem(severity "error"|"warning", line, path, what, fix).text(name) -> str, in the language of the moment

The question set (``.model``)::

    Instrument: id, version, title, main_question, section (tuple[Section]), question (tuple[Question]),
                digest (sha256 of the text), source (the TOML text itself), .get(question id) -> Question | None
    Section:    id, title, sub_question, report (becomes chapter 3.x)
    Question:   id, section, text, probes, parts, core, gate, per_theme, evaluator_only, from_year, audience, when ...
    Part:       id, type (PART_TYPES), label, options, other, rows, columns, must_be, show_when, min, max, items,
                target, unit, review
    Option:     id, nl, en, score           (also used for rows and for everything named in a RoundContext)
    Column:     id, label, type, options

Routing (``.routing``)::

    Profile(code="", group="", roles=(), municipalities=(), themes={theme: involvement}, participated_before=False)
    RoundContext(year, number=1 (1 = first round: nothing from_year = 2), focus_themes=(Option ...), themes=(),
                 bodies=(), recommendations=(), municipalities=(), documents=(), ambitions=(), agreements=(), agenda="")
                 .first_round; build once per screen and keep it: route() remembers what it worked out for it
    route(instrument, who: Profile | Sequence[Profile], round: RoundContext, answers: Answers = {}, *, short=False)
        -> list[Step]           who = everybody at the table; gates first, then the order of the file; themes in blocks
    inapplicable(instrument, who, round, answers, *, short=False) -> list[AnswerPlace]
        answers that the route no longer asks for (kept, never deleted); unknown questions (dropped, X1) are left out
    visible_parts(step, values: Mapping[str, Value]) -> tuple[Part, ...]     show_when applied
    gate_open(step, values) -> bool          True when no part's ``must_be`` stands in the way (R30)

    Answers = Mapping[AnswerPlace, Mapping[part id, Value]]      Value of boce_tui.domain.answers
    AnswerPlace = (question id, theme | None) for an answer of the table,
                  (question id, theme | None, participant code) for an answer of one person, which goes first for them.
        A place that is present counts as answered, also with no values (only text). Leave skipped questions out.

    Step: question, theme (id | None), section, section_title, theme_name (Text | None), text, help, notes (bool),
          notes_label, probes (tuple[Probe]: .number is what Answer.probes_asked holds, .get(lang)), parts (tuple[Part],
          options, rows and columns complete: scales filled in, dynamic rows taken from the round),
          core, gate, evaluator_only, participants (codes it holds for; empty for evaluator_only), place (AnswerPlace)

A choice with ``other`` has a last option with id ``other`` ("anders, namelijk"): its words go into Choice.other.
Values per part type: rating_1_5 Rating · yes_no_partly, single_choice, realisation_status, progress_status,
norm_score Choice · multi_choice Choices · grid Grid · ranked_list, list Items · number, hours, money, percent Amount ·
date, month When · reference Reference(kind = part.target) · swot_item SwotItem · quote none (Quote entities of the
answer; ``review`` = all quotes of the interview, to be read back and approved). Grid cells: the option id as text,
1-5 as int for ratings ("not_applicable" / "dont_know" as text), text as typed, numbers as canonical decimal text.

Comparing (``.versions``): compare(old, new) -> list[Change(question, kind, comparable)], kind one of
"same", "reworded", "changed" (other answer choices), "dropped", "new".

Glossary (``.glossary``): load_glossary() -> Glossary; .entries (id, term Text, text Text), .lookup(word), .in_text(text, lang)
"""
