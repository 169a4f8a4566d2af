"""After an interview: worked out, sent as a record, corrected, approved, locked (R34-R37).

``working_out`` puts the notes beside the final text, ``history`` tells who changed an answer when,
``records`` sends the record and notes the answers to it, ``waiting`` lists who is waited for, ``document``
makes the record as Markdown with one person's own answers. The lock itself is in `boce_tui.cycle.locking`.
"""
