"""What people see: tables, the grid, words in bokmål and English."""
