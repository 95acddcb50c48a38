"""One store of each kind for all tests here: each test makes people and units of its own in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from api.access import users
from api.access.settings import AccessSettings
from api.access.tables import User
from api.ids import new_id
from api.store.engine import Store
from api.store.migrate import migrate
from api.store.tables import Unit
from tests.api.postgres import drop_database, make_database

NOW = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with its tables, kept for all tests that leave it as they found it."""
    folder: Path = tmp_path_factory.mktemp("store")
    url = f"sqlite:///{folder / 'heltid.sqlite'}" if request.param == "sqlite" else make_database()
    store = Store(url)
    migrate(store)
    yield store
    store.close()
    if request.param == "postgresql":
        drop_database(url)


@pytest.fixture
def rules() -> AccessSettings:
    return AccessSettings()


@pytest.fixture
def person(shared: Store) -> Callable[[], User]:
    def made() -> User:
        with shared.writing() as session:
            return users.new_user(session)

    return made


@pytest.fixture
def unit(shared: Store) -> Callable[[], UUID]:
    def made() -> UUID:
        with shared.writing() as session:
            session.add(Unit(id=(number := new_id()), name="Solsiden"))
        return number

    return made
