"""The example in docs/playbooks.md is a playbook that works: what a newcomer copies must load and pass."""

from pathlib import Path

import pytest

from leakbook.playbook.load import load_playbooks
from leakbook.playbook.reference import undocumented
from leakbook.playbooks_path import default_folder, read_folder
from leakbook.trial.run import Trial

DOCS = Path(__file__).resolve().parents[2] / "docs"
EXAMPLE = "resource/child-process"


@pytest.fixture(scope="module")
def with_example():
    """The shipped set and the example of the page."""
    page = (DOCS / "playbooks.md").read_text(encoding="utf-8")
    (example,) = [block.split("```")[0] for block in page.split("```yaml\n")[1:]]
    return load_playbooks(read_folder(default_folder()) | {f"{EXAMPLE}.yaml": example})


def test_the_example_passes_its_own_tests_among_all_playbooks(with_example):
    trial = Trial(with_example, {})
    example = with_example.by_id(EXAMPLE)
    failures = [trial.run(example, test) for test in example.tests]
    assert ["\n".join(failure.lines()) for failure in failures if failure] == []
    assert len(failures) == 2


def test_it_is_named_as_lacking_captures_and_docs(with_example):
    assert [one.split(": ", 1)[0].split(":")[0] for one in with_example.incomplete] == [f"{EXAMPLE}.yaml"] * 2
    page = (DOCS / "playbook-reference.md").read_text(encoding="utf-8")
    (missing,) = undocumented(with_example, page)
    assert missing.startswith(f"{EXAMPLE}.yaml: not in the reference page")
