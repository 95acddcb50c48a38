"""Texts that are no JSON, and scenarios and names with something in them that cannot be there."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

from tests.api.attacks.attack import EVIL, LONG, SCENARIOS, UNIT, Attack, employee, instead, post, text
from tests.api.jobs.unit import scenario


def texts() -> Iterator[Attack]:
    """What is no JSON, and no YAML that is read here."""
    for name, body in {
        "lists in lists in lists": b"[" * 100_000,
        "objects in objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        "a field twice": instead('"id": "liten"', '"id": "liten", "id": "annen"'),
        "a number that is none": instead('"weeks": 2', '"weeks": NaN'),
        "a number without an end": instead('"weeks": 2', '"weeks": -Infinity'),
        "a number beyond all": instead('"weeks": 2', '"weeks": 1e999'),
        "a number of ten thousand digits": instead('"weeks": 2', '"weeks": ' + "9" * 10_000),
        "a NUL byte": b"\0" + text(),
        "a NUL escaped": text(name="a\0b"),
        "half a surrogate": instead('"id": "liten"', r'"id": "liten", "name": "\ud800"'),
        "not UTF-8": instead("liten", "lit\u00e9n").decode().encode("latin-1"),
        "UTF-16": text().decode().encode("utf-16"),
        "an overlong NUL": text().replace(b"liten", b"\xc0\x80"),
        "aliases that multiply": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nemployees: *c\n",
        "a tag that runs": b"!!python/object/apply:os.system ['id']",
        "a merge key": b"<<: {schema: heltid.scenario/1}\nid: x\n",
        "two documents": text() + b"\n---\n" + text(),
        "comments": b"{// comment\n" + text()[1:],
        "nothing": b"",
        "spaces": b" " * 100_000,
        "null": b"null",
        "a list": b"[]",
        "a text": b'"scenario"',
        "XML with an entity": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        "packed": gzip.compress(text()),
        "a bomb that is packed": gzip.compress(b" " * 4_000_000),
    }.items():
        yield post(name, SCENARIOS, body, 422)
    yield post("a comma too many, which YAML allows", SCENARIOS, text()[:-1] + b",}", 201)
    yield post("a byte order mark", SCENARIOS, b"\xef\xbb\xbf" + text(), 201, 422)
    yield post("packed and said so", SCENARIOS, gzip.compress(text()), 415, 422, Content_Encoding="gzip")
    yield post("JSON that is named otherwise", UNIT, b'{"name": "x"}', 422, Content_Type="text/xml")
    yield post(
        "a form where JSON is read", UNIT, b"name=x", 422, Content_Type="application/x-www-form-urlencoded"
    )
    yield post(
        "parts without an end", UNIT, b"--x\r\n" * 1000, 422, Content_Type="multipart/form-data; boundary=x"
    )
    yield post("deep in a small body", UNIT, b'{"name":' + b"[" * 50_000, 422)
    yield post("a field twice in a small body", UNIT, b'{"name": "a", "name": "b"}', 422)
    yield post("too much, and said so", SCENARIOS, b" " * 5_000_001, 413)
    yield post("too much, in pieces", SCENARIOS, (b" " * 1_000_000,) * 6, 413)
    yield post("too much, packed as a form", "/login/local", b"login=" + b"a" * 5_000_001, 413)


def values() -> Iterator[Attack]:
    """Scenarios of the right shape with something in them that is not."""
    for name, body in {
        "a path for an agreement": text(agreement="../../../../etc/passwd"),
        "an address for an agreement": text(agreement="http://169.254.169.254/latest"),
        "a list for everything": json.dumps({key: [[]] for key in scenario()}).encode(),
        "no weeks": text(cycle={"weeks": 0}),
        "weeks below nothing": text(cycle={"weeks": -4}),
        "a million weeks": text(cycle={"weeks": 10**6}),
        "weeks as a text": text(cycle={"weeks": "4"}),
        "weeks as true": text(cycle={"weeks": True}),
        "a name of ten thousand": text(name=LONG),
        "a field of ten thousand": text(**{LONG: 1}),
        "an own prototype": text(__proto__={"weeks": 1}, constructor={}),
        "ten thousand people that are none": json.dumps(scenario() | {"employees": [0] * 10_000}).encode(),
        "a thousand unknown fields": text(**{f"x{number}": LONG[:100] for number in range(1000)}),
        "a position beyond all": employee(position={"current": 1e308, "wanted": -1e308}),
        "a reason": employee(reason="syk"),
        "a wish for a shift there is not": employee(wishes=[{"days": ["fri"], "shift": LONG, "want": False}]),
        "a day there is not": employee(
            wishes=[{"days": ["'; DROP TABLE units; --"], "shift": "A", "want": False}]
        ),
        "an eleven-digit alias": employee(id="01017012345"),
        "an eleven-digit name": employee(name="Kari 010170 12345"),
        "a shift of no length": text(
            shifts=[{"code": "D", "start": "07:30", "end": "07:30", "paid_minutes": 0}]
        ),
        "a time there is not": text(
            shifts=[{"code": "D", "start": "99:99", "end": "x", "paid_minutes": 10**18}]
        ),
        "ten thousand of one kind": text(demand=scenario()["demand"] * 5000),
    }.items():
        yield post(name, SCENARIOS, body, 422)
    yield post("people of all writings", SCENARIOS, employee(name="👩🏽‍⚕️ עברית \u202eevil"), 201, 422)
    yield post("a template", UNIT, {"name": "{{7*7}} ${7*7} {0.__class__} %s"}, 201)
    yield post("a question to the store", UNIT, {"name": "'); DROP TABLE units; --"}, 201)
    for name, wrong in {
        "a name of ten thousand for a unit": LONG, "a list for a name": ["a"], "an object for a name": {"a": 1},
        "a line break in a name": "a\r\nSet-Cookie: x=1", "half a surrogate in a name": "\ud800",
        "null for a name": None,
        "nothing for a name": "", "a number for a name": 10**30,
    }.items():  # fmt: skip
        yield post(name, UNIT, json.dumps({"name": wrong}).encode(), 422)
    yield post("a field more", UNIT, {"name": "a", "id": EVIL, "is_admin": True}, 422)
