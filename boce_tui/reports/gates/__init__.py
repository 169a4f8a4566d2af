"""The gates: what stops a report, and what a person should look at first."""

from boce_tui.reports.gates.finding import ERROR, WARNING, GateFinding

__all__ = ["ERROR", "WARNING", "GateFinding"]
