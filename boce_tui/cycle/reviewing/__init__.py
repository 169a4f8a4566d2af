"""The review round trip: a file for the steering group and the colleges, and what they send back.

sending.py    the review file, made and checked; what was sent is kept, to compare with
taking_in.py  a file that came back: first a plan (nothing changes), then carried out; twice changes nothing
around.py     another round, a letter that was used before, what stays of an earlier file
judging.py    which blocks can be noted at once, and which wait for a person
doubts.py     what waits, the answers that fit, and what each of them does
remarks.py    the list of remarks: class, reply, the text that was mended
voices.py     the views of members, steering group and colleges side by side
"""
