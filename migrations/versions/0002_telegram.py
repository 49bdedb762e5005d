"""Telegram: chats, updates that came in, messages that wait, and one-time links to a request."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_TABLES = ("request_link", "telegram_outgoing", "telegram_update", "telegram_chat")


def upgrade() -> None:
    op.create_table(
        "telegram_chat",
        sa.Column("chat_hash", sa.String(64), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.Column("keyboard", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("chat_hash", name="pk_telegram_chat"),
        sa.UniqueConstraint("data_key_id", name="uq_telegram_chat_data_key_id"),
        _key("telegram_chat", "CASCADE"),
    )
    _create_queues()
    op.create_table(
        "request_link",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_request_link"),
        _key("request_link", "CASCADE"),
    )
    op.create_index("ix_request_link_data_key_id", "request_link", ["data_key_id"])
    op.create_index("ix_request_link_expires_at", "request_link", ["expires_at"])


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)


def _create_queues() -> None:
    op.create_table(
        "telegram_update",
        sa.Column("update_hash", sa.String(64), nullable=False),
        sa.Column("chat_hash", sa.String(64), nullable=True),
        sa.Column("position", sa.BigInteger(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=True),
        sa.Column("contents", sa.LargeBinary(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=True),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("update_hash", name="pk_telegram_update"),
        sa.UniqueConstraint("data_key_id", name="uq_telegram_update_data_key_id"),
        _key("telegram_update", "SET NULL"),
    )
    op.create_index("ix_telegram_update_chat_hash_position", "telegram_update", ["chat_hash", "position"])
    op.create_index("ix_telegram_update_due_at", "telegram_update", ["due_at"])
    op.create_index("ix_telegram_update_received_at", "telegram_update", ["received_at"])
    op.create_table(
        "telegram_outgoing",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("chat_hash", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_telegram_outgoing"),
        _key("telegram_outgoing", "CASCADE"),
    )
    columns = ["chat_hash", "urgent", "position"]
    op.create_index("ix_telegram_outgoing_chat_hash_urgent_position", "telegram_outgoing", columns)
    op.create_index("ix_telegram_outgoing_data_key_id", "telegram_outgoing", ["data_key_id"])
    op.create_index("ix_telegram_outgoing_due_at", "telegram_outgoing", ["due_at"])


def _key(table: str, on_delete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["data_key_id"], ["data_key.id"], name=f"fk_{table}_data_key_id", ondelete=on_delete)
