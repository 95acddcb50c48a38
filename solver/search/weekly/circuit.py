"""From a flow to a line: the steps taken, each as often as its flow says, as one closed walk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

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
