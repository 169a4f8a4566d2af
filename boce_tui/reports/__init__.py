"""From report model to checked Markdown. Pure: no dossier, no clock, no network.

    model  --compile_report-->  Compiled  --verify, gates-->  findings

Public API (import from the modules named; nothing heavy is loaded before it is used)::

    from boce_tui.reports.model import ReportModel, Text, Origin, Chapter, Part, Finding, ...
    from boce_tui.reports.compiling import compile_report, Compiled
    from boce_tui.reports.checking import check_report, Checked, exit_code
    from boce_tui.reports.sections import sections, Section
    from boce_tui.reports.gates import GateFinding
    from boce_tui.reports.placeholders import PLACEHOLDERS, unknown_placeholders

    compiled = compile_report(model)                 BadInput when a template is wrong (file and line)
    compiled.markdown                                the document, canonical
    checked = check_report(model, giveaways)         compile + verify + all gates
        giveaways: GiveawayList | None               None = the names are locked: finding P0
        allowed: frozenset[str]                      GateFinding.id of warnings that a person has looked at
    checked.compiled, checked.findings               findings in document order, errors and warnings
    exit_code(checked.findings)                      0, 1 (errors) or 5 (privacy): write the file only on 0
    sections(checked.compiled, checked.findings)     list[Section(id, level, title, markdown, findings)]

`GateFinding`: severity "error"|"warning", rule ("F11", "C2", "P1" ...), message and how_to_mend (user's
language), place (words for a person), section (id of the `Section`), origin (`Origin` or None: where it is
mended), line, id. `.privacy` is True for the rules P0-P10. With ``model.draft`` incompleteness is a warning;
privacy and form never are.

The report's fixed words follow ``model.language``; findings follow the language of the interface.

Rules of the house: only `blocks` and `escape` write Markdown syntax; templates (``exports/templates``) place
what they return, the environment makes everything else inert, and `verify` proves it for each document.
"""
