"""The corpus machinery: cases are complete, scrapes become a range answer, fixtures are copied honestly."""

import gzip
import json
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "capture"))

from capture import default_out, report_one  # noqa: E402  the harness is a script folder, not a package
from case import PROGRAMS, BadCase, load_case, load_cases  # noqa: E402
from fixtures import copy_fixtures  # noqa: E402
from moments import range_answer  # noqa: E402
from process import CaptureFailed, Process  # noqa: E402
from toolchain import SYSTEM_LIBRARIES, Library, Toolchain  # noqa: E402

CASES = load_cases(())
FIXTURE_CASES = (*CASES, *load_cases((), PROGRAMS.parent / "libraries"))
HELD_OUT = load_cases((), ROOT / "tools" / "capture" / "heldout")
GOROUTINE_IDS = (
    "chan-send",
    "chan-receive",
    "select",
    "nil-channel",
    "lock",
    "waitgroup",
    "io-wait",
    "no-exit-loop",
    "context-not-cancelled",
)


@pytest.mark.parametrize("name", GOROUTINE_IDS)
def test_each_goroutine_playbook_has_three_programs_of_which_one_is_weak(name: str) -> None:
    cases = [case for case in CASES if case.label == f"goroutine/{name}"]
    assert len(cases) >= 3
    assert "weak" in {case.text["strength"] for case in cases}


def test_ten_programs_and_more_only_look_as_if_they_leaked() -> None:
    assert Counter(case.label for case in CASES)["healthy"] >= 10


@pytest.mark.parametrize("case", CASES + HELD_OUT, ids=lambda case: case.name)
def test_a_program_says_its_mechanism_and_hides_its_label(case) -> None:
    assert len(case.text["mechanism"].split()) > 5
    module = re.search(r"^module (\S+)", (case.folder / "go.mod").read_text(), re.MULTILINE).group(1)
    names = " ".join([case.name, module, *(path.name for path in case.folder.rglob("*"))])
    assert not re.search(r"leak|deadlock|forgot|stuck|healthy", names, re.IGNORECASE)


@pytest.mark.parametrize(
    "case", [case for case in CASES + HELD_OUT if case.label != "healthy"], ids=lambda case: case.name
)
def test_the_culprit_is_a_function_of_the_program(case) -> None:
    bare = re.sub(r"\[\.\.\.\]|\.func\d.*$", "", case.text["culprit"]).rsplit(".", 1)[1]
    sources = "\n".join(path.read_text() for path in case.folder.rglob("*.go"))
    assert re.search(rf"^func (\([^)]*\) )?{bare}\b", sources, re.MULTILINE)


def test_the_examination_has_every_pattern_a_program_tells_of_and_programs_of_its_own() -> None:
    labels = Counter(case.label for case in HELD_OUT)
    assert set(labels) == {case.label for case in CASES}
    assert labels["healthy"] >= 24
    assert len(HELD_OUT) - labels["healthy"] - labels["heap/alloc-churn"] >= 40
    assert not {case.name for case in HELD_OUT} & {case.name for case in CASES}


def test_captures_of_other_programs_go_to_a_corpus_of_their_own() -> None:
    assert default_out(PROGRAMS) == ROOT / "var" / "corpus"
    assert default_out(ROOT / "tools" / "capture" / "heldout") == ROOT / "var" / "heldout"


def test_a_folder_without_programs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadCase, match=r"case\.json"):
        load_cases((), tmp_path)


def test_a_leak_without_culprit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text('{"label": "goroutine/lock"}')
    with pytest.raises(BadCase, match="culprit"):
        load_case(tmp_path)


def test_scrapes_become_one_series_a_metric_without_labelled_samples() -> None:
    scrapes = [(10.0, '# HELP a x\na 1\nb{q="0"} 5\n'), (15.0, "a 2\nc 3\n")]
    result = range_answer(scrapes)["data"]["result"]
    assert [(series["metric"]["__name__"], series["values"]) for series in result] == [
        ("a", [[10.0, "1"], [15.0, "2"]]),
        ("c", [[15.0, "3"]]),
    ]


def corpus_of_one(corpus: Path, name: str) -> Path:
    run = corpus / "1.27.3" / name
    files = []
    for moment in (0, 1, 2):
        (run / str(moment)).mkdir(parents=True)
        for file, text in (("dump.txt", "goroutine 1 [select]:\n" * 9000), ("fd.txt", "total 0\n")):
            (run / str(moment) / file).write_text(text)
            files.append(
                {"path": f"{moment}/{file}", "kind": file, "moment": moment, "captured_at": "2026-01-01T00:00:00Z"}
            )
    (run / "manifest.json").write_text(json.dumps({"moments": [1, 2, 3], "files": files}))
    return run


