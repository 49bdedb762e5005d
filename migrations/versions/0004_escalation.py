"""Escalation of requests, mails to more than one address, alarms, figures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_TABLES = ("figure", "alarm_notice", "job_beat", "escalation")
_FIRST_KINDS = "kind IN ('nieuw', 'geannuleerd')"
_KINDS = (
    "kind IN ('nieuw', 'geannuleerd', 'tweede', 'allen', 'ambtsdrager', "
    "'afspraak', 'afspraak_gewijzigd', 'afspraak_vervallen')"
)


def upgrade() -> None:
    # Nothing refers to the outbox, so SQLite may make that table anew. Never do so with a table that others refer to:
    # dropping the old one would take their rows along.
    with op.batch_alter_table("outbox", copy_from=_outbox(_FIRST_KINDS)) as outbox:
        outbox.add_column(sa.Column("round", sa.Integer(), nullable=False, server_default="1"))
        outbox.add_column(sa.Column("recipient", sa.Integer(), nullable=False, server_default="0"))
        outbox.alter_column("kind", existing_type=sa.String(16), type_=sa.String(32), existing_nullable=False)
        outbox.drop_constraint(op.f("uq_outbox_request_id_kind"), type_="unique")
        outbox.create_unique_constraint(
            op.f("uq_outbox_request_id_kind_round_recipient"), ["request_id", "kind", "round", "recipient"]
        )
        outbox.drop_constraint(op.f("ck_outbox_kind"), type_="check")
        outbox.create_check_constraint(op.f("ck_outbox_kind"), _KINDS)
    op.add_column("conversation", sa.Column("ledger", sa.LargeBinary(), nullable=True))
    op.create_table(
        "escalation",
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("begun_at", _MOMENT, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("step_at", _MOMENT, nullable=True),
        sa.Column("acknowledged_at", _MOMENT, nullable=True),
        sa.Column("acknowledged_by", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("request_id", name="pk_escalation"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_escalation_request_id", ondelete="CASCADE"),
    )
    # Requests from before stand as told: they show as an alarm, and nobody gets a mail about them after all this time.
    op.execute(
        "INSERT INTO escalation (request_id, begun_at, round, step, step_at) "
        "SELECT id, created_at, 1, 3, created_at FROM request WHERE status = 'nieuw'"
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
    op.create_table(
        "alarm_notice",
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("sent_at", _MOMENT, nullable=True),
        sa.Column("lease_until", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("code", name="pk_alarm_notice"),
    )
    op.create_table(
        "figure",
        sa.Column("week", sa.String(8), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("week", "name", name="pk_figure"),
    )


def downgrade() -> None:
    """What the older version cannot hold goes: mails of the new kinds and second copies."""
    for table in _TABLES:
        op.drop_table(table)
    op.drop_column("conversation", "ledger")
    op.execute("DELETE FROM outbox WHERE kind NOT IN ('nieuw', 'geannuleerd') OR round > 1 OR recipient > 0")
    with op.batch_alter_table("outbox", copy_from=_outbox(_KINDS, later=True)) as outbox:
        outbox.drop_constraint(op.f("ck_outbox_kind"), type_="check")
        outbox.create_check_constraint(op.f("ck_outbox_kind"), _FIRST_KINDS)
        outbox.drop_constraint(op.f("uq_outbox_request_id_kind_round_recipient"), type_="unique")
        outbox.create_unique_constraint(op.f("uq_outbox_request_id_kind"), ["request_id", "kind"])
        outbox.alter_column("kind", existing_type=sa.String(32), type_=sa.String(16), existing_nullable=False)
        outbox.drop_column("recipient")
        outbox.drop_column("round")


def _outbox(kinds: str, later: bool = False) -> sa.Table:
    """The table as it is before the change: SQLite cannot read its check constraints back by itself."""
    added = [
        sa.Column("round", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("recipient", sa.Integer(), nullable=False, server_default="0"),
    ]
    unique = ["request_id", "kind", *(("round", "recipient") if later else ())]
    return sa.Table(
        "outbox",
        sa.MetaData(),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32 if later else 16), nullable=False),
        sa.Column("message_id", sa.String(255), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", _MOMENT, nullable=False),
        sa.Column("lease_until", _MOMENT, nullable=True),
        sa.Column("last_error_class", sa.String(64), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        *(added if later else []),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint(*unique, name=f"uq_outbox_{'_'.join(unique)}"),
        sa.UniqueConstraint("message_id", name="uq_outbox_message_id"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_outbox_request_id", ondelete="CASCADE"),
        sa.CheckConstraint(kinds, name=op.f("ck_outbox_kind")),
        sa.CheckConstraint("status IN ('wachtend', 'verzonden', 'mislukt')", name=op.f("ck_outbox_status")),
        sa.Index("ix_outbox_status_next_attempt_at", "status", "next_attempt_at"),
    )
