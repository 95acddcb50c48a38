"""The small parts of a plain-text report: columns, days, times and amounts in the reader's language.

A line on a terminal is a list of pieces, each a text and its style; elsewhere only the texts are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from solver.domain.cycle import DAY_NAMES
from solver.present.words import say

Piece = tuple[str, str]
"""A text and its style (a word that rich understands, or empty)."""
Pieces = list[Piece]

DAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
HOUR_MINUTES = 60
UNITS = {
    "people": ("person", "personer"),
    "days": ("dag", "dager"),
    "nights": ("natt", "netter"),
    "weeks": ("uke", "uker"),
    "weekends": ("helg", "helger"),
    "sundays": ("søndag", "søndager"),
    "shifts": ("vakt", "vakter"),
    "short rests": ("kort hvile", "korte hviler"),
    "lines": ("linje", "linjer"),
    "windows": ("tidsrom", "tidsrom"),
    "events": ("hendelse", "hendelser"),
    "residents": ("beboer", "beboere"),
    "person-minutes": ("personminutt", "personminutter"),
    "percent points": ("prosentpoeng", "prosentpoeng"),
    "weight": ("ønskepoeng", "ønskepoeng"),
    "fte": ("årsverk", "årsverk"),
}


def number(value: float, lang: str) -> str:
    """A number with at most two decimals, with the language's decimal mark."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text if lang == "en" else text.replace(".", ",")


def hours(minutes: float, sign: bool = False) -> str:
    """Minutes as `35:30`; with `sign` also `+0:15`."""
    whole = round(minutes)
    mark = "-" if whole < 0 else "+" if sign and whole else ""
    return f"{mark}{abs(whole) // HOUR_MINUTES}:{abs(whole) % HOUR_MINUTES:02d}"


def duration(minutes: float, lang: str) -> str:
    """Minutes as `9 t 30 min`."""
    whole = round(abs(minutes))
    mark = "-" if minutes < 0 else ""
    full, rest = divmod(whole, HOUR_MINUTES)
    parts = [say("{hours} t", lang, hours=full)] if full else []
    if rest or not full:
        parts.append(say("{minutes} min", lang, minutes=rest))
    return mark + " ".join(parts)


def amount(value: float, unit: str | None, lang: str) -> str:
    """An amount with its unit in words: `2 helger`, `9 t 30 min`, `87,5 %`."""
    if unit == "minutes":
        return duration(value, lang)
    if unit == "percent":
        return f"{number(value, lang)} %"
    one, many = UNITS.get(unit or "", (unit or "", unit or ""))
    word = say(one if value == 1 else many, lang) if one else ""
    return f"{number(value, lang)} {word}".strip()


def day_name(day: str, lang: str) -> str:
    """`mon` as `man`, in the reader's language."""
    return say(DAYS[DAY_NAMES.index(day)], lang) if day in DAY_NAMES else day


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def spans(numbers: Iterable[int]) -> str:
    """Whole numbers as `1-3, 5`."""
    runs: list[list[int]] = []
    for one in sorted(set(numbers)):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def columns(header: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """A table as lines of text; the columns named in `right` are set to the right."""
    table = [list(header), *(list(row) for row in rows)]
    widths = [max(len(row[place]) for row in table) for place in range(len(header))]
    to_right = set(right)
    return [
        "  ".join(
            cell.rjust(width) if place in to_right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    ]


def plain(pieces: Pieces) -> str:
    """A line without its styles."""
    return "".join(text for text, _ in pieces).rstrip()
