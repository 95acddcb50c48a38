"""The ways in for people: the municipality's log-in, a password, and the one-time link on loopback."""
