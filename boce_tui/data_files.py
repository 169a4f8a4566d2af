"""Finds the three data folders ``surveys/``, ``db/`` and ``exports/``, in a checkout and when installed."""

from __future__ import annotations

from pathlib import Path

FOLDERS = ("surveys", "db", "exports")
_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder with that name: beside the package in a checkout, inside it when installed as a wheel.

    Args:
        name: ``surveys``, ``db`` or ``exports``.
    """
    if name not in FOLDERS:
        raise ValueError(f"not a data folder: {name}")
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    return _PACKAGE / "_data" / name


def data_file(folder: str, *parts: str) -> Path:
    """One file in a data folder; its existence is not checked."""
    return data_folder(folder).joinpath(*parts)
