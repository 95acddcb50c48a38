"""Prices of one line against every line there is: nothing cheaper is overlooked, and what is found may be worked."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.scenario import Scenario
from solver.rules.registry import RULES
from solver.search.columns import kinds
from solver.search.columns.pricing import Pricing
from solver.search.columns.problem import Problem
from solver.search.stages import Stage, ordered_goals
from tests.agreement.examples import examples
from tests.builders import UNLIMITED, scenario

Codes = tuple[int, ...]
PAID = {"D": 450, "N": 585}
NUMBERS = ("D", 1), ("N", 2)
ABOVE = 3.0
SHIFTS = [
    {"code": "D", "start": "07:30", "end": "15:00", "paid_minutes": PAID["D"]},
    {"code": "N", "start": "22:00", "end": "07:00", "paid_minutes": PAID["N"], "kind": "night"},
]
COUNTS = st.dictionaries(st.sampled_from(["D", "N"]), st.integers(1, 4), max_size=2)
RANGES = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda two: (min(two) * 500, max(two) * 600))


@st.composite
def units(draw: st.DrawFn) -> Scenario:
    """One line over a week, with limits on codes, hours and weekends."""
    most, (shortest, longest) = draw(COUNTS), draw(RANGES)
    least = {code: min(count, most.get(code, 4)) for code, count in draw(COUNTS).items()}
    rules = {"max_shifts": most, "min_shifts": least, "min_minutes": shortest, "max_minutes": longest}
    person = {"id": "E1", "competence": "skilled", "position": {"current": 100}, "rules": rules}
    return scenario(
        rotation="none",
        agreement=UNLIMITED,
        shifts=SHIFTS,
        demand=[{"start": one["start"], "end": one["end"], "min": 1} for one in SHIFTS],
        employees=[person | {"max_weekends": draw(st.integers(0, 1))}],
        goals=["cover"],
    )


def lines_of(problem: Problem) -> list[Codes]:
    """Every line there is that keeps the limits, looked for one by one."""
    scenario, kind = problem.scenario, problem.kinds[0]
    person = scenario.employees[0]
    rules = scenario.rules_of(person)
    ways: dict[tuple[int, Codes], int] = {(0, ()): 0}
    for layer in kind.graph.layers:
        parts = layer.source, layer.target, layer.code, layer.weekend
        steps = list(zip(*(part.tolist() for part in parts), strict=True))
        ways = {
            (target, (*codes, code)): weekends + weekend
            for ((here, codes), weekends), (source, target, code, weekend) in product(ways.items(), steps)
            if here == source
        }
    return [
        codes
        for (_, codes), weekends in ways.items()
        if weekends <= (person.max_weekends or 0)
        and (rules.min_minutes or 0)
        <= sum(PAID[code] * codes.count(n) for code, n in NUMBERS)
        <= (rules.max_minutes or 0)
        and all(codes.count(n) <= (rules.max_shifts or {}).get(code, 9) for code, n in NUMBERS)
        and all(codes.count(n) >= (rules.min_shifts or {}).get(code, 0) for code, n in NUMBERS)
    ]


@pytest.fixture(params=["counted", "dearer", "near an even pace"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How codes with a limit are told: counted along the line, or made dearer; and where counts take too much."""
    if request.param == "dearer":
        monkeypatch.setattr(kinds, "COUNT_CELLS", 0)
        monkeypatch.setattr(kinds.Kind, "_count_if_fewer", lambda *_: None)
    if request.param == "near an even pace":
        monkeypatch.setattr(kinds, "MOST_CELLS", 20)


@examples(25)
@given(unit=units(), seed=st.integers(0, 99))
@pytest.mark.usefixtures("way")
def test_nothing_is_cheaper_than_the_least_and_what_is_found_may_be_worked(unit: Scenario, seed: int) -> None:
    problem = Problem(unit, RULES, [Stage(steps, 0, 1) for steps in ordered_goals(unit.goal_stages)])
    pricing, every, person = Pricing(problem), lines_of(problem), problem.people[0]
    columns = {codes: problem.column(person, codes, FULL_BASIS_POINTS) for codes in every}
    for turn in range(3):
        gains = np.random.default_rng(seed + turn).integers(-20, 21, len(problem.rows)).astype(float)
        cheapest = pricing.price(gains, np.zeros(1), who=[0])
        near = pricing.price(gains, np.zeros(1), who=[0], most=10**4, above=ABOVE)
        true = {codes: -near.scale * int(gains[problem.rows_of(one)].sum()) for codes, one in columns.items()}
        for found in (cheapest, near):
            assert all(cost == true.get(column.codes) for column, cost in found.columns)
            if true and found.exact:
                assert found.least[0] <= min(true.values())
                assert problem.kinds[0].priced or found.least[0] == min(true.values())
        if every and cheapest.exact and not problem.kinds[0].priced:
            assert cheapest.columns
        if every and near.exact:
            limit = near.least[0] + ABOVE * near.scale
            within = {codes for codes, cost in true.items() if cost <= limit}
            assert within <= {column.codes for column, _ in near.columns}
