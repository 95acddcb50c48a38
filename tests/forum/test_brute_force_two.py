"""As `test_brute_force`, with two units: nobody's second line that the search missed is better in the forum's order."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from solver.domain.case import Case
from tests.forum.brute_two import best_key_of_two
from tests.forum.made import DAYS, STEP, case, person, reviewed, roster, unit
from tests.forum.test_brute_force import SIGNS, demands, everything_is_shown


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Three lines in the unit with the vacancy, two in another; those there hold as much as the vacancy, or more."""
    days: dict[str, frozenset[str]] = {}
    for name in "ABL":
        days[name] = frozenset(draw(st.sets(st.sampled_from(DAYS), min_size=1, max_size=2)))
    for name in "CD":
        least = len(days["L"])
        days[name] = frozenset(draw(st.sets(st.sampled_from(DAYS), min_size=least, max_size=2)))
    lines = {
        name: "".join("D" if place in {SIGNS[day] for day in worked} else "." for place in range(7))
        for name, worked in days.items()
    }
    sizes = {name: STEP * len(worked) for name, worked in days.items()}
    there = {day: sum(day in days[name] for name in "ABL") for day in DAYS}
    demand = demands(draw, there)
    wants: list[dict[str, Any]] = []
    for name in "ABCD":
        if draw(st.booleans()):
            wanted = draw(st.sampled_from([size for size in (60, 80) if size > sizes[name]]))
            also = {"also": [{"unit": "hjem", "travel_minutes": 15}]} if name in "CD" else {}
            wants.append({"unit": "borte" if also else "hjem", "employee": name, "wanted": wanted} | also)
    here = unit([person(name, sizes[name]) for name in "ABL"], demand)
    other = unit([person(name, sizes[name]) for name in "CD"], [demand[0] | {"min": 0, "max": 2}])
    units = {
        "hjem": (here, roster({name: lines[name] for name in "ABL"})),
        "borte": (other, roster({name: lines[name] for name in "CD"})),
    }
    return case(units, ("hjem", "L", sizes["L"]), wants)


@settings(max_examples=6)
@given(cases())
def test_no_second_line_that_was_missed_is_better_in_the_forums_order(asked: Case) -> None:
    review = reviewed(asked)
    assert {option.status for option in review.options} <= {"solved", "impossible"}
    best = min((option.worth[:3] for option in review.options if option.worth), default=None)
    assert best == best_key_of_two(asked)
    for option in review.options:
        everything_is_shown(review, option)
