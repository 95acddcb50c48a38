"""One file a goal: measure() on any roster and express() in the model."""
