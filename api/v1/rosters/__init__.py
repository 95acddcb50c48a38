"""Rosters: those that plans made and those that people bring, in versions that are never overwritten."""
