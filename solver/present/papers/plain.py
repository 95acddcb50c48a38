"""A document as lines of plain text, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from solver.present.papers.document import Block, Bullets, Document, Heading, Link, Paragraph, Plan
from solver.present.text import columns


def plain_lines(document: Document, width: int) -> Iterator[str]:
    """The title, then each block with a blank line before it; tables may be wider."""
    yield document.title
    for block in document.blocks:
        if not isinstance(block, Link):
            yield ""
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
        yield "-" * len(block.text)
    elif isinstance(block, Paragraph):
        yield from textwrap.wrap(block.text, width)
    elif isinstance(block, Bullets):
        for item in block.items:
            yield from textwrap.wrap(item, width, initial_indent="- ", subsequent_indent="  ")
    elif isinstance(block, Link):
        yield f"{block.text}: {block.address}"
    elif isinstance(block, Plan):
        yield from block.lines
    else:
        yield from columns(block.header, block.rows, right=block.right)
