"""The files of a round as data: which there are, who may make them, what they are for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from boce_tui.cycle.handing_over.names import names_file_for_colleague, names_file_for_support
from boce_tui.cycle.handing_over.support import export_support, handed_over
from boce_tui.cycle.merging.bundling import make_without_answers
from boce_tui.cycle.trailing import record
from boce_tui.cycle.versions.log import log_made
from boce_tui.domain.profiles import HAND_OVER, NAMES, TAKE_OUT, may
from boce_tui.exchange.bundle.locking import Lock
from boce_tui.locale import N_, _
from boce_tui.names import Key, Names
from boce_tui.reports.gates import GateFinding
from boce_tui.store import Dossier

SUPPORT, BUNDLE, SUPPORT_NAMES, CYCLE, ACCESS = "support", "bundle", "names", "cycle", "access"
COLLEAGUE_NAMES = "colleague-names"


@dataclass(frozen=True)
class Kind:
    """A file that can be made.

    Attributes:
        label: What it is.
        about: What is in it, and for whom.
        needs: What one must be able to do (`boce_tui.domain.profiles`).
    """

    label: str
    about: str
    needs: str


KINDS = {
    SUPPORT: Kind(
        N_("The round for programme support"),
        N_("no answers or codes; the same report"),
        HAND_OVER,
    ),
    BUNDLE: Kind(
        N_("The same, locked"),
        N_("as a bundle with a passphrase"),
        HAND_OVER,
    ),
    SUPPORT_NAMES: Kind(
        N_("Names for programme support"),
        N_("without codes, for their name check"),
        NAMES,
    ),
    COLLEAGUE_NAMES: Kind(
        N_("Names for the other laptop"),
        N_("with codes: for the other evaluator only"),
        NAMES,
    ),
    CYCLE: Kind(
        N_("The whole round"),
        N_("with raw answers: for evaluators only"),
        TAKE_OUT,
    ),
    ACCESS: Kind(
        N_("Access request"),
        N_("everything under one code, for that person"),
        TAKE_OUT,
    ),
}


def there_are(dossier: Dossier) -> Iterator[str]:
    """The files that make sense here for who is at work."""
    absent = (SUPPORT_NAMES, COLLEAGUE_NAMES, ACCESS) if handed_over(dossier) else ()
    for kind, one in KINDS.items():
        if may(dossier.env.profile, one.needs) and kind not in absent:
            yield kind


def about(dossier: Dossier, kind: str) -> str:
    """What is in it."""
    if kind == CYCLE and handed_over(dossier):
        return _("there are no answers in this dossier")
    return _(KINDS[kind].about)


@dataclass(frozen=True)
class Ready:
    """A file that was made and checked, but not written yet.

    Attributes:
        data: The file.
        name: What it is called at first.
        findings: What the checks say.
        wrote: Notes that it was written.
        stops: True when it may not leave.
    """

    data: bytes
    name: str
    findings: tuple[GateFinding, ...]
    wrote: Callable[[], None]
    stops: bool = False


def for_support(dossier: Dossier, round_id: str, names: Names) -> Ready:
    """The round without a raw answer or code."""
    made = export_support(dossier, round_id, names)

    def wrote() -> None:
        log_made(dossier, round_id, "cycle", made.data, "support")

    return Ready(made.data, f"boce-{round_id}-support.json", made.findings, wrote, bool(made.exit_code))


def locked(dossier: Dossier, round_id: str, names: Names, lock: Lock) -> Ready:
    """The same as a bundle."""
    made = export_support(dossier, round_id, names)
    if made.exit_code:
        return Ready(b"", "", made.findings, lambda: None, stops=True)
    bundle = make_without_answers(dossier, made.rows, lock)

    def wrote() -> None:
        log_made(dossier, round_id, "bundle", bundle.data, "support")

    return Ready(bundle.data, bundle.name, made.findings, wrote)


def support_names(dossier: Dossier, names: Names, key: Key) -> Ready:
    """Names without codes."""
    data = names_file_for_support(dossier, names, key)

    def wrote() -> None:
        record(dossier, "export", document="names", audience="support")

    return Ready(data, "names-support.age", (), wrote)


def colleague_names(dossier: Dossier, names: Names, key: Key) -> Ready:
    """Names with their codes."""
    data = names_file_for_colleague(names, key)

    def wrote() -> None:
        record(dossier, "export", document="names")

    return Ready(data, "names-laptop.age", (), wrote)


def whole(dossier: Dossier, round_id: str) -> Ready:
    """The cycle document."""
    from boce_tui.cycle.exchanging import export_cycle

    data = export_cycle(dossier, round_id)
    return Ready(data, f"boce-{round_id}.json", (), lambda: log_made(dossier, round_id, "cycle", data))


def access(dossier: Dossier, round_id: str, code: str, names: Names) -> Ready:
    """Everything under one code."""
    from boce_tui.cycle.giving_access import prepare_access
    from boce_tui.cycle.outgoing import wrote

    made = prepare_access(dossier, round_id, code, names)
    return Ready(
        made.markdown,
        f"inzage-{round_id}-{code}.md",
        tuple(made.findings),
        lambda: wrote(dossier, round_id, made),
        bool(made.exit_code),
    )
