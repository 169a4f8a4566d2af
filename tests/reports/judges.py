"""Two strict readers of Markdown, to judge what a text does to the document around it."""

from __future__ import annotations

import html
import re

import cmarkgfm
from cmarkgfm.cmark import Options

from boce_tui.reports.escape import clean
from boce_tui.reports.parsed import Parsed, SkeletonItem

_EXTENSIONS = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->", re.DOTALL)


def markdown_it(markdown: str) -> tuple[list[SkeletonItem], str]:
    """Structure and visible text according to markdown-it-py with everything switched on."""
    parsed = Parsed(markdown)
    return parsed.skeleton, "\n".join(run.text for run in parsed.runs)


def cmark(markdown: str) -> tuple[list[str], str]:
    """Structure and visible text according to GitHub's own parser."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    page = cmarkgfm.markdown_to_html_with_extensions(markdown, options=options, extensions=_EXTENSIONS)
    return _TAG.findall(page), html.unescape(_TAG.sub("", page))


def harmless(text: str) -> str:
    """Words of the same shape as `text`."""
    return "\n".join("tekst" if line else "" for line in clean(text).split("\n"))


def squeezed(text: str) -> str:
    """Text without line breaks and double spaces, for comparing what is seen."""
    return " ".join(text.split())
