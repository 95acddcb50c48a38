"""Reading the values of options. A ValueError says what to write instead (a bokmål message id)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

LONGEST = 10_000_000
MOST_DIGITS = 10


def amount_of_time(text: str | float) -> float:
    """Read seconds or work; a comma is a decimal mark too."""
    try:
        value = float(str(text).replace(",", "."))
    except ValueError:
        value = 0
    if not 0 < value <= LONGEST:
        raise ValueError("Skriv et tall over 0, høyst 10000000.")
    return value


def whole_number(least: int, most: int, instead: str) -> Callable[[str | int], int]:
    """Read a whole number; `instead` says what to write when it is none."""

    def read(text: str | int) -> int:
        digits = str(text)
        is_number = digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS
        if not is_number or not least <= int(digits) <= most:
            raise ValueError(instead)
        return int(digits)

    return read


def one_of(*words: str, instead: str) -> Callable[[str], str]:
    """Read one of a few words; `instead` says what to write when it is none of them."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(instead)
        return text

    return read


def plain_date(text: str | date) -> date:
    """Read a date written year-month-day."""
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise ValueError("Skriv en dato som 2027-01-04.") from None
