"""Names of a unit's employees and residents: read, corrected, deleted, and all that is held about one person."""
