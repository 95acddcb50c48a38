"""The roster: what comes out (schema `heltid.roster/1`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import ConfigDict, Field

from solver.domain.cycle import Rotation
from solver.domain.finding import Finding
from solver.domain.values import CodeOrFree, Id, Percent, Shape

Status = Literal["optimal", "feasible", "infeasible", "unknown"]


class Line(Shape):
    """One line of the roster; `days` holds one code a day from Monday of week 1, `""` is free."""

    employee: Id
    position_basis_points: Percent | None = Field(None, alias="position")
    """percent"""
    minutes: int | None = None
    """paid minutes in the cycle, other_minutes included"""
    balance_minutes: int | None = None
    """minutes less position times full time, or in tredelt turnus less what the position asks of such a line"""
    f1: tuple[int, ...] = ()
    """for each week the day of the cycle (0 is Monday of week 1) of its weekly rest; -1 where none was chosen"""
    days: tuple[CodeOrFree, ...]


class Contacts(Shape):
    """The people around one resident, by employee id."""

    resident: Id
    primary: Id | None = None
    secondary: Id | None = None
    team: tuple[Id, ...] = ()


class Continuity(Shape):
    """How often a resident meets people she knows. Whoever works at least half of a window serves it."""

    resident: Id
    windows: int
    """windows in the cycle, each day of each"""
    with_contact_percent: float | int
    """of the windows: those that the primary or the secondary contact serves"""
    longest_absence_days: int
    """most days in a row on which neither of them starts a shift"""
    faces: int
    """different people met, where each window is served by the first of primary, secondary, team, others"""
    responsible: tuple[str, ...] = ()
    """that first one for each window, day by day and in a day as the windows are listed; `""` is nobody"""


class GoalValue(Shape):
    """A goal's value, the smaller the better, and its proven bound (None: none proven)."""

    id: str
    value: float | int
    bound: float | int | None = None
    unit: str


def cover_of(goals: Iterable[GoalValue]) -> GoalValue | None:
    """The goal `cover`, wherever it stands among the goals; None where there are none."""
    return next((one for one in goals if one.id == "cover"), None)


class Hole(Shape):
    """A stretch of one demand row (counted from 0 as in the file) in which people are missing."""

    row: int
    week: int
    day: str
    start: str
    end: str
    missing: int


class RosterCycle(Shape):
    """How long the plan is and how it repeats."""

    weeks: int = Field(ge=1, le=200)
    rotation: Rotation = "individual"


class Reason(Shape):
    """Why a scenario is impossible: the places in the file that cannot hold together, and what they break."""

    paths: tuple[str, ...]
    days: dict[str, tuple[int, ...]] = Field(default_factory=dict)
    """of a place that speaks of several days, those that matter (0 is Monday of week 1)"""
    rules: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    """what breaks when all that the places say is done"""
    nearest: tuple[Finding, ...] = ()
    """what is not reached when the rules hold instead"""
    minimal: bool = True
    """whether it is known that the others can hold without any one of the places"""


class Run(Shape):
    """How the roster was made."""

    model_config = ConfigDict(extra="allow")

    seconds: float = 0.0
    first_roster_seconds: float | None = None
    workers: int = 1
    seed: int = 1
    stopped_by: str = ""
    version: str = ""


class Roster(Shape):
    """A roster, whoever made it."""

    schema_id: Literal["heltid.roster/1"] = Field("heltid.roster/1", alias="schema")
    scenario: str = ""
    scenario_sha256: str | None = None
    status: Status | None = None
    cycle: RosterCycle | None = None
    lines: tuple[Line, ...] = ()
    contacts: tuple[Contacts, ...] = ()
    goals: tuple[GoalValue, ...] = ()
    holes: tuple[Hole, ...] = ()
    findings: tuple[Finding, ...] = ()
    measures: dict[str, float | int] = Field(default_factory=dict)
    continuity: tuple[Continuity, ...] = ()
    run: Run | None = None
    reasons: tuple[Reason, ...] = ()
    notes: tuple[dict[str, Any], ...] = ()
    """what a reader should know besides, as data: `{"code": "contacts_not_planned", ..}`"""
    exchangeable: tuple[tuple[Id, Id], ...] = ()
    """pairs of people who could be given each other's whole lines without breaking a rule or changing any goal"""
