"""An access request: everything that is kept under one code, as one file for that person (domain.md 9.8).

    document.prepare_access(dossier, round_id, code, names)   the file, checked; nothing is written
    about.py      who the person is here          tables.py    who sat at a table, now and then: whose words
    planned.py    interviews and their records    said.py      answers, and what was noted beside them
    waiting.py    typed, but in no version yet    earlier.py   what stood there before, once

What is current comes first, what stood there before is under it.
"""

from boce_tui.cycle.giving_access.document import prepare_access

__all__ = ["prepare_access"]
