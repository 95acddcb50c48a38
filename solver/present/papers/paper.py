"""A paper before it is printed: a title and its parts, as data. User text is only ever text in it, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

Size = Literal["a3", "a4"]


@dataclass(frozen=True)
class Heading:
    """A heading; it stays with what follows."""

    text: str
    kind: str = "heading"


@dataclass(frozen=True)
class Paragraph:
    """Running text; `is_small` for what is said beside the matter."""

    text: str
    is_small: bool = False
    kind: str = "paragraph"


@dataclass(frozen=True)
class Bullets:
    """Sentences, each by itself."""

    texts: Sequence[str]
    kind: str = "bullets"


@dataclass(frozen=True)
class Table:
    """A table whose header stands again on each page; columns in `right` are set to the right.

    `widths` are shares of the room (0: as wide as its text). A row whose number is in `marked` stands out.
    """

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    right: Sequence[int] = ()
    marked: Sequence[int] = ()
    kind: str = "table"


@dataclass(frozen=True)
class GridDay:
    """A column of a grid: the letter of its day, its date, and whether it is shaded or the last of its week."""

    letter: str
    date: str
    is_weekend: bool
    is_last: bool


@dataclass(frozen=True)
class GridRow:
    """A row of a grid: what stands before the days, each day's text with its kind, and what stands after."""

    before: Sequence[str]
    days: Sequence[tuple[str, str]]
    after: Sequence[str] = ()


@dataclass(frozen=True)
class Grid:
    """Weeks side by side: rows of lines, and under them rows of cover (whose `before` is two texts)."""

    weeks: Sequence[str]
    days: Sequence[GridDay]
    before: Sequence[str]
    after: Sequence[str]
    before_mm: Sequence[float]
    after_mm: Sequence[float]
    rows: Sequence[GridRow]
    cover: Sequence[GridRow] = ()
    day_mm: float = 4.0
    row_mm: float = 5.0
    kind: str = "grid"


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a page of its own, in this many columns."""

    columns: int = 1
    kind: str = "new_page"


@dataclass(frozen=True)
class Signatures:
    """A line to sign on for each of those named."""

    names: Sequence[str]
    kind: str = "signatures"


Part = Heading | Paragraph | Bullets | Table | Grid | NewPage | Signatures


@dataclass(frozen=True)
class Paper:
    """A whole paper, on its side; `footer` stands on every page, and `made` is its date, where it has one."""

    title: str
    lang: str
    footer: str
    page_of: str
    size: Size = "a4"
    made: date | None = None
    parts: Sequence[Part] = field(default=())

    def as_data(self) -> dict[str, Any]:
        """The paper as plain values."""
        whole = asdict(self)
        whole["made"] = [self.made.year, self.made.month, self.made.day] if self.made else None
        return whole
