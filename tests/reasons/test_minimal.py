"""Leaving out: what is left holds, and not without any one of its items."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from solver.reasons.minimal import minimal


@pytest.mark.parametrize("needed", [(), (0,), (16,), (3, 4), (0, 8, 16), tuple(range(17))])
def test_only_what_is_needed_is_left(needed: tuple[int, ...]) -> None:
    assert minimal(range(17), lambda kept: set(needed) <= set(kept)) == (needed, True)


def test_of_two_answers_the_one_with_the_last_items_is_left() -> None:
    def holds(kept: Sequence[int]) -> bool:
        return {0, 1} <= set(kept) or {5, 6} <= set(kept)

    assert minimal(range(8), holds) == ((5, 6), True)


def test_an_item_that_is_needed_only_because_of_another_goes_with_it() -> None:
    def holds(kept: Sequence[str]) -> bool:
        return "b" in kept and ("c" not in kept or "a" in kept)

    assert minimal(["a", "b", "c"], holds) == (("b",), True)


def test_what_was_not_found_out_is_kept_and_told() -> None:
    assert minimal(["a", "b"], lambda kept: None if "a" not in kept else "a" in kept) == (("a",), False)


def test_many_items_take_few_questions() -> None:
    asked: list[int] = []

    def holds(kept: Sequence[int]) -> bool:
        asked.append(len(kept))
        return 700 in kept

    assert minimal(range(1000), holds) == ((700,), True)
    assert len(asked) < 30
