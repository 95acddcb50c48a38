"""The goals of the measurements: each told with what it came to, and whether it holds."""

from benchmarks.goals import goals
from benchmarks.running import Data


def proven(value: float) -> Data:
    return {"value": value, "bound": value}


FOUR = {name: proven(0) for name in ("cover", "unwanted_part_time", "small_positions")} | {
    "part_time": proven(4)
}
OURS: Data = {
    "unit": "one",
    "way": "heltid",
    "lines": 20,
    "given": 60,
    "goals": FOUR | {"weekend_balance": {"value": 1, "bound": 0}, "strain": {"value": 40, "bound": 9}},
    "proven_seconds": {"cover": 2.5, "unwanted_part_time": 3.0, "small_positions": 3.0, "part_time": 6.0},
}
THEIRS = OURS | {
    "way": "textbook-10x",
    "given": 600,
    "goals": FOUR | {"weekend_balance": {"value": 2, "bound": 0}, "strain": {"value": 79, "bound": 0}},
}


def test_a_unit_is_held_to_its_seconds_and_to_the_textbook_model() -> None:
    told = goals({"units": [OURS, THEIRS]})
    assert "| one (20 lines): cover at its bound | 3 s | 2.5 s | yes |" in told
    assert "| one (20 lines): first four goals proven | 5 s | 6.0 s | **no** |" in told
    assert (
        "| one (20 lines): weekend_balance after 60 s | proven | weekend_balance 1 (bound 0) | **no** |"
        in told
    )
    assert "| as good, in order | first other weekend_balance: 1 against 2 | yes |" in told
    assert "| half of the textbook model's, or proven | 40 against 79 | **no** |" in told


def test_a_unit_with_an_open_goal_names_it() -> None:
    late = OURS | {"goals": OURS["goals"] | {"part_time": {"value": 5, "bound": 4}}, "proven_seconds": {}}
    assert "first four goals proven | 5 s | part_time 5 (bound 4) | **no** |" in goals({"units": [late]})


def test_a_textbook_model_without_a_roster_is_told() -> None:
    told = goals({"units": [OURS, THEIRS | {"goals": {}}]})
    assert "it had no roster | yes |" in told


def test_long_runs_of_many_lines_are_held_to_their_bounds() -> None:
    many = OURS | {"lines": 160, "weeks": 12, "given": 300}
    many["goals"] = FOUR | {"part_time": {"value": 34, "bound": 30}}
    told = goals({"growth": [many, many | {"lines": 80, "goals": FOUR}]})
    assert "| 160 lines, 5 min: first three goals | at their bound | at their bound | yes |" in told
    assert "| 160 lines, 5 min: part_time | within 10 % of its bound | 34 (bound 30) | **no** |" in told
    assert "| 80 lines, 5 min: part_time | within 10 % of its bound | 4 (bound 4) | yes |" in told


def test_solves_that_gave_nothing_fall_short() -> None:
    failed = OURS | {"status": "failed", "goals": {}, "proven_seconds": {}, "lines": 200, "weeks": 12}
    units = goals({"units": [failed, THEIRS]})
    assert "| one (200 lines): cover at its bound | 90 s | – | **no** |" in units
    assert "| one (200 lines): first four goals proven | 30 s | – | **no** |" in units
    assert "| as good in each goal | no roster | **no** |" in units
    told = goals({"growth": [failed | {"lines": 80, "given": 300}]})
    assert "| 80 lines, 5 min: part_time | within 10 % of its bound | – (bound –) | **no** |" in told


def test_instances_are_held_to_the_best_known_values() -> None:
    rows = [
        {"instance": f"Instance{n}", "solver": "heltid", "value": value, "published": {"best_known": "100"}}
        for n, value in ((1, 100), (12, 101), (8, 104), (18, None))
    ]
    told = goals({"curtois": rows})
    assert "Qu 1, 10 min at most | the best known | 0.00 % above at most (1) | yes |" in told
    assert "| within 1 % of the best known | 1.00 % above at most (12) | yes |" in told
    assert "| within 3 % of the best known | 4.00 % above at most (8) | **no** |" in told
    assert "| within 13 % of the best known | inf % above at most (18) | **no** |" in told


def test_rotating_instances_are_held_to_what_is_known() -> None:
    row = {
        "instance": "Example1",
        "status": "FEASIBLE",
        "expected": "FEASIBLE",
        "seconds": 0.4,
        "search_seconds": 0.02,
    }
    told = goals({"musliu": [row, row | {"status": "INFEASIBLE"}]})
    assert "| Musliu: decided as `status.csv` says | 2 | 1 | **no** |" in told
    assert "| Musliu: median search | 0.1 s | 0.02 s | yes |" in told
