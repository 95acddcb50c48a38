"""The contact sheets as a page to print: one sheet of paper for each resident, with nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from solver.present.contact_sheet import NO_RESIDENTS, TITLE, ContactSheet
from solver.present.words import say

STYLE = """
body { font: 16px/1.45 sans-serif; color: #1f2933; margin: 2rem auto; max-width: 42rem; padding: 0 1rem; }
section { break-after: page; margin-bottom: 4rem; } section:last-of-type { break-after: auto; }
h1 { margin: 0; font-size: 1.9rem; } p { margin: 0 0 1.2rem; color: #52606d; }
h2 { margin: 1.4rem 0 .3rem; font-size: 1.1rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #cbd2d9; }
th { width: 9rem; font-weight: 600; }
h2:first-of-type + table { border: 2px solid #1f2933; font-size: 1.15rem; }
@media print { body { margin: 0; padding: 0; } section { margin: 0; } }
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
    for name, sections in sheet.residents():
        yield f"<section>\n<h1>{escape(name)}</h1>\n<p>{escape(unit)} · {escape(title)}</p>"
        for heading, rows in sections:
            yield f"<h2>{escape(heading)}</h2>\n<table>"
            for what, people in rows:
                told = "<br>".join(escape(person) for person in people)
                yield f'<tr><th scope="row">{escape(what)}</th><td>{told}</td></tr>'
            yield "</table>"
        yield "</section>"
    yield "</body>\n</html>"
