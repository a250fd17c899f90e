"""What a command line says when its surroundings are wrong: one line and a status, never a traceback."""

from __future__ import annotations

import pytest

from leakbook.storage.setting_names import KNOWN, misspelt
from service import audit, keys, migrate, preflight, requeue
from service.terminal import WRONG, ended_plainly


@pytest.fixture(autouse=True)
def _environment(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("LEAKBOOK_DATA_DIR", str(tmp_path / "new"))


def test_a_store_without_tables_is_said_to_need_them(capsys) -> None:
    assert ended_plainly(lambda: keys.main(["list"])) == WRONG
    assert capsys.readouterr().err == (
        "leakbook: the store has no tables yet. Make them: ./dev migrate (./dev run does it too).\n"
    )
    assert ended_plainly(migrate.main) == 0
    assert ended_plainly(lambda: keys.main(["list"])) == 0


def test_a_store_that_is_away_is_named(capsys, monkeypatch) -> None:
    monkeypatch.setenv("LEAKBOOK_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    assert ended_plainly(migrate.main) == WRONG
    assert capsys.readouterr().err.startswith("leakbook: the store cannot be used: ")


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("LEAKBOOK_JOB_SECONDS", "soon", "LEAKBOOK_JOB_SECONDS is 'soon', expected a number"),
        ("LEAKBOOK_AUTH", "sesame", "LEAKBOOK_AUTH is 'sesame'"),
        ("LEAKBOOK_DATABASE_URL", "postgres://u:hunter2@db/leakbook", "LEAKBOOK_DATABASE_URL is none of sqlite:///, "),
        ("LEAKBOOK_DATABASE_URL", "postgresql+psycopg://u@db:hunter2/x", "LEAKBOOK_DATABASE_URL is no URL"),
        ("LEAKBOOK_BROKER_URL", "http://u:hunter2@broker/", "LEAKBOOK_BROKER_URL is none of localq://, redis://, "),
        ("LEAKBOOK_BLOB_URL", "gs://bucket", "LEAKBOOK_BLOB_URL is none of s3://"),
        ("LEAKBOOK_BLOB_URL", "s3:///prefix", "LEAKBOOK_BLOB_URL is 's3:///prefix'"),
        ("LEAKBOOK_LOG", "loud", "LEAKBOOK_LOG is 'loud'"),
        ("LEAKBOOK_METRICS_LISTEN", "9100", "LEAKBOOK_METRICS_LISTEN is '9100'"),
        ("LEAKBOOK_THREADS", "0", "LEAKBOOK_THREADS is '0', expected a number from 1 on"),
        ("LEAKBOOK_WORKERS", "two", "LEAKBOOK_WORKERS is 'two', expected a number"),
        ("WEB_CONCURRENCY", "auto", "WEB_CONCURRENCY is 'auto', expected a number"),
    ],
)
def test_a_wrong_setting_is_one_line(capsys, monkeypatch, variable, value, said) -> None:
    monkeypatch.setenv(variable, value)
    assert ended_plainly(lambda: preflight.check(["127.0.0.1"])) == WRONG
    told = capsys.readouterr().err
    assert said in told
    assert "hunter2" not in told
    assert told.count("\n") == 1


def test_a_folder_that_cannot_be_is_named(capsys, monkeypatch) -> None:
    monkeypatch.setenv("LEAKBOOK_DATA_DIR", "/dev/null/leakbook")
    assert ended_plainly(lambda: keys.main(["list"])) == WRONG
    assert capsys.readouterr().err == "leakbook: /dev/null/leakbook: Not a directory\n"


@pytest.mark.parametrize("limit", ["-1", "0", "many"])
def test_an_audit_of_no_rows_is_refused(capsys, limit: str) -> None:
    with pytest.raises(SystemExit):
        audit.main(["--limit", limit])
    assert f"invalid rows value: '{limit}'" in capsys.readouterr().err


def test_a_wrong_playbook_keeps_the_api_from_starting(capsys, monkeypatch, tmp_path) -> None:
    folder = tmp_path / "ours" / "cache"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("id: cache/mine\nwhen: always\n")
    monkeypatch.setenv("LEAKBOOK_PLAYBOOKS", str(folder.parent))
    assert ended_plainly(lambda: preflight.check(["127.0.0.1"])) == WRONG
    assert "cache/mine.yaml:" in capsys.readouterr().err


def test_open_mode_is_refused_elsewhere_than_on_loopback(capsys) -> None:
    assert preflight.check(["127.0.0.1"]) == 0
    assert preflight.check(["192.0.2.1"]) == WRONG
    assert "will not listen on 192.0.2.1" in capsys.readouterr().err


def test_a_name_that_comes_near_a_setting_is_noticed() -> None:
    names = ["LEAKBOOK_RETENTION_DAY", "LEAKBOOK_API_SERVICE_HOST", "LEAKBOOK_AUTH", "PATH"]
    assert list(misspelt(names)) == [("LEAKBOOK_RETENTION_DAY", "LEAKBOOK_RETENTION_DAYS")]
    assert list(misspelt(KNOWN)) == []


def test_requeue_without_ids_lists_what_failed(capsys) -> None:
    migrate.main()
    assert requeue.main([]) == 0
    assert capsys.readouterr().err == "0 failed jobs.\n"
