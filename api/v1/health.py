"""Whether the service lives and is ready; for those who watch it."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from api.deps import Kept
from api.errors import Unavailable, problems

router = APIRouter(tags=["drift"])


class Health(BaseModel):
    """All is well."""

    status: str = "ok"


@router.get("/healthz", summary="Lever tjenesten?")
def healthz() -> Health:
    return Health()


@router.get("/readyz", summary="Kan tjenesten ta imot?", responses=problems(Unavailable))
def readyz(store: Kept) -> Health:
    try:
        with store.reading() as session:
            session.execute(text("SELECT count(*) FROM units"))
    except SQLAlchemyError as wrong:
        raise Unavailable("Lageret svarer ikke.", code="store_unavailable") from wrong
    return Health()
