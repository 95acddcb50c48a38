"""Who may do what: people, their ways in, roles, keys, sessions, and the journal that nobody changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from api.store.migrations.columns import data, moment, of, text, uuid, whole

revision = "0002"
down_revision = "0001"
TABLES = (
    "journal", "login_counts", "oidc_attempts", "sign_in_links", "api_keys", "sign_ins", "group_roles",
    "role_grants", "local_logins", "identities", "users",
)  # fmt: skip
REFUSAL = "the journal is only added to"
# An INSERT OR REPLACE deletes without a trigger of DELETE, so that the number of a new entry is watched as well.
SQLITE = (
    f"CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    f"CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    "CREATE TRIGGER journal_at_its_end BEFORE INSERT ON journal "
    "WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM journal) "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
)
# ENABLE ALWAYS: also where a session says that it is a replica.
POSTGRESQL = (
    "CREATE FUNCTION journal_refusal() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    "CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE ON journal "
    "FOR EACH ROW EXECUTE FUNCTION journal_refusal()",
    "CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal "
    "FOR EACH STATEMENT EXECUTE FUNCTION journal_refusal()",
    "ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_no_change",
    "ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_no_truncate",
    "REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM PUBLIC",
)


def upgrade() -> None:
    _people()
    _roles()
    _ways_in()
    op.create_table(
        "journal",
        whole("number", primary_key=True, autoincrement=False),
        text("at"),
        text("principal", nullable=True),
        text("via"),
        text("what"),
        text("unit", nullable=True, index=True),
        text("subject", nullable=True),
        text("outcome"),
        text("request", nullable=True),
        _bytes("before"),
        _bytes("own"),
    )
    for statement in SQLITE if _is_sqlite() else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    if not _is_sqlite():
        op.execute("DROP FUNCTION journal_refusal()")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _people() -> None:
    op.create_table(
        "users",
        uuid("id", primary_key=True),
        text("alias", unique=True),
        moment("created_at"),
        moment("disabled_at", nullable=True),
        data("groups"),
        moment("groups_at", nullable=True),
    )
    op.create_table(
        "identities",
        text("issuer", primary_key=True),
        text("subject", primary_key=True),
        uuid("user_id", of("users"), index=True),
    )
    op.create_table(
        "local_logins",
        uuid("user_id", of("users"), primary_key=True),
        text("login", unique=True),
        text("password"),
        moment("changed_at"),
    )


def _roles() -> None:
    op.create_table(
        "role_grants",
        uuid("id", primary_key=True),
        uuid("user_id", of("users"), index=True),
        text("role"),
        uuid("unit_id", of("units"), nullable=True, index=True),
        moment("created_at"),
        sa.UniqueConstraint("user_id", "role", "unit_id"),
    )
    op.create_table(
        "group_roles",
        uuid("id", primary_key=True),
        text("group_name", index=True),
        text("role"),
        uuid("unit_id", of("units"), nullable=True, index=True),
        moment("created_at"),
        sa.UniqueConstraint("group_name", "role", "unit_id"),
    )


def _ways_in() -> None:
    op.create_table(
        "sign_ins",
        uuid("id", primary_key=True),
        _bytes("digest", unique=True),
        uuid("user_id", of("users"), index=True),
        text("via"),
        *(moment(name) for name in ("created_at", "seen_at", "expires_at")),
        moment("revoked_at", nullable=True),
    )
    op.create_table(
        "api_keys",
        uuid("id", primary_key=True),
        text("prefix", unique=True),
        _bytes("digest"),
        uuid("user_id", of("users"), index=True),
        text("label"),
        data("units", nullable=True),
        data("rights"),
        *(moment(name) for name in ("created_at", "expires_at")),
        *(moment(name, nullable=True) for name in ("revoked_at", "used_at")),
    )
    op.create_table(
        "sign_in_links",
        _bytes("digest", primary_key=True),
        uuid("user_id", of("users")),
        moment("expires_at"),
        moment("used_at", nullable=True),
    )
    op.create_table(
        "oidc_attempts",
        _bytes("state", primary_key=True),
        _bytes("browser"),
        *(text(name) for name in ("nonce", "verifier")),
        moment("expires_at"),
    )
    op.create_table("login_counts", _bytes("bucket", primary_key=True), moment("until"), whole("count"))


def _bytes(name: str, *, unique: bool = False, primary_key: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False, unique=unique or None, primary_key=primary_key)
