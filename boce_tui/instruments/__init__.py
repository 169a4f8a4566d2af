"""Question sets: read, checked, routed and compared. They are data in ``surveys/``; its README is the format.

Everything here is pure apart from reading files. Texts come in both languages (``Text``): show them with
``text.get(lang)`` or ``str(text)`` (language of the moment), so a language switch needs no new route.

Reading (``boce_tui.instruments.library``)::

    shipped() -> list[Shipped]             Shipped(id, path), by id
    load_shipped(id) -> Instrument         raises BadInput that names the ids there are
    load_file(path) -> Instrument          raises InstrumentProblems (a BadInput, exit 3): .problems, .lines()
    load_text(text, name="") -> Instrument for the text kept in the dossier (= Instrument.source)
    find(ref) -> Instrument                id of a shipped set, or the name of a file
    check_file(path) -> Checked            Checked(instrument | None, problems), also the warnings
    Problem(severity, line, path, what, fix).text(name) -> str

The question set (``.model``)::

    Instrument  id, version, title, main_question, sections, questions (in the order they are asked),
                digest (sha256 of the text), source (the TOML text), .get(question id), .chapters()
    Section     id, title, sub_question, report (becomes chapter 3.x)
    Question    id, section, text, probes, parts, core, gate, per_theme, evaluator_only, from_year ...
    Part        id, type, label, options, other, rows, columns, must_be, show_when, min, max, items,
                target, unit, review
    Column      id, label, type, options, min, max, target
    Option      id, nl, en, score; also a row, and anything named in a RoundContext

Routing (``.routing``; Profile is in ``.audience``, RoundContext and Step in ``.steps``)::

    Profile(code="", group="", roles=(), municipalities=(), themes={theme: involvement 0-3},
            participated_before=False)
    RoundContext(year, number=1, focus_themes=(), themes=(), bodies=(), recommendations=(), municipalities=(),
                 documents=(), ambitions=(), agreements=(), agenda=Text): tuples of Option; .first_round.
                 number is the place in the series: 2 from the moment there is a previous round
    route(instrument, who, context, answers={}, *, short=False) -> list[Step]
                 who: a Profile, or a sequence of all at the table. Gates first, then the order of the file;
                 unbroken series of questions per theme go theme by theme, most involved theme first
    inapplicable(instrument, who, context, answers) -> list[AnswerPlace]
                 answers that are no longer asked for (kept, never deleted); unknown questions are left out
    visible_parts(step, values) -> tuple[Part, ...]      ``show_when`` applied
    gate_open(step, values) -> bool                      False until every ``must_be`` is met (R30)

    Answers = Mapping[AnswerPlace, Mapping[part id, Value]]
    AnswerPlace = (question, theme | None), or (question, theme | None, code) for the answer of one person,
                 which for that person goes before the one of the table.
                 A place that is there counts as answered, also without values (text only): leave skipped
                 and empty answers out.

    Step: question, theme, section, section_title, theme_name (Text | None), text, help, notes (bool),
          notes_label, probes (Probe.number is what Answer.probes_asked holds), parts (with scales, dynamic
          rows and references filled in), core, gate, evaluator_only, participants (codes it holds for;
          empty for evaluator_only), place (= AnswerPlace), asked (the Question)

Values per part type: rating_1_5 Rating; yes_no_partly, single_choice, realisation_status, progress_status,
norm_score Choice; multi_choice Choices; grid Grid; ranked_list, list Items; number, hours, money, percent
Amount; date, month When; reference Reference(kind=part.target); swot_item SwotItem; quote none: Quote items
of that answer (``review``: all quotes of the interview, to be read back). Grid cells: an option id as text,
marks as int ("not_applicable", "dont_know" as text), text as typed, numbers as canonical decimal text.
``other = true`` gives a last option ``other``; its words go into ``Choice.other``.

Comparing (``.versions``): compare(old, new) -> list[Change(question, kind, comparable)]; kind is "same",
"reworded", "changed" (other answer choices), "dropped" or "new".

Glossary (``.glossary``): load_glossary() -> Glossary: .entries (Entry: id, term, text), .lookup(word),
.in_text(text) -> tuple[Entry, ...]; words_of(step) is the text of a question for it.
"""
