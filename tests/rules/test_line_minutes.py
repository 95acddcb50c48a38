from solver.rules.line_minutes import LineMinutes
from tests.builders import amounts, audited, line, scenario

RULE = LineMinutes()


def test_more_paid_time_than_the_most_is_a_breach_of_the_line() -> None:
    unit = scenario(weeks=2, rules={"max_minutes": 900})
    found = audited(RULE, unit, "D D A")
    assert (amounts(found), found[0].unit, found[0].week) == ([(1350, 900)], "minutes", None)
    assert audited(RULE, unit, "D D") == []


def test_less_paid_time_than_the_least_is_a_breach_of_a_line_in_use() -> None:
    unit = scenario(rules={"min_minutes": 901})
    assert amounts(audited(RULE, unit, "D D", position=50)) == [(900, 901)]
    assert audited(RULE, unit, "D N", position=50) == []
    assert audited(RULE, unit, ".", position=0) == []


def test_minutes_outside_shifts_count_too() -> None:
    unit = scenario(rules={"max_minutes": 900}, employees=[line(other_minutes=60)])
    assert amounts(audited(RULE, unit, "D D", position=50)) == [(960, 900)]


def test_a_persons_own_limits_stand_in_place_of_the_units() -> None:
    own = line(rules={"max_minutes": None})
    assert audited(RULE, scenario(rules={"max_minutes": 450}, employees=[own]), "D D") == []
