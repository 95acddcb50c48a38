"""Shared lines planned from start to end, small enough to know the answer."""

from typing import Any

import pytest

import solver
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.rules.registry import RULES
from solver.search.weekly.automaton import automaton
from solver.search.weekly.local import codes_of, steps_of, tracks_of
from tests.builders import Data, line, scenario
from tests.search.weekly.no_mondays import NoMondays

DAY: Data = {"code": "D", "start": "08:00", "end": "16:00"}
EVENING: Data = {"code": "A", "start": "16:00", "end": "23:00"}
NIGHT: Data = {"code": "N", "start": "23:00", "end": "08:00"}
NO_LIMITS = (
    "norm_ground", "max_shift_minutes", "max_week_minutes", "max_average_week_minutes", "min_daily_rest_minutes",
    "short_daily_rest", "min_weekly_rest_minutes", "short_weekly_rest", "sunday", "hours_tolerance_percent",
    "long_shift_minutes",
)  # fmt: skip
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]


def unit(
    weeks: int, demand: list[Data], rules: Data, shifts: tuple[Data, ...] = (DAY, EVENING), **more: Any
) -> Scenario:
    """As many people as weeks, and no law."""
    people = [line(f"E{number}", **more) for number in range(1, weeks + 1)]
    return scenario(
        weeks=weeks, rotation="shared", agreement={"level": "not_norwegian", **dict.fromkeys(NO_LIMITS)},
        shifts=list(shifts), employees=people, demand=demand, rules=rules, goals=["cover"],
    )  # fmt: skip


def exactly(shift: Data, people: int, **days: Any) -> Data:
    return {"start": shift["start"], "end": shift["end"], "min": people, "max": people, **days}


def planned(asked: Scenario) -> Roster:
    return solver.plan(asked, work=4, workers=1)


def cover(roster: Roster) -> tuple[float, float | None]:
    return roster.goals[0].value, roster.goals[0].bound


def days_of(roster: Roster) -> str:
    return "".join(code or "." for code in roster.lines[0].days)


def test_the_only_line_there_is_is_found() -> None:
    rules = {"min_consecutive_days": 5, "max_consecutive_days": 5, "min_consecutive_days_off": 2}
    roster = planned(unit(1, [exactly(DAY, 1, days=WEEKDAYS), exactly(EVENING, 0)], rules))
    assert (roster.status, cover(roster), days_of(roster)) == ("optimal", (0, 0), "DDDDD..")


def test_weekends_that_an_automaton_has_no_room_to_count_are_not_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = unit(3, [exactly(DAY, 1)], {}, min_weekends=1)
    plain = automaton(tracks_of(asked, RULES), codes_of(asked, RULES), [])
    monkeypatch.setattr("solver.search.weekly.automaton.MOST_STEPS", len(plain))
    assert steps_of(asked, RULES)[1] == []
    assert cover(planned(asked)) == (0, 0)


def test_everyone_walks_the_line_a_week_after_the_one_before() -> None:
    roster = planned(
        unit(3, [exactly(DAY, 2, days=WEEKDAYS), exactly(EVENING, 1)], {"max_consecutive_days": 6})
    )
    first, second = (one.days for one in roster.lines[:2])
    assert second == first[-7:] + first[:-7]
    assert cover(roster) == (0, 0)


def test_more_than_there_are_people_for_is_missing_and_proven() -> None:
    roster = planned(unit(2, [exactly(DAY, 1), exactly(EVENING, 2, days=["mon"])], {}))
    assert (roster.status, cover(roster)) == (
        "optimal",
        (840, 840),
    )  # one evening of 7 h is missing on two Mondays


def test_blocks_that_do_not_fit_the_demand_cost_cover() -> None:
    """Two days of evenings in a row, and evenings are wanted on Mondays alone."""
    asked = [exactly(EVENING, 1, days=["mon"]), exactly(EVENING, 0, days=["tue", "sun"])]
    roster = planned(unit(1, asked, {"min_consecutive_shifts": {"A": 2}}))
    assert (roster.status, cover(roster)) == ("optimal", (420, 420))


