"""The small values of the files: times, percent, dates, and how each is read and written.

Percent is kept as whole basis points (100 % is 10,000), a time as whole minutes after midnight.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from solver.domain.cycle import DAY_MINUTES, DAY_NAMES, WEEK_MINUTES

TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
DAY_TIME = re.compile(rf"({'|'.join(DAY_NAMES)}) ([01]\d|2[0-3]):([0-5]\d)")
BASIS_POINTS = 100


class Unquoted(str):
    """A plain YAML word that looks like a time: refused where a quoted time is asked for."""


class Shape(BaseModel):
    """A frozen part of a file; unknown fields are refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, strict=True, use_attribute_docstrings=True
    )


def _minutes(value: object) -> int:
    if isinstance(value, Unquoted) or not isinstance(value, str):
        raise PydanticCustomError("time_unquoted", "a time is quoted")
    found = TIME.fullmatch(value)
    if not found:
        raise PydanticCustomError("time", "not a time")
    return int(found[1]) * 60 + int(found[2])


def clock(minutes: int) -> str:
    """Minutes after midnight as `HH:MM`; a whole day later is the same clock."""
    return f"{minutes % DAY_MINUTES // 60:02d}:{minutes % 60:02d}"


def week_minutes(value: object) -> int:
    found = DAY_TIME.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError("day_time", "not a day and a time")
    return DAY_NAMES.index(found[1]) * DAY_MINUTES + int(found[2]) * 60 + int(found[3])


def week_clock(minutes: int) -> str:
    """Minutes after Monday 00:00 as `sat 18:00`."""
    minutes %= WEEK_MINUTES
    return f"{DAY_NAMES[minutes // DAY_MINUTES]} {clock(minutes)}"


def basis_points(value: object) -> int:
    """A number with at most two decimals as whole hundredths (of a percent: basis points)."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticCustomError("percent", "not a number")
    try:
        exact = Decimal(str(value)) * BASIS_POINTS
        if exact != exact.to_integral_value() or not -(10**9) < exact < 10**9:
            raise PydanticCustomError("percent_decimals", "more than two decimals")
    except InvalidOperation as wrong:
        raise PydanticCustomError("percent", "not a number") from wrong
    return int(exact)


def number(points: int) -> int | float:
    """Basis points as a number that reads well: 7500 is 75, 7525 is 75.25."""
    return points // BASIS_POINTS if points % BASIS_POINTS == 0 else points / BASIS_POINTS


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("date", "not a date")


def _json(kind: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Time = Annotated[
    int, BeforeValidator(_minutes), PlainSerializer(clock), _json("string", pattern=f"^{TIME.pattern}$")
]
WeekTime = Annotated[
    int,
    BeforeValidator(week_minutes),
    PlainSerializer(week_clock),
    _json("string", pattern=f"^{DAY_TIME.pattern}$"),
]
Percent = Annotated[
    int, BeforeValidator(basis_points), Field(ge=0, le=10_000), PlainSerializer(number),
    _json("number", minimum=0, maximum=100),
]  # fmt: skip
Hundredths = Annotated[
    int, BeforeValidator(basis_points), Field(ge=0, le=10**8), PlainSerializer(number),
    _json("number", minimum=0, maximum=10**6),
]  # fmt: skip
PlainDate = Annotated[
    date, BeforeValidator(_date), PlainSerializer(date.isoformat), _json("string", format="date")
]  # fmt: skip
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^\S(.*\S)?$")]
Code = Annotated[str, StringConstraints(min_length=1, max_length=8, pattern=r"^[^\s,;\"]+$")]
CodeOrFree = Annotated[str, StringConstraints(max_length=8, pattern=r"^[^\s,;\"]*$")]
