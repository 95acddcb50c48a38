"""Rosters side by side: what each is worth, what each person has, and the days that differ."""

from solver.comparison.rosters import Difference, compare
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from tests.builders import Data, codes, line, scenario, tuples

ROWS: list[Data] = [{"days": ["sat"], "start": "07:30", "end": "15:00", "min": 1}]


def unit() -> Scenario:
    return scenario(demand=ROWS, goals=["cover"], employees=[line(), line("E2")])


def roster(first: str, second: str = "") -> Roster:
    rows = [{"employee": name, "days": codes(text, 7)} for name, text in (("E1", first), ("E2", second))]
    return Roster.model_validate(tuples({"lines": rows}))


def test_each_roster_has_its_goals_and_each_person_a_share() -> None:
    found = compare(unit(), {"a": roster("D D . . . D D"), "b": roster("D D . . . . .")})
    assert [side.checked.goals[0].value for side in found.sides] == [0, 450]
    share = found.sides[0].people["E1"]
    assert (share.minutes, share.weekends, share.weekend_minutes) == (1800, 1, 900)


def test_the_days_that_differ_from_the_first_are_told() -> None:
    found = compare(unit(), {"a": roster("D . A"), "b": roster("D . .", ". . A")})
    assert found.differences == ((), (Difference("E1", 2, "A", ""), Difference("E2", 2, "", "A")))


def test_breaches_of_a_roster_that_people_made_are_counted() -> None:
    found = compare(unit(), {"ours": roster("D D"), "theirs": roster("N D")})
    assert [bool(side.checked.breaches) for side in found.sides][1]
