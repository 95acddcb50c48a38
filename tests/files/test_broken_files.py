"""Files that cannot be read at all, or not safely: refused in one line, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from solver.files.source import MAX_BYTES
from solver.files.yaml import read_raw
from tests.files.good import GOOD, changed, faults

EMPTY = "Filen er tom. Skriv feltene, for eksempel «schema: heltid.scenario/1»."
FLATTER = "Filen har mer enn 50 nivåer inni hverandre. Skriv den flatere."
LOOK = "Se etter innrykk (mellomrom, ikke tabulator), kolon med mellomrom etter, og anførselstegn."
VACANT = "  - {id: V01, vacant: true, competence: skilled}   # a line nobody has yet\n"
CANNOT_READ: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "t.yaml", EMPTY),
    "comments_only": (b"# a\n", "t.yaml", EMPTY),
    "a_list": (b"- a\n- b\n", "t.yaml", "Filen må bestå av felt. Skriv «felt: verdi» på hver linje."),
    "a_word": (b"hei", "t.yaml", "Filen må bestå av felt. Skriv «felt: verdi» på hver linje."),
    "a_json_list": (b"[1]", "t.json", "Filen må bestå av felt. Skriv «felt: verdi» på hver linje."),
    "latin1": (b"a: 1\nb: k\xf8kken\n", "t.yaml", "Filen er ikke UTF-8 (linje 2). Lagre den som UTF-8."),
    "control": (b"a: 1\nb: \x07\n", "t.yaml", "Filen har et kontrolltegn (linje 2). Fjern tegnet."),
    "documents": (
        b"a: 1\n---\nb: 2\n", "t.yaml", "Filen har flere dokumenter. Fjern linjen «---» og det som følger.",
    ),
    "bomb": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "t.yaml",
        "a: Ankere og pekere (& og *) brukes ikke her. Skriv verdien helt ut.",
    ),
    "alias": (b"a: *b\n", "t.yaml", "a: Ankere og pekere (& og *) brukes ikke her. Skriv verdien helt ut."),
    "tag": (b"a: !!python/object:os.system x\n", "t.yaml",
            "a: Merker brukes ikke her. Fjern «tag:yaml.org,2002:python/object:os.syste»."),
    "own_tag": (b"a: [1, !x 2]\n", "t.yaml", "a[1]: Merker brukes ikke her. Fjern «!x»."),
    "deep": (b"a: " + b"[" * 5000, "t.yaml", FLATTER),
    "deep_json": (b'{"a":' + b"[" * 60 + b"]" * 60 + b"}", "t.json", FLATTER),
    "very_deep_json": (b'{"a":' + b"[" * 100_000, "t.json",
                       "Filen har for mange nivåer inni hverandre. Skriv den flatere."),
    "not_yaml": (b"a: 1\nb: [1, 2\n", "t.yaml", "Filen er ikke gyldig YAML (linje 3, tegn 1). " + LOOK),
    "not_json": (b'{"a": 1,}', "t.json", "Filen er ikke gyldig JSON (linje 1, tegn 9). "
                 "Se etter komma, krøllparenteser og anførselstegn der."),
    "a_long_list": (b"a: [" + b"1," * 6000 + b"]", "t.yaml",
                    "a: Listen er for lang: mer enn 5000 verdier. Del filen opp."),
    "many_values": (b'{"a":[' + b"1," * 600_000 + b"1]}", "t.json",
                    "Filen er for stor: mer enn 500000 verdier. Del den opp."),
    "too_large": (b"#" * (MAX_BYTES + 1), "t.yaml",
                  "Filen t.yaml er for stor: mer enn 5000000 byte. Del den opp."),
    "too_large_for_yaml": (b"#" * 3_000_000, "t.yaml",
                           "Filen t.yaml er for stor for YAML: mer enn 2000000 byte. "
                           "Del den opp, eller skriv den som JSON."),
}  # fmt: skip


@pytest.mark.parametrize(("content", "name", "line"), CANNOT_READ.values(), ids=CANNOT_READ)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(content: bytes, name: str, line: str) -> None:
    assert faults(content, name) == [line]


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(10**12)  # a hole: reading it would never end
    assert faults(large, "large.yaml") == ["Filen large.yaml er for stor: mer enn 5000000 byte. Del den opp."]


@pytest.mark.parametrize("place", ["missing.yaml", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, place: str) -> None:
    told = "Filen x.yaml kan ikke leses. Se etter om navnet er rett og om du har tilgang."
    assert faults(tmp_path / place, "x.yaml") == [told]


@pytest.mark.parametrize("count", [1001, 4000, 10_000])
def test_too_many_employees_are_refused_by_size(count: int) -> None:
    said = faults(changed((VACANT, "".join(f"  - {{id: V{one}}}\n" for one in range(count - 1)))))
    assert len(said) == 1
    assert said[0].startswith("employees: Listen ")


def test_ten_thousand_employees_in_json_are_refused_by_size() -> None:
    raw: dict[str, Any] = read_raw(GOOD.encode())
    raw["employees"] = [{"id": f"E{one}"} for one in range(10_000)]
    told = "employees: Listen har 10000 verdier, men kan ha høyst 1000. Del den opp."
    assert faults(json.dumps(raw), "t.json") == [told]


def test_a_long_cycle_of_many_people_is_refused_by_size() -> None:
    lines = "".join(f"  - {{id: V{one}, vacant: true}}\n" for one in range(150))
    told = "employees: Enheten er for stor: 151 ansatte i 1400 dager er mer enn 200000. "
    assert faults(changed(("weeks: 12 ", "weeks: 200 "), (VACANT, lines))) == [
        told + "Del enheten, eller bruk færre uker."
    ]
