"""The gates: what stops a report, and what a person should look at first."""
