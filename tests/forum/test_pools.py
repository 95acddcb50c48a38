"""Units that share lines: the law over all of them, one model against every roster listed, the priced one beside it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.auditing import audit
from solver.domain.fault import FaultError
from solver.domain.pool import Pool
from solver.domain.roster import Line, Roster
from solver.forum.pools.joining import joined
from solver.forum.pools.pricing import Pricing
from solver.forum.pools.together import rules_of
from solver.search.limits import Limits
from tests.builders import AGREEMENT, SHIFTS, codes
from tests.forum.made import DAYS
from tests.forum.shared import best_values, person, pool, solved, unit, values

NEEDS = {"mon": 1, "wed": 1, "fri": 1, "sat": 1}
TWO = [
    unit("nord", [person("A", 40), person("B", 20)], NEEDS | {"mon": 2}),
    unit("sør", [person("A", 40, 60)], NEEDS | {"fri": 2}),
]
FULL = {"id": "P", "competence": "skilled", "position": {"current": 80}}


def one_week(lines: list[dict[str, Any]], agreement: dict[str, Any] | None = None, **changes: Any) -> Pool:
    """Two units with day, evening and night shifts, nobody of their own who matters, and shared lines."""
    there = [
        unit(
            name, [person("X", 0, vacant=True)], {}, agreement=AGREEMENT | (agreement or {}), shifts=SHIFTS,
            demand=[{"start": "07:30", "end": "22:30", "min": 1}],
        )
        for name in ("nord", "sør")
    ]  # fmt: skip
    return pool(there, lines, **changes)


def breaches(asked: Pool, text: str) -> set[str]:
    """The rules that a shared line's days break, whatever her hours."""
    whole = joined(asked)
    size = asked.lines[0].employee.current_basis_points // 100
    line = Line(employee="P", position_basis_points=size, days=tuple(codes(text, whole.cycle.days)))
    found = audit(whole, Roster(lines=(line,)), rules=rules_of(asked)).breaches
    return {one.rule for one in found if one.employee == "P"} - {"position"}


def test_the_rest_between_shifts_is_held_from_one_unit_to_the_other() -> None:
    asked = one_week([{"employee": FULL}], {"short_daily_rest": None})
    assert "daily_rest" in breaches(asked, "A/1 D/2")
    assert breaches(asked, "D/1 A/2") == set()


def test_the_journey_is_taken_from_the_rest() -> None:
    early = [*SHIFTS, {"code": "T", "start": "09:30", "end": "15:00", "paid_minutes": 330}]
    near = {"short_daily_rest": None}
    asked = one_week([{"employee": FULL}], near)
    units = [{"id": one.id, "scenario": one.scenario} for one in asked.units]
    assert len(units) == 2
    for minutes, broken in ((0, set()), (30, {"forbidden_sequence"})):
        there = [
            unit(name, [person("X", 0, vacant=True)], {}, agreement=AGREEMENT | near, shifts=early,
                 demand=[{"start": "07:30", "end": "22:30", "min": 1}])
            for name in ("nord", "sør")
        ]  # fmt: skip
        travel = [{"between": ["nord", "sør"], "minutes": minutes}]
        with_journey = pool(there, [{"employee": FULL}], travel=travel)
        assert breaches(with_journey, "A/1 T/2") == broken
        assert breaches(with_journey, "A/1 T/1") == set()


def test_days_in_a_row_and_weekends_are_counted_over_all_units() -> None:
    held = {"max_weekends": 0, "rules": {"max_consecutive_days": 3}}
    asked = one_week([{"employee": FULL | held}])
    assert {"consecutive_days"} == breaches(asked, "D/1 D/2 D/1 D/2")
    assert "weekend_count" in breaches(asked, ". . . . . D/2")


def test_a_limit_on_units_is_held_and_audited() -> None:
    asked = pool(TWO, [{"employee": FULL, "most_units": 1}])
    assert breaches(asked, "D/1 . D/2") == {"few_units"}
    found = solved(asked, "together")
    assert [len(one.days) for one in found.shared] == [1]


