"""No widget gets a plain string, which is markup: this reads the code, conftest.py watches it run."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import boce_tui.tui

TUI = Path(boce_tui.tui.__file__).parent
WIDGETS = {
    *("Static", "Label", "Button", "Checkbox", "RadioButton", "Collapsible", "TabPane", "Tab", "Link"),
    *("Markdown", "MarkdownViewer", "Tooltip", "ListItem", "Select", "SelectionList", "OptionList"),
}
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip"}
FORBIDDEN = {"notify", "from_markup", "from_text", "escape", "MarkdownViewer"}


def is_text(node: ast.expr) -> bool:
    """True for an expression that is certainly a str."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(node.value)
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp):
        return is_text(node.left) or is_text(node.right)
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return name in ("_", "N_", "ngettext", "str", "format", "join", "inert_line", "inert_block")
    return False


def offences(source: str, name: str) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            harmless = any(
                k.arg == "markup" and isinstance(k.value, ast.Constant) and k.value.value is False
                for k in node.keywords
            )
            if called in FORBIDDEN:
                found.append(f"{name}:{node.lineno}: {called}()")
            if called in (*WIDGETS, "update") and node.args and is_text(node.args[0]) and not harmless:
                found.append(f"{name}:{node.lineno}: {called}() with a plain string")
        if isinstance(node, ast.Assign) and is_text(node.value):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES:
                    found.append(f"{name}:{node.lineno}: {target.attr} is a plain string")
    return found


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: str(path.relative_to(TUI)))
def test_no_plain_string_reaches_a_widget(path: Path) -> None:
    assert offences(path.read_text(encoding="utf-8"), path.name) == []


@pytest.mark.parametrize(
    "source",
    [
        "Static('[b]x')",
        "Label(f'{naam}')",
        "Static(_('a') + naam)",
        "self.query_one('#a').update(_('Klaar: {n}').format(n=1))",
        "self.notify(str(error))",
        "widget.border_title = f'{naam}'",
        "Content.from_markup(text)",
    ],
)
def test_the_check_sees_offenders(source: str) -> None:
    assert offences(source, "x")


@pytest.mark.parametrize(
    "source", ["Static(safe(x))", "Static()", "Static('x', markup=False)", "a.update(safe(x))"]
)
def test_the_check_lets_the_rest_be(source: str) -> None:
    assert not offences(source, "x")
