"""``boce report`` and ``boce check``: the evaluation report, and everything that stands in its way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.output import say, say_json, tell
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.reporting.issuing import Prepared
    from boce_tui.env import Env
    from boce_tui.reports.gates import GateFinding


def register(commands: Commands[Parser]) -> None:
    """Add both commands."""
    text = _("make the evaluation report")
    report = commands.add_parser("report", help=text, description=text, allow_abbrev=False)
    report.add_argument("--to", required=True, metavar=_("FILE"), help=_("where the report goes (Markdown)"))
    report.add_argument("--draft", action="store_true", help=_("mark it as a draft; it may be incomplete"))
    report.add_argument("--force", action="store_true", help=_("replace the file when it is there already"))
    report.add_argument(
        "--report-lang",
        choices=("nl", "en"),
        default="nl",
        help=_("language of headings and fixed sentences"),
    )
    report.add_argument(
        "--with-decisions",
        action="store_true",
        help=_("with an appendix of what was decided on each recommendation"),
    )
    report.set_defaults(run=_report)

    text = _("check the round with all gates; one line for each finding")
    check = commands.add_parser("check", help=text, description=text, allow_abbrev=False)
    check.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    check.set_defaults(run=_check)
    for parser in (report, check):
        parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
        parser.add_argument(
            "--for",
            dest="audience",
            choices=("public", "steering"),
            default="public",
            help=_("public (default), or steering: with evidence codes and coverage"),
        )


def _prepared(
    args: argparse.Namespace, env: Env, *, draft: bool, language: str, decided: bool = False
) -> tuple[str, Prepared]:
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.reporting.decided import prepare_with_decisions
    from boce_tui.cycle.reporting.issuing import prepare

    with open_to_read(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        make = prepare_with_decisions if decided else prepare
        return round_id, make(
            dossier, round_id, names, audience=args.audience, draft=draft, language=language
        )


def _report(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import note
    from boce_tui.cycle.outgoing import wrote
    from boce_tui.cycle.reporting.decided import as_outgoing
    from boce_tui.cycle.versions.keeping import keep
    from boce_tui.files import write_output

    decided = args.with_decisions
    round_id, prepared = _prepared(args, env, draft=args.draft, language=args.report_lang, decided=decided)
    for finding in prepared.findings:
        tell(env, line(finding))
    if prepared.exit_code:
        tell(env, _("No report was made: mend what stands above first. The answers are untouched."))
        return prepared.exit_code
    write_output(Path(args.to), prepared.markdown, force=args.force)
    if decided:  # the same version as without: only what was written is noted
        note(env, lambda dossier: wrote(dossier, round_id, as_outgoing(prepared)))
    else:
        note(env, lambda dossier: keep(dossier, round_id, prepared))
    tell(env, _("The report is in {file}").format(file=args.to))
    return 0


def _check(args: argparse.Namespace, env: Env) -> int:
    _round_id, prepared = _prepared(args, env, draft=False, language="nl")
    if args.json:
        say_json(env, [_plain(finding) for finding in prepared.findings])
    else:
        for finding in prepared.findings:
            say(env, line(finding))
        tell(env, _counted(prepared.findings))
    return prepared.exit_code


def line(finding: GateFinding) -> str:
    """One finding on one line: severity, rule, place, what, how to mend."""
    severity = _("ERROR") if finding.severity == "error" else _("warning")
    parts = [severity, finding.rule, finding.place, f"{finding.message} {finding.how_to_mend}".strip()]
    return " · ".join(part for part in parts if part)


def _plain(finding: GateFinding) -> dict[str, object]:
    origin = finding.origin
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "place": finding.place,
        "message": finding.message,
        "how_to_mend": finding.how_to_mend,
        "item": f"{origin.kind}:{origin.key}" if origin else "",
        "field": origin.field if origin else "",
        "line": finding.line,
        "id": finding.id,
    }


def _counted(findings: Sequence[GateFinding]) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    return ", ".join(
        (
            ngettext("{n} error", "{n} errors", errors).format(n=errors),
            ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        )
    )
