"""Jobs of one shape: plans, explanations, frontiers and reviews."""
