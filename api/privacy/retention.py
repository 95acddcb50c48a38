"""How long things are kept: each unit has its months; what is older goes, but for what is the newest of its kind.

Kept whatever its age: the newest version of each scenario that was not deleted, the unit's newest roster, and what is
under way. A case goes when the first of its units no longer keeps it. Names that nothing kept stands for any longer are
forgotten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, func, or_, select
from sqlalchemy.orm import Session

from api.jobs.kinds import UNFINISHED
from api.privacy.forgetting import forget_for_good
from api.store.cases import people_in
from api.store.names import KINDS, LISTS, Kind
from api.store.tables import CaseUnit, Job, Person, Roster, RosterVersion, Scenario, ScenarioVersion, Unit

MONTH = timedelta(days=30.4375)


def purge(session: Session, file: Path, moment: datetime) -> Counter[str]:
    """Delete what every unit no longer keeps; how many rows of each table. `file` is that of forgotten names."""
    found: Counter[str] = Counter()
    for unit in session.scalars(select(Unit).where(Unit.retention_months.is_not(None))):
        assert unit.retention_months is not None
        oldest = moment - unit.retention_months * MONTH
        found += _purge_unit(session, unit.id, oldest)
        for kind, alias in list(_nobody(session, unit.id)):
            found["people"] += forget_for_good(session, file, unit.id, kind, alias=alias)
    return found


def _purge_unit(session: Session, unit: UUID, oldest: datetime) -> Counter[str]:
    """Rosters first, then the jobs that made them, then scenarios: each points at the next."""
    rosters = select(Roster.id).where(Roster.unit_id == unit)
    newest = session.scalar(
        select(RosterVersion.roster_id)
        .where(RosterVersion.roster_id.in_(rosters))
        .order_by(RosterVersion.created_at.desc())
    )
    last = select(Roster.version).where(Roster.id == RosterVersion.roster_id).scalar_subquery()
    found: Counter[str] = Counter()

    def gone(name: str, statement: Any) -> None:
        found[name] += session.execute(statement).rowcount  # type: ignore[attr-defined]

    old_version = RosterVersion.roster_id.in_(rosters), RosterVersion.created_at < oldest
    gone("roster_versions", delete(RosterVersion).where(*old_version, RosterVersion.number < last))
    if newest is not None:
        gone("roster_versions", delete(RosterVersion).where(*old_version, RosterVersion.roster_id != newest))
    empty = ~exists().where(RosterVersion.roster_id == Roster.id)
    gone("rosters", delete(Roster).where(Roster.unit_id == unit, empty))
    made_nothing = ~exists().where(Roster.job_id == Job.id)
    about = exists().where(CaseUnit.job_id == Job.id, CaseUnit.unit_id == unit)
    old_job = (
        or_(Job.unit_id == unit, about),
        Job.created_at < oldest,
        Job.state.not_in(UNFINISHED),
        made_nothing,
    )
    gone("jobs", delete(Job).where(*old_job))
    gone("scenario_versions", delete(ScenarioVersion).where(*_old_scenario_versions(unit, oldest)))
    unused = (
        ~exists().where(ScenarioVersion.scenario_id == Scenario.id),
        ~exists().where(RosterVersion.scenario_id == Scenario.id),
        ~exists().where(Job.scenario_id == Scenario.id),
    )
    gone("scenarios", delete(Scenario).where(Scenario.unit_id == unit, *unused))
    return found


def _old_scenario_versions(unit: UUID, oldest: datetime) -> tuple[Any, ...]:
    """Old ones that are not the newest of a scenario that is there."""
    kept = (
        select(Scenario.version)
        .where(Scenario.id == ScenarioVersion.scenario_id, Scenario.deleted_at.is_(None))
        .scalar_subquery()
    )
    return (
        ScenarioVersion.scenario_id.in_(select(Scenario.id).where(Scenario.unit_id == unit)),
        ScenarioVersion.created_at < oldest,
        ScenarioVersion.number != func.coalesce(kept, 0),
    )


def _nobody(session: Session, unit: UUID) -> Iterator[tuple[Kind, str]]:
    """Names whose alias stands in nothing that is kept."""
    scenarios = select(ScenarioVersion.body).join(Scenario).where(Scenario.unit_id == unit)
    rosters = select(RosterVersion.scenario).join(Roster).where(Roster.unit_id == unit)
    jobs = select(Job.scenario).where(Job.unit_id == unit)
    used = {
        (kind, person["id"])
        for query in (scenarios, rosters, jobs)
        for body in session.scalars(query)
        for kind in KINDS
        for person in body.get(LISTS[kind], ())
    }
    cases = select(Job.asked, CaseUnit.place).join(CaseUnit, CaseUnit.job_id == Job.id)
    for asked, place in session.execute(cases.where(CaseUnit.unit_id == unit)):
        used |= {(kind, person["id"]) for kind, person in people_in(asked["case"], place)}
    for person in session.scalars(select(Person).where(Person.unit_id == unit)):
        if (person.kind, person.alias) not in used:
            yield ("employee" if person.kind == "employee" else "resident"), person.alias
