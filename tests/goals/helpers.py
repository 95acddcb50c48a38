"""What tests of goals need beside the builders: people without ids, long shifts any day, a goal's value."""

from typing import Any

from solver.domain.roster import Roster
from solver.domain.scenario import GoalId, Scenario
from solver.domain.work import Sheet
from solver.goals.registry import GOALS
from tests import builders
from tests.builders import Data, codes, tuples

SHIFTS: list[Data] = [
    {"code": "D", "start": "07:30", "end": "15:00"},
    {"code": "A", "start": "15:00", "end": "22:30"},
    {"code": "N", "start": "22:30", "end": "07:30"},
    {"code": "L", "start": "10:00", "end": "22:00"},
]


def scenario(*people: Data, **changes: Any) -> Scenario:
    """A unit of these people, `E1`, `E2` ..; they may have any size of position, whatever they work."""
    employees = [{"id": f"E{number}"} | one for number, one in enumerate(people, start=1)]
    any_size = {"hours_tolerance_percent": 100}
    return builders.scenario(**{"employees": employees, "shifts": SHIFTS, "agreement": any_size} | changes)


def roster(days: int, lines: dict[str, str], positions: dict[str, float] | None = None) -> Roster:
    """A roster of lines such as `"D A . N"`, at 100 % where no position is said."""
    given = [
        {"employee": employee, "position": (positions or {}).get(employee, 100), "days": codes(text, days)}
        for employee, text in lines.items()
    ]
    return Roster.model_validate(tuples({"lines": given}))


def sheet(asked: Scenario, lines: dict[str, str], **positions: float) -> Sheet:
    return Sheet.of(asked, roster(asked.cycle.days, lines, positions))


def value(goal: GoalId, asked: Scenario, *texts: str, current: Roster | None = None) -> int:
    """A goal's value on the lines of `E1`, `E2` .. ."""
    lines = {f"E{number}": text for number, text in enumerate(texts, start=1)}
    return GOALS[goal].measure(sheet(asked, lines), current)
