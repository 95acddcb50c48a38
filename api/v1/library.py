"""The library's own shapes as bodies: read by the library, so that a fault is told as the command tells it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request

JSON = "application/json"


async def _raw(request: Request) -> bytes:
    return await request.body()


RawBody = Annotated[bytes, Depends(_raw)]


def takes(shape: str) -> dict[str, Any]:
    """What OpenAPI says of a body that is one of the library's shapes (`#/components/schemas/...`)."""
    schema = {"$ref": f"#/components/schemas/{shape.capitalize()}"}
    return {"requestBody": {"required": True, "content": {JSON: {"schema": schema}}}}
