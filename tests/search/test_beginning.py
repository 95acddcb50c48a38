"""What is known before any roster: a scenario whose counts are impossible is, and no time is no proof."""

import pytest

import solver
from solver.auditing import audit
from solver.domain.scenario import Scenario
from solver.rules.base import Card, Model, Rule
from solver.rules.registry import RULES
from solver.search.counts import CountModel
from solver.search.improve import Search
from solver.search.limits import Limits, OutOfTimeError
from solver.search.model import RosterModel
from solver.search.solve import Solved
from tests.builders import line, scenario


def unit(size: int, most: int, people: int = 3) -> Scenario:
    employees = [line(f"E{n}", position={"current": size}) for n in range(people)]
    return scenario(weeks=8, employees=employees, demand=[{"start": "00:00", "end": "00:00", "max": most}])


def test_more_hours_than_there_may_be_people_on_shift_is_impossible_at_once() -> None:
    assert solver.plan(unit(100, most=0), work=1, workers=1).status == "infeasible"


def test_a_line_that_has_no_room_at_any_size_is_impossible_at_once() -> None:
    person = line(unavailable=[{"days": ["mon", "tue", "wed", "thu", "fri"]}])
    assert solver.plan(scenario(weeks=12, employees=[person]), work=1, workers=1).status == "infeasible"


@pytest.mark.parametrize("made", [RosterModel, CountModel])
def test_a_model_is_not_built_to_its_end_where_there_is_no_time(
    made: type[RosterModel] | type[CountModel],
) -> None:
    with pytest.raises(OutOfTimeError):
        made(unit(100, most=3, people=30), RULES, Limits(0.0))


def test_without_time_it_is_unknown() -> None:
    assert solver.plan(unit(100, most=0), seconds=0.001, workers=1).status == "unknown"


def test_lines_that_were_laid_one_by_one_are_the_roster_where_the_model_never_had_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Search, "attempt", lambda *_, **__: Solved())
    monkeypatch.setattr(Search, "_go_through", lambda _: None)
    asked = unit(100, most=3)
    found = solver.plan(asked, work=1, workers=1)
    assert (found.status, len(found.lines)) == ("feasible", len(asked.employees))
    assert not audit(asked, found).breaches


def test_a_sunday_may_be_worked_from_a_friday_where_its_zone_begins_then() -> None:
    """What tredelt turnus asks of Sundays is not told by the weekends alone."""
    weekdays = {"days": ["mon", "tue", "wed", "thu"]}
    shifts = [
        {"code": "D", "start": "07:30", "end": "15:00", **weekdays},
        {"code": "A", "start": "15:00", "end": "22:30", **weekdays},
        {"code": "N", "start": "22:30", "end": "07:30", "days": ["fri"]},
    ]
    sunday = {"zone": ["fri 21:00", "mon 06:00"], "rule": "averaged", "max_in_a_row": 3}
    asked = scenario(
        weeks=3, shifts=shifts, employees=[line(position={"min": 20, "max": 100})], demand=[],
        agreement={"norm": "tredelt", "sunday": sunday, "hours_tolerance_percent": 100},
    )  # fmt: skip
    assert solver.plan(asked, work=2, workers=1).status not in ("infeasible", "unknown")


class HalfOfOne(Rule):
    """A rule that tells lines apart which are alike in all else."""

    card = Card(id="half_of_one", level="unit", name="a", sentence="b", law="c")

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            if employee.id == "V1":
                model.add(model.position(employee) <= 5000, "half")


def test_alike_lines_are_not_ordered_where_a_rule_may_tell_them_apart() -> None:
    demand = [{"days": ["mon", "tue", "wed", "thu"], "start": "07:30", "end": "15:00", "min": 1}]
    lines = [{"id": name, "vacant": True, "competence": "skilled"} for name in ("V1", "V2")]
    asked = scenario(weeks=2, employees=lines, demand=demand, goals=["cover", "lines_used"])
    cover, used = solver.plan(asked, work=2, workers=1, extra_rules=[HalfOfOne()]).goals
    assert (cover.value, used.value) == (0, 1)
    assert used.bound is None or used.bound <= 1
