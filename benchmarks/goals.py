"""What the figures should come to on two cores, and what they came to: one row for each goal that was measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf
from statistics import median

from benchmarks.running import Data
from benchmarks.tables import NONE, at_bound, percent_above, proven_after, table

Rows = list[Data]
FIRST_FOUR = "cover", "unwanted_part_time", "small_positions", "part_time"
Told = tuple[str, str, str, bool]
"""What was measured, what it should come to, what it came to, and whether it holds."""
PERCENT_ABOVE = {0: (1, 2, 3, 4, 5, 6, 7, 10), 1: (12, 14), 3: (8, 16), 13: (18,)}
"""Curtois & Qu in ten minutes: the most above the best known value, and of which instances."""
FIVE_MINUTES, MINUTE = 300, 60
COVER_SECONDS = {25: 3, 42: 8, 60: 20, 160: 90}
"""Up to so many lines, the seconds to a legal roster with `cover` at its bound."""
FOUR_SECONDS = {25: 5, 60: 30}
"""Up to so many lines, the seconds until the first four goals are proven."""
MEMORY_LINES, MOST_MIB = 60, 2048
MOST_SEARCH, MOST_SECONDS = 0.1, 10
"""Musliu: the median second of search, and the most that any takes."""
PART_TIME_ABOVE = 1.1


def goals(parts: Mapping[str, Rows]) -> str:
    """The table of all goals that the results tell of."""
    told: list[Told] = [
        *_units(parts.get("units", [])),
        *_growth(parts.get("growth", [])),
        *_musliu(parts.get("musliu", [])),
        *_curtois(parts.get("curtois", [])),
    ]
    lines = [(what, goal, found, "yes" if holds else "**no**") for what, goal, found, holds in told]
    return table(("what", "goal", "measured", "met"), lines)


def _units(rows: Rows) -> Iterator[Told]:
    ours = {row["unit"]: row for row in rows if row["way"] == "heltid" and row.get("given") == MINUTE}
    longer = {row["unit"]: row for row in rows if row["way"] == "textbook-10x"}
    for name, row in ours.items():
        unit = f"{name} ({row['lines']} lines)"
        yield _cover(unit, row)
        yield _four(unit, row)
        if "weekend_balance" in row["goals"]:
            left = list(_open(row, ["weekend_balance"]))
            yield f"{unit}: weekend_balance after 60 s", "proven", left[0] if left else "proven", not left
        if name in longer:
            yield from _beside(unit, row, longer[name])
        if row["lines"] == MEMORY_LINES:
            peak = row["peak_mib"]
            yield f"{unit}: memory", f"under {MOST_MIB} MiB", f"{peak} MiB", peak < MOST_MIB


def _cover(unit: str, row: Data) -> Told:
    most = _most(COVER_SECONDS, row)
    seconds = proven_after(row, "cover")
    found = NONE if seconds is None else f"{seconds:.1f} s"
    return f"{unit}: cover at its bound", f"{most} s", found, seconds is not None and seconds <= most


def _four(unit: str, row: Data) -> Told:
    four = list(row["goals"])[:4]
    most = _most(FOUR_SECONDS, row)
    seconds = [one for goal in four if (one := proven_after(row, goal)) is not None]
    what, goal = f"{unit}: first four goals proven", f"{most} s"
    if not four or len(seconds) < len(four):
        return what, goal, ", ".join(_open(row, four)) or NONE, False
    return what, goal, f"{max(seconds):.1f} s", max(seconds) <= most


def _most(seconds: Mapping[int, int], row: Data) -> int:
    """What a unit of so many lines may take; of more than any, as the largest."""
    return next((most for lines, most in seconds.items() if row["lines"] <= lines), max(seconds.values()))


def _open(row: Data, names: list[str]) -> Iterator[str]:
    """The goals that are not at their bound."""
    for name in names:
        if not at_bound(row["goals"].get(name)):
            yield f"{name} {_told(row, name)}"


def _told(row: Data, name: str) -> str:
    """A value and its bound, where there are any."""
    goal = row["goals"].get(name, {})
    value, bound = (NONE if goal.get(part) is None else f"{goal[part]:g}" for part in ("value", "bound"))
    return f"{value} (bound {bound})"


def _beside(unit: str, row: Data, longer: Data) -> Iterator[Told]:
    """A minute of ours beside ten of the textbook model's."""
    if not _has_values(longer):
        yield f"{unit}: beside the textbook model's 600 s", "as good in each goal", "it had no roster", True
        return
    if not _has_values(row):
        yield f"{unit}: beside the textbook model's 600 s", "as good in each goal", "no roster", False
        return
    names = list(row["goals"])
    ours, theirs = ([one["goals"][name]["value"] for name in names] for one in (row, longer))
    first = next((name for name, a, b in zip(names, ours, theirs, strict=True) if a != b), None)
    same = "the same in all" if first is None else f"{first}: {_pair(row, longer, first)}"
    yield (
        f"{unit}: beside the textbook model's 600 s",
        "as good, in order",
        f"first other {same}",
        ours <= theirs,
    )
    if "strain" in names:
        value, other = ours[names.index("strain")], theirs[names.index("strain")]
        yield (
            f"{unit}: strain",
            "half of the textbook model's, or proven",
            _pair(row, longer, "strain"),
            2 * value <= other or at_bound(row["goals"]["strain"]),
        )


