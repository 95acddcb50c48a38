"""The reader: YAML 1.2 words, times that need quotes, and faults that do not stop the reading."""

from __future__ import annotations

from typing import Any

import pytest

from solver.domain.fault import FaultError
from solver.domain.values import Unquoted
from solver.files.yaml import read_raw


def read(text: str, name: str = "t.yaml") -> dict[str, Any]:
    return read_raw(text.encode(), name)


def told(text: str, name: str = "t.yaml") -> list[str]:
    with pytest.raises(FaultError) as wrong:
        read(text, name)
    return [str(fault) for fault in wrong.value.faults]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("off", "off"), ("n", "n"), ("true", True),
        ("False", False), ("~", None), ("null", None), ("", None), ("12", 12), ("-3", -3), ("0x1F", 31),
        ("0o17", 15), ("1_000", "1_000"), ("'12'", "12"), ('"no"', "no"),
        ("1.5", 1.5), (".5", 0.5), ("1e3", 1000.0), ("2027-01-04", "2027-01-04"),
        ("190:20:30", "190:20:30"), ("=", "="), ("0b11", "0b11"), ("1.2.3", "1.2.3"), ("+", "+"),
    ],
)  # fmt: skip
def test_a_word_is_read_as_yaml_1_2_reads_it(word: str, value: object) -> None:
    found = read(f"a: {word}\n")["a"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("time", ["22:30", "7:30", "07:30:00"])
def test_a_plain_word_that_looks_like_a_time_is_known_as_unquoted(time: str) -> None:
    raw = read(f"a: {time}\nb: '{time}'\n")
    assert isinstance(raw["a"], Unquoted)
    assert raw["b"] == time
    assert not isinstance(raw["b"], Unquoted)


def test_lists_are_tuples_at_every_level() -> None:
    assert read("a: [[1, {b: [2]}]]\n") == {"a": ((1, {"b": (2,)}),)}
    assert read('{"a": [[1, {"b": [2]}]]}', "t.json") == {"a": ((1, {"b": (2,)}),)}


def test_a_byte_order_mark_is_no_part_of_the_file() -> None:
    assert read("\ufeffa: 1\n") == {"a": 1}


def test_braces_are_json_or_else_yaml() -> None:
    assert read('{"a": "22:30"}') == {"a": "22:30"}
    assert read("{a: x}") == {"a": "x"}


@pytest.mark.parametrize(
    ("text", "name"),
    [("a: {b: 1, c: 2, b: 3}\n", "t.yaml"), ('{"a": {"b": 1, "c": 2, "b": 3}}', "t.json")],
)
def test_a_field_that_stands_twice_is_named(text: str, name: str) -> None:
    assert told(text, name) == ["a.b: Feltet står to ganger. Behold ett av dem."]


@pytest.mark.parametrize("number", [".inf", "-.INF", ".nan", "1e999", "9" * 60])
def test_a_number_that_cannot_be_used_is_named(number: str) -> None:
    assert told(f"a: [1, {number}]\n") == [
        f"a[1]: «{number[:40]}» er ikke et tall som kan brukes. Skriv et vanlig tall."
    ]


def test_all_that_does_not_stop_the_reading_is_told_at_once() -> None:
    text = '{"a": NaN, "b": 1e999, "c": 1, "c": 2, "d": "\\u0007", "e": [Infinity]}'
    assert told(text, "t.json") == [
        "a: «NaN» er ikke et tall som kan brukes. Skriv et vanlig tall.",
        "b: «1e999» er ikke et tall som kan brukes. Skriv et vanlig tall.",
        "c: Feltet står to ganger. Behold ett av dem.",
        "d: Teksten har et kontrolltegn. Fjern tegnet.",
        "e[0]: «Infinity» er ikke et tall som kan brukes. Skriv et vanlig tall.",
    ]


@pytest.mark.parametrize("text", ['a: "\\x07"\n', 'a: "\\ud800"\n'])
def test_a_control_character_written_as_an_escape_is_named(text: str) -> None:
    assert told(text) == ["a: Teksten har et kontrolltegn. Fjern tegnet."]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1: a\n", "«1» er ikke et feltnavn. Skriv det i anførselstegn: \"1\"."),
        ("b: {true: a}\n", "b: «true» er ikke et feltnavn. Skriv det i anførselstegn: \"true\"."),
        ("? [a]\n: b\n", "Et feltnavn må være et ord. Skriv «felt: verdi»."),
    ],
)  # fmt: skip
def test_a_field_name_is_text(text: str, line: str) -> None:
    assert told(text) == [line]
