"""Units: where everything that is stored belongs."""
