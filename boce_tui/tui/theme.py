"""The themes: the only place where colours have values. Everywhere else colours have a meaning.

`licht` (paper), `donker`, `contrast` (every text at least 7:1) and `zwart-wit` (no colour, for ``NO_COLOR``).
The names of the variables: accent, ok, let-op, fout, stil (quiet), kop (the brightest), rand (rules),
keuze (the line the cursor is on) and veld (where one types).
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from textual.theme import Theme

DEFAULT_THEME = "licht"
NO_COLOUR_THEME = "zwart-wit"


class Palette(msgspec.Struct, frozen=True):
    """The colours of one theme by meaning."""

    paper: str
    ink: str
    kop: str
    stil: str
    accent: str
    ok: str
    let_op: str
    fout: str
    rand: str
    keuze: str
    veld: str
    dark: bool

    def variables(self) -> dict[str, str]:
        """The style variables of this palette."""
        return {
            "kop": self.kop,
            "stil": self.stil,
            "ok": self.ok,
            "let-op": self.let_op,
            "fout": self.fout,
            "rand": self.rand,
            "keuze": self.keuze,
            "veld": self.veld,
            "border": self.accent,
            "border-blurred": self.rand,
            "block-cursor-background": self.keuze,
            "block-cursor-foreground": self.kop,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": self.paper,
            "block-cursor-blurred-foreground": self.ink,
            "block-cursor-blurred-text-style": "bold",
            "input-cursor-background": self.ink,
            "input-cursor-foreground": self.paper,
            "input-cursor-text-style": "none",
            "input-selection-background": self.keuze,
            "input-selection-foreground": self.kop,
            "screen-selection-background": self.keuze,
            "screen-selection-foreground": self.kop,
            "scrollbar": self.rand,
            "scrollbar-hover": self.stil,
            "scrollbar-active": self.accent,
            "scrollbar-background": self.paper,
            "scrollbar-background-hover": self.paper,
            "scrollbar-background-active": self.paper,
            "scrollbar-corner-color": self.paper,
        }

    def theme(self, name: str) -> Theme:
        """This palette as a Textual theme."""
        return Theme(
            name=name,
            primary=self.accent,
            secondary=self.stil,
            accent=self.accent,
            warning=self.let_op,
            error=self.fout,
            success=self.ok,
            foreground=self.ink,
            background=self.paper,
            surface=self.paper,
            panel=self.paper,
            boost=self.paper,
            dark=self.dark,
            variables=self.variables(),
        )


PALETTES: Mapping[str, Palette] = {
    "licht": Palette(
        paper="#fbf9f4",
        ink="#33312d",
        kop="#14130f",
        stil="#6a665d",
        accent="#1d5a85",
        ok="#2a6a33",
        let_op="#855200",
        fout="#a3232a",
        rand="#cfc9bb",
        keuze="#dfe9f0",
        veld="#f3efe4",
        dark=False,
    ),
    "donker": Palette(
        paper="#1c1d1f",
        ink="#d6d3cb",
        kop="#f6f3ea",
        stil="#a5a299",
        accent="#8dbbe0",
        ok="#93c781",
        let_op="#e3b45c",
        fout="#f2938a",
        rand="#47484b",
        keuze="#2c3a46",
        veld="#26272b",
        dark=True,
    ),
    "contrast": Palette(
        paper="#000000",
        ink="#ffffff",
        kop="#ffffff",
        stil="#d4d4d4",
        accent="#ffe14d",
        ok="#86f292",
        let_op="#ffcf70",
        fout="#ffaaa5",
        rand="#ffffff",
        keuze="#00306b",
        veld="#1c1c1c",
        dark=True,
    ),
}

_NO_COLOUR = dict.fromkeys(
    ("kop", "stil", "ok", "let-op", "fout", "rand", "border", "border-blurred"), "ansi_default"
)


def themes() -> list[Theme]:
    """All themes of the app, ready to register."""
    monochrome = Theme(
        name=NO_COLOUR_THEME,
        primary="ansi_default",
        accent="ansi_default",
        warning="ansi_default",
        error="ansi_default",
        success="ansi_default",
        ansi=True,
        dark=True,
        variables={
            **_NO_COLOUR,
            "keuze": "ansi_default",
            "veld": "ansi_default",
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-selection-foreground": "ansi_default",
            "block-cursor-background": "ansi_default",
            "block-cursor-foreground": "ansi_default",
            "block-cursor-text-style": "bold reverse",
            "input-selection-background": "ansi_default",
            "screen-selection-background": "ansi_default",
            "screen-selection-foreground": "ansi_default",
            "scrollbar": "ansi_default",
            "scrollbar-hover": "ansi_default",
            "scrollbar-active": "ansi_default",
            "scrollbar-background": "ansi_default",
            "scrollbar-background-hover": "ansi_default",
            "scrollbar-background-active": "ansi_default",
        },
    )
    return [*(palette.theme(name) for name, palette in PALETTES.items()), monochrome]


def theme_names() -> list[str]:
    """The names a user may choose from, in the order in which they follow each other."""
    return [*PALETTES, NO_COLOUR_THEME]


def first_theme(environ: Mapping[str, str], chosen: str = "") -> str:
    """The theme to start with: none under NO_COLOR, else BOCE_THEME, what was chosen before, or paper."""
    if environ.get("NO_COLOR"):
        return NO_COLOUR_THEME
    wanted = (environ.get("BOCE_THEME", ""), chosen)
    return next((name for name in wanted if name in theme_names()), DEFAULT_THEME)
