"""A hundred bodies that nobody honest sends, each with a word on what it tries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.api.jobs.unit import scenario

DEEP, LONG, MANY = 10_000, 100_000, 50_000
STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 1e308, 10**40, "", " ", "\x00", "\u202e", "a" * LONG, [], [[]], {}, {"": ""},
    "../../etc/passwd", "'; DROP TABLE units; --", "${jndi:ldap://x}", "{{7*7}}", "<script>alert(1)</script>",
)  # fmt: skip
FIELDS = ("schema", "id", "cycle", "agreement", "shifts", "demand", "employees", "goals", "rules")


def bodies() -> Iterator[tuple[str, bytes]]:
    """The name and the content of each."""
    yield from RAW.items()
    for place, value in enumerate(STRANGE):
        yield f"whole-{place}", _json(value)
        yield f"id-{place}", _json(scenario(id=value))
        yield f"employees-{place}", _json(scenario(employees=[{"id": value}] if place % 2 else value))
    for name in FIELDS:
        yield f"without-{name}", _json({key: value for key, value in scenario().items() if key != name})
    yield "weeks-huge", _json(scenario(cycle={"weeks": 10**9}))
    yield "people-many", _json(scenario(employees=[{"id": f"E{one}"} for one in range(5000)]))
    yield "people-alike", _json(scenario(employees=[{"id": "E1"}] * 900))


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


RAW: dict[str, bytes] = {
    "empty": b"",
    "null-byte": b"\x00",
    "not-utf8": b"\xff\xfe\xfd",
    "utf16": '{"schema": "heltid.scenario/1"}'.encode("utf-16"),
    "bom": b"\xef\xbb\xbf{}",
    "cut-off": b'{"schema": "heltid.scenario/1", "id": "x',
    "deep-lists": b"[" * DEEP + b"]" * DEEP,
    "deep-fields": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "nan": b'{"schema": NaN, "id": Infinity}',
    "long-number": b'{"id": ' + b"9" * LONG + b"}",
    "twice": b'{"id": "a", "id": "b"}',
    "many-keys": b"{" + b",".join(b'"k%d":1' % one for one in range(MANY)) + b"}",
    "surrogate": b'{"id": "\\ud800"}',
    "escape": b'{"id": "\\u0000\\u001b[2J"}',
    "yaml-bomb": b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % ((two, two) + (one,) * 9)
        for one, two in zip(b"abcdefgh", b"bcdefghi", strict=True)
    ),
    "yaml-tag": b"!!python/object/apply:os.system ['id']",
    "yaml-merge": b"<<: {id: x}\nschema: heltid.scenario/1",
    "yaml-documents": b"---\na: 1\n---\nb: 2\n",
    "yaml-times": b"schema: heltid.scenario/1\nshifts: [{code: D, start: 07:30, end: 15:00}]",
    "xml": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "zip": b"PK\x03\x04" + b"\x00" * 100,
    "gzip": b"\x1f\x8b\x08" + b"\x00" * 100,
}  # fmt: skip
