"""How many examples a test looks at, and the chance that hypothesis hands it."""

import os
from random import Random

from hypothesis import settings
from hypothesis import strategies as st

TIMES = int(os.environ.get("MORE", "1"))
chances = st.integers(0, 2**30).map(Random)


def examples(count: int) -> settings:
    """So many in CI, and MORE times as many where somebody looks further."""
    return settings(max_examples=count * TIMES)
