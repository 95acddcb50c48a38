"""Each kind of option on a unit so small that the answer can be seen: four days, a shift is 20 %."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from solver.domain.case import Case
from solver.forum.review import Option, Review
from tests.forum.made import case, person, reviewed, roster, unit

EVERY_DAY = [{"days": ["mon", "wed", "fri", "sat"], "start": "08:00", "end": "15:06", "min": 2, "max": 3}]

WEDNESDAY = [{"days": ["wed"], "start": "08:00", "end": "15:06", "min": 1}]


def home(wants: Sequence[dict[str, Any]], **changes: Any) -> Case:
    """Four people on two a day; L leaves 40 %, Monday and Saturday."""
    people = [person("A", 40, 80), person("B", 40, 60), person("C", 40), person("L", 40)]
    today = roster({"A": "..D.D..", "B": "D.D....", "C": "....DD.", "L": "D....D."})
    return case({"hjem": (unit(people, EVERY_DAY), today)}, ("hjem", "L", 40), wants, **changes)


def wants(employee: str, wanted: int, of: str = "hjem", **changes: Any) -> dict[str, Any]:
    return {"unit": of, "employee": employee, "wanted": wanted} | changes


def found(review: Review, kind: str) -> list[Option]:
    return [option for option in review.options if option.draft.kind == kind]


def days(option: Option, employee: str, of: str = "hjem") -> str:
    lines = next(after for after in option.afters if after.unit == of).roster.lines
    return "".join(code or "." for code in next(line.days for line in lines if line.employee == employee))


def test_one_takes_the_hours_and_nobody_else_is_touched() -> None:
    review = reviewed(home([wants("A", 80)]))
    (option,) = found(review, "extend_one")
    assert days(option, "A") == "D.D.DD."
    assert option.worth is not None
    assert option.worth.changed_days == 0
    assert option.afters[0].scenario.employee_by_id["A"].current_basis_points == 8000
    assert "L" not in option.afters[0].scenario.employee_by_id


def test_two_share_the_hours_where_neither_has_room_for_all() -> None:
    review = reviewed(home([wants("A", 60), wants("B", 60)]))
    assert found(review, "extend_one") == []
    (option,) = found(review, "extend_several")
    assert {one.person[1]: one.size for one in option.positions} == {"A": 6000, "B": 6000, "C": 4000}


def test_what_nobody_has_room_for_is_advertised_with_its_real_roster() -> None:
    review = reviewed(home([wants("A", 60)]))
    (option,) = found(review, "split")
    assert days(option, "REST").count("D") == 1
    assert option.draft.advertised == (("hjem", "REST"),)


def test_a_smaller_line_is_left_for_a_whole_one_and_given_on() -> None:
    people = [person("A", 20, 40), person("B", 40, 60), person("C", 60), person("L", 40)]
    today = roster({"A": "....D..", "B": "D.D....", "C": "..D.DD.", "L": "D....D."})
    asked = case(
        {"hjem": (unit(people, EVERY_DAY), today)}, ("hjem", "L", 40), [wants("A", 40), wants("B", 60)]
    )
    option = next(one for one in found(reviewed(asked), "move_line") if one.draft.people[0][1] == "A")
    assert days(option, "A") == "D....D."
    assert days(option, "B") == "D.D.D.."


def two_units(**changes: Any) -> Case:
    """P has Wednesday and Friday in another house, and would also work here."""
    there = unit(
        [person("P", 40, 80), person("Q", 40)],
        [{"days": ["wed"], "start": "08:00", "end": "15:06", "min": 1}],
    )
    return home_and(
        there, [wants("P", 80, "borte", also=[{"unit": "hjem", "travel_minutes": 15}])], **changes
    )


def home_and(there: Any, more: Sequence[dict[str, Any]], **changes: Any) -> Case:
    here = home([]).units[0]
    others = roster({"P": "..D.D..", "Q": "D....D."})
    units = {"hjem": (here.scenario, here.roster), "borte": (there, others)}
    return case(units, ("hjem", "L", 40), more, **changes)


def test_somebody_from_another_unit_gets_a_second_line_that_fits_her_first() -> None:
    option = next(one for one in reviewed(two_units()).options if one.draft.kind == "combined")
    assert days(option, "P@borte") == "D....D."
    assert {after.unit for after in option.afters} == {"hjem", "borte"}
    assert days(option, "P", "borte") == "..D.D.."
    assert {one.person: one.size for one in option.positions}["borte", "P"] == 8000


def test_nobody_works_in_two_units_where_the_case_says_one() -> None:
    assert not [one for one in reviewed(two_units(most_units=1)).options if one.draft.kind == "combined"]


def test_two_vacant_lines_become_one_position_over_both_units() -> None:
    vacant = {"id": "P", "vacant": True, "competence": "skilled", "position": {"min": 40, "max": 40}}
    there = unit([vacant, person("Q", 40)], WEDNESDAY)
    (option,) = found(reviewed(home_and(there, [])), "pool")
    assert {one.person: one.size for one in option.positions if one.vacant} == {("borte", "P"): 8000}


def test_more_weekends_are_tried_only_for_those_who_said_yes() -> None:
    people = [
        person("A", 40, 80, max_weekends=0),
        person("B", 40, max_weekends=0),
        person("C", 40),
        person("L", 40),
    ]
    today = roster({"A": "..D.D..", "B": "D.D....", "C": "....DD.", "L": "D....D."})
    here = {"hjem": (unit(people, EVERY_DAY), today)}
    no = reviewed(case(here, ("hjem", "L", 40), [wants("A", 80)], arrangements=[{"weekends": 1}]))
    assert found(no, "arrangement") == []
    assert [one.status for one in found(no, "extend_one")] == ["impossible"]
    yes = reviewed(
        case(here, ("hjem", "L", 40), [wants("A", 80, max_weekends=1)], arrangements=[{"weekends": 1}])
    )
    (option,) = found(yes, "arrangement")
    assert days(option, "A") == "D.D.DD."


def test_an_option_that_opens_a_hole_is_proven_impossible_and_says_which() -> None:
    no_weekends = {"max_weekends": 0}
    people = [
        person("A", 40, 60, **no_weekends),
        person("B", 40, **no_weekends),
        person("C", 60),
        person("L", 20),
    ]
    today = roster({"A": "..D.D..", "B": "D.D....", "C": "D...DD.", "L": ".....D."})
    asked = case({"hjem": (unit(people, EVERY_DAY), today)}, ("hjem", "L", 20), [wants("A", 60)])
    (option,) = found(reviewed(asked), "extend_one")
    assert option.status == "impossible"
    assert option.answer.units[0].least_uncovered == 426
    assert [(hole.day, hole.person_minutes) for hole in option.holes] == [(5, 426)]


def test_people_who_are_equal_in_the_order_are_both_named() -> None:
    people = [person("A", 40, 80), person("B", 40, 80), person("C", 40), person("L", 40)]
    today = roster({"A": "D.D....", "B": "D.D....", "C": "....DD.", "L": "....DD."})
    here = {"hjem": (unit(people, EVERY_DAY), today)}
    review = reviewed(case(here, ("hjem", "L", 40), [wants("A", 80), wants("B", 80)]))
    one, other = found(review, "extend_one")
    assert review.equals(one) == (other,)


def test_without_time_nothing_is_told_as_impossible() -> None:
    review = reviewed(home([wants("A", 80)]), work=1e-9)
    assert {option.status for option in review.options} == {"unknown"}
