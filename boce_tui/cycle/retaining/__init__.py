"""Keeping no longer than agreed: what is due when, and erasing a whole round (R114, domain.md 9.7).

due.terms(dossier)                      every round: what goes when, and why then
erasing.erase_answers(dossier, round)   every word that was said; report and decisions stay as issued
erasing.erase_names(dossier, round, names)   who was behind the codes of the round
"""
