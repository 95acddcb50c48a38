"""Hypothesis for all tests: the same examples every time, and no clock that decides.

To look further than CI does: `HYPOTHESIS_PROFILE=explore MORE=20 pytest tests/agreement`.
"""

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

# Hypothesis mixes in numbers from the source of whatever modules happen to be loaded, so that the same seed gives
# other examples on another machine or beside other tests. Its version is locked; a new one without this name fails.
assert hasattr(providers, "_get_local_constants")
setattr(providers, "_get_local_constants", Constants)  # noqa: B010

settings.register_profile(
    "same",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=50,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)
settings.register_profile("explore", settings.get_profile("same"), derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
