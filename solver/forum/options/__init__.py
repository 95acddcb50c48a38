"""The kinds of options, one file each with `drafts(today)`: the options of its kind before they are solved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from solver.forum.base import Draft, Kind
from solver.forum.options import (
    advertise,
    arrangement,
    combined,
    extend_one,
    extend_several,
    move_line,
    pool,
    split,
)
from solver.forum.today import Today

KINDS: Final[dict[Kind, Callable[[Today], Iterator[Draft]]]] = {
    "extend_several": extend_several.drafts,
    "extend_one": extend_one.drafts,
    "move_line": move_line.drafts,
    "combined": combined.drafts,
    "pool": pool.drafts,
    "arrangement": arrangement.drafts,
    "split": split.drafts,
    "advertise": advertise.drafts,
}


def drafts(today: Today) -> list[Draft]:
    """Every option worth solving, kind by kind."""
    return [draft for make in KINDS.values() for draft in make(today)]
