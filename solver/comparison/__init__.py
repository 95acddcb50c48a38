"""Rosters side by side, and what each arrangement of a unit allows."""
