"""Papers: what is printed, signed and hung on the wall."""
