"""A candidate theme with everything filled in, for tests: municipalities of `tests.cycle.factory`."""

from __future__ import annotations

from boce_tui.cycle.filling.setting import fill_in
from boce_tui.cycle.taking_in.intakes import add_intake, available_book, intake_book
from boce_tui.store import Dossier
from tests.cycle.factory import ROUND

PLACES = ("aalden", "beilveen", "coevergat")
COMPLETE = (
    "T1=Waar het over gaat",
    *(f"{question}.{place}.support=yes" for question in ("D1", "D2") for place in PLACES),
    "H5=yes",
    "K1=2",
    "K2=4",
    "K3=3",
    *(f"O{n}=iets" for n in range(1, 7)),
    *(f"U2.{place}.q1=10" for place in PLACES),
    "U5=yes",
    "P1.m1.what=plan",
    "P1.m1.date=15-02-2042",
    "P1.m1.owner=werkgroep",
    "P1.m1.hours=25",
    *(f"E1.{role}.function=adviseur" for role in ("commissioner", "political_owner", "theme_lead")),
    *(f"E2.{place}.members=adviseur" for place in PLACES),
)


def put(dossier: Dossier, key: str, *said: str) -> None:
    """Fill in questions of an intake."""
    fill_in(dossier, intake_book(dossier, key), list(said))


def there_are(dossier: Dossier, hours: int = 20) -> None:
    """So many hours per municipality in each quarter of 2042."""
    said = [f"A1.{place}.q{quarter}={hours}" for place in PLACES for quarter in range(1, 5)]
    fill_in(dossier, available_book(dossier, ROUND, 2042), said)


def complete_intake(dossier: Dossier, title: str = "Wonen voor ouderen") -> str:
    """The key of a candidate theme that can be included, when there are hours."""
    key = add_intake(dossier, ROUND, title).key
    put(dossier, key, *COMPLETE)
    return key
