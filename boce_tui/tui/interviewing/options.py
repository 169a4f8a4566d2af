"""From the options of a question set to what the choice widgets show."""

from __future__ import annotations

from boce_tui.cycle.interviewing.values import TYPED, as_cell, as_value, cell_text, chosen_id, offered, shown
from boce_tui.instruments.model import Column, Part
from boce_tui.tui.widgets.choice import Choosable, rating_options

__all__ = ["TYPED", "as_cell", "as_value", "cell_text", "choosables", "chosen_id", "shown"]


def choosables(item: Part | Column) -> list[Choosable]:
    """The options with their keys, in the language of the moment."""
    if item.type == "rating_1_5":
        return rating_options(str(item.low), str(item.high))
    return [Choosable(option.id, str(option)) for option in offered(item)]
