"""The review file: the report with places to fill in, and back again.

    writing.py    the places, as blocks of Markdown; `edition` gives them to the template ``review.md.j2``
    marks.py      the visible marks, such as ``2b-7f3c``
    words.py      the fixed words of the places, in both languages, as they are written and recognised
    lines.py      any text file as visible lines (markdown-it-py, after forgiving what editors do)
    scanning.py   visible lines as events: a mark, a label, a box, words
    matching.py   which words stood in the file that was sent, and which are new
    blocks.py     what one filled-in block says, and what is doubtful about it
    reading.py    all of it: `read_review(data, name, sent)`

The reader never decides in doubt. Everything in the file that was not in the one that was sent is either
understood, or reported with its line.
"""
