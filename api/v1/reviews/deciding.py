"""A decision closes a case: the option that people chose makes new versions of the scenarios, and the new rosters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

import solver
from api.access.principal import Principal
from api.errors import Conflict, NotFound, PreconditionFailed
from api.ids import new_id
from api.jobs.results import versions
from api.privacy.free_text import refuse_names
from api.privacy.refuse import refuse_identity_numbers
from api.store.engine import Store
from api.store.tables import CaseDecision, CaseUnit, Job, Roster, RosterVersion, Scenario, now
from api.v1.jobs import service as jobs_service
from api.v1.reviews import service
from api.v1.reviews.judging import check_done, decision_of, judged
from api.v1.reviews.schemas import DecisionIn
from api.v1.scenarios import service as scenarios
from api.v1.versions import check_match
from solver.domain.case import CaseUnit as AsDecided

Keep = Callable[[Session], CaseDecision]
UNDECIDED, DECIDED = 1, 2
"""the versions of a review, for its ETag"""


def prepare(
    store: Store, job: UUID, given: DecisionIn, *, if_match: str | None, principal: Principal
) -> Keep:
    """What keeps a decision, worked out and checked; raises Conflict, PreconditionFailed or FaultError."""
    with store.reading() as session:
        found = jobs_service.read(session, "review", job)
        _check(session, found, if_match)
        _check_text(session, service.places(session, job), given)
        review = judged(session, found, {})
    row = _row(found, given, principal)
    decided = solver.decide(review, decision_of(row, "nb"))
    told = {one["id"]: one for one in solver.data(review)["options"]}
    row.after = told[given.option]["indicators"]

    def keep(session: Session) -> CaseDecision:
        _check(session, session.get_one(Job, job, with_for_update=True), if_match)
        places = {one.place: one for one in service.places(session, job)}
        _check_sources(session, [places[one.id] for one in decided.units])
        title = review.case.name or review.case.id
        row.made = [_made(session, places[one.id], one, title=title, by=principal) for one in decided.units]
        session.add(row)
        session.flush()
        return row

    return keep


def _row(job: Job, given: DecisionIn, principal: Principal) -> CaseDecision:
    return CaseDecision(
        job_id=job.id,
        option=given.option,
        decided_on=given.date_ or now().date(),
        reasons=given.reasons,
        present=list(dict.fromkeys(given.present)),
        before=(job.result or {})["before"]["indicators"],
        decided_by=principal.name_alias,
    )


def _check(session: Session, job: Job, if_match: str | None) -> None:
    """Raise Conflict where there is nothing to decide, or it is decided already."""
    if job.deleted_at is not None:
        raise NotFound
    check_done(job)
    if session.get(CaseDecision, job.id):
        raise Conflict("Saken er avgjort.", code="decided")
    check_match(if_match, UNDECIDED)


def _check_text(session: Session, places: list[CaseUnit], given: DecisionIn) -> None:
    refuse_identity_numbers({"reasons": given.reasons})
    refuse_names(session, [one.unit_id for one in places], {"reasons": given.reasons})


def _check_sources(session: Session, places: list[CaseUnit]) -> None:
    """Raise PreconditionFailed where what a new scenario or roster comes from has been changed since."""
    for one in places:
        scenario = session.get(Scenario, one.scenario_id, with_for_update=True) if one.scenario_id else None
        if one.scenario_id and (
            scenario is None or scenario.deleted_at is not None or scenario.version != one.scenario_version
        ):
            raise PreconditionFailed("Scenariet til en av enhetene er endret siden. Regn saken på nytt.")
        roster = session.get(Roster, one.roster_id) if one.roster_id else None
        if one.roster_id and (roster is None or roster.version != one.roster_version):
            raise PreconditionFailed("Turnusen til en av enhetene er endret siden. Regn saken på nytt.")


def _made(session: Session, place: CaseUnit, unit: AsDecided, *, title: str, by: Principal) -> dict[str, Any]:
    """The new scenario and the new roster of one unit; the roster in force stays as it is."""
    sent = scenarios.Sent.of(unit.scenario)
    if place.scenario_id is None:
        scenario = scenarios.make(session, place.unit_id, sent, by)
    else:
        version = str(place.scenario_version)
        scenario = scenarios.change(session, place.scenario_id, sent, if_match=version, principal=by)
    roster = Roster(id=new_id(), unit_id=place.unit_id, name=title, version=1)
    session.add(roster)
    session.flush()
    body = unit.roster.model_copy(update={"scenario_sha256": sent.sha256})
    session.add(
        RosterVersion(
            roster_id=roster.id, number=1, body=solver.data(body), scenario_id=scenario.id,
            scenario_version=scenario.version, scenario=sent.body, versions=versions(), seed=None,
            created_by=by.id,
        )
    )  # fmt: skip
    session.flush()
    return {
        "unit": str(place.unit_id), "scenario": str(scenario.id), "scenario_version": scenario.version,
        "roster": str(roster.id),
    }  # fmt: skip
