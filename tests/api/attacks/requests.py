"""Jobs, files, addresses, headers and log-ins that nobody means well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.api.attacks.attack import (
    EVENTS,
    EVIL,
    EXPORT,
    FILE,
    FRONTIERS,
    LONG,
    PLANS,
    ROSTER,
    ROSTERS,
    SCENARIO,
    SCENARIOS,
    UNIT,
    XLSX,
    Attack,
    audit,
    get,
    plan,
    post,
    put,
    text,
    zipped,
)  # fmt: skip


def jobs() -> Iterator[Attack]:
    wrong: dict[str, dict[str, Any]] = {
        "seconds below nothing": {"seconds": -1}, "seconds without an end": {"seconds": 1e308},
        "seconds as a text": {"seconds": "60; rm -rf /"}, "seconds as an object": {"seconds": {"$gt": 0}},
        "a seed beyond all": {"seed": 2**63}, "a seed below nothing": {"seed": -1}, "half a seed": {"seed": 1.5},
        "a scenario of others": {"scenario": EVIL}, "a scenario in words": {"scenario": "' OR 1=1 --"},
        "a scenario as a number": {"scenario": 10**30}, "a scenario that is empty": {"scenario": {}},
        "a scenario in a scenario": {"scenario": {"scenario": {"scenario": {}}}},
        "a roster of others": {"current": EVIL}, "a roster that is a list": {"current": [[[]]]},
        "a field for the worker": {"worker": "me", "work": 1e9, "memory_bytes": 1},
        "a unit in words": {"unit": "../../etc/passwd"}, "no unit": {"unit": None},
    }  # fmt: skip
    for name, more in wrong.items():
        yield post(name, PLANS, plan(**more), 422)
    yield post(
        "seconds that are no number", PLANS, b'{"unit": "{unit}", "scenario": "{scenario}", "seconds": NaN}'
    )
    yield post("a unit of others", PLANS, plan(unit=EVIL), 404)
    for name, vary in {
        "a thousand arrangements": ["weekends=3,4"] * 1000, "an arrangement of ten thousand": [LONG],
        "ten thousand values": ["weekends=" + ",".join(map(str, range(10_000)))], "no value": ["weekends="],
        "a value below nothing": ["weekends=-1"], "a value beyond all": ["weekends=1e308"],
        "code for a value": ["__class__.__mro__=1"], "a list for an arrangement": [["weekends"]],
        "a number of digits for a value": ["weekends=" + "9" * 5000],
    }.items():  # fmt: skip
        yield post(name, FRONTIERS, plan(vary=vary), 422)


def files() -> Iterator[Attack]:
    types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    entities = b'<!DOCTYPE a [<!ENTITY a "' + b"a" * 100 + b'"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
    for name, body in {
        "a workbook that is none": b"PK\x03\x04" + b"\0" * 1000, "a zip of nothing": zipped(),
        "a workbook that unpacks to gigabytes": zipped(**{"CT.xml": types, "xl__workbook.xml": b" " * 70_000_000}),
        "a workbook with entities": zipped(**{"CT.xml": types, "xl__workbook.xml": entities}),
        "a workbook that climbs": zipped(**{"..__..__etc__passwd": b"x", "CT.xml": types}),
        "a workbook of a thousand parts": zipped(**{f"xl__{number}.xml": b"<a/>" for number in range(1000)}),
    }.items():  # fmt: skip
        yield post(name, FILE, body, 422, Content_Type=XLSX)
    for name, body in {
        "a table of formulas": b'=cmd|" /C calc"!A0,@SUM(1+1)\n=HYPERLINK("http://x"),-1\n',
        "a table with NUL": b"a,\0b\n1,2\n", "a table that is not text": bytes(range(256)) * 10,
        "a table of a million columns": b"," * 1_000_000, "an open quotation mark": b'"' + LONG.encode() * 10,
        "a table of nothing": b"",
    }.items():  # fmt: skip
        yield post(name, FILE, body, 422, Content_Type="text/csv")
    yield post("a page for a roster", FILE, b"<html>", 415, Content_Type="text/html")
    yield post("a kind of content of ten thousand", FILE, b"x", 415, Content_Type="a/" + LONG)
    yield post(
        "a header in a name", FILE + "&name=a%0d%0aSet-Cookie:%20x=1", b"a,b\n", 422, Content_Type="text/csv"
    )
    yield post(
        "a name of ten thousand in the address", FILE + "&name=" + LONG, b"a", 422, Content_Type="text/csv"
    )
    for name, roster in {
        "a roster of nothing": {}, "a roster without lines": {"schema": "heltid.roster/1", "lines": []},
        "lines that are numbers": {"schema": "heltid.roster/1", "lines": [0] * 10_000},
        "a line of a million days": {"schema": "heltid.roster/1", "lines": [{"days": ["D"] * 300_000}]},
        "a roster in words": LONG,
    }.items():  # fmt: skip
        yield post(name, ROSTERS, {"scenario": "{scenario}", "roster": roster}, 422)
        yield post(f"{name}, to be audited", "/v1/audits", audit(roster=roster), 422)
    sides = {f"r{number}": "{roster}" for number in range(11)}
    yield post("eleven rosters side by side", "/v1/comparisons", plan(rosters=sides), 422)
    yield post(
        "a name that is none", "/v1/comparisons", plan(rosters={"": "{roster}", LONG: "{roster}"}), 422
    )
    yield get("a format of code", EXPORT + "?format=__class__", 422)
    yield get("a format that climbs", EXPORT + "?format=../../etc/passwd", 422)


def addresses() -> Iterator[Attack]:
    for name, path in {
        "an agreement that climbs": "/v1/agreements/..%2f..%2f..%2fetc%2fpasswd",
        "an agreement with NUL": "/v1/agreements/a%00.yaml", "an agreement of ten thousand": "/v1/agreements/" + LONG,
        "a unit that climbs": "/v1/units/%2e%2e%2f%2e%2e", "a question for a scenario": "/v1/scenarios/'%20OR%201=1--",
        "somebody else's scenario": f"/v1/scenarios/{EVIL}", "somebody else's roster": f"/v1/rosters/{EVIL}/export",
        "a plan with a brace": "/v1/plans/{0.__class__}", "an address that is not text": "/v1/units/%ff%fe",
        "an address that is not there": "/v1/../admin/%2e%2e",
        "static files that climb": "/static/..%2f..%2fapi%2fmain.py",
    }.items():  # fmt: skip
        yield get(name, path, 404)
    for name, query in {
        "a cursor that is none": "cursor='OR1=1", "a cursor of ten thousand": "cursor=" + LONG,
        "a cursor of other bits": "cursor=" + "A" * 21 + "B", "a page of nothing": "limit=0",
        "a page below nothing": "limit=-1", "a page in words": "limit=all",
    }.items():  # fmt: skip
        yield get(name, f"{SCENARIOS}?{query}", 422)
    yield get("a cursor made up", f"{SCENARIOS}?cursor=" + "_" * 21 + "w", 200)
    yield get("a page of all there is", f"{SCENARIOS}?limit=" + "9" * 30, 200, 422)
    for method in ("DELETE", "PATCH", "TRACE", "PROPFIND"):
        yield Attack(f"{method} on a unit", method, "/v1/units/{unit}", None, (405,))


def headers() -> Iterator[Attack]:
    unit = {"name": "a"}
    for name, key in {
        "a key of ten thousand": LONG, "a key that is empty": "", "a key with a space": "a b",
        "a key of signs": "\xe6\xf8\xe5",
    }.items():  # fmt: skip
        yield post(name, UNIT, unit, 422, Idempotency_Key=key)
    for name, tag, status in (
        ("a tag for all", "*", 412), ("a weak tag", 'W/"1"', 412), ("two tags", '"1", "2"', 412),
        ("a tag to come", '"999"', 412),
        ("a tag of ten thousand", LONG, 422), ("a tag with a question", '"1" OR 1=1', 412),
        ("a tag that is empty", "", 412),
    ):  # fmt: skip
        yield put(name, SCENARIO, text(), status, If_Match=tag)
    yield put("no tag", ROSTER, {}, 428)
    for name, last in {
        "an event below nothing": "-1",
        "an event in words": "a",
        "an event beyond all": "9" * 30,
    }.items():
        yield get(name, EVENTS, 422, Last_Event_ID=last)
    yield get("a language that is none", "/v1/units/" + EVIL, 404, Accept_Language="\xff" * 5000)
    yield get("an id of ten thousand", "/v1/units/" + EVIL, 404, X_Request_ID=LONG)
    yield get("a key that is none", "/v1/me", 401, Authorization="Bearer " + LONG)
    yield get("a way in that is none", "/v1/me", 401, Authorization="Digest \xff")
    yield get("a cookie of ten thousand", "/v1/me", 401, Authorization="", Cookie="heltid_session=" + LONG)
    yield post("a length in words", UNIT, unit, 201, 400, Content_Length="abc")
    yield post("a length below nothing", UNIT, unit, 201, 400, Content_Length="-1")
    yield post("a length beyond all", UNIT, unit, 413, Content_Length="9" * 40)


def people() -> Iterator[Attack]:
    members = "/v1/units/{unit}/members/"
    yield put("a person with a key", members + "B-000000", {"roles": ["planner"]}, 403)
    yield post("a key from a key", "/v1/keys", {"label": LONG, "rights": ["*"], "days": 10**30}, 403, 422)
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    for name, login in {
        "a password of ten thousand": b"login=abc&password=" + LONG.encode(),
        "a log-in with NUL": b"login=%00&password=a",
        "a log-in twice": b"login=a&login=b&password=c" * 2000, "no log-in": b"",
    }.items():  # fmt: skip
        yield post(name, "/login/local", login, 400, 403, 422, **form)
    yield post("a link from elsewhere", "/login/link", b"code=" + b"A" * 43, 403, 404, **form)
