"""The application: settings in, an ASGI app out. Nothing is started when this module is imported."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from api.access.setup import add_access
from api.jobs.engine import DbosJobs
from api.metrics import Measured, Metrics
from api.middleware import BodyLimit, RequestId
from api.openapi import describe
from api.room import Room
from api.settings import Settings
from api.store.engine import Store
from api.streams import Streams
from api.telling import add_handlers
from api.v1 import health, routers, watching
from api.web import api_page


def create_app(settings: Settings | None = None, store: Store | None = None) -> FastAPI:
    """The service. The store's tables must be there (`api.store.migrate`)."""
    settings = settings or Settings()
    app = FastAPI(
        title="Heltid",
        version=version("heltid"),
        summary="Turnuser for kommunale omsorgstjenester.",
        openapi_url="/openapi.json",
        docs_url=None,  # its page loads from another host; ours is our own copy
        redoc_url=None,
        lifespan=_lifespan,
        generate_unique_id_function=lambda route: route.name,
    )
    _keep(app, settings, store or Store(settings.database))
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]  # as FastAPI's manual has it
    add_handlers(app)
    add_access(app, settings, app.state.store)
    app.add_middleware(BodyLimit, most=settings.max_body_bytes)
    app.add_middleware(RequestId)
    app.add_middleware(Measured, metrics=app.state.metrics)
    app.include_router(health.router)
    app.include_router(watching.router)
    app.include_router(api_page.router)
    api_page.add_static(app)
    for router in routers():
        app.include_router(router, prefix="/v1")
    return app


def _keep(app: FastAPI, settings: Settings, store: Store) -> None:
    """What the endpoints find by way of the app (`deps`)."""
    app.state.settings, app.state.store = settings, store
    app.state.jobs = DbosJobs(store)
    app.state.streams = Streams(settings.most_streams, settings.most_streams_of_person)
    app.state.room = Room(settings.heavy_at_once, settings.heavy_wait_seconds)
    app.state.metrics = Metrics(store, app.state.streams)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.jobs.close()
    app.state.store.close()
