"""Workbooks made to harm: each is refused with one clear fault, before it takes time or room."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from solver.files import xlsx_guard
from tests.files.sheets import WEEK, book, content_of, told

MEGABYTE = 1_000_000
MOST_ROOM = 250 * MEGABYTE
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
OPENING = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
AGAIN = "Lagre den som .xlsx på nytt."
DELETE = "Slett det som ikke hører til turnusen."
NO_WORKBOOK = f"Filen er ikke en arbeidsbok (.xlsx) som kan leses. {AGAIN}"

NO_HEADER = (
    "Ingen av arkene har en overskrift med Nr og dagene. "
    "Skriv Nr og M T O T F L S for hver uke i én rad, slik «heltid export» gjør."
)


def replaced(part: str, content: bytes) -> bytes:
    """A good workbook with one part replaced, or added."""
    good, into = ZipFile(BytesIO(content_of(book([["Nr", *WEEK], ["E1", "D"], ["E2"]])))), BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as file:
        for name in good.namelist():
            if name != part:
                file.writestr(name, good.read(name))
        file.writestr(part, content)
    return into.getvalue()


def sheet(rows: str) -> bytes:
    return replaced(SHEET, f"{OPENING}<sheetData>{rows}</sheetData></worksheet>".encode())


def zip_bomb() -> bytes:
    return replaced("xl/media/big.xml", b"<a>" + b" " * (xlsx_guard.MAX_UNPACKED_BYTES + 1) + b"</a>")


def many_parts() -> bytes:
    into = BytesIO()
    with ZipFile(into, "w") as file:
        for number in range(xlsx_guard.MAX_PARTS + 1):
            file.writestr(f"{number}.xml", "<a/>")
    return into.getvalue()


def strings() -> bytes:
    return replaced(STRINGS, b"<sst>" + b"<si><t>x</t></si>" * 1_000_000 + b"</sst>")


def entities(declared: str) -> bytes:
    text = f'<?xml version="1.0"?><!DOCTYPE a [{declared}]>{OPENING}<sheetData/>&b;</worksheet>'
    return replaced(SHEET, text.encode())


def laughs() -> bytes:
    more = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return entities(f'<!ENTITY l0 "ha">{more}<!ENTITY b "&l11;">')


def outside() -> bytes:
    return entities('<!ENTITY b SYSTEM "file:///etc/passwd">')


def encoded() -> bytes:
    """The same, in an encoding in which no byte string says so."""
    text = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "x">]>{OPENING}&b;</worksheet>'
    return replaced(SHEET, text.encode("utf-16"))


def far_away(place: str) -> Callable[[], bytes]:
    row = "".join(letter for letter in place if letter.isdigit())
    return lambda: sheet(f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>x</t></is></c></row>')


def wide_and_long() -> bytes:
    """Within rows and within columns, but not in both."""
    return sheet('<row r="1"><c r="BEQ1"><v>1</v></c></row><row r="39000"><c r="A39000"><v>1</v></c></row>')


def many_cells() -> bytes:
    return sheet("".join(f"<row>{'<c><v>1</v></c>' * 50}</row>" for _ in range(9_000)))


def many_formulas() -> bytes:
    return sheet("".join(f"<row>{'<c><f>A1</f></c>' * 50}</row>" for _ in range(500)))


def many_formats() -> bytes:
    return replaced("xl/styles.xml", b"<styleSheet>" + b"<xf/>" * 200_000 + b"</styleSheet>")


def deep() -> bytes:
    return sheet("<a>" * 5000 + "</a>" * 5000)


def cut_short() -> bytes:
    return sheet("")[:-100]


def sheet_elsewhere() -> bytes:
    """A sheet in a part that is not called XML, so that whoever looks at names walks past it."""
    good = ZipFile(BytesIO(content_of(book([["Nr", *WEEK]]))))
    into = BytesIO()
    with ZipFile(into, "w") as file:
        for name in good.namelist():
            content = good.read(name).replace(b"sheet1.xml", b"sheet1.png")
            file.writestr(name.replace("sheet1.xml", "sheet1.png"), content)
    return into.getvalue()


def parts_that_do_not_fit() -> bytes:
    return replaced("xl/workbook.xml", b"<workbook/>")


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip_bomb": (zip_bomb, f"Filen er for stor: mer enn 60000000 byte utpakket. {DELETE}"),
    "many_parts": (many_parts, f"Filen er for stor: mer enn 300 deler. {DELETE}"),
    "strings": (strings, f"Filen er for stor: mer enn 50000 tekster. {DELETE}"),
    "laughs": (laughs, f"Filen har en dokumenttype, og det har ingen arbeidsbok. {AGAIN}"),
    "outside": (outside, f"Filen har en dokumenttype, og det har ingen arbeidsbok. {AGAIN}"),
    "encoded": (encoded, f"Filen har en dokumenttype, og det har ingen arbeidsbok. {AGAIN}"),
    "last_row": (far_away("A1048576"), "Arket har noe i A1048576, langt utenfor en turnus. "
                 "Slett alt utenfor turnusen, og lagre på nytt."),
    "last_column": (far_away("XFD1"), "Arket har noe i XFD1, langt utenfor en turnus. "
                    "Slett alt utenfor turnusen, og lagre på nytt."),
    "wide_and_long": (wide_and_long, "Arket har noe i A39000, langt utenfor en turnus. "
                      "Slett alt utenfor turnusen, og lagre på nytt."),
    "many_cells": (many_cells, f"Filen er for stor: mer enn 800000 verdier. {DELETE}"),
    "many_formulas": (many_formulas, f"Filen er for stor: mer enn 20000 formler. {DELETE}"),
    "many_formats": (many_formats, f"Filen er for stor: mer enn 150000 formater og annet. {DELETE}"),
    "deep": (deep, f"Filen har mer enn 60 nivåer inni hverandre. {DELETE}"),
    "old_or_locked": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
                      "Filen er en gammel .xls eller har passord. Lagre den som .xlsx uten passord."),
    "empty": (lambda: b"", NO_WORKBOOK),
    "text": (lambda: b"Nr;M;T;O", NO_WORKBOOK),
    "cut_short": (cut_short, NO_WORKBOOK),
    "sheet_elsewhere": (sheet_elsewhere, NO_HEADER),
    "parts_that_do_not_fit": (parts_that_do_not_fit, NO_HEADER),
    "no_xml": (lambda: replaced(SHEET, b"\x00\x01\x02"), NO_WORKBOOK),
    "strange_number": (lambda: sheet(f'<row r="{"9" * 5000}"><c r="A1"><v>1</v></c></row>'), NO_WORKBOOK),
    "too_large": (lambda: b"PK" + b"\0" * 5 * MEGABYTE,
                  "Filen .xlsx er for stor: mer enn 5000000 byte. Del den opp."),
}  # fmt: skip


@pytest.mark.parametrize(("made", "said"), BOMBS.values(), ids=BOMBS)
def test_a_workbook_made_to_harm_is_refused_in_one_line(made: Callable[[], bytes], said: str) -> None:
    assert told(made()) == [said]


@pytest.mark.parametrize("name", ["zip_bomb", "strings", "last_row", "wide_and_long"])
def test_refusing_takes_little_room(name: str) -> None:
    content = BOMBS[name][0]()
    tracemalloc.start()
    told(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < MOST_ROOM


def test_a_sheet_that_claims_to_be_huge_is_read_by_what_it_holds() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    text = f'{OPENING}<dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>'
    assert told(replaced(SHEET, text.encode()))[0].startswith("Ingen av arkene har en overskrift")


def test_formats_far_away_are_no_matter() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert told(sheet(rows))[0].startswith("Ingen av arkene har en overskrift")
