"""A document as blocks, apart from how it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario


@dataclass(frozen=True)
class Heading:
    """A heading; level 2 is the largest inside a document."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table; the columns named in `right` (from 0) hold figures."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A roster: as lines of text, and as what a printed grid is made of; `is_part` where it is not all lines."""

    lines: tuple[str, ...]
    scenario: Scenario
    roster: Roster
    is_part: bool = False


@dataclass(frozen=True)
class Link:
    """A source: what it is called and where it stands."""

    text: str
    address: str


Block = Heading | Paragraph | Bullets | Table | Plan | Link


@dataclass(frozen=True)
class Document:
    """A paper with its title."""

    name: str
    """what its files are called, without an ending"""
    title: str
    blocks: tuple[Block, ...] = field(default=())
    lang: str = "nb"


def table(header: Iterable[str], rows: Iterable[Iterable[str]], right: Iterable[int] = ()) -> Table:
    return Table(tuple(header), tuple(tuple(row) for row in rows), tuple(right))
