"""The service from Python, as a notebook or another program uses it.

from api.client import connect
heltid = connect("https://heltid.kommune.no", key)
unit = heltid.make_unit("Solsiden")
job = heltid.plan("solsiden.yaml", unit=unit["id"], seconds=60)
roster = job.wait().roster()
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

import solver
from api.client_job import Job, RefusedError, answered
from api.ids import new_id
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario

__all__ = ["Heltid", "Job", "RefusedError", "connect", "enter"]

Plain = dict[str, Any]
RIGHTS = (
    "unit.list", "unit.read", "scenario.read", "scenario.write", "job.read", "job.write", "roster.read", "roster.write",
    "case.read", "case.write", "paper.read", "name.read",
)  # fmt: skip
"""what a key made by `enter` is for, unless other rights are named"""
TIMEOUT_SECONDS = 60.0


def connect(url: str, key: str, lang: str = "nb") -> Heltid:
    """The service at an address, with a key made there."""
    headers = {"Authorization": f"Bearer {key}", "Accept-Language": lang}
    return Heltid(httpx2.Client(base_url=url, headers=headers, timeout=TIMEOUT_SECONDS))


def enter(link: str, rights: Sequence[str] = RIGHTS, lang: str = "nb") -> Heltid:
    """The service on this machine by the one-time link that it printed, with a new key of these rights."""
    address, _, code = link.partition("#")
    url = address.removesuffix("/login/link")
    with httpx2.Client(base_url=url, headers={"Origin": url, "Accept-Language": lang}) as page:
        page.post("/login/link", data={"code": code})
        told = answered(page.get("/v1/me"))
        key = {"label": "Python", "rights": list(rights)}
        made = answered(page.post("/v1/keys", json=key, headers={"X-CSRF-Token": told["csrf"]}))
    return connect(url, made["key"], lang)


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

    def plan(self, scenario: Scenario | str | Path, *, unit: str, **asked: Any) -> Job:
        """Ask for a plan of a scenario: the library's, a file, or the id of one kept in the unit."""
        return self._submit("plans", scenario, unit, asked)

    def explain(self, scenario: Scenario | str | Path, *, unit: str, **asked: Any) -> Job:
        return self._submit("explanations", scenario, unit, asked)

    def frontier(self, scenario: Scenario | str | Path, *, unit: str, **asked: Any) -> Job:
        return self._submit("frontiers", scenario, unit, asked)

    def review(
        self, case: Plain | str | Path, *, unit: str, others: Mapping[str, str] | None = None, **asked: Any
    ) -> Job:
        """Ask for a review of a case: a file with all it names, or fields whose scenarios and rosters may be ids.

        `unit` is the one with the vacancy; `others` says which unit each of the case's other ids is.
        """
        told = case if isinstance(case, dict) else solver.data(solver.load_case(case))
        body = {"unit": unit, "others": dict(others or {}), "case": told} | asked
        return Job(self, "/v1/reviews", self.post("/v1/reviews", body))

    def reviews(self, unit: str) -> list[Plain]:
        return list(self.pages("/v1/reviews", unit=unit))

    def indicators(self, unit: str) -> list[Plain]:
        """The indicators before and after each decided case about the unit, the newest first."""
        return list(self.pages(f"/v1/units/{unit}/indicators"))

    def export(self, roster: str, path: str | Path) -> Path:
        """Write a stored roster to a file; its ending says how: .xlsx, .pdf, .ics, .csv or .json."""
        path = Path(path)
        return self.save(f"/v1/rosters/{roster}/export", path, {"format": path.suffix.removeprefix(".")})

    def save(self, where: str, path: Path, params: Mapping[str, str]) -> Path:
        """Write what is answered at an address to a file."""
        answer = self.http.get(where, params=params)
        if answer.is_error:
            raise RefusedError(answer.json())
        path.write_bytes(answer.content)
        return path

    def get(self, path: str, **params: Any) -> Plain:
        return answered(self.http.get(path, params=params))

    def post(self, path: str, body: Plain, headers: Mapping[str, str] | None = None) -> Plain:
        """A POST that may be sent again without making a second thing."""
        sent = {"Idempotency-Key": str(new_id())} | dict(headers or {})
        return answered(self.http.post(path, json=body, headers=sent))

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


def _scenario(given: Scenario | str | Path) -> Any:
    """A scenario as a body: an id as it is, a file's or the library's as its fields."""
    if isinstance(given, Scenario):
        return solver.data(given)
    if isinstance(given, Path) or Path(given).suffix in (".yaml", ".yml", ".json"):
        return solver.data(solver.load(given))
    return given
