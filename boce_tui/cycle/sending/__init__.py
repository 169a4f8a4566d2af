"""What goes out when the round is over: the letter to the councils, their summary, the feedback.

    facts.py        what the documents draw on: the report, decisions, the meeting, written texts
    texts.py        the texts that people write themselves, with their placeholders
    successes.py    the list of successes, each resting on findings of the report
    letter.py, summary.py, feedback.py    one document each: model, what is missing, checked on its way out
    leaving.py      the rules they share on their way out
    preparing.py    every document by its id, for the screens and the command line

All of them leave through `boce_tui.cycle.outgoing`: incomplete is an error that a draft lets pass, giving
somebody away never passes.
"""
