"""Lines as columns: each priced as a path over the days, all together by a linear program (decision 0018)."""
