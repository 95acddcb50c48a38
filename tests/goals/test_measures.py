"""The measures of a roster."""

from solver.measures import measures
from tests.builders import Data
from tests.goals.helpers import scenario, sheet

FULL: Data = {"position": {"current": 50, "wanted": 100}}


def test_only_lines_in_use_are_averaged_and_counted() -> None:
    asked = scenario(FULL, FULL, FULL, {"vacant": True}, {"vacant": True}, FULL)
    lines = {"E1": "D D D D D", "E2": "D D D D", "E3": "D D D", "E4": "D D", "E5": ""}
    assert measures(sheet(asked, lines, E1=100, E2=80, E3=64.5, E4=50, E5=0)) == {
        "average_position": 73.6,  # 294.5 / 4
        "full_time": 1,
        "positions_80_100": 2,
        "small_positions": 2,
        "lines_used": 4,
        "fte": 2.945,
        "paid_fte": 2.96,  # 14 day shifts of 450 of 2130 minutes
    }


def test_a_line_with_its_own_full_time_is_measured_by_it() -> None:
    asked = scenario(FULL | {"weekly_minutes": 2250, "other_minutes": 450})
    assert measures(sheet(asked, {"E1": "D D D D"}))["paid_fte"] == 1.0


def test_an_empty_roster_has_nothing_to_average() -> None:
    empty = measures(sheet(scenario(FULL), {}))
    assert (empty["average_position"], empty["lines_used"], empty["fte"]) == (0.0, 0, 0)
