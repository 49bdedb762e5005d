"""The whole schema: nothing was released before it (docs/adr/0005-one-first-migration.md)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_OPEN = sa.text("state <> 'closed'")
_TABLES = (
    "alarm_notice",
    "audit",
    "clock_mark",
    "data_key",
    "figure",
    "job_beat",
    "conversation",
    "report_link",
    "inbox",
    "adviser",
    "request",
    "appointment",
    "escalation",
    "outbox",
    "request_access",
    "request_event",
    "request_note",
    "request_lookup",
    "set_aside",
    "staff_attempt",
    "staff",
    "staff_recovery_code",
    "staff_session",
    "staff_setup_link",
    "live_chat",
    "staff_presence",
    "live_message",
    "request_link",
    "telegram_chat",
    "telegram_outgoing",
    "telegram_update",
)


def upgrade() -> None:
    _create_base()
    _create_conversation()
    _create_request()
    _create_set_aside()
    _create_staff()
    _create_chat()
    _create_telegram()
    _make_audit_append_only()


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_is_append_only()")


def _create_base() -> None:
    op.create_table(
        "alarm_notice",
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=True),
        sa.Column("lease_until", _MOMENT, nullable=True),
        sa.Column("last_error", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("code", name="pk_alarm_notice"),
    )
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
    op.create_table(
        "clock_mark",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("held_since", _MOMENT, nullable=True),
        sa.Column("reason", sa.String(16), nullable=True),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_clock_mark"),
    )
    op.create_table(
        "data_key",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("purpose", sa.String(16), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_data_key"),
    )
    op.create_table(
        "figure",
        sa.Column("week", sa.String(8), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("week", "name", name="pk_figure"),
    )
    op.create_table(
        "job_beat",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("well", sa.Boolean(), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=True),
        sa.Column("mark_hash", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_job_beat"),
    )


def _create_conversation() -> None:
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
        sa.Column("ledger", sa.LargeBinary(), nullable=True),
        sa.Column("owner", sa.String(16), nullable=False, server_default="bot"),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
        sa.UniqueConstraint("data_key_id", name="uq_conversation_data_key_id"),
        sa.UniqueConstraint("token_hash", name="uq_conversation_token_hash"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_conversation_data_key_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_conversation_finished_updated_at", "conversation", ["finished", "updated_at"])
    op.create_table(
        "report_link",
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("snapshot", sa.LargeBinary(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_report_link"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_report_link_data_key_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_report_link_data_key_id", "report_link", ["data_key_id"])
    op.create_index("ix_report_link_expires_at", "report_link", ["expires_at"])
    op.create_table(
        "inbox",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("external_id_hash", sa.String(64), nullable=False),
        sa.Column("turn_version", sa.Integer(), nullable=False),
        sa.Column("replies", sa.LargeBinary(), nullable=False),
        sa.Column("outcomes", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("conversation_id", "external_id_hash", name="uq_inbox_conversation_id_external_id_hash"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_inbox_conversation_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_inbox_created_at", "inbox", ["created_at"])


def _create_request() -> None:
    op.create_table(
        "adviser",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.Column("feed_hash", sa.String(64), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_adviser"),
        sa.UniqueConstraint("data_key_id", name="uq_adviser_data_key_id"),
        sa.UniqueConstraint("feed_hash", name="uq_adviser_feed_hash"),
        sa.ForeignKeyConstraint(["data_key_id"], ["data_key.id"], name="fk_adviser_data_key_id", ondelete="CASCADE"),
    )
    op.create_table(
        "request",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("reference", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=True),
        sa.Column("fields", sa.LargeBinary(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("filed_by", sa.String(64), nullable=True),
        sa.Column("owner_id", sa.String(32), nullable=True),
        sa.Column("claimed_at", _MOMENT, nullable=True),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_request"),
        sa.UniqueConstraint("data_key_id", name="uq_request_data_key_id"),
        sa.UniqueConstraint("reference", name="uq_request_reference"),
        sa.ForeignKeyConstraint(["data_key_id"], ["data_key.id"], name="fk_request_data_key_id", ondelete="SET NULL"),
    )
    op.create_index("ix_request_status", "request", ["status"])
    op.create_table(
        "appointment",
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("uid", sa.String(255), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("adviser_day", sa.String(64), nullable=True),
        sa.Column("told", sa.String(16), nullable=True),
        sa.Column("told_sequence", sa.Integer(), nullable=True),
        sa.Column("tried", sa.Boolean(), nullable=True),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("request_id", name="pk_appointment"),
        sa.UniqueConstraint("data_key_id", name="uq_appointment_data_key_id"),
        sa.UniqueConstraint("uid", name="uq_appointment_uid"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_appointment_data_key_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_appointment_request_id", ondelete="CASCADE"),
    )
    op.create_index("ix_appointment_adviser_day", "appointment", ["adviser_day"])
    op.create_table(
        "escalation",
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("begun_at", _MOMENT, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("step_at", _MOMENT, nullable=True),
        sa.Column("acknowledged_at", _MOMENT, nullable=True),
        sa.Column("acknowledged_by", sa.String(64), nullable=True),
        sa.Column("reminded_at", _MOMENT, nullable=True),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("request_id", name="pk_escalation"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_escalation_request_id", ondelete="CASCADE"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("recipient", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("message_id", sa.String(255), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=True),
        sa.Column("lease_until", _MOMENT, nullable=True),
        sa.Column("last_error", sa.String(64), nullable=True),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("message_id", name="uq_outbox_message_id"),
        sa.UniqueConstraint(
            "request_id", "kind", "round", "recipient", name="uq_outbox_request_id_kind_round_recipient"
        ),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_outbox_request_id", ondelete="CASCADE"),
    )
    op.create_index("ix_outbox_status_due_at", "outbox", ["status", "due_at"])
    op.create_table(
        "request_access",
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_request_access"),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_request_access_request_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_request_access_expires_at", "request_access", ["expires_at"])
    op.create_index("ix_request_access_request_id", "request_access", ["request_id"])
    op.create_table(
        "request_event",
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("request_id", "position", name="pk_request_event"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_request_event_request_id", ondelete="CASCADE"),
    )
    op.create_table(
        "request_note",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_request_note"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_request_note_request_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_request_note_data_key_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_request_note_data_key_id", "request_note", ["data_key_id"])
    op.create_index("ix_request_note_request_id", "request_note", ["request_id"])
    op.create_table(
        "request_lookup",
        sa.Column("term_hash", sa.String(64), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("term_hash", "request_id", name="pk_request_lookup"),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_request_lookup_request_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_request_lookup_data_key_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_request_lookup_data_key_id", "request_lookup", ["data_key_id"])
    op.create_index("ix_request_lookup_request_id", "request_lookup", ["request_id"])


def _create_set_aside() -> None:
    op.create_table(
        "set_aside",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=True),
        sa.Column("conversation_id", sa.String(32), nullable=True),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("again_at", _MOMENT, nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_set_aside"),
        sa.UniqueConstraint("conversation_id", name="uq_set_aside_conversation_id"),
        sa.UniqueConstraint("request_id", name="uq_set_aside_request_id"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_set_aside_conversation_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_set_aside_request_id", ondelete="CASCADE"),
    )


def _create_staff() -> None:
    op.create_table(
        "staff_attempt",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("client_hash", sa.String(64), nullable=False),
        sa.Column("login_hash", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff_attempt"),
    )
    op.create_index("ix_staff_attempt_client_hash_at", "staff_attempt", ["client_hash", "at"])
    op.create_index("ix_staff_attempt_login_hash_at", "staff_attempt", ["login_hash", "at"])
    op.create_table(
        "staff",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("login_hash", sa.String(64), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("passphrase", sa.LargeBinary(), nullable=True),
        sa.Column("totp_secret", sa.LargeBinary(), nullable=True),
        sa.Column("totp_counter", sa.Integer(), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("data_key_id", name="uq_staff_data_key_id"),
        sa.UniqueConstraint("login_hash", name="uq_staff_login_hash"),
        sa.ForeignKeyConstraint(["data_key_id"], ["data_key.id"], name="fk_staff_data_key_id", ondelete="CASCADE"),
    )
    op.create_table(
        "staff_recovery_code",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("staff_id", sa.String(32), nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name="pk_staff_recovery_code"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_recovery_code_staff_id", ondelete="CASCADE"),
    )
    op.create_index("ix_staff_recovery_code_staff_id", "staff_recovery_code", ["staff_id"])
    op.create_table(
        "staff_session",
        sa.Column("staff_id", sa.String(32), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("fresh_at", _MOMENT, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_staff_session"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_session_staff_id", ondelete="CASCADE"),
    )
    op.create_index("ix_staff_session_expires_at", "staff_session", ["expires_at"])
    op.create_index("ix_staff_session_staff_id", "staff_session", ["staff_id"])
    op.create_table(
        "staff_setup_link",
        sa.Column("staff_id", sa.String(32), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_staff_setup_link"),
        sa.UniqueConstraint("staff_id", name="uq_staff_setup_link_staff_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_setup_link_staff_id", ondelete="CASCADE"),
    )
    op.create_index("ix_staff_setup_link_expires_at", "staff_setup_link", ["expires_at"])


def _create_chat() -> None:
    op.create_table(
        "live_chat",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("reference", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("staff_id", sa.String(32), nullable=True),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("danger", sa.LargeBinary(), nullable=True),
        sa.Column("shared", sa.LargeBinary(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("opened_at", _MOMENT, nullable=False),
        sa.Column("waiting_since", _MOMENT, nullable=True),
        sa.Column("unanswered_since", _MOMENT, nullable=True),
        sa.Column("told_at", _MOMENT, nullable=True),
        sa.Column("looked_at", _MOMENT, nullable=True),
        sa.Column("closed_at", _MOMENT, nullable=True),
        sa.Column("ended_by", sa.String(16), nullable=True),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_live_chat"),
        sa.UniqueConstraint("reference", name="uq_live_chat_reference"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_live_chat_conversation_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_live_chat_staff_id", ondelete="SET NULL"),
    )
    op.create_index(
        "uq_live_chat_open", "live_chat", ["conversation_id"], unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN
    )
    op.create_index("ix_live_chat_conversation_id", "live_chat", ["conversation_id"])
    op.create_index("ix_live_chat_staff_id", "live_chat", ["staff_id"])
    op.create_index("ix_live_chat_state", "live_chat", ["state"])
    op.create_table(
        "staff_presence",
        sa.Column("staff_id", sa.String(32), nullable=False),
        sa.Column("available", sa.Boolean(), nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("staff_id", name="pk_staff_presence"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_presence_staff_id", ondelete="CASCADE"),
    )
    op.create_table(
        "live_message",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("chat_id", sa.String(32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(16), nullable=False),
        sa.Column("client_hash", sa.String(64), nullable=True),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_live_message"),
        sa.UniqueConstraint("chat_id", "client_hash", name="uq_live_message_client_hash"),
        sa.UniqueConstraint("chat_id", "seq", name="uq_live_message_seq"),
        sa.ForeignKeyConstraint(["chat_id"], ["live_chat.id"], name="fk_live_message_chat_id", ondelete="CASCADE"),
    )


def _create_telegram() -> None:
    op.create_table(
        "request_link",
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_request_link"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_request_link_data_key_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_request_link_data_key_id", "request_link", ["data_key_id"])
    op.create_index("ix_request_link_expires_at", "request_link", ["expires_at"])
    op.create_table(
        "telegram_chat",
        sa.Column("chat_hash", sa.String(64), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.Column("keyboard", sa.LargeBinary(), nullable=True),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("chat_hash", name="pk_telegram_chat"),
        sa.UniqueConstraint("data_key_id", name="uq_telegram_chat_data_key_id"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_telegram_chat_data_key_id", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "telegram_outgoing",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("chat_hash", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=True),
        sa.Column("lease_until", _MOMENT, nullable=True),
        sa.Column("last_error", sa.String(64), nullable=True),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_telegram_outgoing"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_telegram_outgoing_data_key_id", ondelete="CASCADE"
        ),
    )
    op.create_index(
        "ix_telegram_outgoing_chat_hash_urgent_position", "telegram_outgoing", ["chat_hash", "urgent", "position"]
    )
    op.create_index("ix_telegram_outgoing_data_key_id", "telegram_outgoing", ["data_key_id"])
    op.create_index("ix_telegram_outgoing_status_due_at", "telegram_outgoing", ["status", "due_at"])
    op.create_table(
        "telegram_update",
        sa.Column("update_hash", sa.String(64), nullable=False),
        sa.Column("chat_hash", sa.String(64), nullable=True),
        sa.Column("position", sa.BigInteger(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=True),
        sa.Column("contents", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=True),
        sa.Column("lease_until", _MOMENT, nullable=True),
        sa.Column("last_error", sa.String(64), nullable=True),
        sa.Column("binding", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("update_hash", name="pk_telegram_update"),
        sa.UniqueConstraint("data_key_id", name="uq_telegram_update_data_key_id"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_telegram_update_data_key_id", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_telegram_update_chat_hash_position", "telegram_update", ["chat_hash", "position"])
    op.create_index("ix_telegram_update_received_at", "telegram_update", ["received_at"])
    op.create_index("ix_telegram_update_status_due_at", "telegram_update", ["status", "due_at"])


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
