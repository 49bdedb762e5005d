"""Alembic environment: runs on the connection that `bot.store.migrating` passes, in that connection's transaction."""

from __future__ import annotations

from alembic import context

from bot.store.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
