"""Live chat: who owns a conversation, chats with staff, their messages, who is at the desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_OPEN = sa.text("state <> 'gesloten'")


def upgrade() -> None:
    # Other tables refer to the conversation: add the column in place, see 0004.
    op.add_column("conversation", sa.Column("owner", sa.String(8), nullable=False, server_default="bot"))
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
        sa.Column("opened_at", _MOMENT, nullable=False),
        sa.Column("waiting_since", _MOMENT, nullable=True),
        sa.Column("unanswered_since", _MOMENT, nullable=True),
        sa.Column("closed_at", _MOMENT, nullable=True),
        sa.Column("ended_by", sa.String(16), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_live_chat"),
        sa.UniqueConstraint("reference", name="uq_live_chat_reference"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_live_chat_conversation_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_live_chat_staff_id", ondelete="SET NULL"),
        sa.CheckConstraint("state IN ('wacht', 'actief', 'gesloten')", name=op.f("ck_live_chat_state")),
        sa.CheckConstraint(
            "ended_by IN ('ambtsdrager', 'medewerker', 'niemand', 'weg')", name=op.f("ck_live_chat_ended_by")
        ),
    )
    for column in ("conversation_id", "state", "staff_id"):
        op.create_index(f"ix_live_chat_{column}", "live_chat", [column])
    op.create_index(
        "uq_live_chat_open",
        "live_chat",
        ["conversation_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_table(
        "live_message",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("chat_id", sa.String(32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(16), nullable=False),
        sa.Column("client_hash", sa.String(64), nullable=True),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_live_message"),
        sa.UniqueConstraint("chat_id", "seq", name="uq_live_message_seq"),
        sa.UniqueConstraint("chat_id", "client_hash", name="uq_live_message_client_hash"),
        sa.ForeignKeyConstraint(["chat_id"], ["live_chat.id"], name="fk_live_message_chat_id", ondelete="CASCADE"),
        sa.CheckConstraint("sender IN ('ambtsdrager', 'medewerker', 'systeem')", name=op.f("ck_live_message_sender")),
    )
    op.create_table(
        "staff_presence",
        sa.Column("staff_id", sa.String(32), nullable=False),
        sa.Column("available", sa.Boolean(), nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("staff_id", name="pk_staff_presence"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_presence_staff_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    for table in ("staff_presence", "live_message", "live_chat"):
        op.drop_table(table)
    op.drop_column("conversation", "owner")
