"""Alembic environment: runs on the connection of `bot.store.base.migrating`, in its transaction."""

from __future__ import annotations

from alembic import context

from bot.store.base.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
