"""Papers: what is printed, signed and hung on the wall, and what the forum meets about."""
