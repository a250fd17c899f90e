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


@pytest.fixture
def third(tmp_path: Path) -> Path:
    folder = tmp_path / "third"
    folder.symlink_to(FIXTURES)
    return folder


def test_an_examination_has_a_section_of_its_own(tmp_path: Path, third: Path) -> None:
    page = tmp_path / "accuracy.md"
    done = accuracy("--case", "audit", "--set", str(third), "--write", str(page))
    assert done.returncode == 0, done.stderr
    corpus, examined = page.read_text().split("## The third set\n", 1)
    row = next(line for line in corpus.splitlines() if line.startswith("| one dump |"))
    assert row in examined


def test_what_an_examination_gave_at_first_is_told_without_its_captures(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    assert accuracy("--case", "audit", "--write", str(page)).returncode == 0
    assert "## The third set" in page.read_text()
    assert "\nMeasured on" not in page.read_text()


def test_figures_of_a_set_stay_when_its_captures_are_not_there(tmp_path: Path, third: Path) -> None:
    page = tmp_path / "accuracy.md"
    assert accuracy("--case", "audit", "--set", str(third), "--write", str(page)).returncode == 0
    first = page.read_text().replace("## The third set\n", "## The third set\n\nWords of then.\n")
    page.write_text(first.replace("\nMeasured on 2", "\nMeasured on 1"))
    assert accuracy("--case", "audit", "--write", str(page)).returncode == 0
    kept = page.read_text()
    assert "\nMeasured on 1" in kept
    assert first.partition("\nMeasured on ")[2][4:].strip() == kept.partition("\nMeasured on ")[2][4:].strip()
    assert "Words of then" not in kept


def test_a_folder_without_captures_is_refused(tmp_path: Path) -> None:
    (tmp_path / "third").mkdir()
    done = accuracy("--set", str(tmp_path / "third"))
    assert done.returncode == 1
    assert "no captures" in done.stderr


def test_a_set_that_is_no_examination_is_refused(tmp_path: Path) -> None:
    done = accuracy("--set", str(tmp_path))
    assert done.returncode == 1
    assert "there are heldout, third" in done.stderr


@pytest.mark.parametrize("folder", [FIXTURES, FIXTURES / "goroutine"])
def test_the_folder_of_one_release_is_a_corpus_too(folder: Path) -> None:
    assert "audit" in {case.program for case in corpus_cases(folder)}
