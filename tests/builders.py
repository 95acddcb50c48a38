"""Small scenarios and rosters: what a test does not name is a plain unit under a local agreement.

Shifts D 07:30-15:00, A 15:00-22:30, L 10:00-22:00 (sat, sun) and N 22:30-07:30; one line E1 at 100 %.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from solver.domain.finding import Finding
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.rules.base import Rule

Data = dict[str, Any]
FREE, WEEK_DAYS = ".", 7

SHIFTS: list[Data] = [
    {"code": "D", "start": "07:30", "end": "15:00", "paid_minutes": 450},
    {"code": "A", "start": "15:00", "end": "22:30", "paid_minutes": 450},
    {"code": "L", "start": "10:00", "end": "22:00", "paid_minutes": 720, "days": ["sat", "sun"]},
    {"code": "N", "start": "22:30", "end": "07:30", "paid_minutes": 540, "kind": "night"},
]
AGREEMENT: Data = {
    "id": "ks-turnus-local",
    "level": "local",
    "full_time_weekly_minutes": 2130,
    "norm": "fixed",
    "norm_ground": {"every_nth_sunday": 3, "evening_and_night_weekly_minutes": 83},
    "norm_ground_window": {"from": "20:00", "until": "06:00"},
    "tredelt": {
        "base_weekly_minutes": 2250,
        "floor_weekly_minutes": 2016,
        "ceiling_weekly_minutes": 2130,
        "night": {"from": "21:00", "until": "06:00"},
        "night_credit_sixtieths": 15,
        "sunday_credit_sixtieths": 10,
    },
    "max_shift_minutes": 750,
    "max_week_minutes": 3240,
    "max_average_week_minutes": {"minutes": 2880, "weeks": 8},
    "min_daily_rest_minutes": 660,
    "short_daily_rest": {"floor_minutes": 480, "max_per_week": 1},
    "min_weekly_rest_minutes": 2100,
    "short_weekly_rest": {"floor_minutes": 1680},
    "sunday": {"zone": ["sat 18:00", "sun 22:00"], "rule": "averaged", "max_in_a_row": 3},
    "hours_tolerance_percent": 1.1,
    "position_step": 1,
    "long_shift_minutes": 600,
}

UNLIMITED: Data = dict.fromkeys(
    ["norm_ground", "max_week_minutes", "max_average_week_minutes", "sunday", "hours_tolerance_percent"]
) | {"level": "not_norwegian", "id": "none"}
"""for `agreement`: none of the law's rules about hours and Sundays"""


def line(name: str = "E1", **changes: Any) -> Data:
    """An employee as the file has it: full time, skilled, unless told otherwise."""
    return {"id": name, "competence": "skilled", "position": {"current": 100}} | changes


def scenario(
    *,
    weeks: int = 1,
    rotation: str = "individual",
    agreement: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Scenario:
    """A scenario; `agreement` changes fields of the agreement, `changes` those of the scenario."""
    given = {
        "schema": "heltid.scenario/1",
        "id": "prove",
        "cycle": {"weeks": weeks, "rotation": rotation},
        "agreement": AGREEMENT | dict(agreement or {}),
        "competences": ["assistant", "skilled", "college"],
        "shifts": SHIFTS,
        "employees": [line()],
    }
    return Scenario.model_validate(tuples(given | changes))


def codes(text: str, days: int) -> list[str]:
    """`D A . | N` as codes: `.` is free, `|` only helps the eye, and the days not named are free."""
    found = ["" if word == FREE else word for word in text.split() if word != "|"]
    assert len(found) <= days, f"{len(found)} codes for {days} days"
    return found + [""] * (days - len(found))


def sheet(unit: Scenario, lines: Mapping[str, str], positions: Mapping[str, float] | None = None) -> Sheet:
    """A roster laid over its scenario: codes by employee, and position sizes in percent where they matter."""
    rows = [
        {"employee": name, "days": codes(text, unit.cycle.days), "position": (positions or {}).get(name)}
        for name, text in lines.items()
    ]
    return Sheet.of(unit, Roster.model_validate(tuples({"lines": rows})))


def audited(rule: Rule, unit: Scenario, text: str, position: float | None = None) -> list[Finding]:
    """What a rule finds on the first line of a roster, the others being left out."""
    first = unit.employees[0].id
    return list(rule.audit(sheet(unit, {first: text}, {first: position} if position is not None else None)))


def places(findings: Iterable[Finding]) -> list[tuple[int | None, str | None]]:
    """Week and day of each finding."""
    return [(finding.week, finding.day) for finding in findings]


def amounts(findings: Iterable[Finding]) -> list[tuple[float | None, float | None]]:
    """Amount and limit of each finding."""
    return [(finding.amount, finding.limit) for finding in findings]


def tuples(value: Any) -> Any:
    """The same value with tuples for lists, as the strict shapes want it."""
    if isinstance(value, Mapping):
        return {name: tuples(one) for name, one in value.items()}
    return tuple(tuples(one) for one in value) if isinstance(value, list | tuple) else value
