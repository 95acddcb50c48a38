"""Cover, below wanted and surplus in person-minutes: D 07:30-15, A 15-22:30, N 22:30-07:30, L 10-22."""

from solver.goals.registry import GOALS
from tests.builders import Data
from tests.goals.helpers import scenario, value

MONDAY = {"days": ["mon"], "start": "07:30", "end": "22:30"}


def row(**fields: object) -> Data:
    return MONDAY | fields


def test_a_day_shift_leaves_the_evening_uncovered() -> None:
    asked = scenario({}, demand=[row(min=1)])
    assert value("cover", asked, "D") == 450


def test_a_long_shift_covers_only_its_own_part_of_the_window() -> None:
    asked = scenario({}, demand=[row(min=2)])
    assert value("cover", asked, "L") == 2 * 900 - 720


def test_rows_count_independently() -> None:
    asked = scenario({"competence": "college"}, demand=[row(min=1), row(min=2, competence="college")])
    assert value("cover", asked, "D") == 450 + 2 * 900 - 450


def test_a_higher_competence_covers_a_lower_one_and_not_the_other_way() -> None:
    asked = scenario(
        {"competence": "assistant"}, {"competence": "college"}, demand=[row(min=1, competence="skilled")]
    )
    assert value("cover", asked, "D", "A") == 450


def test_skill_and_group_are_asked_of_the_person() -> None:
    people: list[Data] = [{"skills": ["medication"]}, {"groups": ["team-1"]}]
    demand = [row(min=1, skill="medication"), row(min=1, group="team-1")]
    assert value("cover", scenario(*people, demand=demand), "D", "A") == 450 + 450


def test_a_trainee_beside_the_others_covers_nothing() -> None:
    asked = scenario({"counts_in_cover": False}, demand=[row(min=1)])
    assert value("cover", asked, "D") == 900


def test_work_elsewhere_covers_nothing() -> None:
    elsewhere = [{"days": ["mon"], "start": "07:30", "end": "22:30"}]
    assert value("cover", scenario({"elsewhere": elsewhere}, demand=[row(min=1)]), "") == 900


def test_a_night_shift_covers_the_next_morning() -> None:
    asked = scenario({}, demand=[{"days": ["tue"], "start": "06:00", "end": "08:00", "min": 1}])
    assert value("cover", asked, "N") == 30


def test_a_window_over_midnight_reaches_the_shifts_of_the_next_day() -> None:
    asked = scenario({}, demand=[{"days": ["mon"], "start": "22:00", "end": "08:00", "min": 1}])
    assert value("cover", asked, ". D") == 600 - 30


def test_the_last_night_covers_the_first_morning_where_the_cycle_repeats() -> None:
    demand = [{"days": ["mon"], "start": "00:00", "end": "07:30", "min": 1}]
    assert value("cover", scenario({}, demand=demand), ". . . . . . N") == 0
    assert value("cover", scenario({}, rotation="none", demand=demand), ". . . . . . N") == 450


def test_the_night_before_the_period_covers_its_first_morning() -> None:
    demand = [{"days": ["mon"], "start": "00:00", "end": "07:30", "min": 1}]
    assert value("cover", scenario({"before": ["N"]}, rotation="none", demand=demand), "D") == 0


def test_only_the_named_weeks_count() -> None:
    asked = scenario({}, weeks=3, demand=[row(min=1, weeks=[1, 3])])
    assert value("cover", asked, "D") == 450 + 900


def test_below_wanted_counts_only_above_the_minimum() -> None:
    asked = scenario({}, {}, {}, demand=[row(min=1, wanted=3)])
    assert value("below_wanted", asked, "", "", "") == 2 * 900
    assert value("below_wanted", asked, "D", "A", "") == 2 * 900
    assert value("below_wanted", asked, "D", "D", "D") == 2 * 450


def test_nothing_is_below_wanted_where_nothing_more_is_wanted() -> None:
    assert value("below_wanted", scenario({}, demand=[row(min=2), row(min=2, wanted=2)]), "") == 0


def test_surplus_is_above_wanted_or_else_above_the_minimum() -> None:
    people: list[Data] = [{}, {}, {}]
    assert value("surplus", scenario(*people, demand=[row(min=1, wanted=2)]), "D", "D", "L") == 300
    assert value("surplus", scenario(*people, demand=[row(min=1)]), "D", "D", "L") == 300 + 450


def test_surplus_does_not_count_rows_of_some_people_only() -> None:
    asked = scenario({"skills": ["x"]}, demand=[row(min=0, skill="x"), row(min=0, competence="assistant")])
    assert value("surplus", asked, "D") == 0


def test_the_ceilings_hold_the_worst_roster() -> None:
    asked = scenario({}, {}, demand=[row(min=1, wanted=3), {"start": "00:00", "end": "00:00", "min": 2}])
    assert GOALS["cover"].ceiling(asked) == value("cover", asked, "", "") == 900 + 7 * 1440 * 2
    assert GOALS["below_wanted"].ceiling(asked) == value("below_wanted", asked, "", "") == 1800
    assert GOALS["surplus"].ceiling(asked) >= value("surplus", asked, "D", "D")


def test_a_row_may_count_only_those_on_some_shifts() -> None:
    asked = scenario({}, {}, demand=[row(min=1, shifts=["A"])])
    assert value("cover", asked, "D", "L") == 900
    assert value("cover", asked, "D", "A") == 450
