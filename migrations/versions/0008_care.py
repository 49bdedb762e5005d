"""Whether the clock can be believed, rows that cannot be read, urgent requests that wait after they were claimed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
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
        "set_aside",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=True),
        sa.Column("conversation_id", sa.String(32), nullable=True),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("again_at", _MOMENT, nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_set_aside"),
        sa.UniqueConstraint("request_id", name="uq_set_aside_request_id"),
        sa.UniqueConstraint("conversation_id", name="uq_set_aside_conversation_id"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_set_aside_request_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_set_aside_conversation_id", ondelete="CASCADE"
        ),
    )
    op.add_column("escalation", sa.Column("reminded_at", _MOMENT, nullable=True))


def downgrade() -> None:
    op.drop_column("escalation", "reminded_at")
    op.drop_table("set_aside")
    op.drop_table("clock_mark")
