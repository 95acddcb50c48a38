"""Starting the service in this process."""

from __future__ import annotations

import os

import uvicorn

from api.main import create_app
from api.settings import Settings
from api.worker import begin, prepare


def serve(host: str, port: int) -> int:
    """Bring the store up to date and answer requests until told to stop."""
    settings = Settings(host=host, port=port)
    store = prepare(settings)
    at_work = begin(settings, store) if settings.works_here else None
    uvicorn.run(create_app(settings, store), host=host, port=port, log_level=settings.log_level.lower())
    if at_work:
        at_work.leave()
    os._exit(0)  # threads of the engine may be waiting; everything that matters is in the store
