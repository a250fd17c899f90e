"""The accuracy tool: held-out captures are measured like the others and told apart from them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.accuracy.cases import corpus_cases

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"


def accuracy(*options: str) -> subprocess.CompletedProcess[str]:
    fixed = ("--corpus", str(FIXTURES), "--subset", "one dump", "--jobs", "1")
    return subprocess.run(
        [sys.executable, "-m", "tools.accuracy", *fixed, *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_held_out_captures_have_a_section_of_their_own(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    done = accuracy("--case", "audit", "--heldout", str(FIXTURES), "--write", str(page))
    assert done.returncode == 0, done.stderr
    corpus, held_out = page.read_text().split("## The second set\n", 1)
    row = next(line for line in corpus.splitlines() if line.startswith("| one dump |"))
    assert row in held_out
    assert "1 leaking programs and 0 look-alikes" in held_out


def test_without_held_out_captures_there_is_no_such_section(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    assert accuracy("--case", "audit", "--write", str(page)).returncode == 0
    assert "## The second set" not in page.read_text()


def test_a_folder_without_captures_is_refused(tmp_path: Path) -> None:
    done = accuracy("--heldout", str(tmp_path))
    assert done.returncode == 1
    assert f"{tmp_path}: no captures" in done.stderr


@pytest.mark.parametrize("folder", [FIXTURES, FIXTURES / "goroutine"])
def test_the_folder_of_one_release_is_a_corpus_too(folder: Path) -> None:
    assert "audit" in {case.program for case in corpus_cases(folder)}
