"""Units that share people: their rosters as one model, or unit by unit with the shared lines priced between them."""
