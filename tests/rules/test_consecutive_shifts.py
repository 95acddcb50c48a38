from solver.domain.scenario import Scenario
from solver.rules.consecutive_shifts import ConsecutiveShifts
from tests.builders import amounts, audited, line, places, scenario

RULE = ConsecutiveShifts()


def unit(
    least: int | None = None,
    most: int | None = None,
    rotation: str = "individual",
    before: tuple[str, ...] = (),
) -> Scenario:
    rules = {
        "min_consecutive_shifts": {} if least is None else {"N": least},
        "max_consecutive_shifts": {} if most is None else {"N": most},
    }
    return scenario(rotation=rotation, rules=rules, employees=[line(before=before)])


def test_one_more_of_a_shift_than_the_most_is_a_breach_and_the_most_is_not() -> None:
    assert audited(RULE, unit(most=3), "N N N . . . .") == []
    found = audited(RULE, unit(most=3), "N N N N . . .")
    assert (places(found), amounts(found)) == ([(1, "mon")], [(4, 3)])


def test_another_shift_ends_a_block_as_a_free_day_does() -> None:
    assert audited(RULE, unit(most=2), "N N D N N . .") == []
    found = audited(RULE, unit(least=2), "N D N N . . .")
    assert (places(found), amounts(found)) == ([(1, "mon")], [(1, 2)])


def test_a_block_is_counted_across_the_wrap() -> None:
    assert audited(RULE, unit(least=2), "N . . . . . N") == []
    assert places(audited(RULE, unit(most=2), "N N . . . . N")) == [(1, "sun")]


def test_the_same_shift_every_day_is_longer_than_any_most_and_never_too_short() -> None:
    assert amounts(audited(RULE, unit(least=20, most=20), "N N N N N N N")) == [(21, 20)]


def test_a_block_at_an_end_of_a_period_that_does_not_repeat_may_be_short() -> None:
    assert audited(RULE, unit(least=2, rotation="none"), "N . . . . . N") == []
    assert places(audited(RULE, unit(least=2, rotation="none"), ". N . . . . .")) == [(1, "tue")]


def test_days_before_the_period_count_towards_the_most() -> None:
    assert places(audited(RULE, unit(most=2, rotation="none", before=("N", "N")), "N")) == [(1, "mon")]


def test_a_shift_that_is_not_named_is_not_held() -> None:
    assert audited(RULE, unit(least=2, most=2), "D . D D D D .") == []