def _has_values(row: Data) -> bool:
    return bool(row["goals"]) and all(goal["value"] is not None for goal in row["goals"].values())


def _pair(row: Data, longer: Data, name: str) -> str:
    return f"{row['goals'][name]['value']:g} against {longer['goals'][name]['value']:g}"


def _growth(rows: Rows) -> Iterator[Told]:
    alone = [row for row in rows if "job" not in row and row["weeks"] == 12]
    timed = {20, 40, 160}
    for row in alone:
        if row["lines"] in timed and row["given"] >= _most(COVER_SECONDS, row):
            timed.remove(row["lines"])
            yield _cover(f"{row['lines']} lines", row)
        if row["given"] == FIVE_MINUTES and row["lines"] in {80, 160}:
            *three, last = FIRST_FOUR
            left = list(_open(row, three))
            found = ", ".join(left) or "at their bound"
            yield f"{row['lines']} lines, 5 min: first three goals", "at their bound", found, not left
            goal = row["goals"].get(last)
            is_bounded = goal is not None and goal["bound"] is not None
            near = is_bounded and at_bound(goal | {"bound": PART_TIME_ABOVE * goal["bound"]})
            yield f"{row['lines']} lines, 5 min: {last}", "within 10 % of its bound", _told(row, last), near


def _musliu(rows: Rows) -> Iterator[Told]:
    if not rows:
        return
    right = sum(row["status"] == row.get("expected") for row in rows)
    yield "Musliu: decided as `status.csv` says", str(len(rows)), str(right), right == len(rows)
    seconds = [row["seconds"] for row in rows]
    yield "Musliu: each", f"{MOST_SECONDS} s", f"{max(seconds):.1f} s at most", max(seconds) <= MOST_SECONDS
    middle = median(row.get("search_seconds") or row["seconds"] for row in rows)
    yield "Musliu: median search", f"{MOST_SEARCH} s", f"{middle:.2f} s", middle < MOST_SEARCH


def _curtois(rows: Rows) -> Iterator[Told]:
    found = {row["instance"].removeprefix("Instance"): row for row in rows if row["solver"] == "heltid"}
    for percent, numbers in PERCENT_ABOVE.items():
        above = {}
        for number in filter(found.__contains__, map(str, numbers)):
            one = percent_above(found[number])
            above[number] = inf if one is None else one
        if above:
            worst = max(above, key=lambda one: above[one])
            yield (
                f"Curtois & Qu {', '.join(above)}, 10 min at most",
                f"within {percent} % of the best known" if percent else "the best known",
                f"{above[worst]:.2f} % above at most ({worst})",
                above[worst] <= percent + 1e-9,
            )
