"""What a plan came to, as a roster of its unit, with exactly what it came from."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.ids import new_id
from api.store.tables import Job, Roster, RosterVersion


def keep_roster(session: Session, job: Job, roster: dict[str, Any] | None) -> None:
    """Keep a plan's roster, where it has one and nobody has thrown the plan away meanwhile."""
    is_deleted = session.scalar(select(Job.deleted_at).where(Job.id == job.id)) is not None
    if is_deleted or not roster or not roster.get("lines"):
        return
    made = Roster(id=new_id(), unit_id=job.unit_id, job_id=job.id, name=job.scenario["id"])
    session.add(made)
    session.flush()
    session.add(
        RosterVersion(
            roster_id=made.id,
            number=1,
            body=roster,
            scenario_id=job.scenario_id,
            scenario_version=job.scenario_version,
            scenario=job.scenario,
            versions=versions(),
            seed=job.asked["seed"],
            created_by=job.created_by,
        )
    )


def versions() -> dict[str, str]:
    """Of what made a roster."""
    return {name: version(name) for name in ("heltid", "ortools")} | {"python": platform.python_version()}
