"""Timefold's local search on one scenario's facts, in an environment of its own. Run as a file: JSON in, JSON out."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from lines import size_of  # type: ignore[import-not-found]
from score import Place, Plan, Score, facts_of  # type: ignore[import-not-found]
from timefold.solver import SolverFactory
from timefold.solver.config import Duration, ScoreDirectorFactoryConfig, SolverConfig, TerminationConfig


def main() -> None:
    started = time.monotonic()
    given = json.load(sys.stdin)
    facts = facts_of(given)
    places = [
        Place(number * facts.days + day, number, day, codes)
        for number, line in enumerate(given["lines"])
        for day, codes in enumerate(line["allowed"])
    ]
    config = SolverConfig(
        solution_class=Plan,
        entity_class_list=[Place],
        score_director_factory_config=ScoreDirectorFactoryConfig(incremental_score_calculator_class=Score),
        termination_config=TerminationConfig(spent_limit=Duration(seconds=int(given["search_seconds"]))),
        random_seed=given["seed"],
    )
    solver = SolverFactory.create(config).build_solver()
    first: list[float] = []

    def note(event: Any) -> None:
        if event.new_best_score.hard_score == 0 and not first:
            first.append(round(time.monotonic() - started, 2))

    solver.add_event_listener(note)
    best = solver.solve(Plan(facts, places))
    days = [[0] * facts.days for _ in facts.lines]
    for place in best.places:
        days[place.line][place.day] = place.code or 0
    paid = [sum(line.paid[code] for code in row) for line, row in zip(facts.lines, days, strict=True)]
    sizes = [
        size_of(line, minutes + (line.other if minutes or not line.vacant else 0))[0]
        for line, minutes in zip(facts.lines, paid, strict=True)
    ]
    score = best.score
    answer = {
        "hard": -score.hard_score,
        "first_seconds": first[0] if first else None,
        "days": days,
        "sizes": sizes,
        "score": str(score),
    }
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
