"""What the application gets of this package: the provider, what every request passes, and the log-in pages."""

from __future__ import annotations

from fastapi import FastAPI

from api.access.addresses import NoKeyInAddress
from api.access.login import endpoints, oidc_endpoints, pages
from api.access.provider import Provider
from api.access.recording import Recording
from api.settings import Settings
from api.store.engine import Store


def add_access(app: FastAPI, settings: Settings, store: Store) -> None:
    """Add who may do what to the application."""
    app.state.provider = Provider(settings.oidc_discovery) if settings.oidc_discovery else None
    app.add_middleware(Recording, store=store, minutes=settings.journal_minutes)
    app.add_middleware(NoKeyInAddress)
    for router in (pages.router, endpoints.router, oidc_endpoints.router):
        app.include_router(router)
