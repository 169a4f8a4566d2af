"""Handing a round over without its raw answers: to programme support, or to the years after they were erased.

sealing.seal(dossier, round_id)              what the report needs to know of the interviews, and the items
                                             that named them, without them
support.export_support(dossier, round_id, names)   the cycle document for programme support
support.handed_over(dossier)                 whether this dossier came from such a document
"""
