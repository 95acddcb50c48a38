"""Who may do what: roles, keys, sessions, log-in and the journal. ``doors`` is the table of rights."""
