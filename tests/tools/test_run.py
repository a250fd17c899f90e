"""`./dev run` on a folder that another one uses: refused before anything of the other's is touched."""

from __future__ import annotations

import fcntl
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools import demo, run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that one with PORT=8397 runs on, with its counts, and a free port for another."""
    monkeypatch.setenv("LEAKBOOK_DATA_DIR", str(tmp_path))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        monkeypatch.setenv("PORT", str(probe.getsockname()[1]))
    counts = tmp_path / "run" / "metrics" / "counter_api-1.db"
    counts.parent.mkdir(parents=True)
    counts.write_bytes(b"counts")
    return tmp_path


@pytest.fixture
def other(taken: Path):
    with run.open_lock(taken) as lock:
        assert run.refusal_of_folder(lock, taken, "8397") is None
        yield lock


@pytest.mark.usefixtures("other")
def test_a_second_one_on_a_folder_is_refused_in_one_line_and_wipes_nothing(taken: Path) -> None:
    done = subprocess.run(
        [sys.executable, "tools/run.py"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "PORT=8397" in line
    assert str(taken) in line
    assert (taken / "run/metrics/counter_api-1.db").read_bytes() == b"counts"


@pytest.mark.usefixtures("other")
def test_a_demo_that_forgot_the_port_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capture = tmp_path / "dump.txt"
    capture.write_text("goroutine 1 [running]:")
    assert demo.main([str(capture)]) == 1
    assert "PORT=8397" in capsys.readouterr().err


def test_a_folder_is_free_again_when_whoever_had_it_ended(taken: Path) -> None:
    with run.open_lock(taken) as first:
        assert run.refusal_of_folder(first, taken, "8397") is None
    with run.open_lock(taken) as second:
        assert run.refusal_of_folder(second, taken, "8398") is None
        assert (taken / "run/lock").read_text() == "8398"
        with run.open_lock(taken) as third, pytest.raises(BlockingIOError):
            fcntl.flock(third, fcntl.LOCK_EX | fcntl.LOCK_NB)
