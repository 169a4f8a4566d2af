"""The commands of ``boce``, in the order of the help.

Each module has `register(commands)`, which adds its parsers and sets `run=<callable(args, env) -> int>`. They
import what is heavy only when they run.
"""

from __future__ import annotations

from types import ModuleType

from boce_tui.cli import (
    deciding,
    demo,
    erasing,
    export,
    following_up,
    importing,
    intake,
    interview,
    meetings,
    merging,
    names,
    needs,
    plans,
    profiles,
    progress,
    recalibrating,
    renumbering,
    report,
    report_versions,
    retention,
    reviewing,
    safety,
    scan,
    successes,
    survey,
    texts,
    trail,
    versions,
)
from boce_tui.cli import round as rounds

COMMANDS: tuple[ModuleType, ...] = (
    demo,
    rounds,
    importing,
    interview,
    report,
    report_versions,
    export,
    reviewing,
    deciding,
    texts,
    successes,
    following_up,
    meetings,
    scan,
    needs,
    recalibrating,
    intake,
    plans,
    progress,
    survey,
    versions,
    safety,
    names,
    profiles,
    merging,
    renumbering,
    erasing,
    retention,
    trail,
)
