"""Versions of the report and what left the app: the kept versions, comparing them, the export log.

Which number a concept gets is in `boce_tui.cycle.reporting.concepts`.

    keeping.keep(dossier, round_id, prepared)   keep what was written as a version, and log it
    keeping.versions(dossier, round_id)         every kept version, the latest first
    comparing.compare(before, after)            what changed between two versions, by paragraph
    log.log_export(...), log.exports(...)       the export log
"""
