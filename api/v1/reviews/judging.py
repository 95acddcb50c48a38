"""A review as the library knows it, made again from what is kept: for its papers, and for the decision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

import solver
from api.access.principal import Principal
from api.errors import Conflict
from api.jobs.kinds import UNFINISHED
from api.store.engine import Store
from api.store.tables import CaseDecision, Job
from api.v1.jobs import service as jobs_service
from api.v1.reviews import service
from api.v1.reviews.schemas import Form, Paper
from api.words import Lang, say
from solver.domain.case import Decision
from solver.forum.review import Review

NO_TIME_SECONDS = 1e-9
"""nothing is solved: every answer is known, and is only judged"""
MOST_CLOSED = 100
"""decided cases in the indicators over time of a paper, the newest"""
PARTIES = {
    "employer": "Arbeidsgiver",
    "union": "Tillitsvalgt",
    "safety": "Verneombud",
    "forum": "Forumet",
}
Closed = list[tuple[dict[str, Any], dict[str, Any]]]


def check_done(job: Job) -> None:
    """Raise Conflict where a review has come to nothing yet."""
    if job.result is None or "answers" not in job.result:
        later = {"Retry-After": "1"} if job.state in UNFINISHED else {}
        raise Conflict("Saken er ikke ferdig regnet.", code="no_review", headers=later)


def judged(session: Session, job: Job, kinds: service.Kinds) -> Review:
    """The review with the names of these kinds of people in each unit; the session is closed before it is worked on."""
    check_done(job)
    case, result = service.named_case(session, job, kinds), job.result
    session.close()
    return solver.review(solver.load_case(case), seconds=NO_TIME_SECONDS, workers=1, known=result)


def paper(store: Store, job: UUID, paper: Paper, form: Form, *, principal: Principal, lang: Lang) -> bytes:
    """A paper of a review as a file, with the names that the reader may see."""
    with store.reading() as session:
        found = jobs_service.read(session, "review", job)
        decision = session.get(CaseDecision, job)
        before = closed_before(session, found, principal)
        review = judged(session, found, service.seen(service.places(session, job), principal))
    told = solver.decide(review, decision_of(decision, lang)) if decision else review
    name = f"{paper}.{form}"
    return solver.papers(told, lang=lang, closed=before, names=[name])[name]


def decision_of(row: CaseDecision, lang: Lang) -> Decision:
    """A decision as the library knows it: parties by what they are called, and the alias of whoever wrote it down."""
    present = (*(say(PARTIES[one], lang) for one in row.present), row.decided_by)
    return Decision(option=row.option, date=row.decided_on, reasons=row.reasons, by=present)


def closed_before(session: Session, job: Job, principal: Principal) -> Closed:
    """The other decided cases about the unit, as far as the reader may see them: what the indicators are told of."""
    rows = service.decided(job.unit_id, principal).where(Job.id != job.id).order_by(Job.id.desc())
    found: Closed = []
    for other in session.scalars(rows.limit(MOST_CLOSED)):
        told = service.indicators_out(session, other)
        case = {"id": told.name, "decision": {"option": told.option, "date": told.date.isoformat()}}
        found.append((case, {"options": [{"id": told.option, "indicators": told.after}]}))
    return found
