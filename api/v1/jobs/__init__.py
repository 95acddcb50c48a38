"""Jobs of one shape: plans, explanations and frontiers (and reviews, when the forum comes)."""
