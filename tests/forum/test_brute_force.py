"""On small random cases nothing that the search missed is better in the forum's order, and nothing is done unseen."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from solver.domain.case import Case
from solver.forum.people import changes
from solver.forum.review import Option, Review
from tests.forum.brute import best_key
from tests.forum.made import DAYS, STEP, case, person, reviewed, roster, unit

NAMES = "ABCL"
SIGNS = {"mon": 0, "wed": 2, "fri": 4, "sat": 5}


def demands(draw: st.DrawFn, there: dict[str, int]) -> list[dict[str, Any]]:
    """A row for each day: at least some of those who are there today, and one more at most."""
    return [
        {
            "days": [day],
            "start": "08:00",
            "end": "15:06",
            "min": draw(st.integers(0, count)),
            "max": count + 1,
        }
        for day, count in there.items()
    ]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Four lines on four days; the last one leaves, and some of the others want more."""
    lines = {}
    for name in NAMES:
        worked = draw(st.sets(st.sampled_from(DAYS), min_size=1, max_size=3))
        lines[name] = "".join("D" if place in {SIGNS[day] for day in worked} else "." for place in range(7))
    sizes = {name: STEP * text.count("D") for name, text in lines.items()}
    there = {day: sum(text[SIGNS[day]] == "D" for text in lines.values()) for day in DAYS}
    people: list[dict[str, Any]] = []
    for name in NAMES:
        rules: dict[str, Any] = {"max_weekends": 0} if lines[name][5] == "." and draw(st.booleans()) else {}
        people.append(person(name, sizes[name], **rules))
    demand = demands(draw, there)
    wants = [
        {
            "unit": "hjem",
            "employee": name,
            "wanted": draw(st.sampled_from([size for size in (60, 80) if size > sizes[name]])),
        }
        for name in "ABC"
        if draw(st.booleans())
    ]
    return case({"hjem": (unit(people, demand), roster(lines))}, ("hjem", "L", sizes["L"]), wants)


@settings(max_examples=12)
@given(cases())
def test_no_option_that_was_missed_is_better_in_the_forums_order(asked: Case) -> None:
    review = reviewed(asked)
    assert {option.status for option in review.options} <= {"solved", "impossible"}
    best = min((option.worth[:3] for option in review.options if option.worth), default=None)
    assert best == best_key(asked)
    for option in review.options:
        everything_is_shown(review, option)


def everything_is_shown(review: Review, option: Option) -> None:
    """Nobody has less than before but the line that is gone, and every line that differs is among the changes."""
    told = {change.person: change for change in changes(review.today, option.draft, option.afters)}
    for after in option.afters:
        before = {line.employee: line for line in review.today.roster(after.unit).lines}
        for line in after.roster.lines:
            old = before.get(line.employee)
            if old is None:
                assert (after.unit, line.employee) in told
                continue
            assert (line.position_basis_points or 0) >= (old.position_basis_points or 0)
            if line.days != old.days or line.position_basis_points != old.position_basis_points:
                told_days = {one.day: (one.before, one.after) for one in told[after.unit, line.employee].days}
                assert told_days == {
                    day: pair
                    for day, pair in enumerate(zip(old.days, line.days, strict=True))
                    if pair[0] != pair[1]
                }
        gone = set(before) - {line.employee for line in after.roster.lines}
        assert {(after.unit, name) for name in gone} <= set(option.draft.gone)
