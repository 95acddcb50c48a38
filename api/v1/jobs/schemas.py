"""What is sent and answered about jobs."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from api.jobs.kinds import Kind, State


def _one_of(shape: str, text: str) -> WithJsonSchema:
    inline = {"$ref": f"#/components/schemas/{shape}"}
    return WithJsonSchema({"anyOf": [{"type": "string", "format": "uuid"}, inline], "description": text})


GivenScenario = Annotated[Any, _one_of("Scenario", "id-en til et scenario i enheten, eller selve scenariet")]
GivenRoster = Annotated[Any, _one_of("Roster", "id-en til en turnus i enheten, eller selve turnusen")]
EXAMPLE = {"unit": "0193f7a0-c0de-7000-a000-000000000001", "scenario": "0193f7a0-c0de-7000-a000-000000000002"}


ENOUGH: dict[Kind, float] = {"plan": 60, "explanation": 60, "review": 300}
"""the seconds a job gets where none are asked for; a frontier's depend on what is varied"""


class Timed(BaseModel):
    """What every kind of job takes."""

    model_config = ConfigDict(extra="forbid")

    unit: UUID
    seconds: float | None = Field(
        None,
        ge=1,
        le=86_400,
        description="Tiden den får, ellers 60; en sak 300, ordninger 90 for hver. Tjenesten har en grense.",
    )
    seed: int = Field(1, ge=0, le=2_147_483_647)


class JobIn(Timed):
    """What a job on one scenario takes."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": EXAMPLE | {"seconds": 60}})

    scenario: GivenScenario


class PlanIn(JobIn):
    """A plan to be made."""

    current: GivenRoster | None = None


class ExplanationIn(JobIn):
    """A scenario to be explained."""


class FrontierIn(JobIn):
    """Arrangements to be laid beside each other."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": EXAMPLE | {"vary": ["weekends=3,4,6"], "seconds": 300}}
    )

    vary: list[str] = Field(min_length=1, max_length=10)


class StageOut(BaseModel):
    """A goal under way: the best value so far, and what no roster is below."""

    stage: int
    stages: int
    goal: str
    value: float | None
    bound: float | None
    seconds: float
    done: bool


class FailureOut(BaseModel):
    """Why a job failed."""

    code: str
    message: str


class AnyJobOut(BaseModel):
    """A job of any kind; `result` is what one that is no plan came to, a plan's `roster` is read elsewhere."""

    id: UUID
    kind: Kind
    unit: UUID
    state: State
    scenario: UUID | None
    scenario_version: int | None
    seconds: float
    attempts: int
    stages: list[StageOut]
    roster: UUID | None = None
    result: dict[str, Any] | None = None
    failure: FailureOut | None = None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class JobOut(AnyJobOut):
    """A job on one scenario."""

    kind: Literal["plan", "explanation", "frontier"]


class CaseJobOut(AnyJobOut):
    """The job of a case of the forum's."""

    kind: Literal["review"]
