"""What every request passes: it gets an id, and a body that is too large is refused while it comes in."""

from __future__ import annotations

import re
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import TooLarge
from api.telling import answer

KNOWN_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestId:
    """Gives each request an id (a caller's own X-Request-ID where it is a plain one) and tells it back."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        number = given if KNOWN_ID.fullmatch(given) else uuid4().hex
        scope.setdefault("state", {})["request_id"] = number

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["X-Request-ID"] = number
            await send(message)

        await self.app(scope, receive, told)


class BodyLimit:
    """Refuses a body larger than `most` bytes: by its stated length, or as soon as more has come."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        stated = headers.get("content-length", "0")
        problem = TooLarge("Det som ble sendt, er større enn {limit} byte.", limit=self.most)
        if stated.isdecimal() and int(stated[:20]) > self.most:
            number = scope.get("state", {}).get("request_id", "")
            await answer(problem, number, headers.get("accept-language"))(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.most:
                raise problem
            return message

        await self.app(scope, counted, send)
