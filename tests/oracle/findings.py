"""Findings in the contract's shape."""

from fractions import Fraction

from .clock import Data, plain
from .lines import Unit


def breach(
    rule: str,
    amount: Fraction | int,
    limit: Fraction | int,
    unit: str,
    *,
    employee: str | None = None,
    at: tuple[Unit, int] | None = None,
    week_only: bool = False,
) -> Data:
    """A breach; `at` is a day of the cycle, left out where the whole cycle is meant."""
    week, day = (None, None) if at is None else at[0].place(at[1])
    return {
        "rule": rule,
        "severity": "breach",
        "employee": employee,
        "week": week,
        "day": None if week_only else day,
        "amount": plain(amount),
        "limit": plain(limit),
        "unit": unit,
    }
