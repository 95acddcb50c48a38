from solver.domain.scenario import Scenario
from solver.rules.forbidden_sequence import ForbiddenSequence
from tests.builders import audited, line, places, scenario

RULE = ForbiddenSequence()


def unit(
    *sequence: str, weeks: int = 1, rotation: str = "individual", before: tuple[str, ...] = ()
) -> Scenario:
    rules = {"forbidden_sequences": [sequence]}
    return scenario(weeks=weeks, rotation=rotation, rules=rules, employees=[line(before=before)])


def test_an_evening_and_then_a_day_is_found_where_it_begins() -> None:
    found = audited(RULE, unit("A", "D"), ". A D . A . D")
    assert (places(found), [one.detail for one in found]) == ([(1, "tue")], ["A,D"])


def test_a_free_day_in_the_sequence_must_be_free() -> None:
    assert places(audited(RULE, unit("N", "", "D"), "N . D N A D .")) == [(1, "mon")]


def test_the_sequence_is_found_across_the_wrap() -> None:
    assert places(audited(RULE, unit("A", "D", weeks=2), "D . . . . . . | . . . . . . A")) == [(2, "sun")]


def test_a_period_that_does_not_repeat_ends_with_its_last_day() -> None:
    assert audited(RULE, unit("A", "D", rotation="none"), "D . . . . . A") == []


def test_days_before_the_period_count() -> None:
    sequence = unit("N", "", "D", rotation="none", before=("N", ""))
    assert places(audited(RULE, sequence, "D")) == [(1, "mon")]


def test_a_sequence_wholly_before_the_period_is_history() -> None:
    assert audited(RULE, unit("A", "D", rotation="none", before=("A", "D")), ". A") == []


def test_sequences_that_overlap_are_each_found() -> None:
    assert places(audited(RULE, unit("D", "D"), "D D D")) == [(1, "mon"), (1, "tue")]


def test_a_sequence_longer_than_the_cycle_runs_over_its_repetitions() -> None:
    sequence = unit("D", "", "", "", "", "", "", "D")
    assert places(audited(RULE, sequence, "D")) == [(1, "mon")]
    assert audited(RULE, sequence, "D . D") == []


def test_free_days_are_held_only_against_a_line_that_is_used() -> None:
    sequence = unit("", "", "")
    assert audited(RULE, sequence, ".", position=0) == []
    assert places(audited(RULE, sequence, "D . . . D . D")) == [(1, "tue")]
