"""The textbook model as a mixed integer program, solved by HiGHS as it comes (in a process of its own)."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.rivals.in_order import Aim, Allowed, Answer, flat
from benchmarks.rivals.model import TextbookModel
from benchmarks.rivals.rows import Rows
from benchmarks.running import Data

NOT_HERE = "highspy is not installed: `make setup-dev` installs it (dependency group `bench`)"
PROCESS = Path(__file__).with_name("highs_process.py")
GAPS = {"mip_rel_gap": 0.0, "mip_abs_gap": 0.999}
"""values are whole numbers, so what is nearer than 1 is proven"""
NEARLY = 1e-6
OVERRUN, LEAST_SECONDS = 4, 10
"""HiGHS looks at the clock seldom; so many times its seconds, and it is ended"""


def is_here() -> bool:
    return find_spec("highspy") is not None


@dataclass
class Mip:
    """HiGHS with so many threads; `started` is when the whole run began."""

    workers: int
    seed: int
    started: float
    rows: Rows = field(default_factory=Rows)

    def __call__(
        self, model: TextbookModel, aim: Aim, allowed: Allowed, values: Sequence[int] | None
    ) -> Answer:
        began = time.monotonic()
        self.rows.take(model.cp.proto)
        asked = self._program(aim) | {
            "start": values,
            "due": began + allowed.share,
            "until": began + allowed.waiting,
        }
        asked["options"] = {"output_flag": False, "threads": self.workers, "random_seed": self.seed} | GAPS
        found = _in_a_process(asked)
        bound = found["bound"]
        whole = None if found["values"] is None else tuple(found["values"][: len(model.cp.proto.variables)])
        return Answer(
            values=whole,
            bound=None if bound is None else ceil(bound - NEARLY),
            proven=found["proven"],
            infeasible=found["infeasible"],
            first_seconds=None if whole is None else self._since_start(found["first"]),
        )

    def _since_start(self, moment: float | None) -> float:
        return round((moment or time.monotonic()) - self.started, 2)

    def _program(self, aim: Aim) -> Data:
        low, high, rows = self.rows.low, self.rows.high, self.rows.rows
        factors, constant = flat(aim.expression)
        cost = np.zeros(len(low))
        cost[list(factors)] = list(factors.values())
        return {
            "cost": cost,
            "offset": constant,
            "low": np.array(low, float),
            "high": np.array(high, float),
            "row_low": np.array([least for _, least, _ in rows], float),
            "row_high": np.array([most for _, _, most in rows], float),
            "start_of_rows": np.cumsum([0, *(len(terms) for terms, _, _ in rows)]).astype(np.int32),
            "index": np.array([at for terms, _, _ in rows for at in terms], np.int32),
            "factor": np.array([one for terms, _, _ in rows for one in terms.values()], float),
        }


def _in_a_process(asked: Data) -> dict[str, Any]:
    command = [sys.executable, "-P", str(PROCESS)]
    patience = OVERRUN * max(asked["until"] - time.monotonic(), LEAST_SECONDS)
    try:
        answer = subprocess.run(
            command, input=pickle.dumps(asked), stdout=subprocess.PIPE, check=True, timeout=patience
        )
    except subprocess.TimeoutExpired:
        return {"values": None, "bound": None, "proven": False, "infeasible": False, "first": None}
    found: dict[str, Any] = pickle.loads(answer.stdout)
    return found
