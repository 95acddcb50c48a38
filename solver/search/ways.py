"""How CP-SAT searches a model, by what the model is for. Measured on the example units (decision 0003)."""

from __future__ import annotations

from typing import Any, Literal

Way = Literal["check", "count", "small", "flow", "fit", "lay", "near", "improve"]
"""What a model is for.

"check": many small models one after another; what CP-SAT does before it searches is kept short. "count": the same for
counts, which are solved as soon as they are read. "small": as CP-SAT
does by itself. "flow": what a flow lacks shows in its linear relaxation (decision 0006). On whole rosters the
relaxation takes all the time and gives nothing, so it is left out; to "lay" a roster there is nothing to improve yet,
and to "improve" one there is. To "fit" a roster to what is known to be possible, the relaxation often finds it, or
that there is none, at once. "near" solves only neighbourhoods of the hint, with the relaxation, which is cheap there.
"""
LINEAR = ("default_lp", "max_lp", "reduced_costs", "pseudo_costs", "lb_tree_search", "probing")
"""CP-SAT's searches that are led by the linear relaxation."""
FEW_CONSTRAINTS = 8000
"""A model with no more is improved as CP-SAT does by itself; a unit of twenty lines and twelve weeks has 18,000."""
SEARCHES = {"fit": ("max_lp", "no_lp"), "lay": ("no_lp", "quick_restart_no_lp")}
"""The searches of those that are not CP-SAT's own choice, where there are several workers."""


def set_way(parameters: Any, way: Way, workers: int, constraints: int) -> None:
    """Set what the way asks for on CP-SAT's parameters."""
    if way in ("check", "count"):
        parameters.cp_model_probing_level = parameters.symmetry_level = 0
    if way in ("check", "flow", "fit"):
        parameters.linearization_level = 2
    if way in ("check", "count", "fit", "lay"):
        parameters.max_presolve_iterations = 1
    if way == "lay" or (way == "improve" and constraints > FEW_CONSTRAINTS):
        parameters.linearization_level = 0
        parameters.ignore_subsolvers.extend(LINEAR)
    if way == "near":
        parameters.use_lns_only = True
    if workers > 1:
        parameters.subsolvers.extend(SEARCHES.get(way, ()))
