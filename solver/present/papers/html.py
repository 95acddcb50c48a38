"""A document as one HTML file that Word and LibreOffice open as a document: no scripts, no links to styles."""

from __future__ import annotations

from html import escape

from solver.present.papers.document import Block, Bullets, Document, Heading, Link, Paragraph, Plan, Table

STYLE = (
    "body{font-family:Calibri,Carlito,Arial,sans-serif;font-size:11pt;line-height:1.35;max-width:180mm;margin:auto}"
    "table{border-collapse:collapse;margin:6pt 0}th,td{border:1px solid #888;padding:2pt 5pt;text-align:left;"
    "vertical-align:top}td.figure,th.figure{text-align:right}pre{font-family:Consolas,monospace;font-size:7.5pt}"
    "h1{font-size:17pt}h2{font-size:13pt}h3{font-size:11.5pt}"
)


def html(document: Document) -> str:
    """The whole document; every text is escaped."""
    body = "\n".join(_block(block) for block in document.blocks)
    title = escape(document.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    if isinstance(block, Bullets):
        return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"
    if isinstance(block, Link):
        return f'<p><a href="{escape(block.address)}">{escape(block.text)}</a></p>'
    if isinstance(block, Plan):
        return f"<pre>{escape(chr(10).join(block.lines))}</pre>"
    return _table(block)


def _table(block: Table) -> str:
    header = "".join(_cell("th", cell, place in block.right) for place, cell in enumerate(block.header))
    rows = (
        "".join(_cell("td", cell, place in block.right) for place, cell in enumerate(row))
        for row in block.rows
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>"


def _cell(tag: str, text: str, is_figure: bool) -> str:
    mark = ' class="figure"' if is_figure else ""
    return f"<{tag}{mark}>{escape(text)}</{tag}>"
