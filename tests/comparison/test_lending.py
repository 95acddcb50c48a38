"""A roster laid under another arrangement: taken where it is allowed and better, with the bounds that still hold."""

import pytest

from solver.comparison.arrangements import arrangements
from solver.comparison.frontier import frontier
from solver.comparison.lending import lent
from solver.comparison.making import Making
from solver.domain.roster import Roster
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked
from tests.builders import Data, codes, line, scenario, tuples

ROWS: list[Data] = [{"days": ["mon", "sat"], "start": "07:30", "end": "15:00", "min": 1}]
FREE: Data = {"position": {"min": 0, "max": 100}}
UNIT = scenario(
    demand=ROWS,
    employees=[line("E1", **FREE)],
    goals=["cover", "lines_used", "strain"],
    agreement={"hours_tolerance_percent": 30},
)


def roster(days: str, **bounds: int | None) -> Roster:
    values = {"cover": 900, "lines_used": 1, "strain": 1}
    goals = [
        {"id": goal, "value": value, "bound": bounds.get(goal), "unit": ""} for goal, value in values.items()
    ]
    lines = [{"employee": "E1", "days": codes(days, 7), "position": 50 if days else 0}]
    return Roster.model_validate(tuples({"lines": lines, "goals": goals, "status": "feasible"}))


def test_a_better_roster_that_is_allowed_is_taken_with_its_worth_there() -> None:
    found = lent(UNIT, roster(""), roster("D . . . . D ."), RULES)
    assert [one.value for one in found.goals] == [0, 1, 1]
    assert found.measures["lines_used"] == 1


def test_one_that_breaks_a_rule_there_is_not() -> None:
    own = roster("")
    assert lent(UNIT, own, roster("D A D . . D ."), RULES) is own


def test_one_that_is_no_better_is_not() -> None:
    own = lent(UNIT, roster(""), roster("D . . . . D ."), RULES)
    assert lent(UNIT, own, roster("D . . . . . ."), RULES) is own


def test_where_there_was_none_any_that_is_allowed_is_taken() -> None:
    found = lent(UNIT, Roster(status="unknown"), roster("D . . . . . ."), RULES)
    assert [(one.value, one.bound) for one in found.goals] == [(450, None), (1, None), (0, None)]


@pytest.mark.parametrize(("lines_used", "kept"), [(1, [0, 1, 0]), (0, [0, 0, None])])
def test_a_bound_is_kept_while_no_goal_before_it_is_worse_than_when_it_was_proven(
    lines_used: int, kept: list[int | None]
) -> None:
    own = roster("", cover=0, lines_used=lines_used, strain=0)
    goals = tuple(
        one.model_copy(update={"value": lines_used}) if one.id == "lines_used" else one for one in own.goals
    )
    found = lent(UNIT, own.model_copy(update={"goals": goals}), roster("D . . . . D ."), RULES)
    assert [one.bound for one in found.goals] == kept


def test_an_arrangement_with_more_room_is_never_worse_than_one_with_less() -> None:
    made = arrangements(UNIT, ["weekends=0,1"], {})
    making = Making(
        made, Limits(60.0, 4.0), Asked(1, 1, None, lambda step: None), RULES, lambda place, what: None
    )
    making.rosters = [roster("D . . . . . ."), Roster(status="unknown")]
    making.lend()
    assert [one.lines[0].days[:6:5] for one in making.rosters] == [("D", ""), ("D", "")]


def test_what_begins_is_told_and_every_goal_only_where_there_is_a_roster() -> None:
    told: list[tuple[int, str]] = []
    impossible = scenario(
        employees=[line("E1", pinned=[{"days": ["mon"], "shift": "A"}, {"days": ["tue"], "shift": "D"}])]
    )
    for unit in (UNIT, impossible):
        frontier(
            arrangements(unit, ["weekends=1"], {}),
            seconds=60,
            work=4,
            told=lambda place, what: told.append((place, what)),
        )
    assert told == [(0, "cover"), (0, "goals"), (0, "cover")]
