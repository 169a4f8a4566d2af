"""What the councils want to be told (R91): the register, and what of it was not delivered.

needs.py            the register: of this round, and what was not delivered or comes back of those before it
standing.py         how a need stands on a day: open, due again, late, done
from_interviews.py  what may be taken from interviews: enough people, nobody's own words, no single council
documents.py        the register as a document, and what the other documents print of it
saying.py           councils, states and terms in words, for every front door
"""
