"""The tables of a paper as it is written in Markdown."""

from __future__ import annotations

import re

Row = dict[str, str]


def tables(markdown: str) -> list[list[Row]]:
    """Each table as rows by their header; a header without a name is `nr`."""
    found = []
    for block in markdown.split("\n\n"):
        lines = block.splitlines()
        if len(lines) > 1 and lines[0].startswith("|") and set(lines[1]) <= set("|-: "):
            header = [cell or "nr" for cell in _cells(lines[0])]
            found.append([dict(zip(header, _cells(line), strict=True)) for line in lines[2:]])
    return found


def number(cell: str) -> float:
    """`87,5 %` or `+2199` as a number."""
    return float(re.sub(r"[^\d,.+-]", "", cell).replace(",", "."))


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\", "") for cell in line.strip("|").split("|")]
