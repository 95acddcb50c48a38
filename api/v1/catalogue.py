"""`/v1/rules` and `/v1/agreements`: what rosters are held to, with law and source."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel

import solver
from api.access.doors import may
from api.deps import Language
from api.errors import NotFound, Unauthenticated, problems
from api.requests import StrictRoute
from api.words import say

router = APIRouter(route_class=StrictRoute, tags=["catalogue"], dependencies=[Depends(may("catalogue.read"))])


class RuleOut(BaseModel):
    """A rule's card."""

    id: str
    name: str
    sentence: str
    law: str
    link: str


@router.get("/rules", summary="Reglene, hver med sin lov", responses=problems(Unauthenticated))
def list_rules(lang: Language) -> list[RuleOut]:
    return [
        RuleOut(
            id=card.id,
            name=say(card.name, lang),
            sentence=say(card.sentence, lang),
            law=say(card.law, lang),
            link=card.link,
        )
        for card in solver.cards()
    ]


@router.get("/agreements", summary="Avtalene som følger med", responses=problems(Unauthenticated))
def list_agreements() -> list[dict[str, Any]]:
    return [solver.data(one) for one in solver.agreements()]


@router.get("/agreements/{name}", summary="En avtale", responses=problems(Unauthenticated, NotFound))
def read_agreement(name: str) -> dict[str, Any]:
    for one in solver.agreements():
        if one.id == name:
            return solver.data(one)
    raise NotFound
