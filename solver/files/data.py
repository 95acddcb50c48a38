"""The packaged data: the law, the agreements and the example units, found in a wheel or in the checkout."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from solver.files.yaml import read_raw

ROOT = Path(__file__).resolve().parents[2]


@cache
def data_dir() -> Path:
    """The folder with the packaged data: `solver/_data` in a wheel, `data` in the checkout."""
    packaged = ROOT / "solver" / "_data"
    return packaged if packaged.is_dir() else ROOT / "data"


@cache
def law() -> dict[str, Any]:
    """Arbeidsmiljøloven as data: the main rule, what each level opens, and the sources."""
    return read_raw(data_dir() / "law" / "aml.yaml")


@cache
def agreement_raw(name: str) -> dict[str, Any] | None:
    """A packaged agreement as its file gives it, or None when there is none of that name."""
    if name not in agreement_names():
        return None
    return read_raw(data_dir() / "agreements" / f"{name}.yaml")


@cache
def agreement_names() -> tuple[str, ...]:
    """The packaged agreements."""
    return _names("agreements")


@cache
def unit_names() -> tuple[str, ...]:
    """The example units."""
    return _names("units")


@dataclass(frozen=True)
class Example:
    """The file of an example unit's scenario, and of a roster made of it, where there is one."""

    scenario: Path
    roster: Path | None


def examples() -> dict[str, Example]:
    """The example units by name."""
    rosters = {name: data_dir() / "rosters" / f"{name}.json" for name in unit_names()}
    return {
        name: Example(unit_path(name), rosters[name] if rosters[name].is_file() else None)
        for name in unit_names()
    }


def unit_path(name: str) -> Path:
    """The file of an example unit."""
    return data_dir() / "units" / f"{name}.yaml"


def _names(folder: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (data_dir() / folder).glob("*.yaml")))
