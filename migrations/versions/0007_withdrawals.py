"""Who may withdraw a request in a conversation, and wishes to withdraw one that are only passed on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_NEW = "intrekverzoek"
_STATES = ("nieuw", "opgepakt", "afspraak", "afgehandeld", "vervallen", "geannuleerd")
_FIRST_ACTIONS = (
    *("oppakken", "teruggeven", "gezien", "plannen", "verzetten", "afzeggen", "afhandelen", "vervallen"),
    *("intrekken", "wijzigen"),
)
_FIRST_KINDS = (
    *("nieuw", "geannuleerd", "tweede", "allen", "ambtsdrager"),
    *("afspraak", "afspraak_gewijzigd", "afspraak_vervallen", "gewijzigd", "toegang"),
)


def upgrade() -> None:
    # A plain column only: others refer to this table, and SQLite would drop their rows with the old copy.
    op.add_column("request", sa.Column("filed_by", sa.String(64), nullable=True))
    _let_hold(_event(_FIRST_ACTIONS), "action", (*_FIRST_ACTIONS, _NEW))
    _let_hold(_outbox(_FIRST_KINDS), "kind", (*_FIRST_KINDS, _NEW))


def downgrade() -> None:
    """The wishes go, and who filed a request is no longer known."""
    op.execute(f"DELETE FROM outbox WHERE kind = '{_NEW}'")  # noqa: S608 - a constant
    op.execute(f"DELETE FROM request_event WHERE action = '{_NEW}'")  # noqa: S608
    _let_hold(_outbox((*_FIRST_KINDS, _NEW)), "kind", _FIRST_KINDS)
    _let_hold(_event((*_FIRST_ACTIONS, _NEW)), "action", _FIRST_ACTIONS)
    op.drop_column("request", "filed_by")


def _let_hold(table: sa.Table, column: str, values: tuple[str, ...]) -> None:
    """Nothing refers to these tables, so SQLite may make them anew."""
    name = op.f(f"ck_{table.name}_{column}")
    with op.batch_alter_table(table.name, copy_from=table) as batch:
        batch.drop_constraint(name, type_="check")
        batch.create_check_constraint(name, _one_of(column, values))


def _one_of(column: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({listed})"


def _event(actions: tuple[str, ...]) -> sa.Table:
    """The table as it is before the change: SQLite cannot read its check constraints back by itself."""
    return sa.Table(
        "request_event",
        sa.MetaData(),
        sa.Column("request_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("request_id", "position", name="pk_request_event"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_request_event_request_id", ondelete="CASCADE"),
        sa.CheckConstraint(_one_of("action", actions), name=op.f("ck_request_event_action")),
        sa.CheckConstraint(_one_of("state", _STATES), name=op.f("ck_request_event_state")),
    )


def _outbox(kinds: tuple[str, ...]) -> sa.Table:
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
        sa.CheckConstraint(_one_of("kind", kinds), name=op.f("ck_outbox_kind")),
        sa.CheckConstraint("status IN ('wachtend', 'verzonden', 'mislukt')", name=op.f("ck_outbox_status")),
        sa.Index("ix_outbox_status_next_attempt_at", "status", "next_attempt_at"),
    )
