"""Numbers of the versions of a report: 0.1, 0.2 ... while it is a concept, 1.0, 1.1 ... once it is issued."""

from __future__ import annotations


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers, to order by: ``0.10`` comes after ``0.9``."""
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split("."))


def next_version(version: str) -> str:
    """The version after this one: ``1.0`` -> ``1.1``."""
    major, minor = (*version_key(version), 0)[:2]
    return f"{major}.{minor + 1}"


def is_concept(version: str) -> bool:
    """True before version 1.0."""
    return version_key(version) < (1,)
