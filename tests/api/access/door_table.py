"""What each route answers to each role, in the unit where the role is held. Written by hand, beside the code.

Whoever may comes in, and gets what the empty body of these requests deserves (422, or 428 without If-Match) where a
body is needed. A stranger is logged in and has no role anywhere.
"""

from typing import Any

COLUMNS = ("manager", "planner", "forum", "union", "safety", "administrator", "stranger")
DOORS = """
GET    /v1/me                                   200 200 200 200 200 200 200
GET    /v1/me/sessions                          200 200 200 200 200 200 200
DELETE /v1/me/sessions                          204 204 204 204 204 204 204
DELETE /v1/me/sessions/{session}                204 204 204 204 204 204 204
GET    /v1/keys                                 200 200 200 200 200 200 200
POST   /v1/keys                                 422 422 422 422 422 422 422
DELETE /v1/keys/{key}                           204 204 204 204 204 204 204
GET    /v1/people                               403 403 403 403 403 200 403
PUT    /v1/people/{alias}                       403 403 403 403 403 422 403
DELETE /v1/people/{alias}                       403 403 403 403 403 204 403
GET    /v1/groups                               403 403 403 403 403 200 403
POST   /v1/groups                               403 403 403 403 403 422 403
DELETE /v1/groups/{mapping}                     403 403 403 403 403 204 403
GET    /v1/units                                200 200 200 200 200 200 200
POST   /v1/units                                403 403 403 403 403 422 403
GET    /v1/units/{unit}                         200 200 200 200 200 200 404
PUT    /v1/units/{unit}                         422 403 403 403 403 422 404
GET    /v1/units/{unit}/members                 200 403 403 403 403 200 404
PUT    /v1/units/{unit}/members/{alias}         422 403 403 403 403 422 404
DELETE /v1/units/{unit}/members/{alias}         204 403 403 403 403 204 404
GET    /v1/units/{unit}/names                   200 200 200 200 200 403 404
PUT    /v1/units/{unit}/names/{kind}/{person}   422 403 403 403 403 403 404
DELETE /v1/units/{unit}/names/{kind}/{person}   204 403 403 403 403 403 404
GET    /v1/units/{unit}/names/{kind}/{person}/held 200 403 403 403 403 403 404
GET    /v1/units/{unit}/scenarios               200 200 403 403 403 403 404
POST   /v1/units/{unit}/scenarios               422 422 403 403 403 403 404
GET    /v1/scenarios/{scenario}                 200 200 403 403 403 403 404
PUT    /v1/scenarios/{scenario}                 428 428 403 403 403 403 404
DELETE /v1/scenarios/{scenario}                 204 204 403 403 403 403 404
POST   /v1/plans                                422 422 403 403 403 403 404
GET    /v1/plans                                200 200 403 403 403 403 404
GET    /v1/plans/{job}                          200 200 403 403 403 403 404
GET    /v1/plans/{job}/events                   200 200 403 403 403 403 404
POST   /v1/plans/{job}/stop                     202 202 403 403 403 403 404
DELETE /v1/plans/{job}                          204 204 403 403 403 403 404
GET    /v1/plans/{job}/roster                   409 409 403 403 403 403 404
POST   /v1/explanations                         422 422 403 403 403 403 404
GET    /v1/explanations                         200 200 403 403 403 403 404
GET    /v1/explanations/{job}                   200 200 403 403 403 403 404
GET    /v1/explanations/{job}/events            200 200 403 403 403 403 404
POST   /v1/explanations/{job}/stop              202 202 403 403 403 403 404
DELETE /v1/explanations/{job}                   204 204 403 403 403 403 404
POST   /v1/frontiers                            422 422 403 403 403 403 404
GET    /v1/frontiers                            200 200 403 403 403 403 404
GET    /v1/frontiers/{job}                      200 200 403 403 403 403 404
GET    /v1/frontiers/{job}/events               200 200 403 403 403 403 404
POST   /v1/frontiers/{job}/stop                 202 202 403 403 403 403 404
DELETE /v1/frontiers/{job}                      204 204 403 403 403 403 404
POST   /v1/reviews                              422 422 422 403 403 403 404
GET    /v1/reviews                              200 200 200 200 200 403 404
GET    /v1/reviews/{job}                        200 200 200 200 200 403 404
GET    /v1/reviews/{job}/events                 200 200 200 200 200 403 404
POST   /v1/reviews/{job}/stop                   202 202 202 403 403 403 404
DELETE /v1/reviews/{job}                        204 204 204 403 403 403 404
GET    /v1/reviews/{job}/papers                 409 409 409 409 409 403 404
GET    /v1/reviews/{job}/papers/{paper}         409 409 409 409 409 403 404
POST   /v1/reviews/{job}/decision               422 422 422 403 403 403 404
GET    /v1/reviews/{job}/decision               404 404 404 404 404 403 404
GET    /v1/units/{unit}/indicators              200 200 200 200 200 403 404
GET    /v1/units/{unit}/rosters                 200 200 403 200 200 403 404
POST   /v1/units/{unit}/rosters                 422 422 403 403 403 403 404
GET    /v1/rosters/{roster}                     200 200 403 200 200 403 404
PUT    /v1/rosters/{roster}                     428 428 403 403 403 403 404
GET    /v1/rosters/{roster}/export              200 200 403 200 200 403 404
POST   /v1/audits                               422 422 403 422 422 403 404
POST   /v1/comparisons                          422 422 403 422 422 403 404
GET    /v1/rules                                200 200 200 200 200 200 200
GET    /v1/agreements                           200 200 200 200 200 200 200
GET    /v1/agreements/{name}                    200 200 200 200 200 200 200
"""

