"""The half-yearly progress round: each theme in its three forms (domain.md 4.2, steps 1 and 2).

`plan` holds the annual plan, `plan_import` takes one over from a table and `plan_document` prints it.
`rounds` starts a progress round from it and knows its cells, `planned` says where a planned result comes
from, `facts` reads a cell, counts reasons for delay over the rounds and finds what is not there, and
`documents` makes the letter to the councils and the overview for commissioners.
"""
