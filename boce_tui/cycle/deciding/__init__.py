"""Advice, votes and decisions on recommendations; advice and decision are never the same thing.

standing.py    where each recommendation stands: advice, votes, the decision of each college, what was before
deciding.py    noting a decision, with the motivation that some choices need; votes confirmed as advice
documents.py   the decision sheet (to decide with) and the decision list (what was decided)
"""
