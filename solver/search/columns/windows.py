"""What is counted along a line, and the counts that matter on each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

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
    lowest: int | None = None
    """where nobody must have a least number: the smallest of their most"""

    def of(self, layer: Layer) -> Ints:
        """What each step of a layer adds."""
        return layer.weekend if self.name == WEEKENDS else np.asarray(self.adds, dtype=np.int32)[layer.code]

    @property
    def step(self) -> int:
        """The most that one day adds."""
        return max(self.adds, default=1)


WEEKENDS = "weekends"


def guard_of(window: Sequence[tuple[int, int]], axis: Axis) -> int:
    """The furthest that a count may move over the edge of its cells in a day."""
    slides = [after - low for (low, _), (after, _) in pairwise(window)]
    return max(axis.step - min(slides), *slides, 1)


def paced(
    window: Sequence[tuple[int, int]], axis: Axis, even: Sequence[float], pace: int
) -> list[tuple[int, int]]:
    """The part of a window that is near an even pace; of what is only limited above, near the most there may be.
    `even`: which part of all there will be should be there before each day, and after the last.
    """
    slack = pace * axis.step
    least = axis.least if axis.lowest is None else axis.lowest
    return [
        (max(low, floor(least * part) - slack), min(high, ceil(axis.most * part) + slack))
        for part, (low, high) in zip(even, window, strict=True)
    ]


def windows_of(graph: LineGraph, axis: Axis, *, merged: bool) -> list[tuple[int, int]]:
    """The counts that matter before each day: that a path can have then, and that leave it a way to end well. `merged`:
    those from which nobody can have too many any more count as one, the largest of them.
    """
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
    needed = axis.least if axis.lowest is None or not merged else axis.lowest
    return [
        (min(max(first, needed - most), last), min(last, axis.most - least))
        for (first, last), (least, most) in zip(ahead, left[::-1], strict=True)
    ]


def _reduced(least: np.ufunc, values: Ints, places: Ints, size: int) -> Ints:
    found = np.full(size, 10**8 if least is np.minimum else -(10**8), dtype=np.int32)
    least.at(found, places, values)
    return found
