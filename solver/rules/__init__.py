"""One file a rule: its card, enforce() in the model and audit() on any roster."""
