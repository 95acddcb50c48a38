"""Public benchmark instances through the front door; not part of the wheel."""
