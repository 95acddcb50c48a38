"""Columns kept for later: for each person those that were best, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from solver.search.columns.problem import Column

KEPT = 60


class Pool:
    """At most so many columns for each person."""

    def __init__(self, people: int) -> None:
        self.of: list[dict[tuple[tuple[int, ...], int], Column]] = [{} for _ in range(people)]

    def add(self, columns: Iterable[Column]) -> None:
        """The later a column comes, the longer it is kept."""
        for column in columns:
            mine, key = self.of[column.place], (column.codes, column.size)
            mine.pop(key, None)
            mine[key] = column
            if len(mine) > KEPT:
                del mine[next(iter(mine))]

    def columns(self, people: Sequence[int]) -> list[Column]:
        return [column for place in people for column in self.of[place].values()]
