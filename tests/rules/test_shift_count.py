from solver.rules.shift_count import ShiftCount
from tests.builders import amounts, audited, line, scenario

RULE = ShiftCount()


def test_more_of_a_shift_than_the_most_is_a_breach_of_the_line() -> None:
    unit = scenario(weeks=2, rules={"max_shifts": {"L": 1}})
    found = audited(RULE, unit, ". . . . . L L")
    assert (amounts(found), found[0].detail, found[0].week) == ([(2, 1)], "L", None)
    assert audited(RULE, unit, ". . . . . D L") == []


def test_fewer_of_a_shift_than_the_fewest_is_a_breach() -> None:
    unit = scenario(rules={"min_shifts": {"N": 2}})
    assert amounts(audited(RULE, unit, "N D", position=50)) == [(1, 2)]
    assert audited(RULE, unit, "N N", position=50) == []


def test_an_unused_line_needs_none() -> None:
    assert audited(RULE, scenario(rules={"min_shifts": {"N": 2}}), ".", position=0) == []


def test_none_of_a_shift_can_be_asked_for() -> None:
    assert amounts(audited(RULE, scenario(rules={"max_shifts": {"N": 0}}), "N")) == [(1, 0)]


def test_a_persons_own_counts_stand_in_place_of_the_units() -> None:
    own = line(rules={"max_shifts": {"N": 3}})
    unit = scenario(rules={"max_shifts": {"N": 1, "D": 0}}, employees=[own])
    assert audited(RULE, unit, "N N N D") == []
