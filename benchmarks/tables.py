"""Results as tables of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any

from benchmarks.running import Data

NONE = "–"
PUBLISHED = {
    "best_known": "best known",
    "ejection_chain_10min": "ejection chain 10 min",
    "ip_vns_10min": "IP + VNS 10 min",
    "gurobi_10min": "Gurobi 10 min",
    "ip_vns_60min": "IP + VNS 60 min",
}
"""columns of best_known.csv (Curtois & Qu 2014; Rahimian et al. 2017)"""


def table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table; the first column to the left, the others to the right."""
    lines = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: Any) -> str:
    if value is None or value == "":
        return NONE
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def at_bound(goal: Data | None) -> bool:
    """Whether a goal's value is proven best."""
    if goal is None or goal["value"] is None or goal["bound"] is None:
        return False
    return bool(goal["bound"] >= goal["value"])


def proven_after(row: Data, goal: str) -> float | None:
    """The seconds after which a goal was first known to be at its bound."""
    seconds: dict[str, float] = row.get("proven_seconds", {})
    return seconds.get(goal)


def valued(goal: Data | None) -> str:
    """A value with its bound: bold where they meet."""
    if goal is None or goal["value"] is None:
        return NONE
    value, bound = _cell(goal["value"]), goal["bound"]
    if bound is None:
        return value
    return f"**{value}**" if at_bound(goal) else f"{value} ({_cell(bound)})"


def units(rows: list[Data]) -> str:
    """One table for each unit: a row for each way, a column for each goal."""
    parts = []
    for name in dict.fromkeys(row["unit"] for row in rows):
        found = [row for row in rows if row["unit"] == name]
        goals = list(dict.fromkeys(goal for row in found for goal in row["goals"]))
        header = ("way", "seconds", "first", "peak MiB", *(goal.replace("_", " ") for goal in goals))
        lines = [
            (
                f"{row['way']}{_mark(row)}", row.get("seconds"), row.get("first_seconds"), row.get("peak_mib"),
                *(valued(row["goals"].get(goal)) for goal in goals),
            )
            for row in found
        ]  # fmt: skip
        parts.append(f"**{name}**, {found[0]['lines']} lines\n\n{table(header, lines)}")
    return "\n".join(parts)


def _mark(row: Data) -> str:
    if row.get("broken"):
        return " (breaks rules)"
    return "" if row["status"] in ("optimal", "feasible") else f" ({row['status']})"


def curtois(rows: list[Data]) -> str:
    """A row for each instance: Heltid, its rivals in the same time, and what has been published."""
    ways = list(dict.fromkeys(row["solver"] for row in rows))
    known = [name for name in PUBLISHED if any(name in row.get("published", {}) for row in rows)]
    header = ["instance"]
    for way in ways:
        header += [way, f"{way} seconds"]
    header += ["above best known", *(PUBLISHED[name] for name in known)]
    lines = []
    for name in dict.fromkeys(row["instance"] for row in rows):
        found = {row["solver"]: row for row in rows if row["instance"] == name}
        line: list[Any] = [name.removeprefix("Instance")]
        for way in ways:
            row = found.get(way)
            line += [valued(row) + _mark(row) if row else NONE, row and row["seconds"]]
        best = next(iter(found.values())).get("published", {})
        lines.append([*line, _above(found.get("heltid")), *(best.get(column) for column in known)])
    return table(header, lines)


def _above(row: Data | None) -> str:
    percent = percent_above(row) if row else None
    return NONE if percent is None else f"{percent:.1f} %"


def percent_above(row: Data) -> float | None:
    """How much an instance's value is over the best known one."""
    best = row.get("published", {}).get("best_known")
    if row["value"] is None or not best:
        return None
    return 100 * float(row["value"] / int(best) - 1)


def musliu(rows: list[Data]) -> str:
    """How many were decided, and how long it took; those that went wrong by name."""
    seconds = [row["seconds"] if row.get("search_seconds") is None else row["search_seconds"] for row in rows]
    decided = [row for row in rows if row["status"] in ("FEASIBLE", "INFEASIBLE")]
    lines: list[tuple[str, Any]] = [
        ("instances", len(rows)),
        ("feasible, with a line that was checked again", sum(row["status"] == "FEASIBLE" for row in rows)),
        ("infeasible, proven", sum(row["status"] == "INFEASIBLE" for row in rows)),
        ("not decided", len(rows) - len(decided)),
        ("median seconds of search", float(median(seconds))),
        ("most seconds of search", float(max(seconds))),
    ]
    other = [row["instance"] for row in rows if row["status"] != row.get("expected", row["status"])]
    if any("expected" in row for row in rows):
        lines.append(("otherwise than `status.csv` says", ", ".join(other) or 0))
    return table(("", ""), lines)


def growth(rows: list[Data]) -> str:
    """A row for each size, and the municipality in one."""
    alone, jobs = [row for row in rows if "job" not in row], [row for row in rows if "job" in row]
    parts = []
    if alone:
        goals = list(dict.fromkeys(goal for row in alone for goal in row["goals"]))[:4]
        header = ("lines x weeks", "given s", "first s", "cover at its bound s", "peak MiB")
        lines = [
            (
                f"{row['lines']} x {row['weeks']}{_mark(row)}", row["given"], row.get("first_seconds"),
                proven_after(row, "cover"), row.get("peak_mib"),
                *(valued(row["goals"].get(goal)) for goal in goals),
            )
            for row in alone
        ]  # fmt: skip
        parts.append(table((*header, *(goal.replace("_", " ") for goal in goals)), lines))
    if jobs:
        parts.append(_municipality(jobs))
    return "\n".join(parts)


def _municipality(jobs: list[Data]) -> str:
    planned = [row for row in jobs if row["status"] in ("optimal", "feasible")]
    firsts = [row["first_seconds"] for row in planned if row.get("first_seconds") is not None]
    covered = sum(at_bound(row["goals"].get("cover")) for row in planned)
    lines: list[tuple[str, Any]] = [
        ("jobs", len(jobs)),
        ("lines", sum(row["lines"] for row in jobs)),
        ("seconds given to each, one worker", jobs[0]["given"]),
        ("with a legal roster", len(planned)),
        ("with cover proven best", covered),
        ("median seconds to the first roster", float(median(firsts)) if firsts else None),
        ("peak MiB of one job", max((row.get("peak_mib") or 0 for row in jobs), default=None)),
    ]
    return table(("a municipality", ""), lines)
