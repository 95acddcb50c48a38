"""Starting the service in this process."""

from __future__ import annotations

import uvicorn

from api.main import create_app
from api.settings import Settings
from api.store.engine import Store
from api.store.migrate import migrate


def serve(host: str, port: int) -> int:
    """Bring the store up to date and answer requests until told to stop."""
    settings = Settings(host=host, port=port)
    store = Store(settings.database)
    migrate(store)
    uvicorn.run(create_app(settings, store), host=host, port=port, log_level=settings.log_level.lower())
    return 0
