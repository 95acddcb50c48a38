"""The forms a roster is written in and read from, and what may be asked of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal, TypedDict

from solver.domain.fault import FaultError, fault

READ: Final = ("json", "csv", "xlsx", "yaml", "yml")
WRITTEN: Final = ("json", "csv", "xlsx")
"""forms that hold a whole roster"""
FORMS: Final = ("json", "csv", "xlsx", "pdf", "ics")
SHOWN: Final = ("xlsx", "pdf", "csv", "ics")
"""forms for people and their calendars"""
MEDIA_TYPES: Final = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "ics": "text/calendar; charset=utf-8",
}


class AskedWords(TypedDict, total=False):
    """What may be asked of a form, by name; `Asked` says what each means."""

    lang: Literal["nb", "en"]
    layout: Literal["wide", "tall"]
    paper: Literal["a3", "a4"]
    employee: str | None
    cycles: int | None
    until: date | None
    made: date | None


@dataclass(frozen=True)
class Asked:
    """What is asked of a form besides the roster; what a form has no use for, it leaves alone."""

    lang: Literal["nb", "en"] = "nb"
    layout: Literal["wide", "tall"] = "wide"
    """csv: a row a line, or a row a shift"""
    paper: Literal["a3", "a4"] = "a3"
    """pdf, on its side"""
    employee: str | None = None
    """ics: one line's shifts only"""
    cycles: int | None = None
    """ics: how often the plan is repeated; left out: once, or as often as `until` asks"""
    until: date | None = None
    """ics: the last day with a shift"""
    made: date | None = None
    """the date that the file bears; left out: none"""


def form_of(path: str | Path, forms: Sequence[str]) -> str:
    """The form that a name's ending stands for; raises FaultError where it is none of these."""
    ending = Path(path).suffix.lower().removeprefix(".")
    if ending not in forms:
        instead = "Navnet må slutte på {endings}."
        raise FaultError([fault(str(path), "ending", "Ukjent filtype.", instead, endings=endings(forms))])
    return ending


def endings(forms: Sequence[str]) -> str:
    """Forms as the endings of names: `.json, .csv`."""
    return ", ".join(f".{form}" for form in forms)
