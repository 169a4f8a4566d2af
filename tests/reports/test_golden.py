"""The small report as it should read, in both languages and for both audiences.

To accept a change on purpose: ``WRITE_GOLDEN=1 python -m pytest tests/reports/test_golden.py``, then read
the difference.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from boce_tui.locale import set_language
from boce_tui.reports.checking import check_report
from boce_tui.reports.compiling import compile_report
from boce_tui.reports.model import Appendices, Conclusion, DocumentData, Introduction, ReportModel
from tests.reports.small import MODEL, NOBODY, t

GOLDEN = Path(__file__).parent / "golden"
EDITIONS = [("nl", "public"), ("nl", "steering"), ("en", "public")]


def edition(language: str, audience: str) -> ReportModel:
    return msgspec.structs.replace(MODEL, language=language, audience=audience)


@pytest.mark.parametrize(("language", "audience"), EDITIONS)
def test_the_small_report(language: str, audience: str) -> None:
    path = GOLDEN / f"small_{audience}_{language}.md"
    markdown = compile_report(edition(language, audience)).markdown
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(markdown, encoding="utf-8", newline="\n")
    assert markdown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "audience"), EDITIONS)
def test_the_golden_reports_pass_all_gates(language: str, audience: str) -> None:
    assert check_report(edition(language, audience), NOBODY).findings == ()


def test_the_outline() -> None:
    headings = [(h.level, h.text) for h in compile_report(MODEL).parsed.headings]
    assert headings == [
        (1, "Evaluatie Wateragenda 2041"),
        (2, "1 Inleiding"),
        (3, "1.1 Aanleiding"),
        (3, "1.2 Aanpak"),
        (3, "1.3 Hoofd- en deelvragen"),
        (3, "1.4 Leeswijzer"),
        (2, "2 Hoofdconclusie"),
        (3, "2.1 Inleiding"),
        (3, "2.2 Hoofdconclusie"),
        (3, "2.3 Aanbevelingen"),
        (4, "Tijd en rollen"),
        (4, "Wegen"),
        (4, "Aanbevelingen per thema"),
        (2, "3 Deelconclusies"),
        (3, "3.1 Ambities"),
        (4, "3.1.1 Algemeen"),
        (4, "3.1.2 Water & groen"),
        (4, "3.1.3 Wegen"),
        (3, "3.2 Bijstelling"),
        (4, "3.2.1 Algemeen"),
        (4, "3.2.2 Water & groen"),
        (4, "3.2.3 Wegen"),
        (2, "4 Nawoord"),
        (2, "5 Bijlagen"),
        (3, "5.1 Geïnterviewden"),
        (3, "5.2 Documenten"),
        (3, "5.3 Opvolging vorige aanbevelingen"),
        (3, "5.4 Cijfers"),
        (3, "5.5 Vragenlijst"),
        (4, "Inleiding"),
    ]


def test_another_language_of_the_interface_does_not_change_the_report() -> None:
    dutch = compile_report(MODEL).markdown
    set_language("en")
    assert compile_report(MODEL).markdown == dutch


def test_public_and_steering() -> None:
    public = compile_report(edition("nl", "public")).markdown
    steering = compile_report(edition("nl", "steering")).markdown
    assert "V1" not in public
    assert "(V1 t/m V3; 6 van de 8 mensen die antwoord gaven, steunen dit; 1 spreekt het tegen)" in steering
    for markdown in (public, steering):
        assert not any(ref in markdown for ref in ("G01", "G02", "R01", "R02", "Q1"))


def test_version_status_and_embargo_stand_at_the_top_and_at_the_end() -> None:
    lines = compile_report(MODEL).markdown.rstrip("\n").split("\n")
    assert "| Openbaarheid | Vertrouwelijk tot 14 oktober 2041 |" in lines
    assert lines[-1] == (
        "Versie 0.2, concept, 3 september 2041. Vertrouwelijk tot 14 oktober 2041. Voorbeeld, verzonnen."
    )
    real = msgspec.structs.replace(MODEL, example=False)
    assert "verzonnen" not in compile_report(real).markdown


def test_a_draft_says_so_at_the_top_and_at_the_end() -> None:
    markdown = compile_report(msgspec.structs.replace(MODEL, draft=True)).markdown
    assert "**Onvoltooid concept.**" in markdown.split("## 1 Inleiding")[0]
    assert "Onvoltooid concept." in markdown.rstrip("\n").split("\n")[-1]
    assert "Onvoltooid" not in compile_report(MODEL).markdown


def test_each_focus_theme_is_in_the_table() -> None:
    assert "| Water & groen | – | geen | – | – |" in compile_report(MODEL).markdown


def test_own_words_for_a_heading() -> None:
    model = msgspec.structs.replace(MODEL, titles={"general": t("Overal"), "afterword": t("Tot slot")})
    markdown = compile_report(model).markdown
    assert "## 4 Tot slot" in markdown
    assert "[3.1.1](#311-overal)" in markdown


def test_a_report_of_nothing_compiles_and_says_what_is_missing() -> None:
    empty = ReportModel(
        document=DocumentData(title=t("Leeg"), agenda=t("Agenda"), round=t("2041"), round_id="2041"),
        introduction=Introduction(),
        conclusion=Conclusion(),
        appendices=Appendices(),
    )
    checked = check_report(empty, NOBODY)
    assert {found.rule for found in checked.findings} == {"C9", "C11"}
    assert checked.compiled.differences == []
    assert "Er zijn nog geen hoofdconclusies." in checked.compiled.markdown


_PRINT = """
import sys
from tests.reports.small import MODEL
from boce_tui.reports.compiling import compile_report
sys.stdout.buffer.write(compile_report(MODEL).markdown.encode())
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "nl_NL.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Nome", "LC_ALL": "C", "LANG": "C"},
    ],
)
def test_the_same_bytes_everywhere(surroundings: dict[str, str]) -> None:
    environ = {**os.environ, **surroundings, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", _PRINT], env=environ, capture_output=True, check=True)
    assert done.stdout == (GOLDEN / "small_public_nl.md").read_bytes()


def test_the_order_in_which_rows_come_in_does_not_matter() -> None:
    turned = msgspec.structs.replace(
        MODEL,
        appendices=msgspec.structs.replace(
            MODEL.appendices,
            interviewees=MODEL.appendices.interviewees[::-1],
            follow_up=MODEL.appendices.follow_up[::-1],
        ),
    )
    assert compile_report(turned).markdown == compile_report(MODEL).markdown
