"""The sandbox: templates place blocks, cannot reach further, and their mistakes are explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boce_tui.data_files import data_folder
from boce_tui.errors import BadInput
from boce_tui.locale import _, in_language, set_language
from boce_tui.reports.blocks import strong
from boce_tui.reports.compiling import compile_report
from boce_tui.reports.escape import Md
from boce_tui.reports.template import render
from tests.reports.small import MODEL, t


def rendered(source: str, folder: Path, largest: int = 1000, **values: object) -> str:
    (folder / "proef.md.j2").write_text(source, encoding="utf-8")
    return render("proef", values, "nl", folder, largest)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("{{ tekst }}", r"\*a\* \| b"),
        ("{{ '*a*' }}", r"\*a\*"),
        ("{{ md }}", "**vet**"),
        ("{{ 'x' ~ md }}", r"x\*\*vet\*\*"),
        ("{{ md|upper }}", r"\*\*VET\*\*"),
        ("{{ md + tekst.value }}", r"\*\*vet\*\*\*a\* \| b"),
        ("{{ 3 }}", "3"),
        ("*eigen woorden*", "*eigen woorden*"),
    ],
)
def test_only_blocks_are_markdown(source: str, wanted: str, tmp_path: Path) -> None:
    assert rendered(source, tmp_path, tekst=t("*a* | b"), md=strong("vet")) == wanted + "\n"


def test_text_of_people_is_never_run_as_a_template(tmp_path: Path) -> None:
    assert (
        rendered("{{ tekst }}", tmp_path, tekst=t("{{ 7 * 7 }} {% raw %}"))
        == "\\{{ 7 \\* 7 }\\} \\{% raw %\\}\n"
    )


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ tekst.__init__.__globals__ }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ _.__globals__ }}",
        "{{ lijst.append(1) }}",
        "{{ cycler }}",
        "{{ lipsum.__globals__ }}",
        "{{ onbekend }}",
        "{{ tekst.onbekend }}",
        "{{ none }}",
        "{{ lijst }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../pyproject.toml' %}",
        "{% import 'os' as os %}",
        "{{ range(10000000) }}",
        "{% for a in range(2000) %}xxx{% endfor %}",
        "{{ 1 / 0 }}",
        "{% if %}",
        "{{ 'x' ",
    ],
)
def test_what_a_template_may_not_do_ends_in_an_explanation(source: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        rendered(source, tmp_path, tekst=t("a"), lijst=[1])
    assert caught.value.message
    assert caught.value.hint
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    "source", ["een\ntwee\n{{ onbekend }}\n", "een\ntwee\n{% if %}\n", "een\n\n{{ ''.__class__ }}"]
)
def test_a_mistake_names_file_and_line(source: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        rendered(source, tmp_path)
    assert caught.value.place == "proef.md.j2, regel 3"


def test_a_mistake_in_an_included_file_names_that_file(tmp_path: Path) -> None:
    (tmp_path / "deel.md.j2").write_text("goed\n{{ onbekend }}\n", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        rendered("{% include 'deel.md.j2' %}", tmp_path)
    assert caught.value.place == "deel.md.j2, regel 2"


def test_a_missing_template_names_its_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        render("er_niet", {}, "nl", tmp_path)
    assert caught.value.place == str(tmp_path)


def test_a_message_is_in_the_language_of_the_interface(tmp_path: Path) -> None:
    set_language("en")
    with pytest.raises(BadInput, match="does not exist"):
        rendered("{{ onbekend }}", tmp_path)


def test_a_template_without_end_stops(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="zonder einde"):
        rendered("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}", tmp_path)


def test_a_changed_template_is_read_again(tmp_path: Path) -> None:
    import os

    assert rendered("een", tmp_path) == "een\n"
    (tmp_path / "proef.md.j2").write_text("twee", encoding="utf-8")
    os.utime(tmp_path / "proef.md.j2", (1, 1))
    assert render("proef", {}, "nl", tmp_path) == "twee\n"


def test_an_adapted_template_of_the_users_own_is_used(tmp_path: Path) -> None:
    (tmp_path / "evaluation_report.md.j2").write_text(
        "{{ heading(1, report.document.title) }}\n\n{{ last_line() }}\n", encoding="utf-8"
    )
    assert compile_report(MODEL, tmp_path).markdown.startswith("# Evaluatie Wateragenda 2041\n\nVersie 0.2")


def test_every_fixed_sentence_of_the_templates_has_dutch() -> None:
    found = 0
    for file in sorted((data_folder("exports") / "templates").glob("*.j2")):
        for sentence in re.findall(r'\b_\("([^"]+)"\)', file.read_text(encoding="utf-8")):
            found += sentence != "..."
            with in_language("nl"):
                assert sentence in ("...", "Planning") or _(sentence) != sentence
    assert found > 3


def test_the_template_holds_no_python_beyond_blocks() -> None:
    assert issubclass(type(strong("x")), Md)
