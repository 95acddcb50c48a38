"""No line of a log is forged by what a user sends, and none holds a secret."""

import logging

import pytest

from api.access.redaction import SafeLines, safe
from api.access.tokens import new_key, new_secret


@pytest.mark.parametrize(
    "sent",
    [
        "a\nWARNING forged",
        "a\r\nforged",
        "a\x1b[2Jforged",
        "a\u2028forged",
        "a\x85forged",
        "a\u202eforged",
        "a\x00b",
    ],
)
def test_what_is_sent_stays_on_one_line(sent: str) -> None:
    told = safe(sent)
    assert len(told.splitlines()) == 1
    assert told.isprintable()


def test_a_key_is_known_by_its_prefix_alone() -> None:
    key = new_key()
    assert safe(f"GET /v1/me?key={key.text}") == f"GET /v1/me?key=heltid_{key.prefix}_***"
    assert key.text[16:30] not in safe(f"cut off: {key.text[:30]}")


def test_links_bearer_values_and_national_numbers_are_hidden() -> None:
    secret = new_secret()
    assert secret not in safe(f"code={secret}")
    assert safe("Authorization: Bearer abc.def-ghi") == "Authorization: Bearer ***"
    assert safe("pid 01017012345 and 010170 12345") == "pid *** and ***"


def test_times_ids_and_hashes_are_left_alone() -> None:
    line = "2026-11-25 03:10:15,123 0197a0f0-1111-7abc-8def-001122334455 sha256=" + "0f" * 32
    assert safe(line) == line
    by_chance = "01a2273a-fdb7-7989-a8ac-f85279651349 " + "ab01017012345c" + "d" * 50
    assert safe(by_chance) == by_chance


def test_a_record_with_a_traceback_keeps_its_lines_and_hides_its_secrets() -> None:
    key = new_key()
    try:
        raise ValueError(f"bad\nvalue {key.text}")
    except ValueError as error:
        record = logging.makeLogRecord(
            {"msg": "failed for %s", "args": ("a\nb",), "exc_info": (type(error), error, error.__traceback__)}
        )
    lines = SafeLines(logging.Formatter("%(message)s")).format(record).splitlines()
    assert lines[0] == "failed for a\\nb"
    assert all(line.startswith("  ") for line in lines[1:])
    assert key.text not in "\n".join(lines)
