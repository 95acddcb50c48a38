"""Files broken at random."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

Place = tuple[str | int, ...]
JUNK: list[Any] = [
    None, True, -1, 0, 1, 3.5, "", "x", "22:30", "sat 18:00", 10**12, [], {}, [[]], [{}], {"x": 1}, "default",
    ["D"], ["mon"], 1e300, "E01", "shared", "none", "not_norwegian", 200,
]  # fmt: skip


def mangled(raw: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """JSON of the values with a few of them exchanged, taken away or added."""
    whole = json.loads(json.dumps(raw))
    places = list(_places(whole, ()))[1:]
    for place in draw(st.lists(st.sampled_from(places), min_size=1, max_size=5)):
        _break(
            whole, place, draw(st.sampled_from(("exchange", "remove", "add"))), draw(st.sampled_from(JUNK))
        )
    return json.dumps(whole)


def _places(node: Any, place: Place) -> Iterator[Place]:
    yield place
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for part, inner in parts:
        yield from _places(inner, (*place, part))


def _break(whole: Any, place: Place, how: str, junk: Any) -> None:
    node, junk = whole, copy.deepcopy(junk)
    try:
        for part in place[:-1]:
            node = node[part]
        if how == "exchange":
            node[place[-1]] = junk
        elif how == "remove":
            del node[place[-1]]
        elif isinstance(node, dict):
            node["min"] = junk
        elif isinstance(node, list):
            node.append(junk)
    except (KeyError, IndexError, TypeError):
        pass  # an earlier change took the place away
