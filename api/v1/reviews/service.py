"""What is done with the forum's cases, but for papers and decisions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import Session

from api.access.principal import Principal
from api.access.rights import RIGHTS, has_right, open_units
from api.jobs.port import Jobs
from api.privacy.seen import kinds_seen
from api.settings import Settings
from api.store.cases import split_case_names, with_case_names
from api.store.names import Kind
from api.store.tables import CaseDecision, CaseUnit, Job
from api.v1.jobs import service as jobs_service
from api.v1.jobs.schemas import ENOUGH
from api.v1.reviews.asking import GivenCase, case_of
from api.v1.reviews.schemas import CaseUnitOut, DecisionOut, IndicatorsOut, MadeOut, ReviewIn, ReviewOut

Kinds = Mapping[UUID, Collection[Kind]]
READ = "case.read"
APART = ("scenario", "roster")
"""of a unit in a case: who may read these reads them at their own addresses"""


def wanted(session: Session, given: ReviewIn, settings: Settings) -> tuple[GivenCase, jobs_service.Wanted]:
    """The case that a body gives and what is to be worked out; raises FaultError. Nothing is written."""
    jobs_service.check_seconds(session, given, settings)
    case = case_of(session, given, settings)
    asked = jobs_service.timed(given, ENOUGH["review"], settings) | {"case": case.body}
    return case, jobs_service.Wanted("review", given.unit, asked)


def submit(
    session: Session,
    case: GivenCase,
    wanted: jobs_service.Wanted,
    *,
    principal: Principal,
    jobs: Jobs,
    settings: Settings,
) -> Job:
    """A new review, queued. A name is only changed by who may change scenarios in its unit."""
    split_case_names(
        session, case.told, case.units, lambda unit: has_right(principal, "scenario.write", unit)
    )
    job = jobs_service.submit(session, wanted, principal=principal, jobs=jobs, settings=settings)
    session.add_all(one.row(job.id) for one in case.sources)
    session.flush()
    return job


def of_unit(unit: UUID, principal: Principal) -> Select[Any]:
    """A select of the reviews that are about a unit, of those whose every unit the principal may read."""
    about = exists().where(CaseUnit.job_id == Job.id, CaseUnit.unit_id == unit)
    rows = select(Job).where(Job.kind == "review", Job.deleted_at.is_(None), or_(Job.unit_id == unit, about))
    if principal.in_every_unit & RIGHTS[READ].roles:
        return rows
    closed = CaseUnit.unit_id.not_in(open_units(principal, READ))
    return rows.where(~exists().where(CaseUnit.job_id == Job.id, closed))


def decided(unit: UUID, principal: Principal) -> Select[Any]:
    """A select of those that are decided."""
    return of_unit(unit, principal).where(exists().where(CaseDecision.job_id == Job.id))


def places(session: Session, job: UUID) -> list[CaseUnit]:
    """The units of a review."""
    return list(session.scalars(select(CaseUnit).where(CaseUnit.job_id == job)))


def named_case(session: Session, job: Job, kinds: Kinds) -> dict[str, Any]:
    """The case of a review with the names of these kinds of people in each of its units."""
    units = {one.place: one.unit_id for one in places(session, job.id)}
    return with_case_names(session, job.asked["case"], units, lambda unit: kinds.get(unit, ()))


def seen(places: Iterable[CaseUnit], principal: Principal) -> Kinds:
    """The kinds of people whose names the principal may see in each of these units."""
    return {one.unit_id: kinds_seen(principal, one.unit_id) for one in places}


def out(session: Session, job: Job, principal: Principal, lang: str) -> ReviewOut:
    """A review as it is answered to somebody."""
    found = places(session, job.id)
    case = bare(named_case(session, job, seen(found, principal)) if found else {})
    names = {one["id"]: one.get("name") for one in case.get("units", ())}
    decision = session.get(CaseDecision, job.id)
    return ReviewOut(
        **jobs_service.told(session, job, lang),
        case=case,
        units=[
            CaseUnitOut(
                id=one.place, unit=one.unit_id, name=names.get(one.place), scenario=one.scenario_id,
                scenario_version=one.scenario_version, roster=one.roster_id, roster_version=one.roster_version,
            )
            for one in found
        ],
        decision=decision_out(decision) if decision else None,
    )  # fmt: skip


def bare(case: dict[str, Any]) -> dict[str, Any]:
    """A case without what is read elsewhere."""
    units = [{name: one[name] for name in one if name not in APART} for one in case.get("units", ())]
    return case | {"units": units} if case else {}


def decision_out(row: CaseDecision) -> DecisionOut:
    """A decision as it is answered."""
    return DecisionOut(
        option=row.option,
        reasons=row.reasons,
        present=row.present,
        date=row.decided_on,
        by=row.decided_by,
        decided_at=row.created_at,
        made=[MadeOut(**one) for one in row.made],
    )


def indicators_out(session: Session, job: Job) -> IndicatorsOut:
    """The indicators of a case that is decided."""
    row = session.get_one(CaseDecision, job.id)
    case = job.asked["case"]
    return IndicatorsOut(
        review=job.id,
        date=row.decided_on,
        name=case.get("name") or case["id"],
        option=row.option,
        units=[one.unit_id for one in places(session, job.id)],
        before=row.before,
        after=row.after,
    )
