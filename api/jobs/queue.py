"""Whose turn it is: short before long, and round robin between units, as one number given when a job is submitted.

Fair queueing: a unit's job may end, in queue time, its own seconds after the unit's job before it; the smallest end
goes first. Fifty plans of one unit lie one after another, and another unit's single plan comes in beside the first.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.jobs.kinds import UNFINISHED
from api.store.tables import Job


def priority_of(session: Session, unit: UUID, seconds: float) -> int:
    """The place in the queue of a job of this length that comes now."""
    unfinished = Job.state.in_(UNFINISHED)
    first = session.scalar(select(func.min(Job.priority)).where(unfinished)) or 0
    last = session.scalar(select(func.max(Job.priority)).where(unfinished, Job.unit_id == unit)) or 0
    return max(first, last) + max(round(seconds), 1)
