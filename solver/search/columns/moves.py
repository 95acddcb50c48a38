"""The steps of a graph laid out for arrays: those that count alike are taken at once, and counts no line can end well
with are left out.

All counts of a state are one stretch of cells, so that a step moves a whole stretch by a number of cells. Between the
stretches of an inner count stand cells that are never reached, into which it overflows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import prod

import numpy as np
import numpy.typing as npt

from solver.search.columns.graph import Ints, Layer, LineGraph
from solver.search.columns.windows import Axis, guard_of, paced, windows_of


@dataclass(frozen=True)
class Move:
    """Steps of a day that add alike, to states that as many of them lead to: `source` and `group` [state, step]."""

    source: Ints
    group: Ints
    target: Ints
    shift: int
    """how many cells further the counts are, besides where the day's stretches begin"""


@dataclass(frozen=True)
class DayMoves:
    """One day: its moves, and its groups of alike codes (short ones padded with their first code).

    The steps that come to each state, padded with the first: `source`, `group` and `shift` [state, step].
    """

    moves: tuple[Move, ...]
    groups: Ints
    source: Ints
    group: Ints
    shift: Ints
    real: npt.NDArray[np.bool_]
    """which steps are no padding"""


@dataclass(frozen=True)
class Laid:
    """A graph laid out. `lows` and `shapes` are, before each day and after the last, the counts of the first cell and
    how many there are of each (the unreached ones included); `guards` is how many of those are unreached.

    `paced`: lines that stray far from an even pace are left out, so that what is found proves nothing.
    """

    days: tuple[DayMoves, ...]
    sizes: tuple[int, ...]
    lows: tuple[tuple[int, ...], ...]
    shapes: tuple[tuple[int, ...], ...]
    guards: tuple[int, ...]
    merged: tuple[int, ...]
    """counts that are only limited above, of which those that can no longer be too many count as the fewest"""
    paced: bool

    @property
    def strides(self) -> tuple[int, ...]:
        return _strides(self.shapes[0])

    @property
    def cells(self) -> int:
        """How many numbers one line needs."""
        return sum(size * prod(shape) for size, shape in zip(self.sizes, self.shapes, strict=True))

    def begins(self, day: int) -> int:
        """How many cells further a count is after a day, when nothing is added."""
        lows = zip(self.lows[day], self.lows[day + 1], self.strides, strict=True)
        return sum((low - after) * stride for low, after, stride in lows)

    def raised(self, day: int) -> list[int]:
        """The counts whose fewest is one more after a day, where fewer then count as the fewest."""
        return [place for place in self.merged if self.lows[day + 1][place] > self.lows[day][place]]


class FarError(Exception):
    """No line is near an even pace; there may be others."""


@lru_cache(maxsize=64)
def laid(
    graph: LineGraph,
    axes: tuple[Axis, ...],
    even: tuple[float, ...],
    *,
    most_cells: int,
    paces: tuple[int, ...],
) -> Laid | None:
    """Lay a graph out for these counts; None where no line can end well with them. Where all of it takes more than so
    many cells: what is so many shifts ahead of or behind an even pace at most, or else fewer, and at last the fewest.
    FarError where that leaves nothing.
    """
    if not all(graph.sizes):
        return None  # a day that no line comes to
    windows = [windows_of(graph, axis, merged=place > 0) for place, axis in enumerate(axes)]
    if any(low > high for window in windows for low, high in window):
        return None
    found = _outline(graph, axes, windows, is_paced=False)
    for pace in paces:
        if found.cells <= most_cells:
            break
        near = [paced(one, axis, even, pace) for one, axis in zip(windows, axes, strict=True)]
        if any(low > high for window in near for low, high in window):
            raise FarError
        found = _outline(graph, axes, near, is_paced=True)
    return replace(found, days=_days(graph, axes, found.strides))


def _outline(
    graph: LineGraph, axes: Sequence[Axis], windows: Sequence[Sequence[tuple[int, int]]], is_paced: bool
) -> Laid:
    """All but the days."""
    merged = tuple(n for n, axis in enumerate(axes) if n and axis.lowest is not None)
    places = range(graph.days + 1)
    lows = tuple(tuple(window[day][0] for window in windows) for day in places)
    guards = (0, *(guard_of(window, axis) for window, axis in zip(windows[1:], axes[1:], strict=True)))
    widths = [
        max(high - low for low, high in window) + 1 + guard
        for window, guard in zip(windows[1:], guards[1:], strict=True)
    ]
    shapes = tuple((windows[0][day][1] - windows[0][day][0] + 1, *widths) for day in places)
    return Laid((), graph.sizes, lows, shapes, guards, merged, is_paced)


def _strides(shape: Sequence[int]) -> tuple[int, ...]:
    return tuple(prod(shape[place + 1 :]) for place in range(len(shape)))


@lru_cache(maxsize=64)
def _days(graph: LineGraph, axes: tuple[Axis, ...], strides: tuple[int, ...]) -> tuple[DayMoves, ...]:
    """All days; those of one layer are laid out once."""
    known: dict[int, DayMoves] = {}
    for layer in graph.layers:
        if id(layer) not in known:
            adds = np.stack([axis.of(layer) for axis in axes], axis=1)
            known[id(layer)] = _day(layer, adds @ np.array(strides, dtype=np.int32))
    return tuple(known[id(layer)] for layer in graph.layers)


def _day(layer: Layer, shifts: Ints) -> DayMoves:
    codes: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    columns = (layer.source, layer.target, layer.code, shifts)
    for source, target, code, shift in zip(*(one.tolist() for one in columns), strict=True):
        codes[source, target, shift].append(code)
    groups: dict[tuple[int, ...], int] = {}
    coming: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (source, target, shift), alike in codes.items():
        group = groups.setdefault(tuple(sorted(alike)), len(groups))
        coming[target].append((source, group, shift))
    width = max(map(len, groups))
    padded = [(*group, *group[:1] * (width - len(group))) for group in groups]
    widest = max(map(len, coming.values()))
    rows = [coming[state] for state in range(len(coming))]
    steps = np.array([[*row, *row[:1] * (widest - len(row))] for row in rows], dtype=np.int32)
    real = np.arange(widest) < np.array([[len(row)] for row in rows])
    return DayMoves(
        _moves(rows),
        np.array(padded, dtype=np.int32),
        steps[..., 0].copy(),
        steps[..., 1].copy(),
        steps[..., 2].copy(),
        real,
    )


def _moves(rows: Sequence[Sequence[tuple[int, int, int]]]) -> tuple[Move, ...]:
    """The steps to each state, by what they add and by how many there are to the state."""
    alike: dict[tuple[int, int], list[tuple[int, list[tuple[int, int]]]]] = defaultdict(list)
    for target, row in enumerate(rows):
        by_shift: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for source, group, shift in row:
            by_shift[shift].append((source, group))
        for shift, steps in by_shift.items():
            alike[shift, len(steps)].append((target, steps))
    return tuple(_move(some, shift) for (shift, _), some in alike.items())


def _move(some: Sequence[tuple[int, Sequence[tuple[int, int]]]], shift: int) -> Move:
    steps = np.array([row for _, row in some], dtype=np.int32)
    targets = np.array([target for target, _ in some], dtype=np.int32)
    return Move(steps[..., 0].copy(), steps[..., 1].copy(), targets, shift)
