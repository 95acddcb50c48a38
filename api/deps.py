"""What endpoints ask for: the settings and the store.

Sessions are opened and closed inside an endpoint (`with store.writing() as session`), so that what is answered has
been kept before the answer goes out.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.jobs.port import Jobs
from api.settings import Settings
from api.store.engine import Store
from api.words import Lang, language_of


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def _queue(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


def _language(request: Request) -> Lang:
    return language_of(request.headers.get("accept-language"))


Configured = Annotated[Settings, Depends(_settings)]
Kept = Annotated[Store, Depends(_store)]
Queue = Annotated[Jobs, Depends(_queue)]
Language = Annotated[Lang, Depends(_language)]
