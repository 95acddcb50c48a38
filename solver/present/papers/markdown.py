"""A document as Markdown."""

from __future__ import annotations

from solver.present.papers.document import Block, Bullets, Document, Heading, Link, Paragraph, Plan, Table


def markdown(document: Document) -> str:
    """The whole document, a blank line between its blocks."""
    parts = [f"# {_plain(document.title)}", *(_block(block) for block in document.blocks)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_plain(block.text)}"
    if isinstance(block, Paragraph):
        return _plain(block.text)
    if isinstance(block, Bullets):
        return "\n".join(f"- {_plain(item)}" for item in block.items)
    if isinstance(block, Link):
        return f"[{_plain(block.text)}](<{block.address}>)"
    if isinstance(block, Plan):
        return "\n".join(("```", *block.lines, "```"))
    return _table(block)


def _table(block: Table) -> str:
    marks = ["---:" if place in block.right else "---" for place in range(len(block.header))]
    rows = [block.header, tuple(marks), *block.rows]
    cells = [[_cell(cell) for cell in row] if row is not rows[1] else list(row) for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _plain(text: str) -> str:
    """Text on one line, with the signs that Markdown would read otherwise shown as they are."""
    for sign in "\\`*_<>[]":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")
