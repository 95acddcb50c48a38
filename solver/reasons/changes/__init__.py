"""The least that must give: one file for each kind of change, and how the cheapest of a kind is found."""
