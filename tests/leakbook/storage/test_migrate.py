"""The migrations make what the schema says."""

from __future__ import annotations

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select

from leakbook.diagnosis.report import Subject
from leakbook.storage import migrations, schema
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import reading, writing
from leakbook.storage.jobs import JobStore
from leakbook.storage.migrate import migrate
from leakbook.storage.model import Failure, NewJob, new_job_id
from leakbook.storage.schema import metadata


def test_the_migrated_tables_are_those_of_the_schema(engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_twice_changes_nothing(engine) -> None:
    migrate(engine)


def test_callbacks_outlive_a_change_of_their_table_and_back(engine, settings) -> None:
    new = NewJob(subject=Subject(), evidence=(), fingerprint="f", callback_url="https://hooks.example.com/")
    JobStore(engine).create(new, job_id=new_job_id(), secure_blobs=lambda: None)
    claims = ClaimStore(engine, settings)
    claims.fail(claims.claim(), Failure(code="internal", title="t", detail="d"))
    with reading(engine) as connection:
        before = connection.execute(select(schema.callbacks)).all()
    config = Config()
    config.set_main_option("script_location", migrations.__path__[0])
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
        command.upgrade(config, "heads")
    with reading(engine) as connection:
        assert connection.execute(select(schema.callbacks)).all() == before
        indexes = {index["name"]: index for index in inspect(connection).get_indexes("callbacks")}
    assert set(indexes) == {"callbacks_due", "callbacks_of_job"}
    assert "pending" in str(indexes["callbacks_due"]["dialect_options"][f"{engine.dialect.name}_where"])


def test_the_queue_outlives_a_change_of_its_order_and_back(engine, settings) -> None:
    new = NewJob(subject=Subject(), evidence=(), fingerprint="f", priority=1)
    job = JobStore(engine).create(new, job_id=new_job_id(), secure_blobs=lambda: None)
    config = Config()
    config.set_main_option("script_location", migrations.__path__[0])
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0006")
        command.upgrade(config, "heads")
    assert ClaimStore(engine, settings).claim().job_id == job.id
