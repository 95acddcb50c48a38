"""The resources of the API, version 1: the registry of their routers."""

from __future__ import annotations

from fastapi import APIRouter

from api.v1 import catalogue, groups, keys, me, members, people
from api.v1.checks import endpoints as checks
from api.v1.jobs import endpoints as jobs
from api.v1.names import endpoints as names
from api.v1.reviews import endpoints as reviews
from api.v1.rosters import endpoints as rosters
from api.v1.scenarios import endpoints as scenarios
from api.v1.units import endpoints as units


def routers() -> tuple[APIRouter, ...]:
    """Every router under `/v1`; a resource that is not named here is not there."""
    return (
        me.router,
        keys.router,
        people.router,
        groups.router,
        units.router,
        members.router,
        names.router,
        scenarios.router,
        jobs.router,
        reviews.router,
        rosters.router,
        checks.router,
        catalogue.router,
    )
