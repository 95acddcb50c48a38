"""A key in an address is refused, and taken out of the address before anything can log it."""

from __future__ import annotations

import re
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.redaction import safe
from api.access.tokens import KEY_SHAPE
from api.errors import BadRequest
from api.telling import answer

NAMED = re.compile(
    r"(?:^|[&;?])(?:key|api_?key|access_?token|token|secret|password|authorization)=[^&;]", re.IGNORECASE
)
TOLD = "En nøkkel kan ikke stå i adressen. Den kan være lest av andre nå: trekk den tilbake og lag en ny."


class NoKeyInAddress:
    """Answers 400 where the path or the query holds a key, or a field that is meant for one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not holds_key(scope):
            await self.app(scope, receive, send)
            return
        hide(scope)
        number = str(scope.get("state", {}).get("request_id", ""))
        refused = BadRequest(TOLD, code="key_in_address")
        response = answer(refused, number, Headers(scope=scope).get("accept-language"))
        await response(scope, receive, send)


def holds_key(scope: Scope) -> bool:
    query = unquote(scope.get("query_string", b"").decode("latin-1"))
    return bool(KEY_SHAPE.search(unquote(scope["path"])) or KEY_SHAPE.search(query) or NAMED.search(query))


def hide(scope: Scope) -> None:
    """Take the query away, and any key out of the path; the server logs what is left."""
    scope["query_string"] = b""
    scope["path"] = safe(scope["path"])
    scope["raw_path"] = scope["path"].encode()
