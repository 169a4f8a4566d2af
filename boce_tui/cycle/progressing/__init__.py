"""The half-yearly progress round: each theme in its three forms (domain.md 4.2, steps 1 and 2).

`rounds` starts one and knows its cells, `facts` reads a cell, counts reasons for delay over the rounds and
finds what is not there, and `documents` makes the letter to the councils and the overview for commissioners.
"""
