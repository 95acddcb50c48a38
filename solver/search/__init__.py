"""How a roster is found."""
