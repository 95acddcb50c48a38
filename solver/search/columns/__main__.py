"""The helper's end of `helper.py`: tasks come on standard input, answers go to standard output."""

from __future__ import annotations

import pickle
import sys

from solver.rules.registry import RULES
from solver.search.columns.helper import Task, answered
from solver.search.columns.problem import Problem
from solver.search.stages import Stage, scale_of


def main() -> None:
    scenario, steps = pickle.load(sys.stdin.buffer)
    stages = [Stage(one, 0, scale_of(one)) for one in steps]
    problem = Problem(scenario, RULES, stages)
    while True:
        try:
            task: Task = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump(answered(problem, task), sys.stdout.buffer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
