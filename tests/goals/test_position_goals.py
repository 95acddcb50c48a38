"""Goals about position sizes: percent points are counted in hundredths, the rest in lines."""

from solver.goals.positions import position_of
from solver.goals.registry import GOALS
from tests.builders import Data
from tests.goals.helpers import scenario, sheet

PART: Data = {"position": {"current": 50, "wanted": 80}}
FULL: Data = {"position": {"current": 50, "wanted": 100}}
VACANT: Data = {"vacant": True}


def test_unwanted_part_time_is_what_people_lack_of_what_they_want() -> None:
    asked = scenario(PART, FULL, FULL)
    goal = GOALS["unwanted_part_time"]
    assert goal.measure(sheet(asked, {"E1": "", "E2": "", "E3": ""}, E1=60.5, E2=75, E3=100)) == 1950 + 2500
    assert (goal.scale, goal.unit) == (100, "percent points")


def test_more_than_wanted_is_no_credit_to_another() -> None:
    asked = scenario(PART, FULL)
    assert GOALS["unwanted_part_time"].measure(sheet(asked, {"E1": "", "E2": ""}, E1=100, E2=90)) == 1000


def test_vacant_lines_want_nothing_and_a_missing_person_has_nothing() -> None:
    asked = scenario(PART, VACANT)
    assert GOALS["unwanted_part_time"].measure(sheet(asked, {"E2": ""}, E2=10)) == 8000
    assert GOALS["unwanted_part_time"].ceiling(asked) == 8000


def test_small_positions_are_over_zero_and_under_the_size() -> None:
    asked = scenario(FULL, FULL, FULL, FULL)
    lines = dict.fromkeys(("E1", "E2", "E3", "E4"), "")
    assert GOALS["small_positions"].measure(sheet(asked, lines, E1=0, E2=64.99, E3=65, E4=100)) == 1


def test_whoever_wants_a_small_position_is_not_counted_but_a_vacant_line_is() -> None:
    wants_small: Data = {"position": {"current": 40, "wanted": 60}}
    asked = scenario(wants_small, VACANT)
    assert GOALS["small_positions"].measure(sheet(asked, {"E1": "", "E2": ""}, E1=40, E2=40)) == 1


def test_the_size_may_differ_by_competence() -> None:
    people: list[Data] = [FULL | {"competence": "skilled"}, FULL | {"competence": "college"}]
    asked = scenario(*people, small_position={"skilled": 50, "default": 80})
    assert GOALS["small_positions"].measure(sheet(asked, {"E1": "", "E2": ""}, E1=60, E2=60)) == 1


def test_part_time_is_under_full_time_except_for_those_who_want_it() -> None:
    asked = scenario(FULL, PART, VACANT, FULL)
    lines = dict.fromkeys(("E1", "E2", "E3", "E4"), "")
    assert GOALS["part_time"].measure(sheet(asked, lines, E1=99.5, E2=80, E3=90, E4=100)) == 2


def test_lines_used_have_a_position_over_zero() -> None:
    asked = scenario(FULL, VACANT, VACANT, FULL)
    assert GOALS["lines_used"].measure(sheet(asked, {"E1": "", "E2": "", "E3": ""}, E1=50, E2=0, E3=65)) == 2


def test_a_position_that_the_roster_does_not_state_comes_from_the_paid_minutes() -> None:
    asked = scenario(FULL)
    line = sheet(asked, {"E1": "D D D . ."}).lines[0]
    unstated = line.given.model_copy(update={"position_basis_points": None}) if line.given else None
    worked = type(line)(asked, line.employee, line.days, unstated)
    assert position_of(worked) == 6300  # 1350 of 2130 minutes is 63.4 %, in whole percents
    assert position_of(line) == 10_000
