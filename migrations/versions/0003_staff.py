"""Staff of the secretariat: members, recovery codes, sessions and failed attempts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_HASH = sa.String(64)


def upgrade() -> None:
    _create_staff()
    op.create_table(
        "staff_recovery_code",
        sa.Column("code_hash", _HASH, nullable=False),
        sa.Column("staff_id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name="pk_staff_recovery_code"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_recovery_code_staff_id", ondelete="CASCADE"),
    )
    op.create_index("ix_staff_recovery_code_staff_id", "staff_recovery_code", ["staff_id"])
    op.create_table(
        "staff_session",
        sa.Column("token_hash", _HASH, nullable=False),
        sa.Column("staff_id", sa.String(32), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("last_seen_at", _MOMENT, nullable=False),
        sa.Column("fresh_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_staff_session"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_session_staff_id", ondelete="CASCADE"),
        sa.CheckConstraint("stage IN ('instellen', 'ingelogd')", name=op.f("ck_staff_session_stage")),
    )
    op.create_index("ix_staff_session_staff_id", "staff_session", ["staff_id"])
    op.create_table(
        "staff_attempt",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("client_hash", _HASH, nullable=False),
        sa.Column("login_hash", _HASH, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff_attempt"),
        sa.CheckConstraint("kind IN ('wachtzin', 'code')", name=op.f("ck_staff_attempt_kind")),
    )
    op.create_index("ix_staff_attempt_client_hash_at", "staff_attempt", ["client_hash", "at"])
    op.create_index("ix_staff_attempt_login_hash_at", "staff_attempt", ["login_hash", "at"])


def _create_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("login_hash", _HASH, nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("passphrase", sa.LargeBinary(), nullable=True),
        sa.Column("totp_secret", sa.LargeBinary(), nullable=True),
        sa.Column("totp_counter", sa.Integer(), nullable=True),
        sa.Column("setup_hash", _HASH, nullable=True),
        sa.Column("setup_expires_at", _MOMENT, nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("login_hash", name="uq_staff_login_hash"),
        sa.UniqueConstraint("data_key_id", name="uq_staff_data_key_id"),
        sa.UniqueConstraint("setup_hash", name="uq_staff_setup_hash"),
        sa.ForeignKeyConstraint(["data_key_id"], ["data_key.id"], name="fk_staff_data_key_id", ondelete="CASCADE"),
        sa.CheckConstraint("role IN ('medewerker', 'beheerder')", name=op.f("ck_staff_role")),
        sa.CheckConstraint("status IN ('uitgenodigd', 'actief', 'uit')", name=op.f("ck_staff_status")),
    )


def downgrade() -> None:
    for table in ("staff_attempt", "staff_session", "staff_recovery_code", "staff"):
        op.drop_table(table)
