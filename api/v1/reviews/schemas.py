"""What is sent and answered about the forum's cases."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from api.v1.jobs.schemas import EXAMPLE, CaseJobOut, Timed

Paper = Literal["saksframlegg", "behov-for-deltid", "droftingsprotokoll", "utlysning", "uonsket-deltid"]
Form = Literal["pdf", "html", "md"]
MEDIA: dict[Form, str] = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}
Party = Literal["employer", "union", "safety", "forum"]
CASE = "Saken, som i en fil (heltid.case/1). Hver av units har scenario og roster: innholdet, eller id-en til enhetens"
CaseField = Annotated[
    Any, WithJsonSchema({"allOf": [{"$ref": "#/components/schemas/Case"}], "description": CASE})
]
PlaceName = Annotated[str, StringConstraints(min_length=1, max_length=64)]
_NEVER = r"\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff"
Reasons = Annotated[
    str,
    StringConstraints(
        min_length=1,
        max_length=5000,
        strip_whitespace=True,
        pattern=rf"^[^{_NEVER}]*[^\s{_NEVER}][^{_NEVER}]*$",
    ),
]


class ReviewIn(Timed):
    """A case to be reviewed."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"unit": EXAMPLE["unit"], "case": {}, "seconds": 300}}
    )

    unit: UUID = Field(description="Enheten der stillingen er ledig.")
    others: dict[PlaceName, UUID] = Field(
        default={}, max_length=30, description="Sakens andre enheter: hvilken enhet her hver id i saken er."
    )
    case: CaseField


class CaseUnitOut(BaseModel):
    """A unit of a case: its id in the case and here, and what was meant where it was given by id."""

    id: str
    unit: UUID
    name: str | None
    scenario: UUID | None
    scenario_version: int | None
    roster: UUID | None
    roster_version: int | None


class MadeOut(BaseModel):
    """What a decision made in one unit."""

    unit: UUID
    scenario: UUID
    scenario_version: int
    roster: UUID


class DecisionIn(BaseModel):
    """What people decided."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "option": "advertise",
                "reasons": "Ingen ønsker mer",
                "present": ["employer", "union"],
            }
        },
    )

    option: Annotated[str, StringConstraints(min_length=1, max_length=400)]
    reasons: Reasons
    present: list[Party] = Field(
        min_length=1,
        max_length=4,
        description="Partene som var med. Ingen navn; de står i den underskrevne protokollen.",
    )
    date_: date | None = Field(None, alias="date", description="Møtets dag; uten den dagen i dag.")


class DecisionOut(BaseModel):
    """A decision as it is kept: `by` is the alias of whoever wrote it down."""

    option: str
    reasons: str
    present: list[Party]
    date: date
    by: str
    decided_at: datetime
    made: list[MadeOut]


class ReviewOut(CaseJobOut):
    """A review with its case; scenarios and rosters are read at their own addresses by those who may."""

    case: dict[str, Any]
    units: list[CaseUnitOut]
    decision: DecisionOut | None


class PaperOut(BaseModel):
    """A paper of a review, in the forms it can be had in."""

    name: Paper
    forms: list[Form]


class IndicatorsOut(BaseModel):
    """The indicators before and after a case that was decided, over all its units."""

    review: UUID
    date: date
    name: str
    option: str
    units: list[UUID]
    before: dict[str, Any]
    after: dict[str, Any]
