"""A document as a paper that can be printed: the same blocks, and rosters as grids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from solver.present.findings import DISCLAIMER
from solver.present.papers import paper
from solver.present.papers.document import Block, Bullets, Document, Heading, Link, Paragraph, Plan, Table
from solver.present.papers.printing import pdf_of
from solver.present.papers.roster import PAGE_OF
from solver.present.papers.roster_grid import grids
from solver.present.roster_sheet import RosterSheet
from solver.present.words import say

SHORT, LONG = 16, 80
"""letters that are never wrapped; beyond so many a column gets no wider"""


def pdf(document: Document, made: date) -> bytes:
    """The document as the bytes of a PDF that bears this date."""
    return pdf_of(as_paper(document, made))


def as_paper(document: Document, made: date) -> paper.Paper:
    lang = document.lang
    return paper.Paper(
        document.title, lang, say(DISCLAIMER, lang), say(PAGE_OF, lang, page="{page}", pages="{pages}"), "a4",
        made, [part for block in document.blocks for part in _parts(block, lang)],
    )  # fmt: skip


def _parts(block: Block, lang: str) -> Iterator[paper.Part]:
    if isinstance(block, Heading):
        yield paper.Heading(block.text)
    elif isinstance(block, Paragraph):
        yield paper.Paragraph(block.text)
    elif isinstance(block, Bullets):
        yield paper.Bullets(block.items)
    elif isinstance(block, Link):
        yield paper.Paragraph(f"{block.text}: {block.address}", is_small=True)
    elif isinstance(block, Plan):
        for grid in grids(RosterSheet(block.scenario, block.roster, lang), "a4"):
            yield replace(grid, cover=()) if block.is_part else grid
    else:
        yield paper.Table(block.header, block.rows, list(_widths(block)), block.right)


def _widths(table: Table) -> Iterator[int]:
    """Figures and short words take what they need; the rest is shared by how much is to be said."""
    for column in zip(table.header, *table.rows, strict=True):
        longest = max(map(len, column))
        yield 0 if longest <= SHORT else min(longest, LONG)
