"""A CP-SAT model and its rows allow the same values of its variables."""

from collections.abc import Callable
from itertools import product

import pytest
from ortools.sat.python import cp_model

from benchmarks.rivals.rows import Rows

X, Y = range(-1, 4), range(3)


def _model() -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    model = cp_model.CpModel()
    numbers = [model.new_int_var(min(span), max(span), "") for span in (X, Y)]
    return model, [*numbers, model.new_bool_var("a"), model.new_bool_var("b")]


Held = Callable[[int, int, int, int], bool]
Say = Callable[[cp_model.CpModel, list[cp_model.IntVar]], object]
KINDS: dict[str, tuple[Say, Held]] = {
    "a sum": (lambda m, v: m.add(2 * v[0] - v[1] + v[2] <= 1), lambda x, y, a, b: 2 * x - y + a <= 1),
    "an equality": (lambda m, v: m.add(v[0] == v[1] + v[2]), lambda x, y, a, b: x == y + a),
    "not equal": (lambda m, v: m.add(v[0] + v[1] != 2), lambda x, y, a, b: x + y != 2),
    "a sum where": (
        lambda m, v: m.add(v[0] + v[1] >= 3).only_enforce_if(v[2], v[3].negated()),
        lambda x, y, a, b: x + y >= 3 or not a or bool(b),
    ),
    "an equality where": (
        lambda m, v: m.add(v[0] == v[1]).only_enforce_if(v[2]), lambda x, y, a, b: x == y or not a
    ),
    "a clause": (lambda m, v: m.add_bool_or(v[2], v[3].negated()), lambda x, y, a, b: bool(a) or not b),
    "both where": (
        lambda m, v: m.add_bool_and(v[2]).only_enforce_if(v[3]), lambda x, y, a, b: bool(a) or not b
    ),
    "at most one": (lambda m, v: m.add_at_most_one(v[2], v[3]), lambda x, y, a, b: a + b <= 1),
    "exactly one": (lambda m, v: m.add_exactly_one(v[2], v[3].negated()), lambda x, y, a, b: a == b),
    "the largest": (
        lambda m, v: m.add_max_equality(v[0], [v[1], 2 * v[2]]), lambda x, y, a, b: x == max(y, 2 * a)
    ),
    "the smallest": (
        lambda m, v: m.add_min_equality(v[0], [v[1], 2 * v[2] + 1]), lambda x, y, a, b: x == min(y, 2 * a + 1)
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_rows_hold_where_the_constraint_does(kind: str) -> None:
    say, held = KINDS[kind]
    model, variables = _model()
    say(model, variables)
    rows = Rows()
    rows.take(model.proto)
    for values in product(X, Y, range(2), range(2)):
        assert _stands(rows, values) == held(*values), values


def test_a_variable_with_holes_has_only_its_values() -> None:
    model = cp_model.CpModel()
    model.new_int_var_from_domain(cp_model.Domain.from_values([0, 2, 3, 7]), "")
    rows = Rows()
    rows.take(model.proto)
    assert [value for value in range(9) if _stands(rows, (value,))] == [0, 2, 3, 7]


def test_only_what_is_new_is_taken_in() -> None:
    model, variables = _model()
    model.add(variables[0] <= 2)
    rows = Rows()
    rows.take(model.proto)
    model.add(variables[1] <= 1)
    rows.take(model.proto)
    assert (len(rows.rows), len(rows.low)) == (2, 4)


def _stands(rows: Rows, values: tuple[int, ...]) -> bool:
    """Whether the columns that only the rows have can be chosen so that every row holds."""
    more = range(len(values), len(rows.low))
    return any(
        all(low <= column <= high for column, low, high in zip(every, rows.low, rows.high, strict=True))
        and all(
            low <= sum(every[at] * one for at, one in terms.items()) <= high for terms, low, high in rows.rows
        )
        for chosen in product((0, 1), repeat=len(more))
        for every in [(*values, *chosen)]
    )
