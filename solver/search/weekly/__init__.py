"""Shared rotation: the one line all walk, as an integer flow over a weekly automaton (decision 0006)."""
