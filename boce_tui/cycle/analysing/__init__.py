"""Reading back and working out: answers side by side, labels, figures, findings and their evidence.

``reading`` lists the answers to a question, ``figures`` counts them above the threshold, ``labels`` puts
labels on them, ``findings`` writes statements with their sources, ``support`` counts who is behind them and
proposes the quantity word.
"""
