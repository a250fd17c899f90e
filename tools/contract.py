"""`./dev contract`: the tests that hold the service to openapi.yaml, with more cases, and their requests as a table."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from .measured import machine, write_between

ROOT: Final = Path(__file__).resolve().parents[1]
FILES: Final = ("tests/service/test_contract.py", "tests/service/test_stateful.py")
WORDS: Final = {
    "test_whatever_is_sent_the_answer_is_as_the_contract_says": "each operation, open mode",
    "test_with_a_key_too_and_without_one_nothing_is_answered": "each operation, with a key and without",
    "test_what_was_posted_is_there_until_it_is_removed": "chains along the links, with a key",
}


def main() -> int:
    """The status of pytest."""
    parser = argparse.ArgumentParser(prog="./dev contract", description=__doc__)
    parser.add_argument("--examples", type=int, default=200, help="cases of each operation, and chains")
    parser.add_argument("--write", type=Path, help="write the table, docs/reliability.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        options = [f"--examples={asked.examples}", f"--junitxml={report}", "-o", "junit_family=xunit1"]
        status = subprocess.run([sys.executable, "-m", "pytest", *FILES, *options], cwd=ROOT, check=False).returncode
        found = table(report.read_text(encoding="utf-8"), asked.examples)
    print(found)
    if asked.write:
        write_between(asked.write, "contract", found)
    return status


def table(report: str, examples: int) -> str:
    """Requests and failed tests of a JUnit report, by sort of test. Raises ValueError when there is none of a sort."""
    tests: Counter[str] = Counter()
    requests: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for case in ElementTree.fromstring(report).iter("testcase"):  # noqa: S314 - pytest's own
        name = case.attrib["name"].partition("[")[0]
        tests[name] += 1
        counted = [one.attrib["value"] for one in case.iter("property") if one.attrib["name"] == "requests"]
        requests[name] += sum(map(int, counted))
        failed[name] += sum(case.find(sort) is not None for sort in ("failure", "error"))
    missing = [name for name in WORDS if not requests[name]]
    if missing:
        raise ValueError(f"no requests by {', '.join(missing)}")
    lines = [
        f"Measured {datetime.now(UTC).date().isoformat()} on {machine()}, up to {examples} cases of each operation and"
        " as many chains.",
        "",
        "| what is sent | tests | requests | failed tests |",
        "|---|---|---|---|",
        *(f"| {words} | {tests[name]} | {requests[name]} | {failed[name]} |" for name, words in WORDS.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
