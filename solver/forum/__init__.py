"""The forum: before a position is advertised, whose part-time could its hours make larger (aml §§ 14-1 b to 14-4 a)."""
