"""First schema: conversations and requests with a data key each, inbox, outbox, report links, audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_TABLES = ("audit", "report_link", "outbox", "request", "inbox", "conversation", "data_key")


def upgrade() -> None:
    op.create_table(
        "data_key",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("purpose", sa.String(16), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_data_key"),
    )
    _create_conversation_tables()
    _create_request_tables()
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("object", sa.String(64), nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    _make_audit_append_only()


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_is_append_only()")


def _create_conversation_tables() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("offered", sa.LargeBinary(), nullable=False),
        sa.Column("last_replies", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
        sa.UniqueConstraint("token_hash", name="uq_conversation_token_hash"),
        sa.UniqueConstraint("data_key_id", name="uq_conversation_data_key_id"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_conversation_data_key_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_conversation_finished_updated_at", "conversation", ["finished", "updated_at"])
    op.create_table(
        "inbox",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("external_id_hash", sa.String(64), nullable=False),
        sa.Column("turn_version", sa.Integer(), nullable=False),
        sa.Column("replies", sa.LargeBinary(), nullable=False),
        sa.Column("outcomes", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("conversation_id", "external_id_hash", name="uq_inbox_conversation_id_external_id_hash"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_inbox_conversation_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_inbox_created_at", "inbox", ["created_at"])
    op.create_table(
        "report_link",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("snapshot", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("used_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name="pk_report_link"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_report_link_data_key_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_report_link_data_key_id", "report_link", ["data_key_id"])


def _create_request_tables() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("reference", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=True),
        sa.Column("fields", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_request"),
        sa.UniqueConstraint("reference", name="uq_request_reference"),
        sa.UniqueConstraint("data_key_id", name="uq_request_data_key_id"),
        sa.ForeignKeyConstraint(["data_key_id"], ["data_key.id"], name="fk_request_data_key_id", ondelete="SET NULL"),
        sa.CheckConstraint("kind IN ('woningscan', 'terugbellen')", name=op.f("ck_request_kind")),
        sa.CheckConstraint(
            "status IN ('nieuw', 'opgepakt', 'afspraak', 'afgehandeld', 'vervallen', 'geannuleerd')",
            name=op.f("ck_request_status"),
        ),
    )
    op.create_index("ix_request_status", "request", ["status"])
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("message_id", sa.String(255), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", _MOMENT, nullable=False),
        sa.Column("lease_until", _MOMENT, nullable=True),
        sa.Column("last_error_class", sa.String(64), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("request_id", "kind", name="uq_outbox_request_id_kind"),
        sa.UniqueConstraint("message_id", name="uq_outbox_message_id"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_outbox_request_id", ondelete="CASCADE"),
        sa.CheckConstraint("kind IN ('nieuw', 'geannuleerd')", name=op.f("ck_outbox_kind")),
        sa.CheckConstraint("status IN ('wachtend', 'verzonden', 'mislukt')", name=op.f("ck_outbox_status")),
    )
    op.create_index("ix_outbox_status_next_attempt_at", "outbox", ["status", "next_attempt_at"])


def _make_audit_append_only() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit "
                "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()"
    )
