"""Two years side by side, per question whose id is the same; the rule of what may be shown is `domain.years`.

measuring.py      what is counted in a question set, and who said what in a year
keeping.py        figures that stay with a final round when its answers are erased
side_by_side.py   every question of both years, with what may be shown of it
documents.py      the comparison as a document
"""
