"""Jobs that survive anything: queued with their row, worked out in a process of their own, taken over when lost."""
