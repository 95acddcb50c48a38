"""Starting the service in this process."""

from __future__ import annotations

import os
import sys

import uvicorn
from prometheus_client import start_http_server

from api.access.example import origin_of, sign_in_link
from api.access.server_logs import log_config
from api.example_units import add_examples
from api.main import create_app
from api.settings import Settings
from api.store.engine import Store
from api.words import say
from api.worker import begin, prepare

GRACE_SECONDS = 5
"""How long requests under way, and event streams, may go on after the service is told to stop."""


def serve(host: str, port: int, lang: str = "nb") -> int:
    """Bring the store up to date and answer requests until told to stop."""
    settings = Settings(host=host, port=port)
    store = prepare(settings)
    if settings.examples and add_examples(store, settings):
        print(say("Eksempelenhetene er lagt inn.", lang))
    at_work = begin(settings, store) if settings.works_here else None
    app = create_app(settings, store)
    _tell(settings, store, lang)
    if settings.metrics_port:
        start_http_server(settings.metrics_port, host, app.state.metrics.registry)
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level=settings.log_level.lower(),
        timeout_graceful_shutdown=GRACE_SECONDS,
        server_header=False,
        log_config=log_config(app),
    )
    if at_work:
        at_work.leave()
    os._exit(0)  # threads of the engine may be waiting; everything that matters is in the store


def _tell(settings: Settings, store: Store, lang: str) -> None:
    """The address, and on loopback a link to log in by; written to whoever started the service, and to no log."""
    print(say("Heltid er på {origin}", lang, origin=origin_of(settings)))
    link = sign_in_link(settings, store)
    if link:
        print(say("Logg inn, én gang og innen 15 minutter: {link}", lang, link=link))
    sys.stdout.flush()
