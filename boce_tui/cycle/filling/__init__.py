"""A question set that is filled in as a form: theme intakes and progress rounds.

`questions` keeps the set as it was when the round began with it, `book` is one sheet being filled in,
question by question, and `saying` puts into words what stands at a question.
"""

from boce_tui.cycle.filling.book import SheetBook, steps_of
from boce_tui.cycle.filling.questions import keep_question_set, question_set_of

__all__ = ["SheetBook", "keep_question_set", "question_set_of", "steps_of"]
