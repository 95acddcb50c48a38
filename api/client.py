"""The service from Python, as a notebook or another program uses it.

from api.client import connect
heltid = connect("https://heltid.kommune.no", key)
unit = heltid.make_unit("Solsiden")
job = heltid.plan("solsiden.yaml", unit=unit["id"], seconds=60)
roster = job.wait().roster()
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

import solver
from api.ids import new_id
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario

Plain = dict[str, Any]
UNFINISHED = ("queued", "running")
TIMEOUT_SECONDS = 60.0


class RefusedError(Exception):
    """The service said no: `problem` is what it said (RFC 9457)."""

    def __init__(self, problem: Plain) -> None:
        self.problem = problem
        self.status: int = problem["status"]
        self.code: str = problem["code"]
        faults = [f"{one['path']}: {one['message']} {one['instead']}" for one in problem.get("faults", ())]
        super().__init__("\n".join([f"{problem['status']} {problem['detail']}", *faults]))


def connect(url: str, key: str, lang: str = "nb") -> Heltid:
    """The service at an address, with a key made there."""
    headers = {"Authorization": f"Bearer {key}", "Accept-Language": lang}
    return Heltid(httpx2.Client(base_url=url, headers=headers, timeout=TIMEOUT_SECONDS))


@dataclass
class Heltid:
    """A connection. Answers are the API's own, as dictionaries; rosters are the library's."""

    http: httpx2.Client

    def me(self) -> Plain:
        return self.get("/v1/me")

    def units(self) -> list[Plain]:
        return list(self.pages("/v1/units"))

    def make_unit(self, name: str) -> Plain:
        return self.post("/v1/units", {"name": name})

    def scenarios(self, unit: str) -> list[Plain]:
        return list(self.pages(f"/v1/units/{unit}/scenarios"))

    def make_scenario(self, unit: str, scenario: Scenario | str | Path) -> Plain:
        """Keep a scenario (the library's, or a file) in a unit."""
        return self.post(f"/v1/units/{unit}/scenarios", _scenario(scenario))

    def rosters(self, unit: str) -> list[Plain]:
        return list(self.pages(f"/v1/units/{unit}/rosters"))

    def roster(self, roster: str) -> tuple[Scenario, Roster]:
        """A stored roster, with the scenario exactly as it was."""
        found = self.get(f"/v1/rosters/{roster}")
        scenario = solver.load(found["asked"])
        return scenario, solver.load_roster(found["roster"], scenario)

    def export(self, roster: str, form: str) -> bytes:
        """A stored roster as a file: `xlsx`, `pdf`, `csv`, `ics` or `json`."""
        answer = self.http.get(f"/v1/rosters/{roster}/export", params={"format": form})
        self._check(answer)
        return bytes(answer.content)

    def plan(self, scenario: Scenario | str | Path, *, unit: str, **asked: Any) -> Job:
        """Ask for a plan of a scenario: the library's, a file, or the id of one kept in the unit."""
        return self._submit("plans", scenario, unit, asked)

    def explain(self, scenario: Scenario | str | Path, *, unit: str, **asked: Any) -> Job:
        return self._submit("explanations", scenario, unit, asked)

    def frontier(self, scenario: Scenario | str | Path, *, unit: str, **asked: Any) -> Job:
        return self._submit("frontiers", scenario, unit, asked)

    def get(self, path: str, **params: Any) -> Plain:
        return self._answer(self.http.get(path, params=params))

    def post(self, path: str, body: Plain) -> Plain:
        """A POST that may be sent again without making a second thing."""
        return self._answer(self.http.post(path, json=body, headers={"Idempotency-Key": str(new_id())}))

    def pages(self, path: str, **params: Any) -> Iterator[Plain]:
        """Every item of a list, page by page."""
        while True:
            page = self.get(path, **params)
            yield from page["items"]
            if page["next"] is None:
                return
            params["cursor"] = page["next"]

    def _submit(self, kind: str, scenario: Scenario | str | Path, unit: str, asked: Plain) -> Job:
        body = {"unit": unit, "scenario": _scenario(scenario)} | asked
        return Job(self, f"/v1/{kind}", self.post(f"/v1/{kind}", body))

    @staticmethod
    def _answer(answer: httpx2.Response) -> Plain:
        Heltid._check(answer)
        found: Plain = answer.json() if answer.content else {}
        return found

    @staticmethod
    def _check(answer: httpx2.Response) -> None:
        if answer.is_error:
            raise RefusedError(answer.json())


@dataclass
class Job:
    """A job as it was last read."""

    service: Heltid
    path: str
    told: Plain

    @property
    def where(self) -> str:
        return f"{self.path}/{self.told['id']}"

    @property
    def state(self) -> str:
        return str(self.told["state"])

    def read(self) -> Job:
        """Read it again."""
        self.told = self.service.get(self.where)
        return self

    def wait(self, look: Callable[[Plain], None] = lambda told: None) -> Job:
        """Wait until it is over; `look` sees it each time it is read."""
        while self.read().state in UNFINISHED:
            look(self.told)
            time.sleep(1)
        look(self.told)
        return self

    def events(self, after: int = 0) -> Iterator[Plain]:
        """Its events as they come: `event`, `id` and `data`."""
        headers = {"Last-Event-ID": str(after)}
        with self.service.http.stream("GET", f"{self.where}/events", headers=headers, timeout=None) as lines:
            one: Plain = {}
            for line in lines.iter_lines():
                name, _, value = line.partition(": ")
                if not line and one:
                    yield one
                    one = {}
                elif name in ("event", "id", "data"):
                    one[name] = json.loads(value) if name == "data" else value

    def stop(self) -> Job:
        """Ask it to stop and keep its best."""
        self.told = self.service.post(f"{self.where}/stop", {})
        return self

    def roster(self) -> Roster:
        """What a plan came to; RefusedError (409) where there is none yet."""
        if self.told.get("roster"):
            return self.service.roster(self.told["roster"])[1]
        return Roster.model_validate_json(json.dumps(self.service.get(f"{self.where}/roster")))


def _scenario(given: Scenario | str | Path) -> Any:
    """A scenario as a body: an id as it is, a file's or the library's as its fields."""
    if isinstance(given, Scenario):
        return solver.data(given)
    if isinstance(given, Path) or Path(given).suffix in (".yaml", ".yml", ".json"):
        return solver.data(solver.load(given))
    return given
