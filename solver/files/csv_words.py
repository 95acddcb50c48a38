"""The column names, day names and marks of CSV rosters, in both languages."""

from __future__ import annotations

import re

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.scenario import Scenario

FIELDS: dict[str, tuple[str, ...]] = {
    "employee": ("ansatt", "employee", "linje", "line", "id", "nr"),
    "name": ("navn", "name"),
    "position": ("stilling", "position", "stillingsprosent", "stilling %", "position %"),
    "hours": ("timer", "hours"),
    "balance": ("balanse", "balance"),
    "week": ("uke", "week"),
    "day": ("dag", "day"),
    "shift": ("vakt", "shift", "vaktkode", "kode", "code"),
    "start": ("start", "start", "fra", "from"),
    "end": ("slutt", "end", "til", "to"),
}
"""What each field is called: in Norwegian, in English, and other names it is known by."""
FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}
SHORT_DAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
DAY_OF: dict[str, int] = {
    name: day
    for names in (
        SHORT_DAYS,
        ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        ("ma", "ti", "on", "to", "fr", "lø", "sø"),
        ("man", "tirs", "ons", "tors", "fre", "lor", "son"),
        DAY_NAMES,
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
    for day, name in enumerate(names)
}
DAY_COLUMN = re.compile(r"(?:uke|u|week|w)\.?\s*(\d{1,4})\s+([^\W\d]+)\.?")
FREE = ("", "fri", "free", "-", "·", "F", "F2", "F3", "F4", "F5")
"""What a free day may be called, where no shift has the code."""
WEEKLY_REST = ("F1", "fri F1")
"""What the week's F1 is called; the second is for a unit with a shift that is called F1."""


PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*%?")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::00)?")


def field_name(field: str, lang: str) -> str:
    return FIELDS[field][1 if lang == "en" else 0]


def day_names(lang: str) -> tuple[str, ...]:
    return tuple(DAY_NAMES) if lang == "en" else SHORT_DAYS


def weekly_rest_mark(scenario: Scenario) -> str:
    return WEEKLY_REST["F1" in scenario.shift_by_code]


def day_of_column(name: str) -> int | None:
    """The day a column such as `uke 2 man` is about (0 is Monday of week 1; negative in week 0), or None."""
    found = DAY_COLUMN.fullmatch(name.strip().casefold())
    if not found or found[2] not in DAY_OF:
        return None
    return (int(found[1]) - 1) * WEEK_DAYS + DAY_OF[found[2]]


def percent_of(text: str) -> float | None:
    """`87,5 %` as 87.5; None for what is no position from 0 to 100."""
    found = PERCENT.fullmatch(text)
    value = float(found[1].replace(",", ".")) if found else -1
    return value if 0 <= value <= 100 else None


def clock_of(text: str) -> str:
    """`7:30` and `07:30:00` as `07:30`; other text as it is."""
    found = CLOCK.fullmatch(text)
    return f"{int(found[1]):02d}:{found[2]}" if found else text
