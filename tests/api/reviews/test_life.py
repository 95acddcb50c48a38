"""A case from its start to its decision, on a service that works, on both stores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import solver
from api.client import Heltid, RefusedError
from tests.api.reviews.cases import RESIDENT, two_homes


def kept_in(heltid: Heltid, unit: str, of: dict[str, Any]) -> dict[str, str]:
    """A unit of the case with its scenario and its roster kept in a unit here, named by their ids."""
    scenario = heltid.post(f"/v1/units/{unit}/scenarios", of["scenario"])["id"]
    body = {"scenario": scenario, "roster": of["roster"]}
    return {
        "id": of["id"],
        "scenario": scenario,
        "roster": heltid.post(f"/v1/units/{unit}/rosters", body)["id"],
    }


def test_a_case_is_reviewed_told_of_and_decided_once(heltid: Heltid, unit: str, tmp_path: Path) -> None:
    case, other = two_homes(name="Linje L"), str(heltid.make_unit("Borte")["id"])
    kept = kept_in(heltid, unit, case["units"][0])
    asked = case | {"units": [kept, case["units"][1]]}
    job = heltid.review(asked, unit=unit, others={"borte": other}, seconds=60)
    told = [one["data"] for one in job.events() if one["event"] == "progress"]
    assert job.wait().state == "done"

    options = job.told["result"]["options"]
    assert [one["status"] for one in options] == ["solved"] * 5
    assert {one["goal"] for one in told} == {one["id"] for one in options}
    assert options[0]["id"] == "extend_one_hjem-A"
    assert "answers" not in job.told["result"]
    assert [one["id"] for one in heltid.reviews(other)] == [job.told["id"]]
    paper = job.paper("saksframlegg", tmp_path / "saken.md").read_text(encoding="utf-8")
    assert "Linje L" in paper

    made = job.decide(options[0]["id"], "A får hel helg.", ["employer", "union"])
    assert [(one["scenario"], one["scenario_version"]) for one in made["made"]] == [(kept["scenario"], 2)]
    scenario, roster = heltid.roster(made["made"][0]["roster"])
    assert scenario.employee_by_id["A"].current_basis_points == 8000
    assert not solver.audit(scenario, roster).breaches
    with pytest.raises(RefusedError) as refused:
        job.decide(options[0]["id"], "Igjen.", ["employer"])
    assert (refused.value.status, refused.value.code) == (409, "decided")
    assert job.read().told["decision"]["present"] == ["employer", "union"]
    protocol = job.paper("droftingsprotokoll", tmp_path / "protokoll.html").read_text(encoding="utf-8")
    assert "A får hel helg." in protocol
    assert RESIDENT not in protocol
    (row,) = heltid.indicators(unit)
    assert (row["review"], row["name"]) == (job.told["id"], "Linje L")
    assert row["after"]["people"] == row["before"]["people"] - 1
