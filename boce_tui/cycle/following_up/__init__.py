"""What becomes of recommendations after the report: actions, meetings, the scan, the documents about them.

earlier.py     the recommendations of the round before, each with its class of progress and its evidence
decided.py     when a recommendation was decided on, and which of a dossier are followed up
actions.py     actions per recommendation: owner, deadline, state; per body; overdue by date or by age
meetings.py    meetings planned, moved, cancelled and held, with their agenda
scanning.py    the scan after a set term: adopted, done, effect, with evidence
documents.py   the follow-up list per body, the meetings and the scan as documents
"""
