"""The tables, one file a subject; `Base.metadata` knows them all."""

from api.store.tables.base import Base, now
from api.store.tables.cases import CaseDecision, CaseUnit
from api.store.tables.jobs import Job, JobEvent, Worker
from api.store.tables.people import Forgotten, Person
from api.store.tables.requests import KeptAnswer
from api.store.tables.rosters import Roster, RosterVersion
from api.store.tables.scenarios import Scenario, ScenarioVersion
from api.store.tables.units import Unit

__all__ = [
    "Base",
    "CaseDecision",
    "CaseUnit",
    "Forgotten",
    "Job",
    "JobEvent",
    "KeptAnswer",
    "Person",
    "Roster",
    "RosterVersion",
    "Scenario",
    "ScenarioVersion",
    "Unit",
    "Worker",
    "now",
]
