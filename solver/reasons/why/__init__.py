"""Why one person does not have one shift on one day of a roster: put it there, solve around it, say what changes."""
