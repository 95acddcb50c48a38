"""Tables of text as spreadsheets write them: encodings, separators, cells that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from solver.domain.fault import FaultError, fault
from solver.files.source import CONTROL, MAX_BYTES

SEPARATORS = ";,\t"
DANGEROUS = ("=", "+", "-", "@", "'", "\t", "\r")
PLAIN_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


@dataclass(frozen=True)
class Table:
    """The header and the rows that are not blank, each with its number in the file (the header is row 1)."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


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


def read_table(path: Path) -> Table:
    """The table in a file; UTF-8 (with or without a mark), UTF-16 with a mark, or Windows-1252."""
    text = _decoded(_content(path))
    named = SEPARATOR_LINE.match(text)
    if named:
        text = text[named.end() :]
    first_line = text.lstrip("\r\n").partition("\n")[0]
    separator = named[1] if named else max(SEPARATORS, key=first_line.count)
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as wrong:
        raise _unusable(
            "csv", "Filen er ikke en tabell: {why}.", "Lagre den som CSV på nytt.", why=wrong
        ) from wrong
    rows = [(number, tuple(unguarded(cell.strip()) for cell in row)) for number, row in enumerate(read, 1)]
    rows = [(number, row) for number, row in rows if any(row)]
    if not rows:
        raise _unusable("csv_empty", "Filen er tom.", "Den første raden skal være kolonnenavn.")
    return Table(rows[0][1], tuple(rows[1:]))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as wrong:
        message, instead = "Filen {name} kan ikke leses.", "Se etter om navnet er rett og om du har tilgang."
        raise _unusable("no_file", message, instead, name=path.name) from wrong
    if len(content) > MAX_BYTES:
        message = "Filen {name} er for stor: mer enn {limit} byte."
        raise _unusable("too_large", message, "Del den opp.", name=path.name, limit=MAX_BYTES)
    return content


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
