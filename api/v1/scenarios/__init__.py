"""Scenarios: what is asked, in versions that are never overwritten."""
