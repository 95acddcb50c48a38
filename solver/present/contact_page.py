"""The contact sheets as a page to print: one sheet of paper for each resident, with nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from solver.present.contact_sheet import NO_RESIDENTS, TITLE, ContactSheet
from solver.present.words import say

STYLE = """
body { font: 16px/1.45 sans-serif; color: #1f2933; margin: 2rem auto; max-width: 42rem; }
section { break-after: page; } section:last-of-type { break-after: auto; }
h1 { margin: 0; font-size: 1.8rem; } p { margin: 0 0 1rem; color: #52606d; }
table { width: 100%; border-collapse: collapse; margin-bottom: 3rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #cbd2d9; }
th { width: 45%; font-weight: 600; }
@media print { body { margin: 0; } }
""".strip()


def contact_page(sheet: ContactSheet) -> str:
    """The whole page."""
    return "\n".join(_parts(sheet)) + "\n"


def _parts(sheet: ContactSheet) -> Iterator[str]:
    unit = sheet.scenario.name or sheet.scenario.id
    title = f"{say(TITLE, sheet.lang)}, {sheet.when}"
    yield f'<!doctype html>\n<html lang="{escape(sheet.lang)}">\n<head>\n<meta charset="utf-8">'
    yield f"<title>{escape(title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>"
    if not sheet.scenario.residents:
        yield f"<p>{escape(say(NO_RESIDENTS, sheet.lang))}</p>"
    for name, rows in sheet.residents():
        yield f"<section>\n<h1>{escape(name)}</h1>\n<p>{escape(unit)} · {escape(title)}</p>\n<table>"
        for what, alike in groupby(rows, key=lambda row: row[0]):
            people = "<br>".join(escape(person) for _, person in alike)
            yield f'<tr><th scope="row">{escape(what)}</th><td>{people}</td></tr>'
        yield "</table>\n</section>"
    yield "</body>\n</html>"
