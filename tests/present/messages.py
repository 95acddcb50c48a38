"""Every sentence that reports and commands may say, found in the code and in its tables."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from solver.files import xlsx_book, xlsx_plan
from solver.files.tariff import employment_law
from solver.goals.registry import GOALS
from solver.present import (
    balances,
    changes,
    compared_contacts,
    comparison,
    contact_sheet,
    contacts,
    designed,
    exchange,
    explanation,
    findings,
    forum_words,
    frontier,
    frontier_progress,
    goals,
    grid,
    lacking,
    notes,
    places,
    pooled,
    progress,
    report,
    tables,
    text,
    why,
)
from solver.present.figures import NAMES_OF_CURVES
from solver.present.finding_words import FREE, OTHERWISE, SENTENCES, SHAPES
from solver.present.papers import (
    case_paper,
    claims_part,
    indicators_part,
    law_check,
    options_part,
    overview,
    part_time_need,
    protocol,
    roster_grid,
)
from solver.present.papers import roster as roster_paper
from solver.rules.registry import RULES

SOLVER = Path(__file__).parents[2] / "solver"
COMMANDS = [
    SOLVER / name
    for name in (
        "cli.py",
        "exporting.py",
        "options.py",
        "positions.py",
        "questions.py",
        "files/xlsx_book.py",
        "files/xlsx_plan.py",
    )
]
SAYERS = ("say", "_part", "ValueError")
"""what is called with a message id as its first argument (or, in a method, as one of them)"""


def said_messages() -> set[str]:
    """Message ids in the code of reports and commands, and in the tables they are taken from."""
    found = {one for path in (SOLVER / "present").rglob("*.py") for one in _said(path)}
    found |= {one for path in COMMANDS for one in _said(path)}
    return {one for one in found | set(_tables()) if any(letter.isalpha() for letter in one)}


def _tables() -> Iterator[str]:
    yield from text.DAYS
    for one, many in text.UNITS.values():
        yield from (one, many)
    yield from (*places.WORDS.values(), *places.RULES.values(), places.EVERY_DAY)
    yield from (FREE, OTHERWISE, findings.DISCLAIMER, findings.NO_LAW)
    yield from (*SENTENCES.values(), *SHAPES.values())
    yield from (
        *report.STATUS.values(),
        *report.STOPPED.values(),
        *notes.NOTES.values(),
        *exchange.SENTENCES.values(),
        goals.IN_SUM,
        goals.IN_SUM_PROVEN,
    )
    yield from (*balances.SENTENCES.values(), *balances.ASKED.values(), *balances.CONTACTS.values())
    yield from (one for told in balances.STAFF.values() for one in told)
    yield balances.NOBODY
    yield from (balances.EACH_WEEKENDS, balances.EACH_SHIFTS, balances.SHORT, balances.ENOUGH)
    yield from (*changes.OFFERS.values(), *changes.NEW_LINES, *changes.KINDS.values())
    yield from (*changes.PROVEN.values(), *changes.EDITS.values())
    yield from (*frontier.HEADER, *frontier.SETTINGS.values(), *frontier.SWITCHED.values())
    yield from (*frontier_progress.BEGINS.values(), frontier_progress.STOP)
    yield from (*frontier.NOTHING.values(), frontier.CHECK, frontier.WHY, frontier.EXPLAINED)
    yield from (*comparison.MEASURES.values(), comparison.PERSON)
    yield from (*tables.LINE, *tables.GOAL, *tables.HOLE, *tables.FINDING, *tables.ARRANGEMENT)
    yield from (*tables.SEVERITY.values(), *NAMES_OF_CURVES)
    yield from (compared_contacts.MET, compared_contacts.WHO, compared_contacts.CHANGED)
    yield from (compared_contacts.UNCHANGED, compared_contacts.NONE_SAID)
    yield from (*lacking.OBSTACLES.values(), *lacking.SIZES.values())
    yield from (*why.OUTCOMES.values(), *why.DAYS.values(), why.LEAST)
    yield from (*explanation.OUTCOMES.values(), *explanation.GROUPS.values())
    yield from (*findings.HEADER, *contacts.HEADER, *report.HEADER, *progress.HEADER, *grid.HEADER)
    yield from (*contact_sheet.ROLES.values(), *(word for word, _ in contact_sheet.PARTS))
    yield from (contact_sheet.TODAY, contact_sheet.CALL, contact_sheet.NOBODY, contact_sheet.TITLE)
    yield from (contact_sheet.NO_RESIDENTS, contact_sheet.WHO, contact_sheet.OUTSIDE, contact_sheet.VACANT)
    yield from (*law_check.HEADER, *law_check.LIMITS.values(), law_check.SHORTER, law_check.IN_ORDER)
    yield from (law_check.BREACHES, law_check.WARNINGS, law_check.SECONDARY, law_check.NO_LIMIT)
    yield from (*roster_paper.SIGN, *roster_paper.GOAL_HEADER, *roster_paper.CONTACT_HEADER)
    yield from (*roster_paper.CODE_HEADER, roster_paper.PAGE_OF, roster_paper.LEGEND)
    yield from (name for name, _ in (*roster_grid.BEFORE, *roster_grid.AFTER))
    yield from (*xlsx_plan.WHO, *xlsx_plan.SUMS, xlsx_plan.COVER, xlsx_plan.ON_SHIFT, xlsx_plan.AT_LEAST)
    yield from (xlsx_book.PLAN, xlsx_book.CONTACTS, xlsx_book.CODES, xlsx_book.ABOUT, xlsx_book.EDITED)
    yield from (*xlsx_book.CODE_HEADER, *xlsx_book.CONTACT_HEADER, *xlsx_book.KINDS.values())
    yield from _forum()
    yield from (*designed.SEATS, *designed.STATUS.values(), *designed.YES_NO.values())
    yield from (*pooled.WAYS.values(), *pooled.HEADER, *pooled.NOTHING.values())
    yield from (goal.name for goal in GOALS.values())
    for rule in RULES:
        yield from (rule.card.name, rule.card.sentence)
        if not any(digit.isdigit() for digit in rule.card.law):
            yield rule.card.law


def _forum() -> Iterator[str]:
    yield from (*forum_words.KINDS.values(), *forum_words.STATUS.values())
    yield from (*forum_words.NEW_LINES.values(), *forum_words.COMPETENCES.values())
    yield from (*options_part.SIDE_BY_SIDE, *options_part.PEOPLE, *options_part.ROLES.values())
    yield from indicators_part.OVER_TIME
    yield from (*claims_part.LARGER, *claims_part.REGULAR.values(), claims_part.UNLIKE_LAW)
    yield from (
        *overview.HEADER,
        *part_time_need.TRIED,
        part_time_need.WIDTH,
        *protocol.ROLES,
        case_paper.ORDER,
    )
    yield from (one.sentence for one in employment_law().paragraphs)


def _said(path: Path) -> Iterator[str]:
    """The texts given to whatever says them; also `instead=` of the options."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and [_name(one) for one in node.targets] == ["message"]:
            yield from _texts(node.value)
        if not isinstance(node, ast.Call):
            continue
        if _name(node.func) in SAYERS and node.args:
            yield from _texts(node.args[0])
        yield from (one for word in node.keywords if word.arg == "instead" for one in _texts(word.value))
        if _name(node.func) == "whole_number":
            yield from _texts(node.args[-1])


def _name(called: ast.expr) -> str:
    return (
        called.attr
        if isinstance(called, ast.Attribute)
        else called.id
        if isinstance(called, ast.Name)
        else ""
    )


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
