"""`/metrics`, for those who hold its own token; with none set it is not there (a port of its own may be)."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import APIRouter, Request, Response, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.deps import Configured
from api.errors import NotFound, Unauthenticated, problems
from api.metrics import MEDIA_TYPE, Metrics

router = APIRouter(tags=["drift"])
bearer = HTTPBearer(scheme_name="metrics", auto_error=False, description="Nøkkelen til /metrics.")


@router.get(
    "/metrics",
    summary="Tall for overvåking",
    response_class=Response,
    responses=problems(Unauthenticated, NotFound)
    | {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
def read_metrics(
    request: Request,
    settings: Configured,
    given: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)],
) -> Response:
    if settings.metrics_token is None:
        raise NotFound
    token = settings.metrics_token.get_secret_value().encode()
    if given is None or not hmac.compare_digest(given.credentials.encode(), token):
        raise Unauthenticated
    metrics: Metrics = request.app.state.metrics
    return Response(metrics.text(), media_type=MEDIA_TYPE)
