"""`/docs`: the page that shows what the API is, from our own copy; nothing is loaded from another host."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).with_name("static")
PACKAGE = "/static/vendor/swagger-ui-dist"
HEADERS = {
    # the page's own program writes style attributes; scripts come from files of ours alone
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
PAGE = f"""<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Heltid – API</title>
<link rel="stylesheet" href="{PACKAGE}/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="{PACKAGE}/swagger-ui-bundle.js"></script>
<script src="/static/api-page.js"></script>
</body>
</html>
"""

router = APIRouter()


@router.get("/docs", include_in_schema=False)
def api_page() -> HTMLResponse:
    return HTMLResponse(PAGE, headers=HEADERS)


def add_static(app: FastAPI) -> None:
    """Serve the static files."""
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
