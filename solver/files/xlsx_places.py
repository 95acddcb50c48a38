"""The columns of a sheet by their letters."""

from __future__ import annotations


def column_number(letters: str) -> int:
    """`A` is 1, `AB` is 28."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found


def column_letters(number: int) -> str:
    """1 is `A`, 28 is `AB`."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
