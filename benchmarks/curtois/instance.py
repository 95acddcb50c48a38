"""Instances of Curtois & Qu 2014 (schedulingbenchmarks.org): lines in sections, commas between, `#` comments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Shift:
    """A shift, its paid minutes, and which shifts may not be worked the day after."""

    id: str
    minutes: int
    not_before: tuple[str, ...]


@dataclass(frozen=True)
class Staff:
    """One employee's limits; days are counted from 0."""

    id: str
    max_shifts: dict[str, int]
    max_minutes: int
    min_minutes: int
    max_consecutive: int
    min_consecutive: int
    min_consecutive_off: int
    max_weekends: int
    days_off: frozenset[int]


@dataclass(frozen=True)
class Request:
    """A wish for a shift on a day (`wants`), or against it, with what it costs not to meet it."""

    staff: str
    day: int
    shift: str
    weight: int
    wants: bool


@dataclass(frozen=True)
class Cover:
    """How many are wanted on a shift of a day, and what each one under or over costs."""

    day: int
    shift: str
    wanted: int
    under: int
    over: int


@dataclass(frozen=True)
class Instance:
    """One instance. All rules are hard; the cost is of requests and of cover."""

    name: str
    days: int
    shifts: tuple[Shift, ...]
    staff: tuple[Staff, ...]
    requests: tuple[Request, ...]
    cover: tuple[Cover, ...]


def read_instance(path: Path) -> Instance:
    return parse_instance(path.read_text(encoding="utf-8"), path.stem)


def parse_instance(text: str, name: str) -> Instance:
    """The instance in a file; ValueError where it is not one."""
    rows = _sections(text)
    days_off = {row[0]: frozenset(int(day) for day in row[1:] if day) for row in rows["DAYS_OFF"]}
    return Instance(
        name=name,
        days=int(rows["HORIZON"][0][0]),
        shifts=tuple(
            Shift(
                id=row[0], minutes=int(row[1]), not_before=tuple(code for code in row[2].split("|") if code)
            )
            for row in rows["SHIFTS"]
        ),
        staff=tuple(_staff(row, days_off.get(row[0], frozenset())) for row in rows["STAFF"]),
        requests=tuple(
            Request(row[0], day=int(row[1]), shift=row[2], weight=int(row[3]), wants=wants)
            for section, wants in (("SHIFT_ON_REQUESTS", True), ("SHIFT_OFF_REQUESTS", False))
            for row in rows[section]
        ),
        cover=tuple(
            Cover(int(row[0]), shift=row[1], wanted=int(row[2]), under=int(row[3]), over=int(row[4]))
            for row in rows["COVER"]
        ),
    )


def _sections(text: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        row = line.strip()
        if row.startswith("SECTION_"):
            section = row.removeprefix("SECTION_")
        elif row and not row.startswith("#"):
            if not section:
                raise ValueError(f"line {number}: not in a section")
            found[section].append([part.strip() for part in row.split(",")])
    missing = {"HORIZON", "SHIFTS", "STAFF", "COVER"} - found.keys()
    if missing:
        raise ValueError(f"no section {', '.join(sorted(missing))}")
    return found


def _staff(row: list[str], days_off: frozenset[int]) -> Staff:
    counts = (entry.split("=") for entry in row[1].split("|") if entry)
    most, least, *limits = (int(value) for value in row[2:])
    return Staff(
        id=row[0],
        max_shifts={code: int(count) for code, count in counts},
        max_minutes=most,
        min_minutes=least,
        max_consecutive=limits[0],
        min_consecutive=limits[1],
        min_consecutive_off=limits[2],
        max_weekends=limits[3],
        days_off=days_off,
    )
