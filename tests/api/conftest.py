"""The service on both stores: an SQLite file, and a PostgreSQL database of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.client import Heltid, connect
from api.jobs.engine import migrate_engine
from api.main import create_app
from api.settings import Settings
from api.store.engine import Store
from api.store.migrate import migrate
from tests.api.postgres import drop_database, make_database
from tests.api.processes import KEY, Service, until


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty store's address, of either kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'heltid.sqlite'}"
        return
    url = make_database()
    yield url
    drop_database(url)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A store with its tables."""
    made = Store(database_url)
    migrate(made)
    migrate_engine(made)
    yield made
    made.close()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(folder=tmp_path, database_url=database_url, key=SecretStr(KEY))


@pytest.fixture
def client(settings: Settings, store: Store) -> Iterator[TestClient]:
    """A client that sends the first key."""
    app = create_app(settings, store)
    with TestClient(app, raise_server_exceptions=False) as made:
        made.headers["Authorization"] = f"Bearer {KEY}"
        yield made


@pytest.fixture
def sqlite_client(tmp_path: Path) -> Iterator[TestClient]:
    """As `client`, for what no kind of store matters to."""
    own = Settings(folder=tmp_path, key=SecretStr(KEY))
    made = Store(own.database)
    migrate(made)
    migrate_engine(made)
    with TestClient(create_app(own, made), raise_server_exceptions=False) as client:
        client.headers["Authorization"] = f"Bearer {KEY}"
        yield client


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def live(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that takes jobs and works on them, as `heltid serve` starts it."""
    folder = tmp_path_factory.mktemp("live")
    url = f"sqlite:///{folder / 'heltid.sqlite'}" if request.param == "sqlite" else make_database()
    made = Service(url, folder, works_here="true")
    made.api.start()
    until(made.ready)
    yield made
    made.close()
    if request.param != "sqlite":
        drop_database(url)


@pytest.fixture
def heltid(live: Service) -> Iterator[Heltid]:
    """The Python client of a live service."""
    made = connect(f"http://127.0.0.1:{live.port}", KEY)
    yield made
    made.http.close()


@pytest.fixture
def unit(heltid: Heltid) -> str:
    """A unit of the test's own."""
    return str(heltid.make_unit("Liten")["id"])
