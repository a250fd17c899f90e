"""Each API and worker counts in a directory of its own; pool children who follow each other share a file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from leakbook.telemetry.metric_files import claim_directory

ROOT = Path(__file__).parents[3]
COUNTING = """
import os, sys
from pathlib import Path
from leakbook.telemetry.metric_files import claim_directory, name_files_by
claim_directory(os.environ, Path(sys.argv[1]), role="worker")
slot = ["main"]
name_files_by(lambda: slot[0])
from prometheus_client import Counter, generate_latest
from leakbook.telemetry.http_metrics import counted
jobs = Counter("jobs", "Jobs", ["kind"])
for _ in range(3):
    child = os.fork()
    if not child:
        slot[0] = "0"
        jobs.labels("heap").inc()
        os._exit(0)
    os.waitpid(child, 0)
sys.stdout.write(generate_latest(counted()).decode())
sys.stdout.write(" ".join(sorted(os.listdir(os.environ["PROMETHEUS_MULTIPROC_DIR"]))))
"""


def test_children_in_one_slot_add_up_in_one_file(tmp_path: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if name != "PROMETHEUS_MULTIPROC_DIR"}
    out = subprocess.run(
        [sys.executable, "-c", COUNTING, str(tmp_path)],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert 'jobs_total{kind="heap"} 3.0' in out
    assert out.splitlines()[-1].split() == ["counter_0.db"]


def test_our_own_directory_starts_empty_and_dead_ones_go(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    dead = tmp_path / "metrics" / f"api-{int(ended.stdout)}"
    ours = tmp_path / "metrics" / f"api-{os.getpid()}"
    alive, other = tmp_path / "metrics" / "api-1", tmp_path / "metrics" / f"worker-{int(ended.stdout)}"
    for directory in (dead, ours, alive, other):
        directory.mkdir(parents=True)
        (directory / "counter_1.db").touch()
    environ: dict[str, str] = {}
    assert claim_directory(environ, tmp_path, role="api") == ours
    assert environ == {"PROMETHEUS_MULTIPROC_DIR": str(ours)}
    assert list(ours.iterdir()) == []
    assert not dead.exists()
    assert alive.exists()
    assert other.exists()


def test_a_directory_that_is_given_is_kept_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "counter_1.db").touch()
    environ = {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    assert claim_directory(environ, tmp_path / "run", role="api") == tmp_path
    assert (tmp_path / "counter_1.db").exists()
