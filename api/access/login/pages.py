"""The small pages of log-in. They load nothing from elsewhere, run no script but one of ours, and are never kept."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.errors import Problem
from api.words import language_of, say

FOLDER = Path(__file__).with_name("html")
# `same-origin`, not `no-referrer`: without a referrer a browser sends the Origin of a form as null.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
PAGES = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
router = APIRouter(include_in_schema=False)


def page(request: Request, name: str, status: int = 200, **values: object) -> Response:
    """A page in the reader's language."""
    lang = language_of(request.headers.get("accept-language"))
    told = PAGES.get_template(name).render(
        lang=lang, say=lambda text, **more: say(text, lang, **more), **values
    )
    return HTMLResponse(told, status_code=status, headers=HEADERS | {"Content-Language": lang})


def told_on_page(request: Request, problem: Problem) -> Response:
    """A problem for someone with a browser; a program gets it as every other problem."""
    if "text/html" not in request.headers.get("accept", ""):
        raise problem
    detail = problem.detail or problem.title
    response = page(request, "refused.html", problem.status, detail=detail, values=problem.values)
    response.headers.update(problem.headers)
    return response


@router.get("/login/page.css")
def style() -> Response:
    return FileResponse(FOLDER / "page.css", media_type="text/css", headers=HEADERS)


@router.get("/login/link.js")
def script() -> Response:
    return FileResponse(FOLDER / "link.js", media_type="text/javascript", headers=HEADERS)
