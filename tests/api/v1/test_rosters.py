"""Rosters that people bring: audited, kept in versions, written as files; and checks that are answered at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.v1.test_scenarios import EXAMPLE
from tests.api.v1.test_units import make

ROSTER_BODY: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "data" / "rosters" / "solsiden-langvakt-b.json").read_text(encoding="utf-8")
)


@pytest.fixture
def unit(client: TestClient) -> str:
    return make(client)


@pytest.fixture
def scenario(client: TestClient, unit: str) -> Any:
    return client.post(f"/v1/units/{unit}/scenarios", content=EXAMPLE).json()


@pytest.fixture
def roster(client: TestClient, unit: str, scenario: Any) -> Any:
    """The example's finished roster, brought to the unit."""
    body = {"scenario": scenario["id"], "roster": ROSTER_BODY, "name": "Ferdig"}
    made = client.post(f"/v1/units/{unit}/rosters", json=body)
    assert made.status_code == 201, made.text
    return made.json()


def test_a_brought_roster_is_audited_and_knows_what_it_came_from(
    client: TestClient, unit: str, scenario: Any, roster: Any
) -> None:
    assert (roster["name"], roster["scenario"], roster["scenario_version"]) == ("Ferdig", scenario["id"], 1)
    assert roster["asked"] == scenario["scenario"]
    assert [one["value"] for one in roster["roster"]["goals"]] == [
        one["value"] for one in ROSTER_BODY["goals"]
    ]
    assert [one["severity"] for one in roster["roster"]["findings"] if one["severity"] == "breach"] == []
    assert [one["id"] for one in client.get(f"/v1/units/{unit}/rosters").json()["items"]] == [roster["id"]]


def test_nothing_is_said_to_be_proven_of_a_brought_roster(
    client: TestClient, unit: str, scenario: Any
) -> None:
    body = {"scenario": scenario["id"], "roster": ROSTER_BODY | {"status": "optimal"}}
    told = client.post(f"/v1/units/{unit}/rosters", json=body).json()["roster"]
    assert (told["status"], {one.get("bound") for one in told["goals"]}) == ("feasible", {None})


def test_a_change_is_a_version_with_its_own_findings(client: TestClient, roster: Any) -> None:
    where = f"/v1/rosters/{roster['id']}"
    tag = client.get(where).headers["etag"]
    body = ROSTER_BODY | {"lines": [dict(line) for line in ROSTER_BODY["lines"]]}
    body["lines"][0]["days"] = ["A", "D", *body["lines"][0]["days"][2:]]
    assert client.put(where, json=body).status_code == 428
    changed = client.put(where, json=body, headers={"If-Match": tag})
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert "daily_rest" in {one["rule"] for one in changed.json()["roster"]["findings"]}
    assert "status" not in changed.json()["roster"]
    assert client.put(where, json=body, headers={"If-Match": tag}).status_code == 412


def test_a_roster_goes_out_and_comes_back_as_a_table(client: TestClient, unit: str, roster: Any) -> None:
    out = client.get(f"/v1/rosters/{roster['id']}/export", params={"format": "csv"})
    assert out.headers["content-type"] == "text/csv; charset=utf-8"
    back = client.post(
        f"/v1/units/{unit}/rosters",
        content=out.content,
        headers={"Content-Type": "text/csv"},
        params={"scenario": roster["scenario"], "name": "Fra tabell"},
    )
    assert back.status_code == 201, back.text
    lines = [[line["days"] for line in one["roster"]["lines"]] for one in (roster, back.json())]
    assert lines[0] == lines[1]


def test_what_is_no_roster_is_refused(client: TestClient, unit: str, scenario: Any) -> None:
    where = f"/v1/units/{unit}/rosters"
    assert client.post(where, content=b"<x/>", headers={"Content-Type": "text/xml"}).status_code == 415
    told = client.post(where, json={"scenario": scenario["id"], "roster": {"lines": []}, "navn": "x"}).json()
    assert [(one["path"], one["code"]) for one in told["faults"]] == [("navn", "unknown_field")]
    none = client.post(
        where, json={"scenario": scenario["id"], "roster": {"schema": "heltid.roster/1", "lines": []}}
    )
    assert none.status_code == 422


def test_an_audit_and_a_comparison_are_answered_at_once(
    client: TestClient, unit: str, scenario: Any, roster: Any
) -> None:
    audit = client.post("/v1/audits", json={"scenario": scenario["scenario"], "roster": ROSTER_BODY}).json()
    stored = client.post(
        "/v1/audits", json={"unit": unit, "scenario": scenario["id"], "roster": roster["id"]}
    ).json()
    assert audit["goals"] == stored["goals"]
    assert audit["law_checked"]
    rosters = {"a": roster["id"], "b": ROSTER_BODY}
    body = {"unit": unit, "scenario": scenario["id"], "rosters": rosters}
    compared = client.post("/v1/comparisons", json=body)
    assert [one["name"] for one in compared.json()["rosters"]] == ["a", "b"]
    assert client.post("/v1/comparisons", json=body | {"rosters": {"a": roster["id"]}}).status_code == 422


def test_rules_and_agreements_are_listed_with_their_law(client: TestClient) -> None:
    rules = {one["id"]: one for one in client.get("/v1/rules", headers={"Accept-Language": "en"}).json()}
    assert rules["daily_rest"]["law"].startswith("aml")
    assert [one["id"] for one in client.get("/v1/agreements").json()].count("ks-turnus-local") == 1
    assert client.get("/v1/agreements/ks-turnus-local").json()["level"] == "local"
    assert client.get("/v1/agreements/nei").status_code == 404
