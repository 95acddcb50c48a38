"""A small municipality for tests of doors: two units, a person of each role in one of them, and things in both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI
from sqlalchemy import event
from starlette.testclient import TestClient

import solver
from api.access import keys, roles, sessions, users
from api.access.origins import CSRF_HEADER
from api.access.principal import EVERYWHERE, Principal, Role
from api.access.rights import KEY_RIGHTS
from api.access.roles import person_of
from api.access.tables import GroupRole, User
from api.access.tokens import csrf_token
from api.ids import new_id
from api.jobs.engine import migrate_engine
from api.main import create_app
from api.settings import Settings
from api.store.engine import Store
from api.store.migrate import migrate
from api.store.tables import Job, Person, Roster, RosterVersion, Scenario, ScenarioVersion, Unit, now

ORIGIN = "http://127.0.0.1:8000"
DATA = Path(__file__).parents[3] / "data"
JOBS = ("plan", "explanation", "frontier", "review")
STRANGER = "stranger"
"""somebody who is logged in and has no role"""


@dataclass
class World:
    """The application, its store, and who and what is in it."""

    app: FastAPI
    store: Store
    settings: Settings
    portal: BlockingPortal
    """one event loop for all requests"""
    own: UUID
    other: UUID
    people: dict[str, User] = field(default_factory=dict)

    def client(self, **headers: str) -> TestClient:
        made = TestClient(
            self.app, base_url=ORIGIN, client=("127.0.0.1", 50000), headers=headers, follow_redirects=False
        )
        made.portal = self.portal
        return made

    def nobody(self) -> TestClient:
        """A browser that is not logged in, on the service's own page."""
        return self.client(Origin=ORIGIN)

    def browser(self, user: User) -> TestClient:
        """The browser of somebody who is logged in, on the service's own page."""
        with self.store.writing() as session:
            _, secret = sessions.open_session(
                session, user.id, "local", brought=None, now=now(), settings=self.settings
            )
        client = self.nobody()
        client.cookies.set("heltid_session", secret)
        client.headers[CSRF_HEADER] = csrf_token(secret)
        return client

    def of(self, role: str) -> TestClient:
        return self.browser(self.people[role])

    def program(
        self, role: str, rights: frozenset[str] = KEY_RIGHTS, units: list[UUID] | None = None
    ) -> TestClient:
        """A program with a key of the person's."""
        wanted = keys.WantedKey("prøve", sorted(rights), units, days=1)
        with self.store.writing() as session:
            _, text = keys.make_key(session, self.principal(role), wanted, now=now(), most=10_000)
        return self.client(Authorization=f"Bearer {text}")

    def principal(self, role: str) -> Principal:
        with self.store.reading() as session:
            return person_of(session, self.people[role], now(), group_days=30)

    def new_person(self) -> User:
        with self.store.writing() as session:
            return users.new_user(session)


@contextmanager
def municipality(settings: Settings) -> Iterator[World]:
    """The municipality: every role in the own unit; the forum's and the administrator's everywhere."""
    store = Store(settings.database)
    # nothing of a test needs to outlive a power cut, and most of its time would be waiting for the disk
    event.listen(
        store.engine, "connect", lambda connection, record: connection.execute("PRAGMA synchronous=OFF")
    )
    migrate(store)
    migrate_engine(store)
    with start_blocking_portal() as portal:
        yield _peopled(settings, store, portal)
    store.close()


def _peopled(settings: Settings, store: Store, portal: BlockingPortal) -> World:
    with store.writing() as session:
        own, other = Unit(id=new_id(), name="Solsiden"), Unit(id=new_id(), name="Nordlia")
        session.add_all([own, other])
        session.flush()
        world = World(create_app(settings, store), store, settings, portal, own.id, other.id)
        for role in Role:
            user = world.people[role] = users.new_user(session)
            roles.give(session, user.id, role, None if role in EVERYWHERE else own.id)
        world.people[STRANGER] = users.new_user(session)
    return world


def make_thing(world: World, name: str, unit: UUID, asker: User) -> str:
    """A new thing that a path names, in the unit; what is a person's own belongs to whoever asks."""
    makers: dict[str, Callable[[], str]] = {
        "unit": lambda: str(unit),
        "scenario": lambda: _scenario(world, unit, asker),
        "roster": lambda: _roster(world, unit, asker),
        "name": lambda: "ks-turnus-local",
        "alias": lambda: _member(world, unit),
        "kind": lambda: "employee",
        "paper": lambda: "saksframlegg",
        "person": lambda: _named(world, unit),
        "key": lambda: _key(world, asker),
        "mapping": lambda: _mapping(world, unit),
        "session": lambda: _session(world, asker),
    }
    return _job(world, unit, asker, name) if name in JOBS else makers[name]()


def _scenario(world: World, unit: UUID, asker: User) -> str:
    with world.store.writing() as session:
        session.add(made := Scenario(id=new_id(), unit_id=unit))
        session.flush()
        session.add(
            ScenarioVersion(
                scenario_id=made.id, number=1, name="solsiden", body={}, sha256="0" * 64, created_by=asker.id
            )
        )
    return str(made.id)


def _job(world: World, unit: UUID, asker: User, kind: str) -> str:
    with world.store.writing() as session:
        session.add(
            made := Job(
                id=new_id(),
                kind=kind,
                unit_id=unit,
                state="done",
                asked={"seconds": 60},
                scenario={},
                created_by=asker.id,
                finished_at=now(),
            )
        )
    return str(made.id)


@cache
def _finished() -> tuple[dict[str, Any], dict[str, Any]]:
    """A scenario and its roster, as the store keeps them."""
    scenario = solver.load(DATA / "units" / "solsiden-langvakt-b.yaml")
    return solver.data(scenario), json.loads(
        (DATA / "rosters" / "solsiden-langvakt-b.json").read_text("utf-8")
    )


def _roster(world: World, unit: UUID, asker: User) -> str:
    scenario, body = _finished()
    with world.store.writing() as session:
        session.add(made := Roster(id=new_id(), unit_id=unit, name="solsiden"))
        session.flush()
        session.add(
            RosterVersion(
                roster_id=made.id, number=1, body=body, scenario=scenario, versions={}, created_by=asker.id
            )
        )
    return str(made.id)


def _member(world: World, unit: UUID) -> str:
    with world.store.writing() as session:
        made = users.new_user(session)
        roles.give(session, made.id, Role.PLANNER, unit)
    return made.alias


def _named(world: World, unit: UUID) -> str:
    with world.store.writing() as session:
        session.merge(Person(unit_id=unit, kind="employee", alias="E01", name="Ada"))
    return "E01"


def _key(world: World, asker: User) -> str:
    with world.store.writing() as session:
        wanted = keys.WantedKey("prøve", ["me.read"], None, days=1)
        kept, _ = keys.make_key(session, Principal(asker.id, asker.alias), wanted, now=now(), most=10_000)
    return str(kept.id)


def _mapping(world: World, unit: UUID) -> str:
    with world.store.writing() as session:
        session.add(made := GroupRole(id=new_id(), group_name=str(new_id()), role=Role.PLANNER, unit_id=unit))
    return str(made.id)


def _session(world: World, asker: User) -> str:
    with world.store.writing() as session:
        made, _ = sessions.open_session(
            session, asker.id, "local", brought=None, now=now(), settings=world.settings
        )
    return str(made.id)
