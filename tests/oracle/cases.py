"""Small units and rosters for the oracle's own tests."""

from typing import Any

from . import check
from .clock import DAYS, Data

SHIFTS = [
    {"code": "D", "start": "07:30", "end": "15:00"},
    {"code": "A", "start": "15:00", "end": "22:30"},
    {"code": "N", "start": "22:15", "end": "07:45"},
    {"code": "L", "start": "10:00", "end": "22:00"},
    {"code": "L2", "start": "11:00", "end": "23:00"},
    {"code": "L3", "start": "07:30", "end": "20:00"},
]
LOCAL: Data = {
    "level": "local",
    "full_time_weekly_minutes": 2130,
    "norm_ground": {"every_nth_sunday": 3, "evening_and_night_weekly_minutes": 83},
    "max_shift_minutes": 750,
    "max_week_minutes": 3240,
    "max_average_week_minutes": {"minutes": 2880, "weeks": 8},
    "sunday": {"zone": ["sat 18:00", "sun 22:00"], "rule": "averaged", "max_in_a_row": 3},
    "hours_tolerance_percent": 1.1,
}
SHORT_RESTS: Data = LOCAL | {"short_daily_rest": {"floor_minutes": 480, "max_per_week": 1}}
WEEKLY_28: Data = LOCAL | {"short_weekly_rest": {"floor_minutes": 1680}}


def days(text: str) -> list[str]:
    """``"D A . ."`` as codes, ``.`` a free day; free days fill up the last week."""
    codes = ["" if word == "." else word for word in text.split()]
    return codes + [""] * (-len(codes) % 7)


def sundays(pattern: str) -> list[str]:
    """A line that works a day shift on the Sundays marked 1."""
    return [code for mark in pattern for code in (*[""] * 6, "D" if mark == "1" else "")]


def unit(weeks: int, person: Data | None = None, **fields: Any) -> Data:
    """A unit of one person under the local agreement; fields replace the scenario's."""
    employee = {"id": "E", "position": {"current": 0, "wanted": 100}} | (person or {})
    rotation = fields.pop("rotation", "individual")
    return {
        "cycle": {"weeks": weeks, "rotation": rotation},
        "agreement": LOCAL,
        "competences": ["assistant", "skilled", "college"],
        "shifts": SHIFTS,
        "employees": [employee],
    } | fields


def roster(*lines: list[str], **fields: Any) -> Data:
    """A roster of lines E, E1, E2 ..., each at 100 % unless `position` says otherwise."""
    names = ["E", *(f"E{number}" for number in range(1, len(lines)))]
    return {
        "lines": [
            {"employee": name, "position": 100, "days": codes} | fields
            for name, codes in zip(names, lines, strict=True)
        ]
    }


def found(rule: str, text: str | list[str], person: Data | None = None, **fields: Any) -> list[Data]:
    """The findings of one rule on a one-person roster; its cycle is as long as the codes."""
    codes = days(text) if isinstance(text, str) else text
    line = {name: fields.pop(name) for name in ("position", "f1") if name in fields}
    scenario = unit(len(codes) // 7, person, **fields)
    return [finding for finding in check(scenario, roster(codes, **line)) if finding["rule"] == rule]


def amounts(findings: list[Data]) -> list[tuple[Any, Any]]:
    """(amount, limit) of each finding."""
    return [(finding["amount"], finding["limit"]) for finding in findings]


def places(findings: list[Data]) -> list[tuple[Any, Any]]:
    """(week, day) of each finding."""
    return [(finding["week"], finding["day"]) for finding in findings]


def everyone(start: str, end: str, **fields: Any) -> Data:
    """A demand row on all days."""
    return {"days": list(DAYS), "start": start, "end": end} | fields