def test_fixtures_keep_first_and_last_dump_and_compress_long_text(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.text.get("fixture") == ["1.27"])
    run = corpus_of_one(tmp_path / "corpus", case.name)
    assert copy_fixtures((case,), corpus=tmp_path / "corpus", target=tmp_path / "kept") == 0
    folder = tmp_path / "kept" / case.label.split("/")[0] / f"{case.name}-go1.27"
    kept = {entry["path"] for entry in json.loads((folder / "manifest.json").read_text())["files"]}
    assert kept == {"0/dump.txt.gz", "2/dump.txt.gz", "2/fd.txt"}
    assert gzip.decompress((folder / "2/dump.txt.gz").read_bytes()) == (run / "2/dump.txt").read_bytes()


def test_a_missing_capture_is_a_failure(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.text.get("fixture"))
    assert copy_fixtures((case,), corpus=tmp_path, target=tmp_path / "kept") == 1


def test_a_program_that_cannot_be_built_is_reported_and_is_no_exception(tmp_path: Path, capsys) -> None:
    refusing = Toolchain(command="false", release="1.27.3", goroot="/nowhere", work=tmp_path)
    assert not report_one(CASES[0], refusing, tmp_path / "pprof", tmp_path / "out")
    assert f"{CASES[0].name} (1.27.3): FAILED: go build" in capsys.readouterr().err


def test_a_program_that_ends_early_fails_with_the_end_of_its_log(tmp_path: Path) -> None:
    script = tmp_path / "service"
    script.write_text("#!/bin/sh\necho no configuration >&2\nexit 3\n")
    script.chmod(0o755)
    process = Process(binary=script, environment={}, log=tmp_path / "log")
    with pytest.raises(CaptureFailed, match=r"(?s)status 3.*no configuration"):
        process.wait_ready()


MANIFESTS = tuple(sorted((ROOT / "tests" / "fixtures").glob("*/*/manifest.json")))


def test_every_case_with_a_fixture_has_its_captures_committed() -> None:
    wanted = {f"{case.name}-go{release}" for case in FIXTURE_CASES for release in case.text.get("fixture", [])}
    assert wanted == {path.parent.name for path in MANIFESTS}


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.parent.name)
def test_a_manifest_lists_exactly_the_files_beside_it(path: Path) -> None:
    listed = {entry["path"] for entry in json.loads(path.read_text())["files"]}
    there = {str(file.relative_to(path.parent)) for file in path.parent.rglob("*") if file.is_file()}
    assert listed | {"manifest.json"} == there


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.parent.name)
def test_a_fixture_carries_the_label_its_program_has_now(path: Path) -> None:
    manifest = json.loads(path.read_text())
    case = next(case for case in FIXTURE_CASES if case.name == manifest["program"])
    assert (manifest["case"]["label"], manifest["case"].get("culprit")) == (case.label, case.text.get("culprit"))
    assert path.parent.parent.name == case.label.split("/")[0]


def test_a_library_prints_as_a_module_of_the_cache_does():
    library = Library(path="github.com/Shopify/sarama", version="v1.22.1", folder="")
    assert library.flag(Path("/s")) == (
        "-gcflags=github.com/Shopify/sarama/...=-trimpath=/s=>/go/pkg/mod/github.com/!shopify/sarama@v1.22.1"
    )


def test_each_library_of_the_system_has_one_version():
    paths = [library.path for library in SYSTEM_LIBRARIES]
    assert paths == sorted(set(paths))


SCRIPT = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from process import Process, end_programs_when_ended
end_programs_when_ended()
program = Process(binary=Path("/bin/sleep"), arguments=("600",), environment={}, log=Path(sys.argv[2]))
print(program.child.pid, flush=True)
time.sleep(600)
"""


def test_programs_end_with_a_capture_that_is_ended(tmp_path):
    arguments = [sys.executable, "-c", SCRIPT, str(ROOT / "tools" / "capture"), str(tmp_path / "log")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as script:
        try:
            assert script.stdout is not None
            program = Path("/proc") / script.stdout.readline().strip()
            assert becomes(lambda: sleeps(program))  # for a moment a process that begins has no command line
            script.terminate()
            assert script.wait(10) == 128 + signal.SIGTERM
        finally:
            script.kill()  # whatever failed: the end of the block waits for it
    assert becomes(lambda: not sleeps(program))


def sleeps(program: Path) -> bool:
    try:
        return "600" in (program / "cmdline").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def becomes(holds: Callable[[], bool], *, seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)
    return holds()
