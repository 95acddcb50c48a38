"""What a workbook must pass before openpyxl sees it: a zip of bounded size, and plain XML of bounded content.

A workbook is text that other people's programs packed: it may unpack to gigabytes, name entities that grow, claim a
million rows, or be something else altogether. Each part of XML is walked once by expat, which builds nothing, and
openpyxl gets a workbook of those parts only. Every limit is far above any roster that a scenario may have. Source:
ECMA-376 parts 1 and 2 (a package has no document types).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final, NoReturn
from xml.parsers import expat
from zipfile import ZIP_STORED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from solver.domain.fault import FaultError, fault
from solver.files.source import read_content
from solver.files.xlsx_places import column_letters, column_number

MAX_PARTS: Final = 300
MAX_UNPACKED_BYTES: Final = 60_000_000
MAX_VALUES: Final = 800_000
"""elements that hold rows, cells and texts"""
MAX_OTHERS: Final = 150_000
"""all other elements: openpyxl takes longer over each"""
MAX_STRINGS: Final = 50_000
MAX_FORMULAS: Final = 20_000
MAX_DEPTH: Final = 60
MAX_ROWS: Final = 40_000
"""a week a row, the largest unit there may be has 200 000 / 7"""
MAX_COLUMNS: Final = 1_500
"""a day a column, the longest plan has 1400"""
MAX_CELLS: Final = 2_000_000
"""of the rectangle that a sheet's filled cells lie in"""
OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0"
WHOLE_BOOK: Final = "[Content_Types].xml"
REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
FILLED: Final = ("v", "is", "f")
VALUES: Final = frozenset((*FILLED, "row", "c", "t", "si"))
LOOKED_AT_EVERY: Final = 1000
"""elements"""


@dataclass
class Extent:
    """How far the filled cells of a sheet reach (its last row and column, from 1), and which hold formulas."""

    row: int = 0
    column: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)


@dataclass
class Guarded:
    """A workbook that may be read, and the extent of each of its sheets by the part that holds it."""

    content: bytes
    extents: dict[str, Extent]


def guarded(content: bytes) -> Guarded:
    """The workbook, if it is one that can be read safely; raises FaultError with the one reason if it is not."""
    read_content(content, ".xlsx")
    if content.startswith(OLD_OR_LOCKED):
        _refuse("old_xlsx", "Filen er en gammel .xls eller har passord.", "Lagre den som .xlsx uten passord.")
    try:
        return _walked(content)
    except (BadZipFile, ZlibError, expat.ExpatError, NotImplementedError, RuntimeError, EOFError, OSError):
        not_a_workbook()
    except (ValueError, LookupError) as wrong:
        if isinstance(wrong, FaultError):
            raise
        not_a_workbook()


def _walked(content: bytes) -> Guarded:
    kept, extents = BytesIO(), {}
    with ZipFile(BytesIO(content)) as file, ZipFile(kept, "w", ZIP_STORED) as into:
        _check_parts(file)
        for name in dict.fromkeys(file.namelist()):
            if name.endswith((".xml", ".rels")):
                part = file.read(name)
                extents[name] = _walk(part)
                into.writestr(name, part)
    return Guarded(kept.getvalue(), extents)


def not_a_workbook() -> NoReturn:
    """Refuse what cannot be read as a workbook."""
    _refuse("not_xlsx", "Filen er ikke en arbeidsbok (.xlsx) som kan leses.", "Lagre den som .xlsx på nytt.")


def _check_parts(file: ZipFile) -> None:
    """Refuse by the sizes the zip itself gives; no more than that is ever unpacked of a part."""
    parts = file.infolist()
    if len(parts) > MAX_PARTS:
        _too_large("Filen er for stor: mer enn {limit} deler.", MAX_PARTS)
    if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        _too_large("Filen er for stor: mer enn {limit} byte utpakket.", MAX_UNPACKED_BYTES)
    if WHOLE_BOOK not in file.namelist():
        not_a_workbook()


def _walk(content: bytes) -> Extent:
    walk = _Walk()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.buffer_text = True
    parser.Parse(content, True)
    walk.refuse_large()
    return walk.extent


def _refuse_doctype(*_: object) -> None:
    message, instead = (
        "Filen har en dokumenttype, og det har ingen arbeidsbok.",
        "Lagre den som .xlsx på nytt.",
    )
    _refuse("doctype", message, instead)


class _Walk:
    """Counts what one part holds."""

    def __init__(self) -> None:
        self.extent = Extent()
        self.values = self.others = self.strings = self.depth = self.deepest = self.row = self.column = 0
        self.starts: dict[str, Callable[[dict[str, str]], None]] = {
            "row": self._row, "c": self._cell, "si": self._string,
        }  # fmt: skip

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag[tag.rfind("}") + 1 :]
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        if name in VALUES:
            self.values += 1
        else:
            self.others += 1
        known = self.starts.get(name)
        if known:
            known(attributes)
        elif name in FILLED and self.column:
            self._fill(is_formula=name == "f")
        if (self.values + self.others) % LOOKED_AT_EVERY == 0:
            self.refuse_large()

    def end(self, _: str) -> None:
        self.depth -= 1

    def refuse_large(self) -> None:
        """Refuse as soon as a limit is passed; asked now and then, and at the end."""
        if self.values > MAX_VALUES:
            _too_large("Filen er for stor: mer enn {limit} verdier.", MAX_VALUES)
        if self.others > MAX_OTHERS:
            _too_large("Filen er for stor: mer enn {limit} formater og annet.", MAX_OTHERS)
        if self.strings > MAX_STRINGS:
            _too_large("Filen er for stor: mer enn {limit} tekster.", MAX_STRINGS)
        if self.deepest > MAX_DEPTH:
            _too_large("Filen har mer enn {limit} nivåer inni hverandre.", MAX_DEPTH)
        if len(self.extent.formulas) > MAX_FORMULAS:
            _too_large("Filen er for stor: mer enn {limit} formler.", MAX_FORMULAS)

    def _string(self, _: dict[str, str]) -> None:
        self.strings += 1

    def _row(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r")
        self.row, self.column = int(given) if given else self.row + 1, 0

    def _cell(self, attributes: dict[str, str]) -> None:
        given = REFERENCE.fullmatch(attributes.get("r", ""))
        if given:
            self.row, self.column = int(given[2]), column_number(given[1])
        else:
            self.column += 1

    def _fill(self, *, is_formula: bool) -> None:
        found = self.extent
        found.row, found.column = max(found.row, self.row), max(found.column, self.column)
        if is_formula:
            found.formulas.add((self.row, self.column))
        if found.row > MAX_ROWS or found.column > MAX_COLUMNS or found.row * found.column > MAX_CELLS:
            message = "Arket har noe i {cell}, langt utenfor en turnus."
            instead = "Slett alt utenfor turnusen, og lagre på nytt."
            where = f"{column_letters(self.column)}{self.row}"
            _refuse("sheet_too_large", message, instead, cell=where)


def _too_large(message: str, limit: int) -> NoReturn:
    _refuse("too_large", message, "Slett det som ikke hører til turnusen.", limit=limit)


def _refuse(code: str, message: str, instead: str, **values: object) -> NoReturn:
    raise FaultError([fault("", code, message, instead, **values)])
