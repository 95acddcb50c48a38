"""The example units of a first look: with their scenarios, and finished rosters where there are any."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import solver
from api.access.principal import Principal
from api.ids import new_id
from api.settings import Settings
from api.store.engine import Store
from api.store.tables import Unit
from api.v1.rosters import service as rosters
from api.v1.scenarios import service as scenarios

UNITS: dict[str, tuple[str, ...]] = {
    "Furuheim sykehjem": ("furuheim-sykehjem",),
    "Hjemmetjenesten nord": ("hjemmetjenesten-nord",),
    "Solsiden bofellesskap": ("solsiden-d-a-hver-tredje", "solsiden-langvakt-a", "solsiden-langvakt-b"),
    "Eksempler som ikke går opp": ("kolliderende-pinner", "umulig-helg"),
    "Rullerende turnus": ("rullerende-tolv",),
}
"""by the unit's name, the example scenarios it has"""


def add_examples(store: Store, settings: Settings) -> bool:
    """Add the example units to a store that has none; whether they were added."""
    maker = Principal(new_id(), "eksempel", "key")
    with store.writing() as session:
        if session.scalar(select(func.count()).select_from(Unit)):
            return False
        for name, examples in UNITS.items():
            unit = Unit(id=new_id(), name=name)
            session.add(unit)
            session.flush()
            for example in examples:
                _add(session, unit.id, example, maker=maker, settings=settings)
    return True


def _add(session: Session, unit: UUID, example: str, *, maker: Principal, settings: Settings) -> None:
    """A scenario of the unit, and the roster that was made of it."""
    files = solver.examples()[example]
    sent = scenarios.sent(files.scenario.read_bytes(), settings)
    made = scenarios.make(session, unit, sent, maker)
    if files.roster:
        roster = solver.fields(files.roster.read_bytes())
        brought = rosters.Brought(str(made.id), roster, None, made.title)
        rosters.bring(session, unit, rosters.checked(session, unit, brought, settings), maker)
