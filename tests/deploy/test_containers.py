"""The image, and the stack of compose.yaml. Nothing is built here: what can be said of the files is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from compose_spec import PyCompose

ROOT = Path(__file__).parents[2]
CONTAINERFILE = ROOT / "deploy/Containerfile"
COMPOSE = ROOT / "deploy/compose.yaml"
STACK = yaml.safe_load(COMPOSE.read_text())
TOOLS = re.compile(r"\b(gcc|g\+\+|make|build-essential|git|curl|wget|apt-get|apk)\b")


def stages() -> list[str]:
    return re.split(r"(?m)^FROM ", CONTAINERFILE.read_text())[1:]


def test_hadolint_finds_no_fault() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([linter, CONTAINERFILE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_final_image_has_no_root_no_tools_and_looks_after_its_health() -> None:
    first, last = stages()
    assert "--require-hashes" in first
    assert "--only-binary=:all:" in first
    assert re.search(r"(?m)^USER 10001:10001$", last)
    assert last.index("USER ") < last.index("CMD [")
    assert "HEALTHCHECK" in last
    assert not TOOLS.search(last)
    assert "pip uninstall" in last
    assert "@sha256" not in CONTAINERFILE.read_text()  # a digest nobody has pulled would be an invention


def copied() -> list[str]:
    return re.findall(r"(?m)^COPY (?!--from)([^.\n][^\n]*) \S+$", stages()[0])


def test_what_the_image_copies_is_enough_to_migrate_and_to_start_both_processes(tmp_path: Path) -> None:
    names = [name for line in copied() for name in line.split()]
    app = tmp_path / "app"
    app.mkdir()
    for name in names:
        source = ROOT / name
        shutil.copytree(source, app / name) if source.is_dir() else shutil.copy(source, app)
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(app), "LEAKBOOK_DATA_DIR": str(tmp_path / "data")}
    starts = "import leakbook, service.app, workers.app; service.app.create_app(); print(leakbook.__file__)"
    subprocess.run([sys.executable, "-m", "service.migrate"], cwd=app, env=environ, check=True)
    done = subprocess.run(
        [sys.executable, "-c", starts], cwd=app, env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(app / "leakbook" / "__init__.py")


def test_the_context_holds_what_is_copied_and_little_else() -> None:
    for name in (".containerignore", ".dockerignore"):
        lines = (ROOT / name).read_text().splitlines()
        assert lines[0] == "*"
        allowed = {line[1:] for line in lines if line.startswith("!")}
        assert allowed == {name for line in copied() for name in line.split()} | {"requirements/production.txt"}


def test_the_stack_is_what_the_compose_specification_allows() -> None:
    resolved = yaml.safe_dump(STACK)  # the reader knows no merge keys; they are YAML's, and gone here
    assert sorted(PyCompose.from_yaml(resolved).service_names()) == sorted(STACK["services"])
    with pytest.raises(ValueError, match="heathcheck"):
        PyCompose.from_yaml(resolved.replace("healthcheck:", "heathcheck:", 1))


def test_the_stack_keeps_what_must_be_kept() -> None:
    services = STACK["services"]
    command = services["redis"]["command"]
    assert command[command.index("--appendonly") + 1] == "yes"
    assert command[command.index("--maxmemory-policy") + 1] == "noeviction"
    assert services["api"]["volumes"] == services["worker"]["volumes"]
    for name in ("postgres", "redis"):
        assert services[name]["volumes"][0].split(":")[0] in STACK["volumes"]
        assert "ports" not in services[name]
    assert all(port.startswith("127.0.0.1:") for port in services["api"]["ports"])


def test_our_containers_are_read_only_without_capabilities_and_wait_for_the_migration() -> None:
    for name in ("migrate", "api", "worker"):
        one = STACK["services"][name]
        assert one["read_only"] is True
        assert one["cap_drop"] == ["ALL"]
        assert one["security_opt"] == ["no-new-privileges:true"]
        assert one["image"] == "leakbook:0.1.0"
    for name in ("api", "worker"):
        assert STACK["services"][name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"
