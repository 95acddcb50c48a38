"""Holes are told merged, and never more of them than a reader can take in."""

from solver.domain.roster import Hole
from solver.holes import joined
from solver.present.holes import hole_lines
from tests.present.helpers import unit

HOLE = Hole(row=0, week=1, day="sat", start="10:00", end="12:00", missing=1)
DEMAND = {"start": "07:00", "end": "22:00", "min": 2}


def hole(**changes: object) -> Hole:
    return HOLE.model_copy(update=changes)


def told(*holes: Hole, **demand: object) -> list[str]:
    return hole_lines(holes, unit(demand=[DEMAND | demand]), "nb")


def test_a_hole_names_the_skill_or_the_group_that_is_missing() -> None:
    assert told(HOLE, skill="medication") == ["uke 1 lør 10:00-12:00: mangler 1 (medication)"]
    assert told(HOLE, group="team-1") == ["uke 1 lør 10:00-12:00: mangler 1 (team-1)"]


def test_a_hole_in_a_row_for_anyone_names_nobody() -> None:
    assert told(HOLE) == ["uke 1 lør 10:00-12:00: mangler 1"]


def test_holes_that_follow_on_each_other_are_one() -> None:
    assert list(joined([HOLE, hole(start="12:00", end="14:00")])) == [hole(end="14:00")]


def test_holes_that_lack_different_numbers_stay_apart() -> None:
    assert len(list(joined([HOLE, hole(start="12:00", end="14:00", missing=2)]))) == 2


def test_the_same_hole_in_several_weeks_is_one_line() -> None:
    assert told(*(hole(week=week) for week in (1, 2, 3, 7))) == ["uke 1-3, 7 lør 10:00-12:00: mangler 1"]


def test_lines_stand_in_the_order_of_week_day_and_time() -> None:
    lines = told(hole(week=2), hole(day="sun"), hole(start="08:00", end="09:00"))
    assert [line.split(":")[0] for line in lines] == ["uke 1 lør 08", "uke 1 søn 10", "uke 2 lør 10"]


def test_after_thirty_lines_only_how_many_more_there_are() -> None:
    lines = told(*(hole(week=week, missing=week) for week in range(1, 41)))
    assert len(lines) == 31
    assert lines[-1] == "... og 10 linjer til"
