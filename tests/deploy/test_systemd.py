"""The units by systemd's own checks, where it is installed, and by ours everywhere."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import lack

FOLDER = Path(__file__).parents[2] / "deploy/systemd"
UNITS = sorted(FOLDER.glob("*.service"))
MOST_EXPOSED = 20
"""Of 100, by `systemd-analyze security`; an unhardened service has 96."""


@pytest.fixture
def systemd_analyze() -> str:
    return shutil.which("systemd-analyze") or lack("systemd-analyze")


def read(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(path)
    return parser


@pytest.fixture
def here(tmp_path: Path) -> list[str]:
    """The units with paths of this machine: a check of ours must not need an installation."""
    for unit in UNITS:
        text = unit.read_text().replace("/opt/leakbook/venv/bin/python", sys.executable)
        text = text.replace("/opt/leakbook/app", str(tmp_path))
        (tmp_path / unit.name).write_text(text)
    return [str(tmp_path / unit.name) for unit in UNITS]


@pytest.mark.usefixtures("systemd_analyze")
def test_systemd_finds_no_fault(here) -> None:
    done = subprocess.run(["systemd-analyze", "verify", *here], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.usefixtures("systemd_analyze")
def test_systemd_would_find_one(here) -> None:
    unit = Path(here[0])
    unit.write_text(unit.read_text().replace("Restart=always", "Restat=always"))
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    assert "Restat" in done.stderr


@pytest.mark.usefixtures("systemd_analyze")
def test_the_units_are_exposed_to_little(here) -> None:
    for unit in here:
        command = ["systemd-analyze", "security", "--offline=yes", f"--threshold={MOST_EXPOSED}", unit]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_every_unit_runs_as_its_own_user_and_writes_only_its_state(unit: Path) -> None:
    service = read(unit)["Service"]
    assert service["User"] == "leakbook"
    assert service["ProtectSystem"] == "strict"
    assert service["StateDirectory"] == "leakbook"
    assert service["EnvironmentFile"] == "/etc/leakbook/leakbook.env"


def test_the_processes_come_back_and_come_after_the_migration() -> None:
    for name in ("leakbook-api", "leakbook-worker"):
        unit = read(FOLDER / f"{name}.service")
        assert unit["Service"]["Restart"] == "always"
        assert unit["Unit"]["Requires"] == "leakbook-migrate.service"
        assert "leakbook-migrate.service" in unit["Unit"]["After"].split()


def test_every_variable_a_unit_uses_is_in_the_environment_file() -> None:
    stated = set(re.findall(r"(?m)^([A-Z_]+)=", (FOLDER / "leakbook.env").read_text()))
    for unit in UNITS:
        assert set(re.findall(r"\$\{(\w+)\}", unit.read_text())) <= stated
