"""Reading and writing: json, yaml, csv."""
