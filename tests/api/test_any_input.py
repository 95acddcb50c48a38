"""Whatever is sent, the service answers as it says it does: schemathesis over the whole description.

Each operation is an own test; schemathesis' plugin for pytest is not used, as it does not know pytest 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import SecretStr
from schemathesis import GenerationMode
from schemathesis.checks import positive_data_acceptance

from api.description import described
from api.jobs.engine import migrate_engine
from api.main import create_app
from api.settings import Settings
from api.store.engine import Store
from api.store.migrate import migrate
from tests.api.processes import KEY

EXAMPLES = 10
STREAMS = "/events"
"""these answer for as long as a job goes on; `test_live` reads them"""
MEANING = re.compile("plans|explanations|frontiers|audits|comparisons|scenarios|rosters")
"""What these take can be right in its shape and wrong in its meaning: an unknown id, a shift that does not exist. And a
POST may bring an Idempotency-Key that was used for something else."""
OPERATIONS = [
    (method, path)
    for path, methods in described()["paths"].items()
    for method in methods
    if not path.endswith(STREAMS)
]


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("any")
    own = Settings(folder=folder, key=SecretStr(KEY), most_jobs_of_unit=10**6, most_jobs_of_person=10**6)
    store = Store(own.database)
    migrate(store)
    migrate_engine(store)
    yield schemathesis.openapi.from_asgi("/openapi.json", create_app(own, store))
    store.close()


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["right", "wrong"])
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_answer_is_as_described(schema: Any, method: str, path: str, mode: GenerationMode) -> None:
    operation = schema[path][method]
    if mode is GenerationMode.NEGATIVE and not (
        operation.path_parameters or operation.query or operation.body
    ):
        return  # there is nothing that could be wrong

    @settings(
        max_examples=EXAMPLES, derandomize=True, deadline=None, database=None,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        left_out = (
            [positive_data_acceptance]
            if method == "post" or (method == "put" and MEANING.search(path))
            else []
        )
        case.call_and_validate(headers={"Authorization": f"Bearer {KEY}"}, excluded_checks=left_out)

    ask()
