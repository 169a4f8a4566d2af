"""From dossier to report: builds the report model, thresholds applied, and has it compiled and checked.

``build`` puts the model together from its chapters (``opening``, ``chapters``, ``advice``, ``appendices``);
``issuing`` compiles it, runs every gate and says whether it may leave.
"""
