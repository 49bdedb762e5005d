"""Who holds a request and what happened to it, visits, and the official's own way in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_TABLES = ("request_access", "appointment", "request_event")
_COLUMNS = ("urgent", "version", "claimed_at", "owner_id")
_STATES = "state IN ('nieuw', 'opgepakt', 'afspraak', 'afgehandeld', 'vervallen', 'geannuleerd')"
_ACTIONS = (
    "action IN ('oppakken', 'teruggeven', 'gezien', 'plannen', 'verzetten', 'afzeggen', 'afhandelen', 'vervallen', "
    "'intrekken', 'wijzigen')"
)
_FIRST_KINDS = (
    *("nieuw", "geannuleerd", "tweede", "allen"),
    *("ambtsdrager", "afspraak", "afspraak_gewijzigd", "afspraak_vervallen"),
)
_KINDS = (*_FIRST_KINDS, "gewijzigd", "toegang")


def upgrade() -> None:
    # Plain columns only: others refer to this table, and SQLite would drop their rows with the old copy.
    op.add_column("request", sa.Column("owner_id", sa.String(32), nullable=True))
    op.add_column("request", sa.Column("claimed_at", _MOMENT, nullable=True))
    op.add_column("request", sa.Column("version", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("request", sa.Column("urgent", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "request_event",
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("request_id", "position", name="pk_request_event"),
        _request("request_event"),
        sa.CheckConstraint(_ACTIONS, name=op.f("ck_request_event_action")),
        sa.CheckConstraint(_STATES, name=op.f("ck_request_event_state")),
    )
    op.create_table(
        "appointment",
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("data_key_id", sa.String(32), nullable=False),
        sa.Column("uid", sa.String(255), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("request_id", name="pk_appointment"),
        _request("appointment"),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_key.id"], name="fk_appointment_data_key_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("data_key_id", name="uq_appointment_data_key_id"),
        sa.UniqueConstraint("uid", name="uq_appointment_uid"),
        sa.CheckConstraint("status IN ('gepland', 'afgezegd')", name=op.f("ck_appointment_status")),
    )
    op.create_table(
        "request_access",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_request_access"),
        _request("request_access"),
        sa.CheckConstraint("stage IN ('link', 'sessie')", name=op.f("ck_request_access_stage")),
    )
    op.create_index("ix_request_access_request_id", "request_access", ["request_id"])
    op.create_index("ix_request_access_expires_at", "request_access", ["expires_at"])
    _let_outbox_hold(_KINDS, before=_FIRST_KINDS)


def downgrade() -> None:
    """Who holds a request and its visit go, and so do mails of the new kinds."""
    op.execute("DELETE FROM outbox WHERE kind IN ('gewijzigd', 'toegang')")
    _let_outbox_hold(_FIRST_KINDS, before=_KINDS)
    for table in _TABLES:
        op.drop_table(table)
    for column in _COLUMNS:
        op.drop_column("request", column)


def _request(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=f"fk_{table}_request_id", ondelete="CASCADE")


def _let_outbox_hold(kinds: tuple[str, ...], before: tuple[str, ...]) -> None:
    """Nothing refers to the outbox, so SQLite may make that table anew."""
    with op.batch_alter_table("outbox", copy_from=_outbox(before)) as outbox:
        outbox.drop_constraint(op.f("ck_outbox_kind"), type_="check")
        outbox.create_check_constraint(op.f("ck_outbox_kind"), _one_of(kinds))


def _one_of(kinds: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    return f"kind IN ({listed})"


def _outbox(kinds: tuple[str, ...]) -> sa.Table:
    """The table as it is before the change: SQLite cannot read its check constraints back by itself."""
    return sa.Table(
        "outbox",
        sa.MetaData(),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("recipient", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("message_id", sa.String(255), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", _MOMENT, nullable=False),
        sa.Column("lease_until", _MOMENT, nullable=True),
        sa.Column("last_error_class", sa.String(64), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint(
            "request_id", "kind", "round", "recipient", name="uq_outbox_request_id_kind_round_recipient"
        ),
        sa.UniqueConstraint("message_id", name="uq_outbox_message_id"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_outbox_request_id", ondelete="CASCADE"),
        sa.CheckConstraint(_one_of(kinds), name=op.f("ck_outbox_kind")),
        sa.CheckConstraint("status IN ('wachtend', 'verzonden', 'mislukt')", name=op.f("ck_outbox_status")),
        sa.Index("ix_outbox_status_next_attempt_at", "status", "next_attempt_at"),
    )
