"""Supplements for inconvenient hours, as data: each with its window, its rate and where it was read."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from solver.domain.values import Hundredths, Id, Name, PlainDate, Shape
from solver.domain.windows import Window


class Supplement(Window):
    """One supplement: a percentage of the hourly wage, at least so many kroner an hour."""

    id: Id
    name: Name
    percent_hundredths: Hundredths = Field(0, alias="percent")
    least_hundredths: Hundredths = Field(alias="least")
    """kroner an hour"""
    paragraph: str
    link: str
    status: Literal["read", "secondary"]
    note: str | None = None


class Tariff(Shape):
    """The supplements of one tariff, and from when they hold."""

    id: Id
    name: Name
    valid_from: PlainDate
    valid_to: PlainDate | None = None
    supplements: tuple[Supplement, ...]
