"""From a flow to a line: the steps taken, each as often as its flow says, as one closed walk."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence

from solver.search.weekly.automaton import Node, Step


def parts_of(steps: Iterable[Step]) -> list[set[Node]]:
    """The states that these steps join, as sets without a step between them; of a flow each can be walked around."""
    parent: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    for step in steps:
        parent[root(step.source)] = root(step.target)
    parts: dict[Node, set[Node]] = defaultdict(set)
    for node in list(parent):
        parts[root(node)].add(node)
    return list(parts.values())


def line_of(taken: Mapping[Step, int]) -> tuple[str, ...]:
    """The codes of a line that takes every step so often, from a Monday on (Hierholzer's way round).

    Every state is left as often as it is come to, and all steps hang together.
    """
    waiting: dict[Node, list[Step]] = defaultdict(list)
    for step, times in taken.items():
        waiting[step.source] += [step] * times
    monday = next(step.source for step, times in taken.items() if times and step.dow == 0)
    way: list[tuple[Node, str]] = [(monday, "")]
    codes = []
    while way:
        node, code = way[-1]
        if waiting[node]:
            step = waiting[node].pop()
            way.append((step.target, step.code))
        else:
            way.pop()
            codes.append(code)
    return tuple(reversed(codes[:-1]))


def narrowest(steps: Sequence[Step], part: Collection[Node], others: Collection[Node]) -> set[Node]:
    """The states on the part's side of the fewest steps that every way from it to the others passes (augmenting
    paths: each step is passed once).
    """
    near: dict[Node, list[tuple[int, Node, bool]]] = defaultdict(list)
    for number, step in enumerate(steps):
        near[step.source].append((number, step.target, True))
        near[step.target].append((number, step.source, False))
    passed: set[int] = set()
    while True:
        came: dict[Node, tuple[Node, int] | None] = dict.fromkeys(part)
        waiting = deque(part)
        while waiting and not came.keys() & others:
            node = waiting.popleft()
            for number, after, is_forward in near[node]:
                if after not in came and is_forward != (number in passed):
                    came[after] = node, number
                    waiting.append(after)
        end = next((node for node in others if node in came), None)
        if end is None:
            return set(came)
        while (way := came[end]) is not None:
            end, number = way
            passed ^= {number}
