"""Units: made, listed, changed by who knows the version they change."""

from __future__ import annotations

from starlette.testclient import TestClient


def make(client: TestClient, name: str = "Solsiden") -> str:
    made = client.post("/v1/units", json={"name": name})
    assert made.status_code == 201
    assert made.headers["location"] == f"/v1/units/{made.json()['id']}"
    return str(made.json()["id"])


def test_without_credentials_nobody_comes_in(client: TestClient) -> None:
    del client.headers["Authorization"]
    told = client.get("/v1/me")
    assert told.status_code == 401
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json()["code"] == "unauthenticated"
    assert told.json()["detail"] == "Du må være logget inn."


def test_a_unit_is_changed_only_by_who_knows_its_version(client: TestClient) -> None:
    unit = make(client)
    tag = client.get(f"/v1/units/{unit}").headers["etag"]
    assert client.get(f"/v1/units/{unit}", headers={"If-None-Match": tag}).status_code == 304
    assert client.put(f"/v1/units/{unit}", json={"name": "Ny"}).status_code == 428
    changed = client.put(f"/v1/units/{unit}", json={"name": "Ny"}, headers={"If-Match": tag})
    assert (changed.status_code, changed.json()["name"]) == (200, "Ny")
    assert client.put(f"/v1/units/{unit}", json={"name": "X"}, headers={"If-Match": tag}).status_code == 412


def test_a_list_is_read_page_by_page_newest_first(client: TestClient) -> None:
    made = [make(client, str(number)) for number in range(5)]
    seen, cursor = [], None
    while True:
        page = client.get("/v1/units", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == made[::-1]


def test_an_unknown_unit_is_not_found_and_a_foreign_cursor_is_told_of(client: TestClient) -> None:
    assert client.get("/v1/units/0193f7a0-c0de-7000-a000-000000000000").status_code == 404
    assert client.get("/v1/units/not-an-id").status_code in (404, 422)
    told = client.get("/v1/units", params={"cursor": "x"}, headers={"Accept-Language": "en"})
    assert told.status_code == 422
    assert told.json()["faults"][0]["message"] == '"x" has spaces or characters that cannot stand here.'
