"""Requests that no program of ours would send, and how they are made.

`{unit}`, `{scenario}`, `{roster}` and `{plan}` in an address or a body stand for things that are there. LONG marks
text that nobody wants to read again in an answer.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass, field
from typing import Any

from tests.api.jobs.unit import scenario

Body = bytes | dict[str, Any] | list[Any] | tuple[bytes, ...]
LONG = "Qqzx" * 2500
EVIL = "0193f7a0-dead-7000-a000-000000000000"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNIT, SCENARIOS, SCENARIO = "/v1/units", "/v1/units/{unit}/scenarios", "/v1/scenarios/{scenario}"
ROSTERS, ROSTER, PLANS, FRONTIERS = (
    "/v1/units/{unit}/rosters",
    "/v1/rosters/{roster}",
    "/v1/plans",
    "/v1/frontiers",
)
EXPORT, EVENTS = "/v1/rosters/{roster}/export", "/v1/plans/{plan}/events"
FILE = "/v1/units/{unit}/rosters?scenario={scenario}"


@dataclass(frozen=True)
class Attack:
    """One request and the statuses that are right for it."""

    name: str
    method: str
    path: str
    body: Body | None
    statuses: tuple[int, ...]
    headers: dict[str, str] = field(default_factory=dict)


def post(name: str, path: str, body: Body, *statuses: int, **headers: str) -> Attack:
    return _with("POST", name, path, body, statuses, headers)


def put(name: str, path: str, body: Body, *statuses: int, **headers: str) -> Attack:
    return _with("PUT", name, path, body, statuses, headers)


def get(name: str, path: str, *statuses: int, **headers: str) -> Attack:
    return _with("GET", name, path, None, statuses, headers)


def _with(
    method: str, name: str, path: str, body: Body | None, statuses: Any, headers: dict[str, str]
) -> Attack:
    return Attack(
        name, method, path, body, statuses or (422,), {k.replace("_", "-"): v for k, v in headers.items()}
    )


def text(**more: Any) -> bytes:
    return json.dumps(scenario(4, 2, **more)).encode()


def instead(old: str, new: str) -> bytes:
    """The scenario's text with one part of it changed to what JSON itself would not write."""
    whole = text().decode()
    assert old in whole
    return whole.replace(old, new, 1).encode()


def zipped(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("CT", "[Content_Types]"), content)
    return packed.getvalue()


def plan(**more: Any) -> dict[str, Any]:
    return {"unit": "{unit}", "scenario": "{scenario}"} | more


def audit(**more: Any) -> dict[str, Any]:
    return plan(roster="{roster}") | more


def employee(**more: Any) -> bytes:
    return text(employees=[{"id": "E01", "position": {"current": 50, "wanted": 100}} | more])
