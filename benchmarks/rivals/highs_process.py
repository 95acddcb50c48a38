"""HiGHS in a process of its own: ortools and highspy each bring a libhighs, and one process can hold only one.

Reads one pickled program from standard input and writes what came of it to standard output. Run as a file, so that
nothing of ortools is loaded.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from typing import Any

import highspy
import numpy as np

Data = dict[str, Any]


def main() -> None:
    asked: Data = pickle.load(sys.stdin.buffer)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what HiGHS prints of itself is no answer
    with out:
        pickle.dump(solved(asked), out)


def solved(asked: Data) -> Data:
    """The columns' values (None: none found), the proven bound, how it ended and when the first values came."""
    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in asked["options"].items():
        highs.setOptionValue(name, value)
    highs.passModel(_program(asked))
    if asked["start"] is not None:
        columns = len(asked["start"])
        highs.setSolution(columns, np.arange(columns, dtype=np.int32), np.array(asked["start"], float))
    first: list[float] = []
    highs.cbMipImprovingSolution.subscribe(lambda event: first.append(time.monotonic()))
    highs.cbMipInterrupt.subscribe(lambda event: event.interrupt(_is_over(first, asked["due"])))
    highs.setOptionValue("time_limit", max(asked["until"] - time.monotonic(), 0.1))
    highs.run()
    status, info = highs.getModelStatus(), highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    known = abs(info.mip_dual_bound) < highspy.kHighsInf
    return {
        "values": [round(value) for value in highs.getSolution().col_value] if found else None,
        "bound": info.mip_dual_bound if known else None,
        "proven": status == highspy.HighsModelStatus.kOptimal,
        "infeasible": status == highspy.HighsModelStatus.kInfeasible,
        "first": first[0] if first else None,
    }


def _is_over(first: list[float], due: float) -> bool:
    """The share is used, and there is a roster."""
    return bool(first) and time.monotonic() > due


def _program(asked: Data) -> highspy.HighsLp:
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(asked["cost"]), len(asked["row_low"])
    program.col_cost_, program.offset_ = asked["cost"], asked["offset"]
    program.col_lower_, program.col_upper_ = asked["low"], asked["high"]
    program.row_lower_, program.row_upper_ = asked["row_low"], asked["row_high"]
    program.integrality_ = [highspy.HighsVarType.kInteger] * program.num_col_
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_, matrix.index_, matrix.value_ = asked["start_of_rows"], asked["index"], asked["factor"]
    return program


if __name__ == "__main__":
    main()
