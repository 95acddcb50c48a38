"""The steps of a graph laid out for arrays: those that count alike are taken at once, and counts no line can end well
with are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from solver.search.columns.graph import Ints, Layer, LineGraph


@dataclass(frozen=True)
class Axis:
    """Something that is counted along a line: what each code adds (`weekends` adds by the step instead), and the least
    and most that anyone with the graph may end with.
    """

    name: str
    adds: tuple[int, ...]
    least: int
    most: int

    def of(self, layer: Layer) -> Ints:
        """What each step of a layer adds."""
        return layer.weekend if self.name == WEEKENDS else np.asarray(self.adds, dtype=np.int32)[layer.code]


WEEKENDS = "weekends"


@dataclass(frozen=True)
class Move:
    """Steps of a day that add alike. Sorted by target; `first` is where each target's steps begin."""

    source: Ints
    group: Ints
    first: Ints
    target: Ints
    taken: tuple[slice, ...]
    given: tuple[slice, ...]
    """the counts before and after that are both inside their windows"""


@dataclass(frozen=True)
class DayMoves:
    """One day: its moves, and its groups of alike codes (short ones padded with their first code).

    The steps that come to each state, padded with the first: `source` and `group` [state, step], `adds`
    [state, step, count].
    """

    moves: tuple[Move, ...]
    groups: Ints
    source: Ints
    group: Ints
    adds: Ints


@dataclass(frozen=True)
class Laid:
    """A graph laid out. `lows` and `shapes` are, before each day and after the last, the window of the counts."""

    days: tuple[DayMoves, ...]
    sizes: tuple[int, ...]
    lows: tuple[tuple[int, ...], ...]
    shapes: tuple[tuple[int, ...], ...]

    @property
    def cells(self) -> int:
        """How many numbers one line needs."""
        return sum(size * int(np.prod(shape)) for size, shape in zip(self.sizes, self.shapes, strict=True))


def laid(graph: LineGraph, axes: Sequence[Axis]) -> Laid | None:
    """Lay a graph out for these counts; None where no line can end well with them."""
    windows = [_windows(graph, axis) for axis in axes]
    if any(low > high for window in windows for low, high in window):
        return None
    places = range(graph.days + 1)
    lows = tuple(tuple(window[day][0] for window in windows) for day in places)
    shapes = tuple(tuple(window[day][1] - window[day][0] + 1 for window in windows) for day in places)
    days = tuple(
        _day(layer, np.stack([axis.of(layer) for axis in axes], axis=1), (lows[day], lows[day + 1]),
             (shapes[day], shapes[day + 1]))
        for day, layer in enumerate(graph.layers)
    )  # fmt: skip
    return Laid(days, graph.sizes, lows, shapes)


def _windows(graph: LineGraph, axis: Axis) -> list[tuple[int, int]]:
    """The counts that matter before each day: that a path can have then, and that leave it a way to end well."""
    added = [axis.of(layer) for layer in graph.layers]
    low = high = np.zeros(1, dtype=np.int32)
    ahead = [(0, 0)]
    for layer, adds, size in zip(graph.layers, added, graph.sizes[1:], strict=True):
        low = _reduced(np.minimum, low[layer.source] + adds, layer.target, size)
        high = _reduced(np.maximum, high[layer.source] + adds, layer.target, size)
        ahead.append((int(low.min()), int(high.max())))
    low = high = np.zeros(graph.sizes[-1], dtype=np.int32)
    left = [(0, 0)]
    for layer, adds, size in zip(graph.layers[::-1], added[::-1], graph.sizes[-2::-1], strict=True):
        low = _reduced(np.minimum, low[layer.target] + adds, layer.source, size)
        high = _reduced(np.maximum, high[layer.target] + adds, layer.source, size)
        left.append((int(low.min()), int(high.max())))
    return [
        (max(first, axis.least - most), min(last, axis.most - least))
        for (first, last), (least, most) in zip(ahead, left[::-1], strict=True)
    ]


def _reduced(least: np.ufunc, values: Ints, places: Ints, size: int) -> Ints:
    found = np.full(size, 10**8 if least is np.minimum else -(10**8), dtype=np.int32)
    least.at(found, places, values)
    return found


def _day(
    layer: Layer, adds: Ints, lows: tuple[tuple[int, ...], ...], shapes: tuple[tuple[int, ...], ...]
) -> DayMoves:
    codes: dict[tuple[int, int, tuple[int, ...]], list[int]] = defaultdict(list)
    for source, target, code, added in zip(
        layer.source.tolist(),
        layer.target.tolist(),
        layer.code.tolist(),
        map(tuple, adds.tolist()),
        strict=True,
    ):
        codes[source, target, added].append(code)
    groups: dict[tuple[int, ...], int] = {}
    by_adds: dict[tuple[int, ...], list[tuple[int, int, int]]] = defaultdict(list)
    coming: dict[int, list[tuple[int, int, tuple[int, ...]]]] = defaultdict(list)
    for (source, target, added), alike in codes.items():
        group = groups.setdefault(tuple(sorted(alike)), len(groups))
        by_adds[added].append((target, source, group))
        coming[target].append((source, group, added))
    moves = tuple(_move(sorted(rows), added, lows, shapes) for added, rows in by_adds.items())
    width = max(map(len, groups))
    padded = [(*group, *group[:1] * (width - len(group))) for group in groups]
    widest = max(map(len, coming.values()))
    rows = [coming[state] for state in range(len(coming))]
    steps = [[*row, *row[:1] * (widest - len(row))] for row in rows]
    before, group_of = (
        np.array([[step[k] for step in row] for row in steps], dtype=np.int32) for k in (0, 1)
    )
    back = np.array([[step[2] for step in row] for row in steps], dtype=np.int32)
    return DayMoves(moves, np.array(padded, dtype=np.int32), before, group_of, back)


def _move(
    rows: list[tuple[int, int, int]], added: tuple[int, ...], lows: tuple[tuple[int, ...], ...],
    shapes: tuple[tuple[int, ...], ...],
) -> Move:  # fmt: skip
    targets = [row[0] for row in rows]
    first = [0, *(place for place, (one, other) in enumerate(pairwise(targets), start=1) if one != other)]
    taken, given = [], []
    for low, low_after, size, size_after, more in zip(*lows, *shapes, added, strict=True):
        start = max(low, low_after - more)
        end = min(low + size, low_after + size_after - more)
        taken.append(slice(start - low, max(end, start) - low))
        given.append(slice(start + more - low_after, max(end, start) + more - low_after))
    table = np.array(rows, dtype=np.int32)
    return Move(
        table[:, 1].copy(), table[:, 2].copy(), np.array(first, dtype=np.int32), table[first, 0].copy(),
        tuple(taken), tuple(given),
    )  # fmt: skip
