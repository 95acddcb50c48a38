"""The forum's cases: reviews as jobs, their papers, the decision that closes them, and the indicators over time."""
