"""What people do, in the order of the year: one module per activity.

Every rule that needs the dossier is here once; the screens, the plain mode and the command line only call
these.
"""