def test_each_units_roster_is_audited_with_what_is_done_elsewhere() -> None:
    found = solved(pool(TWO, [{"employee": FULL}]), "together")
    assert found.roster.status == "optimal"
    whole = dict(zip(("cover", "wanting"), values(found), strict=True))
    assert sum(unit.audit.goals[0].value for unit in found.units) == whole["cover"]
    for one in found.units:
        assert not audit(one.scenario, one.roster).breaches
        shared = one.scenario.employee_by_id["P"]
        days = sum(map(bool, next(line.days for line in one.roster.lines if line.employee == "P")))
        assert days + len(shared.elsewhere) == 4
        assert shared.other_minutes == 426 * len(shared.elsewhere)


def test_the_priced_one_is_as_good_as_one_model_where_everything_was_listed() -> None:
    asked = pool(
        TWO, [{"employee": FULL}, {"employee": FULL | {"id": "Q", "position": {"current": 40, "wanted": 80}}}]
    )
    best = best_values(asked)
    together, priced = solved(asked, "together"), solved(asked, "priced")
    assert values(together) == best
    assert together.roster.status == "optimal"
    assert all(value <= 1.02 * least for value, least in zip(values(priced), best, strict=True))
    assert all(
        goal.bound is None or goal.bound <= least for goal, least in zip(priced.goals, best, strict=True)
    )


def test_prices_alone_come_near_what_all_units_as_one_can_have() -> None:
    """Without the counts of all units to begin from, as where there are too many units for that."""
    asked = pool(
        TWO, [{"employee": FULL}, {"employee": FULL | {"id": "Q", "position": {"current": 40, "wanted": 80}}}]
    )
    begun, alone = (
        Pricing(asked, joined(asked), Limits(60, work=20.0), from_counts=one) for one in (True, False)
    )
    begun.run()
    alone.run()
    assert (begun.rounds, begun.values) == (0, begun.bounds)
    assert alone.rounds
    pairs = zip(alone.values, alone.bounds, begun.values, strict=True)
    assert all((bound or 0) <= least <= value <= 1.02 * least for value, bound, least in pairs)


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    """Two units of one or two lines, and a line or two that work in both."""
    units = []
    for name in ("nord", "sør"):
        people = []
        for letter in "AB"[: draw(st.integers(1, 2))]:
            size = draw(st.sampled_from([20, 40]))
            people.append(person(letter, size, draw(st.sampled_from([size, size + 20]))))
        units.append(unit(name, people, {day: draw(st.integers(0, 2)) for day in DAYS}))
    lines = []
    for letter in "PQ"[: draw(st.integers(1, 2))]:
        size = draw(st.sampled_from([40, 80]))
        free = {"max_weekends": 0} if draw(st.booleans()) else {}
        lines.append({"employee": person(letter, size, **free), "most_units": draw(st.integers(1, 2))})
    return pool(units, lines)


@settings(max_examples=5)
@given(pools())
def test_no_roster_of_two_units_is_better_than_one_models(asked: Pool) -> None:
    best, found = best_values(asked), solved(asked, "together")
    assert (found.roster.status == "infeasible") == (not best)
    assert values(found) == best


@settings(max_examples=5)
@given(pools())
def test_what_prices_prove_holds_for_every_roster(asked: Pool) -> None:
    best, found = best_values(asked), solved(asked, "priced")
    assert found.is_found <= bool(best)
    if found.is_found:
        assert values(found) >= best
        first = found.goals[0].bound
        assert first is None or first <= best[0]


def test_units_that_no_line_fits_are_refused_with_every_fault() -> None:
    wrong = [TWO[0], unit("sør", [person("A", 40)], NEEDS, cycle={"weeks": 2})]
    with pytest.raises(FaultError) as told:
        pool(wrong, [{"employee": FULL, "units": ["nord", "vest"]}, {"employee": FULL}])
    assert [one.path for one in told.value.faults] == [
        "lines[1].employee.id",
        "units[1].scenario.cycle.weeks",
        "lines[0].units[1]",
    ]


def test_a_code_that_two_units_have_is_named_with_its_unit() -> None:
    wish = {"days": ["mon"], "shift": "D", "want": False}
    with pytest.raises(FaultError):
        pool(TWO, [{"employee": FULL | {"wishes": [wish]}}])
    asked = pool(TWO, [{"employee": FULL | {"wishes": [wish | {"shift": "D/2"}]}}])
    assert joined(asked).employee_by_id["P"].wishes[0].shift == "D/2"