@pytest.mark.parametrize(
    "rules",
    [
        {
            "max_consecutive_days_off": 2,
            "max_consecutive_shifts": {"D": 1, "A": 1},
            "max_consecutive_days": 1,
        },
        {"max_consecutive_days_off": 1, "min_consecutive_days": 6},
    ],
)
def test_blocks_that_leave_no_line_are_impossible_even_without_any_demand(rules: Data) -> None:
    """Only evenings on the weekend and nothing else: three or more days off in a row."""
    nobody = [exactly(DAY, 0), exactly(EVENING, 0, days=WEEKDAYS)]
    roster = planned(unit(2, nobody, rules))
    assert roster.status == "infeasible"
    assert roster.reasons


def test_two_rounds_that_never_meet_are_not_one_line() -> None:
    """Each code has two days off before and after, and then the same code again: nobody gets from D to A."""
    rules = {
        "min_consecutive_days_off": 2,
        "max_consecutive_days_off": 2,
        "forbidden_sequences": [["D", "A"], ["A", "D"], ["D", "", "", "A"], ["A", "", "", "D"]],
    }
    roster = planned(unit(2, [exactly(DAY, 1, days=WEEKDAYS), exactly(EVENING, 1, days=WEEKDAYS)], rules))
    assert (roster.status, cover(roster)) == ("optimal", (2 * 5 * 420, 2 * 5 * 420))
    assert "A" not in days_of(roster)


def test_a_night_covers_the_morning_of_the_day_after() -> None:
    """The window after midnight is Monday's, and only a Sunday's night is there."""
    asked: list[Data] = [
        {"days": ["mon"], "start": "00:00", "end": "07:00", "min": 1},
        {"days": ["mon"], "start": "23:00", "end": "00:00", "min": 0, "max": 0},
    ]
    roster = planned(unit(2, asked, {"max_shifts": {"N": 1}}, (DAY, NIGHT)))
    assert cover(roster) == (0, 0) if days_of(roster).count("N") == 1 else False
    assert days_of(roster)[6::7].count("N") == 1


def test_a_row_of_some_weeks_asks_it_of_the_line_in_all_and_counts_those_weeks() -> None:
    asked = [exactly(EVENING, 3, days=["mon"], weeks=[2])]
    roster = planned(unit(2, asked, {}))
    assert roster.status == "optimal"
    assert cover(roster) == (420, 420)


def test_a_row_that_only_some_count_in_is_bounded_by_them() -> None:
    """One of the two has the skill and works every day shift of the line once in two weeks."""
    asked: list[Data] = [{"days": ["mon"], "start": "08:00", "end": "16:00", "min": 1, "skill": "medication"}]
    two = unit(2, asked, {"max_shifts": {"D": 1}}, (DAY,))
    people = (two.employees[0].model_copy(update={"skills": ("medication",)}), two.employees[1])
    roster = planned(two.model_copy(update={"employees": people}))
    assert (roster.status, cover(roster)) == ("optimal", (480, 480))


def test_a_line_that_nobody_needs_may_be_free_though_days_off_are_limited() -> None:
    free: Data = {"position": {"min": 0, "max": 100}}
    roster = planned(unit(1, [exactly(DAY, 0), exactly(EVENING, 0)], {"max_consecutive_days_off": 3}, **free))
    assert (roster.status, days_of(roster)) == ("optimal", ".......")


def test_a_rule_of_ones_own_that_the_flow_does_not_know_is_held_too() -> None:
    roster = solver.plan(unit(1, [exactly(DAY, 1)], {}), work=4, workers=1, extra_rules=[NoMondays()])
    assert (cover(roster), days_of(roster)) == ((480, 480), ".DDDDDD")


def test_the_same_work_gives_the_same_line_twice() -> None:
    asked = unit(
        5, [exactly(DAY, 2), exactly(EVENING, 1)], {"max_consecutive_days": 6, "min_consecutive_days_off": 2}
    )
    assert days_of(planned(asked)) == days_of(planned(asked))
