"""The description of the API: true, kept in the repository, unbroken, shown by our own copy of its page."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from api.compat import breaks
from api.description import FILE, described, text_of
from api.main import create_app
from api.requests import StrictRoute
from api.settings import Settings
from api.web.vendoring import FILES, LISTED, VENDOR, sha256


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return create_app(Settings(database_url="sqlite://"))


def test_the_kept_description_is_the_apis_own() -> None:
    assert FILE.read_text(encoding="utf-8") == text_of(described()), "run `make openapi`"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda now: now["paths"].pop("/v1/plans/{job}"), "GET /v1/plans/{job}: is gone"),
        (lambda now: now["components"]["schemas"]["JobOut"]["properties"].pop("state"), "state: is gone"),
        (
            lambda now: now["components"]["schemas"]["PlanIn"]["required"].append("current"),
            "body.current: is now needed",
        ),
        (
            lambda now: now["components"]["schemas"]["JobOut"]["properties"]["seconds"].update(type="string"),
            "seconds: string may now be answered",
        ),
        (
            lambda now: now["components"]["schemas"]["UnitIn"]["properties"]["name"].update(type="integer"),
            "name: string no longer taken",
        ),
        (lambda now: now["paths"]["/v1/plans"]["post"]["responses"].pop("202"), "never answers 202"),
    ],
)
def test_what_breaks_v1_is_told(change: Any, said: str) -> None:
    before = described()
    now = copy.deepcopy(before)
    assert breaks(before, now) == []
    change(now)
    assert any(said in line for line in breaks(before, now))


def test_what_only_adds_breaks_nothing() -> None:
    before = described()
    now = copy.deepcopy(before)
    now["paths"]["/v1/new"] = {"get": {"responses": {}}}
    now["components"]["schemas"]["JobOut"]["properties"]["more"] = {"type": "string"}
    assert breaks(before, now) == []


def test_every_route_reads_bodies_strictly_and_has_a_name_of_its_own(app: FastAPI) -> None:
    told = [one for path in described()["paths"].values() for one in path.values()]
    names = [one["operationId"] for one in told]
    assert len(names) == len(set(names))
    routes = [one for one in app.routes if isinstance(one, APIRoute) and one.path.startswith("/v1")]
    assert [one.path for one in routes if not isinstance(one, StrictRoute)] == []


def test_every_reference_leads_somewhere() -> None:
    told = described()
    names = set(re.findall(r"#/components/schemas/([^\"]+)", json.dumps(told)))
    assert names <= told["components"]["schemas"].keys()


def test_the_page_is_our_own_copy_and_asks_no_other_host(app: FastAPI) -> None:
    client = TestClient(app)
    page = client.get("/docs")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert loaded
    assert all(one.startswith("/static/") and client.get(one).status_code == 200 for one in loaded)


def test_what_is_vendored_is_listed_with_version_licence_and_hash() -> None:
    listed = json.loads(LISTED.read_text(encoding="utf-8"))
    assert listed.keys() == FILES.keys()
    for package, told in listed.items():
        assert told["license"]
        assert told["version"]
        assert {name: sha256(VENDOR / package / name) for name in FILES[package]} == told["sha256"]
