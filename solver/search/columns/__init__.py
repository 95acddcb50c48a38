"""Lines as columns: each line priced as a path over the days, the lines together by a linear program (decision 0009)."""
