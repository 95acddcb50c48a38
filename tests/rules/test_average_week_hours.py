from solver.domain.scenario import Scenario
from solver.rules.average_week_hours import AverageWeekHours
from tests.builders import amounts, audited, line, places, scenario

RULE = AverageWeekHours()
FULL, EMPTY = "D D D . . . .", ". . . . . . ."


def averaging(minutes: int, over: int, weeks: int, rotation: str = "individual") -> Scenario:
    average = {"max_average_week_minutes": {"minutes": minutes, "weeks": over}}
    return scenario(weeks=weeks, rotation=rotation, agreement=average)


def test_a_full_week_may_be_evened_out_by_an_empty_one() -> None:
    assert audited(RULE, averaging(675, 2, 2), f"{FULL} {EMPTY}") == []


def test_a_window_crosses_the_wrap_from_the_last_week_to_the_first() -> None:
    found = audited(RULE, averaging(1349, 2, 3), f"{FULL} {EMPTY} {FULL}")
    assert (places(found), amounts(found)) == ([(3, None)], [(1350, 1349)])


def test_a_period_that_does_not_repeat_has_no_window_across_its_end() -> None:
    assert audited(RULE, averaging(1349, 2, 3, "none"), f"{FULL} {EMPTY} {FULL}") == []


def test_a_window_longer_than_the_cycle_runs_over_its_repetitions() -> None:
    found = audited(RULE, averaging(899, 3, 2), f"{FULL} {EMPTY}")
    assert (places(found), amounts(found)) == ([(1, None)], [(900, 899)])


def test_a_window_longer_than_a_period_that_does_not_repeat_is_not_counted() -> None:
    assert audited(RULE, averaging(1, 3, 2, "none"), f"{FULL} {FULL}") == []


def test_a_part_of_a_minute_over_the_average_is_over() -> None:
    assert amounts(audited(RULE, averaging(514, 7, 2), "D D")) == [(515, 514)]  # 4 x 900 / 7
    assert audited(RULE, averaging(515, 7, 2), "D D") == []


def test_work_elsewhere_counts() -> None:
    away = line(elsewhere=[{"days": ["sun"], "start": "22:00", "end": "06:00"}])
    average = {"max_average_week_minutes": {"minutes": 900, "weeks": 2}}
    found = audited(RULE, scenario(employees=[away], agreement=average), "D")
    assert amounts(found) == [(930, 900)]
