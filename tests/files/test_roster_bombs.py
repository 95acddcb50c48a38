"""Text files made to harm: refused with few faults, whatever they hold (workbooks: `test_xlsx_bombs`)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from solver.domain.fault import FaultError
from solver.files.roster import read_roster
from solver.files.source import MOST_FAULTS
from tests.builders import line, scenario

TALL = b"ansatt;uke;dag;vakt\n"
FLATTER = "Filen har for mange nivåer inni hverandre. Skriv den flatere."


def roster(**fields: Any) -> bytes:
    return json.dumps({"schema": "heltid.roster/1"} | fields).encode()


def told(content: bytes, form: str) -> list[str]:
    people = [line(f"E{number}") for number in range(300)]
    with pytest.raises(FaultError) as caught:
        read_roster(content, form, scenario(employees=people))
    return [str(fault) for fault in caught.value.faults]


ONE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "blank_lines": ("csv", lambda: b"\n" * 4_900_000,
                    "Filen er for stor: mer enn 2000000 felt. Fjern tomme rader og kolonner."),
    "blank_cells": ("csv", lambda: b";\n" * 2_400_000,
                    "Filen er for stor: mer enn 2000000 felt. Fjern tomme rader og kolonner."),
    "a_wide_header": ("csv", lambda: b"q;" * 700_000, "Rad 1 har mer enn 1500 felt. Se etter skilletegnet."),
    "keys_in_keys": ("yaml", lambda: b"? " * 900_000, FLATTER),
    "lists_in_lists": ("json", lambda: b'{"a":' + b"[" * 2_000_000, FLATTER),
    "control_characters": ("json", lambda: b'{"a": "\x00"}', "Filen har et kontrolltegn (linje 1). Fjern tegnet."),
    "another_encoding": ("json", lambda: '{"a": "ø"}'.encode("utf-16"),
                         "Filen er ikke UTF-8 (linje 1). Lagre den som UTF-8."),
    "too_large": ("csv", lambda: b"x" * 5_000_001, "Filen .csv er for stor: mer enn 5000000 byte. Del den opp."),
}  # fmt: skip


@pytest.mark.parametrize(("form", "made", "said"), ONE.values(), ids=ONE)
def test_a_file_made_to_harm_is_refused_in_one_line(form: str, made: Callable[[], bytes], said: str) -> None:
    assert told(made(), form) == [said]


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("csv", TALL + b"".join(b"Q%d;1;man;D\n" % number for number in range(100_000))),
        ("json", roster(lines=[{"employee": f"Q{number}", "days": []} for number in range(50_000)])),
        ("json", roster(status="unknown", contacts=[{"resident": f"Q{number}"} for number in range(50_000)])),
        ("json", roster(status="unknown", exchangeable=[["E1", "Q"]] * 50_000)),
    ],
    ids=["rows", "lines", "contacts", "pairs"],
)
def test_of_many_unknown_names_the_first_are_told(form: str, content: bytes) -> None:
    assert len(told(content, form)) == MOST_FAULTS
