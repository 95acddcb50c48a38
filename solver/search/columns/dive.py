"""From a linear program to a roster: decide the lines it is surest of, price the others anew, and so to the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import ceil
from random import Random

import numpy as np

from solver.search.columns.master import Master, Relaxed
from solver.search.columns.pricing import Pricing
from solver.search.columns.problem import Column
from solver.search.columns.relaxation import Relaxation

SURE = 0.99
STEPS = 40
"""In about so many steps all lines are decided."""
SWAY = 1.0
"""How much surer a line may seem by chance, as a part."""
ROUNDS, LINES_A_ROUND, SMOOTH = 40, 10, 0.3
KEPT = 150
"""Columns of a person that go along from step to step: those that cost least by the program's prices."""


def dive(
    pricing: Pricing,
    master: Master,
    found: Relaxed,
    *,
    is_over: Callable[[], bool],
    priced: Callable[[list[Column]], None],
    chance: Random | None = None,
) -> list[Column]:
    """A line for each person of the program who has one, `found` its solution. Where time runs out, for those not
    decided the one that was used most.

    `priced` is told of the columns of every step. `chance`: decide some by chance, so that it comes out otherwise.
    """
    decided: list[Column] = []
    while chosen := _surest(master, found, chance):
        decided += chosen
        if len(chosen) == len(master.people):
            break
        rest = _without(master, found, chosen)
        relaxation = Relaxation(pricing, rest, smooth=SMOOTH, most=LINES_A_ROUND)
        if is_over():
            return [*decided, *_surest(rest, rest.solve(), None, everyone=True)]
        found, master = relaxation.run(is_over, most_rounds=ROUNDS), rest
        priced([column for column, used in zip(rest.columns, found.used, strict=True) if used > 0])
    return decided


def _surest(master: Master, found: Relaxed, chance: Random | None, *, everyone: bool = False) -> list[Column]:
    """The columns that are used most, one for each person: those that are sure, and some in any case."""
    chosen: dict[int, Column] = {}
    least = len(master.people) if everyone else ceil(len(master.problem.people) / STEPS)
    order = -found.used
    if chance:
        order = order * [1 + SWAY * chance.random() for _ in order]
    for number in np.argsort(order, kind="stable"):
        column = master.columns[number]
        if found.used[number] < SURE and len(chosen) >= least:
            break
        chosen.setdefault(column.place, column)
    return list(chosen.values())


def _without(master: Master, found: Relaxed, chosen: list[Column]) -> Master:
    """The program of those not decided, with the columns that cost least by the prices so far."""
    rest = Master(master.problem, master.index, master.ceilings, [*master.others, *chosen])
    there, count = set(rest.people), Counter[int]()
    for number in np.argsort(master.reduced(found), kind="stable"):
        column = master.columns[number]
        if column.place in there and count[column.place] < KEPT:
            count[column.place] += 1
            rest.add(column)
    return rest
