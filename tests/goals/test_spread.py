"""Fair shares: most minus fewest among people alike who may work such shifts."""

import pytest

from solver.goals.registry import GOALS
from solver.goals.spread import weekend_minutes
from tests.builders import Data
from tests.goals.helpers import scenario, value

SATURDAY = ". . . . . D ."
SUNDAY = ". . . . . . D"
WHOLE_WEEKEND = ". . . . . D D"
FREE = ""
AWAY: Data = {"unavailable": [{"days": ["sat", "sun"]}]}


def test_a_weekend_is_worked_once_however_many_shifts_it_has() -> None:
    asked = scenario({}, {}, weeks=2)
    assert value("weekend_balance", asked, f"{WHOLE_WEEKEND} {SUNDAY}", SATURDAY) == 1


def test_friday_night_is_no_worked_weekend_but_has_hours_in_it() -> None:
    asked = scenario({}, {})
    assert value("weekend_balance", asked, ". . . . N . .", FREE) == 0
    assert value("weekend_hours_balance", asked, ". . . . N . .", FREE) == 450


def test_sunday_night_counts_until_midnight() -> None:
    assert value("weekend_hours_balance", scenario({}, {}), ". . . . . . N", FREE) == 90


def test_paid_minutes_follow_the_clock_and_are_rounded_down() -> None:
    shifts = [
        {"code": "N", "start": "22:30", "end": "07:30", "paid_minutes": 500},
        {"code": "D", "start": "07:30", "end": "15:00"},
    ]
    asked = scenario({}, {}, shifts=shifts)
    assert value("weekend_hours_balance", asked, ". . . . . . N", FREE) == 500 * 90 // 540 == 83
    assert value("weekend_hours_balance", asked, ". . . . . N N", SATURDAY) == 500 + 83 - 450
    assert [weekend_minutes(asked.shifts[0], day) for day in range(7)] == [0, 0, 0, 0, 416, 500, 83]


def test_someone_missing_from_the_roster_works_no_weekend() -> None:
    assert value("weekend_balance", scenario({}, {}), WHOLE_WEEKEND) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"competence": "college"},
        {"max_weekends": 1},
        {"vacant": True},
        {"shifts": ["X"]},
        {"shifts": ["L"]},
        AWAY,
        {"unavailable": [{"start": "09:00", "end": "07:00"}]},
        {"position": {"current": 0}},
    ],
)
def test_people_who_are_not_alike_or_may_not_work_weekends_are_not_compared(other: Data) -> None:
    shifts = [
        {"code": "D", "start": "07:30", "end": "15:00"},
        {"code": "X", "start": "07:30", "end": "15:00", "days": ["mon", "fri"]},
        {"code": "L", "start": "10:00", "end": "22:00"},
    ]
    assert value("weekend_balance", scenario({}, other, shifts=shifts), WHOLE_WEEKEND, FREE) == 0


def test_one_day_on_which_a_shift_is_possible_is_enough() -> None:
    away = {"unavailable": [{"days": ["sat"]}, {"days": ["sun"], "weeks": [1]}]}
    assert value("weekend_balance", scenario({}, away, weeks=2), WHOLE_WEEKEND, FREE) == 1


def test_long_shifts_are_possible_for_those_who_agreed() -> None:
    only_long: Data = {"shifts": ["L"], "long_shifts": True}
    assert value("weekend_balance", scenario({}, only_long), WHOLE_WEEKEND, FREE) == 1


def test_the_groups_are_summed() -> None:
    people: list[Data] = [{}, {}, {"competence": "college"}, {"competence": "college"}]
    assert value("weekend_balance", scenario(*people), SATURDAY, FREE, SUNDAY, FREE) == 2


def test_evenings_and_nights_are_counted_in_shifts_of_that_kind() -> None:
    asked = scenario({}, {}, {"shifts": ["D"]})
    assert value("evening_balance", asked, "A A L N D . .", "D A . . . . .", FREE) == 2
    assert value("night_balance", asked, "A A L N D . .", "N N N . . . .", FREE) == 2


def test_the_ceilings_hold_the_most_uneven_roster() -> None:
    asked = scenario({}, {}, weeks=2)
    nights = " ".join(["N"] * 14)
    for goal in ("weekend_balance", "weekend_hours_balance", "night_balance"):
        assert GOALS[goal].ceiling(asked) >= value(goal, asked, nights, FREE)
