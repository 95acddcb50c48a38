from typing import Any

from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.rules.demand_max import DemandMax
from tests.builders import amounts, line, places, scenario, sheet

RULE = DemandMax()


def unit(*rows: dict[str, Any], weeks: int = 1, rotation: str = "individual", **first: Any) -> Scenario:
    people = [line("E1", **first), line("E2"), line("E3")]
    return scenario(weeks=weeks, rotation=rotation, demand=rows, employees=people)


def found(scenario_: Scenario, *lines: str) -> list[Finding]:
    return list(
        RULE.audit(sheet(scenario_, {f"E{place}": text for place, text in enumerate(lines, start=1)}))
    )


def row(start: str, end: str, most: int, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "max": most} | more


def test_as_many_people_as_the_most_are_allowed() -> None:
    assert found(unit(row("07:30", "22:30", 2)), "D", "D", "A") == []


def test_one_too_many_is_a_finding_of_the_row_and_of_nobody() -> None:
    findings = found(unit(row("00:00", "01:00", 9), row("07:30", "15:00", 2)), "D", "D", "D")
    assert (places(findings), amounts(findings)) == ([(1, "mon")], [(3, 2)])
    assert (findings[0].employee, findings[0].detail, findings[0].unit) == (None, "demand[1]", "people")


def test_those_who_leave_make_room_for_those_who_come_the_same_minute() -> None:
    assert found(unit(row("07:30", "22:30", 1)), "D", "A") == []


def test_only_the_worst_stretch_of_a_window_is_told() -> None:
    findings = found(unit(row("07:30", "22:30", 0, days=["sat"])), *[". . . . . L"] * 2, ". . . . . D")
    assert amounts(findings) == [(3, 0)]


def test_shifts_that_only_touch_the_window_do_not_count() -> None:
    assert found(unit(row("15:00", "22:30", 0)), "D", "N") == []


def test_a_window_past_midnight_holds_the_next_days_early_shifts() -> None:
    demand = row("23:00", "08:00", 0, days=["mon"])
    assert places(found(unit(demand), ". D")) == [(1, "mon")]


def test_last_nights_shift_is_still_there_in_the_morning() -> None:
    demand = row("06:00", "07:00", 1, days=["tue"])
    assert places(found(unit(demand), "N", "N")) == [(1, "tue")]


def test_the_last_night_of_the_cycle_is_there_on_the_first_morning() -> None:
    demand, sunday = row("06:00", "07:00", 1, weeks=[1]), ". . . . . . . | . . . . . . N"
    assert places(found(unit(demand, weeks=2), sunday, sunday)) == [(1, "mon")]
    assert found(unit(demand, weeks=2, rotation="none"), sunday, sunday) == []


def test_a_night_before_a_period_that_does_not_repeat_is_there_on_its_first_morning() -> None:
    demand = row("06:00", "07:00", 0, days=["mon"])
    assert amounts(found(unit(demand, rotation="none", before=["N"]), ".")) == [(1, 0)]


def test_only_those_who_count_in_the_row_are_counted() -> None:
    skilled = row("07:30", "15:00", 1, competence="skilled")
    assert found(unit(skilled, competence="assistant"), "D", "D") == []
    assert found(unit(row("07:30", "15:00", 1), counts_in_cover=False), "D", "D") == []
    assert len(found(unit(skilled, competence="college"), "D", "D")) == 1


def test_work_elsewhere_is_not_on_shift_here() -> None:
    away = [{"days": ["mon"], "start": "08:00", "end": "12:00"}]
    assert found(unit(row("07:30", "15:00", 1), elsewhere=away), ".", "D") == []
