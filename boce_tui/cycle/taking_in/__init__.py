"""Candidate themes: from a name to a decision (domain.md 4.4, step 19).

`intakes` lists, adds and removes them, `hours` reckons with the hours there are, `judging` gives the advice
and sees what was decided, `from_interviews` shows what was named in the interviews without who, and
`documents` makes the fiche of one and the comparison of all.
"""
