"""A client made from nothing but the description runs a plan: what a program in another language would do."""

from __future__ import annotations

import time
from typing import Any

import httpx2

from tests.api.jobs.unit import scenario
from tests.api.processes import KEY, Service


class Described:
    """Calls operations by their names, as the description says they are called."""

    def __init__(self, url: str, key: str) -> None:
        self.http = httpx2.Client(base_url=url, timeout=30)
        self.operations: dict[str, tuple[str, str, Any]] = {}
        for path, methods in self.http.get("/openapi.json").json()["paths"].items():
            for method, told in methods.items():
                self.operations[told["operationId"]] = (method, path, told)
        self.http.headers["Authorization"] = f"Bearer {key}"

    def call(self, name: str, body: Any = None, **values: Any) -> Any:
        method, path, told = self.operations[name]
        places = {one["name"]: one["in"] for one in told.get("parameters", ())}
        url = path.format(**{key: value for key, value in values.items() if places[key] == "path"})
        query = {key: value for key, value in values.items() if places[key] == "query"}
        answer = self.http.request(method, url, params=query, json=body)
        assert str(answer.status_code) in told["responses"], answer.text
        assert answer.is_success, answer.text
        return answer.json()


def test_a_client_made_from_the_description_runs_a_plan(live: Service) -> None:
    client = Described(f"http://127.0.0.1:{live.port}", KEY)
    unit = client.call("make_unit", {"name": "Fra beskrivelsen"})["id"]
    asked = client.call("make_scenario", scenario(people=4, weeks=2), unit=unit)["id"]
    job = client.call("submit_plan", {"unit": unit, "scenario": asked, "seconds": 5})["id"]
    while client.call("read_plan", job=job)["state"] in ("queued", "running"):
        time.sleep(0.2)
    assert client.call("read_plan_roster", job=job)["schema"] == "heltid.roster/1"
    client.http.close()
