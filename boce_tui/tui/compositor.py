"""What Textual works out again at each key: only the widgets that stand on what changed."""

from __future__ import annotations

from textual._compositor import Compositor
from textual.geometry import Region
from textual.widget import Widget


class TightCompositor(Compositor):
    """Textual's own, except that a widget is looked at only where it is.

    Textual goes by the area in which a widget *may* be painted, for most the whole screen. So a letter in the
    notes had the header, the question and the footer rendered as well, to throw that away.
    """

    @property
    def visible_widgets(self) -> dict[Widget, tuple[Region, Region]]:
        """Widget -> where it is, and which part of that is in sight; in the order of painting."""
        if self._visible_widgets is None:
            found = super().visible_widgets
            self._visible_widgets = {
                widget: (region, region.intersection(clip)) for widget, (region, clip) in found.items()
            }
        return self._visible_widgets
