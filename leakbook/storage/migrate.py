"""Bring the tables to the shape of this release."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, func, select

from .database import writing

MIGRATION_LOCK = 0x1EA4B00D


def migrate(engine: Engine) -> None:
    """Apply the migrations that are missing, all in one transaction; several processes may try at once."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(MIGRATION_LOCK)))
        config.attributes["connection"] = connection
        command.upgrade(config, "heads")  # several: parts of a release migrate apart
