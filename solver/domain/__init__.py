"""What is asked and what comes out: frozen shapes in whole minutes; no ortools."""
