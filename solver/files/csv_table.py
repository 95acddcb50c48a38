"""Tables of text as spreadsheets write them: encodings, separators, cells that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from solver.domain.fault import FaultError, fault
from solver.files.source import CONTROL

SEPARATORS = ";,\t"
MAX_COLUMNS: Final = 1_500
"""a day a column, the longest plan has 1400"""
MAX_CELLS: Final = 2_000_000
"""a shift a row, the largest unit there may be has 200 000 rows of eight"""
DANGEROUS = ("=", "+", "-", "@", "'", "\t", "\r")
PLAIN_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """The cells of a row, and its number in the file; in a workbook also where each cell stands (`Turnus!H12`)."""

    number: int
    cells: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """The header and the rows that are not blank (in text the header is row 1)."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    place: str = "rad 1"
    """where the header stands"""


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that looks like it gets an apostrophe in front."""
    if cell.startswith(DANGEROUS) and not PLAIN_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that `guarded` put in front of it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(DANGEROUS) else cell


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as Norwegian Excel reads and writes them: semicolons, and a mark that the text is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return "\ufeff" + text.getvalue()


def read_table(content: bytes) -> Table:
    """The table in text; UTF-8 (with or without a mark), UTF-16 with a mark, or Windows-1252."""
    text = _decoded(content)
    named = SEPARATOR_LINE.match(text)
    if named:
        text = text[named.end() :]
    first_line = text.lstrip("\r\n").partition("\n")[0]
    separator = named[1] if named else max(SEPARATORS, key=first_line.count)
    try:
        rows = list(_rows(text, separator))
    except csv.Error as wrong:
        raise _unusable(
            "csv", "Filen er ikke en tabell: {why}.", "Lagre den som CSV på nytt.", why=wrong
        ) from wrong
    if not rows:
        raise _unusable("csv_empty", "Filen er tom.", "Den første raden skal være kolonnenavn.")
    return Table(rows[0].cells, tuple(rows[1:]))


def _rows(text: str, separator: str) -> Iterator[Row]:
    """The rows that are not blank, refused where they hold more than any roster does."""
    cells = 0
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
        cells += len(row) + 1
        if len(row) > MAX_COLUMNS:
            message, instead = "Rad {row} har mer enn {limit} felt.", "Se etter skilletegnet."
            raise _unusable("too_many_columns", message, instead, row=number, limit=MAX_COLUMNS)
        if cells > MAX_CELLS:
            message, instead = "Filen er for stor: mer enn {limit} felt.", "Fjern tomme rader og kolonner."
            raise _unusable("too_many_cells", message, instead, limit=MAX_CELLS)
        found = tuple(unguarded(cell.strip()) for cell in row)
        if any(found):
            yield Row(number, found)


def _decoded(content: bytes) -> str:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = CONTROL.search(text)
        if strange:
            line = text.count("\n", 0, strange.start()) + 1
            message = "Filen har et kontrolltegn (linje {line})."
            raise _unusable("control_character", message, "Fjern tegnet.", line=line)
        return text
    raise _unusable("encoding", "Filen er ikke tekst i UTF-8 eller Windows-1252.", "Lagre den som CSV UTF-8.")


def _unusable(code: str, message: str, instead: str, **values: object) -> FaultError:
    return FaultError([fault("", code, message, instead, **values)])
