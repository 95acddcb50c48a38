"""What the service keeps: tables, the engine that reaches them, and how they change from version to version."""