# What no key opens, whatever its maker may: a key that got lost makes no other, and gives nobody a role.
NO_KEY = (
    "GET /v1/me/sessions", "DELETE /v1/me/sessions", "DELETE /v1/me/sessions/{session}",
    "GET /v1/keys", "POST /v1/keys", "DELETE /v1/keys/{key}",
    "PUT /v1/people/{alias}", "DELETE /v1/people/{alias}", "POST /v1/groups", "DELETE /v1/groups/{mapping}",
    "PUT /v1/units/{unit}/members/{alias}", "DELETE /v1/units/{unit}/members/{alias}",
)  # fmt: skip

# Where the body or the query says which unit it is; the rest of these bodies is empty.
JOBS = ("plans", "explanations", "frontiers")
ASKED: dict[str, dict[str, Any]] = {
    **{f"GET /v1/{jobs}": {} for jobs in JOBS},
    **{f"POST /v1/{jobs}": {"scenario": {}} for jobs in JOBS},
    "POST /v1/frontiers": {"scenario": {}, "vary": ["weekends=3,4"]},
    "GET /v1/reviews": {},
    "POST /v1/reviews": {"case": {}},
    "POST /v1/audits": {"scenario": {}, "roster": {}},
    "POST /v1/comparisons": {"scenario": {}, "rosters": {"a": {}, "b": {}}},
}

# Open to everyone: ways in, and what tells whether the service lives.
OPEN = (
    "GET /healthz", "GET /readyz", "GET /metrics", "GET /openapi.json", "GET /docs",
    "GET /login", "POST /login/local", "GET /login/link", "POST /login/link", "GET /login/link.js",
    "GET /login/page.css", "GET /login/oidc", "GET /login/oidc/callback", "POST /logout",
    "POST /login/key",  # asks for the session and its token itself, as the form of a page sends them
)  # fmt: skip


def rows() -> dict[str, dict[str, int]]:
    """The table by route, each with the status of each role."""
    table = {}
    for line in DOORS.strip().splitlines():
        method, path, *statuses = line.split()
        table[f"{method} {path}"] = dict(zip(COLUMNS, map(int, statuses), strict=True))
    return table
