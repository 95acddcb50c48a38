"""`python -m benchmarks rosters`: the compared units planned anew into data/rosters, the picture and README's table.

What the prose of README and docs/decisions says of them is for a human to read again; `tests/docs` holds the figures.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import solver
from benchmarks.case import timing
from solver.auditing import Audit
from solver.present.picture import picture
from solver.present.text import number

ROOT = Path(__file__).parents[1]
ROSTERS, PICTURE = ROOT / "data" / "rosters", ROOT / "docs" / "roster.svg"
COMPARED = ("solsiden-d-a-hver-tredje", "solsiden-langvakt-a", "solsiden-langvakt-b")
PICTURED = "solsiden-langvakt-b"


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks rosters", description=__doc__)
    timing(parser)
    asked = parser.parse_args(argv)
    columns = []
    for name in COMPARED:
        scenario = solver.load(ROOT / "data" / "units" / f"{name}.yaml")
        roster = solver.plan(scenario, seconds=asked.seconds, workers=asked.workers, seed=asked.seed)
        solver.save(roster, ROSTERS / f"{name}.json", scenario)
        columns.append(figures(solver.audit(scenario, roster)))
        print(name, *(f"{one.id} {one.value} ({one.bound})" for one in roster.goals), sep="\n  ", flush=True)
        if name == PICTURED:
            PICTURE.write_text(picture(scenario, roster), encoding="utf-8")
    readme = ROOT / "README.md"
    readme.write_text(with_figures(readme.read_text(encoding="utf-8"), columns), encoding="utf-8")
    return 0


def figures(checked: Audit) -> dict[str, str]:
    """The rows of README's table for one roster, by their titles."""
    measured, goals = checked.measures, {one.id: one.value for one in checked.goals}
    return {
        "linjer i bruk": str(measured["lines_used"]),
        "gjennomsnittlig stilling": f"{number(measured['average_position'], 'nb')} %",
        "stillinger på 80-100 %": str(measured["positions_80_100"]),
        "hele stillinger": str(measured["full_time"]),
        "stillinger under 65 % som ingen har bedt om": str(measured["small_positions"]),
        "uønsket deltid, prosentpoeng i alt": number(goals["unwanted_part_time"], "nb"),
        "årsverk i stillinger": number(measured["fte"], "nb"),
        "betalte årsverk": number(measured["paid_fte"], "nb"),
        "udekkede timer på 12 uker": number(goals["cover"] / 60, "nb"),
        "tidsrom med primær- eller sekundærkontakt": f"{number(measured['with_contact_percent'], 'nb')} %",
    }


def with_figures(page: str, columns: Sequence[Mapping[str, str]]) -> str:
    """README with the figures of these rosters in the rows of its table."""
    rows = {f"| {title} |": " | ".join(column[title] for column in columns) for title in columns[0]}
    lines = []
    for line in page.splitlines():
        begins = next((title for title in rows if line.startswith(title)), None)
        lines.append(line if begins is None else f"{begins} {rows[begins]} |")
    return "\n".join(lines) + "\n"
