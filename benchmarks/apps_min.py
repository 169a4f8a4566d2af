"""Minimal Textual apps, the floors that run.py pairs our screens with:  python apps_min.py static|headfoot|input|textarea FILE [end|mid|top] [LINES]|markdown FILE [viewer|plain]|lines FILE|table N|screens"""
import sys
kind = sys.argv[1]
from textual.app import App
if kind == "static":
    from textual.widgets import Static
    class A(App):
        def compose(self): yield Static("READY-STATIC")
elif kind == "headfoot":
    from textual.widgets import Static, Header, Footer, Input
    class A(App):
        TITLE = "READY-STATIC"
        def compose(self):
            yield Header(); yield Input(placeholder="note"); yield Static("body text"); yield Footer()
elif kind == "input":
    from textual.widgets import Input
    class A(App):
        def compose(self): yield Input(placeholder="READY-INPUT")
elif kind == "textarea":
    from textual.widgets import TextArea
    text = open(sys.argv[2]).read() if len(sys.argv) > 2 else ""
    pos = sys.argv[3] if len(sys.argv) > 3 else "end"
    class A(App):
        def compose(self):
            t = TextArea(text, id="t"); yield t
        def on_mount(self):
            t = self.query_one(TextArea); t.focus()
            t.cursor_blink = False
            if len(sys.argv) > 4: t.styles.height = int(sys.argv[4])
            if pos == "end": t.move_cursor(t.document.end)
            elif pos == "mid": t.move_cursor((t.document.line_count // 2, 0))
elif kind == "markdown":
    from textual.widgets import Markdown, MarkdownViewer
    text = open(sys.argv[2]).read()
    w = sys.argv[3] if len(sys.argv) > 3 else "viewer"
    class A(App):
        def compose(self):
            if w == "viewer": yield MarkdownViewer(text, show_table_of_contents=False)
            else:
                from textual.containers import VerticalScroll
                with VerticalScroll(): yield Markdown(text)
elif kind == "table":
    from textual.widgets import DataTable
    N = int(sys.argv[2])
    class A(App):
        def compose(self): yield DataTable(cursor_type="row")
        def on_mount(self):
            t = self.query_one(DataTable)
            t.add_columns("Code", "Person", "Group", "Date", "Answered", "Status")
            t.add_rows((f"I{i:05d}", f"Person {i}", f"G{i % 4}", "2026-05-01", "40/40", "done") for i in range(N))
            t.focus()
elif kind == "screens":
    from textual.app import App
    from textual.screen import Screen
    from textual.widgets import Static, Input, Footer, Header
    class S2(Screen):
        BINDINGS = [("escape", "app.pop_screen", "Back")]
        def compose(self):
            yield Header(); yield Input(); yield Static("SECOND-SCREEN " + "body " * 100); yield Footer()
    class A(App):
        BINDINGS = [("f2", "go", "Go")]
        def compose(self): yield Header(); yield Static("READY-STATIC"); yield Footer()
        def action_go(self): self.push_screen(S2())
elif kind == "lines":
    from textual.scroll_view import ScrollView
    from textual.strip import Strip
    from textual.geometry import Size
    from rich.segment import Segment
    lines = open(sys.argv[2]).read().split("\n")
    class L(ScrollView, can_focus=True):
        def on_mount(self): self.virtual_size = Size(200, len(lines))
        def render_line(self, y):
            sx, sy = self.scroll_offset; y += sy
            return Strip([Segment(lines[y] if y < len(lines) else "")]).crop_extend(sx, sx + self.size.width, None)
    class A(App):
        def compose(self): yield L()
        def on_mount(self): self.query_one(L).focus()
A().run()
