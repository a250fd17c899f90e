"""`python -m tools.accuracy`: runs every case through every subset, prints the tables, writes docs/accuracy.md."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Subject
from leakbook.errors import EvidenceError
from leakbook.evidence.read import ReadEvidence, read_evidence
from leakbook.playbook.load import load_playbooks
from leakbook.playbook.model import Playbooks
from leakbook.playbooks_path import default_folder, read_folder

from . import floor, tables
from .cases import LabelledCase, LabelledFile, corpus_cases, published_cases
from .judge import Judgement, functions_in, judge
from .subsets import PUBLISHED, SUBSETS, Subset

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED_FOLDER = ROOT.parent / "shared" / "realworld"
CALIBRATED = Path(__file__).parent / "calibrated.md"
COMMITTED = ROOT / "tests" / "fixtures"
SETS = Path(__file__).parent / "sets"
SET_NAMES = (
    "heldout",
    "third",
    "fourth",
    "fifth",
    "kernels",
    "libraries",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "servers",
)
"""Folders of tools/capture that were written as examinations, in that order; each has its text in sets/."""

MEASURED = "Measured on "
"""How the figures of a set begin, with their date."""

Job = tuple[LabelledCase, tuple[str, ...] | None]
"""A case and the names of its subsets; None for a published case."""


@cache
def playbooks_in_force() -> Playbooks:
    """The shipped set, loaded once a process."""
    return load_playbooks(read_folder(default_folder()))


def judgements_of(case: LabelledCase, subsets: tuple[Subset, ...]) -> list[Judgement]:
    """The case under each subset it has files for."""
    playbooks = playbooks_in_force()
    found = []
    for subset in subsets:
        files = subset.files_of(case)
        if not files:
            continue
        evidence, unread = read_files(files)
        report = diagnose(evidence.captures, playbooks, Subject(), warnings=evidence.warnings)
        found.append(judge(case, subset, report, functions=functions_in(evidence.captures), unread=unread))
    return found


def read_files(files: list[LabelledFile]) -> tuple[ReadEvidence, tuple[str, ...]]:
    """What can be read, and the names of files that cannot: each is a defect, and shown as one."""
    submissions = [file.submission() for file in files]
    unread: list[str] = []
    while submissions:
        try:
            return read_evidence(submissions), tuple(unread)
        except EvidenceError as error:
            unread.append(f"{error.part}: {error}")
            submissions = [submission for submission in submissions if submission.name != error.part]
    return ReadEvidence(captures=(), warnings=()), tuple(unread)


def _work(job: Job) -> list[Judgement]:
    case, names = job
    if names is None:
        return judgements_of(case, (PUBLISHED,))
    return judgements_of(case, tuple(subset for subset in SUBSETS if subset.name in names))


def judge_all(jobs: Sequence[Job], processes: int) -> list[Judgement]:
    """Every case through the named subsets, or as published where none are named; by subset, then by name."""
    with ProcessPoolExecutor(processes) as pool:
        judged = [judgement for batch in pool.map(_work, jobs, chunksize=2) for judgement in batch]
    order = {subset.name: index for index, subset in enumerate((*SUBSETS, PUBLISHED))}
    return sorted(judged, key=lambda j: (order[j.subset], j.case.name))


def parse_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "var" / "corpus", help="what tools/capture wrote")
    parser.add_argument(
        "--set", type=Path, action="append", default=[], help="also captures of an examination (var/third); repeatable"
    )
    parser.add_argument("--subset", action="append", help="only this subset (may be repeated)")
    parser.add_argument("--case", action="append", help="only programs whose name contains this")
    parser.add_argument("--published", action="store_true", help="only the published cases")
    parser.add_argument("--write", type=Path, help="also write the report page, docs/accuracy.md")
    parser.add_argument("--floor", action="store_true", help="judge what is committed, and make that the floor of CI")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--failures", action="store_true", help="list every answer that was not right")
    return parser.parse_args()


def report_page(judged: list[Judgement], programs: int, examined: dict[str, list[Judgement]], before: str) -> str:
    """docs/accuracy.md: the tables, with their date and machine, and what each examination gave.

    A set's captures take up to an hour: the figures of one that was not run now stay as `before`, the page so far,
    has them, under their own date.
    """
    today = datetime.now(tz=UTC).date().isoformat()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    corpus = [judgement for judgement in judged if judgement.subset != PUBLISHED.name]
    releases = ", ".join(sorted({judgement.case.go for judgement in corpus}))
    published = [judgement for judgement in judged if judgement.subset == PUBLISHED.name]
    parts = [
        "# Accuracy",
        f"Measured {today} on {machine} with `./dev accuracy`: {programs} programs and published cases; Go {releases}.",
        (Path(__file__).parent / "preface.md").read_text().strip(),
        "## By evidence",
        tables.by_subset(corpus),
        "## Published cases",
        tables.by_subset(published),
        "## By pattern, everything given",
        tables.by_playbook(corpus, "everything"),
        "## Said against seen",
        tables.said_against_seen(judged),
        "## The numbers behind the words",
        CALIBRATED.read_text().strip() if CALIBRATED.exists() else "Not fitted.",
        "## Every answer that was not right",
        "```\n" + tables.failures(judged) + "\n```",
        *(part for name in SET_NAMES for part in examined_parts(name, examined.get(name, []), today, before)),
    ]
    return "\n\n".join(parts) + "\n"


def examined_parts(name: str, judged: list[Judgement], today: str, before: str) -> list[str]:
    """The section of docs/accuracy.md on a set written as an examination: its text, and the last figures there are."""
    text = "#" + (SETS / f"{name}.md").read_text().strip()
    if not judged:
        return [text, *figures_of(text.partition("\n")[0], before)]
    releases = ", ".join(sorted({judgement.case.go for judgement in judged}))
    return [
        text,
        f"{MEASURED}{today} (Go {releases}):",
        tables.by_subset(judged),
        tables.said_against_seen(judged),
        "```\n" + tables.failures(judged) + "\n```",
    ]


def figures_of(title: str, page: str) -> list[str]:
    """What a page has measured under a title; empty when the page has no such section, or no figures in it."""
    section = f"\n{page}\n## ".partition(f"\n{title}\n")[2].partition("\n## ")[0]
    _, measured, figures = section.partition(f"\n{MEASURED}")
    return [(MEASURED + figures).strip()] if measured else []


def _jobs(options: argparse.Namespace) -> tuple[list[Job], dict[str, list[Job]]]:
    """What is asked for: the corpus with the published cases, and the captures of each set by its name."""
    names = tuple(options.subset or [subset.name for subset in SUBSETS])
    jobs: list[Job] = []
    if not options.published:
        jobs += _corpus_jobs(COMMITTED if options.floor else options.corpus, names)
    if not options.subset or options.published:
        jobs += [(case, None) for case in published_cases(PUBLISHED_FOLDER)]
    unknown = [folder.name for folder in options.set if folder.name not in SET_NAMES]
    if unknown:
        sys.exit(f"{unknown[0]}: no examination of that name; there are {', '.join(SET_NAMES)}")
    examined = {folder.name: _chosen(_corpus_jobs(folder, names), options.case) for folder in options.set}
    return _chosen(jobs, options.case), examined


def _corpus_jobs(corpus: Path, names: tuple[str, ...]) -> list[Job]:
    jobs: list[Job] = [(case, names) for case in corpus_cases(corpus)]
    if not jobs:
        sys.exit(f"{corpus}: no captures below it; ./dev capture makes them")
    return jobs


def _chosen(jobs: list[Job], parts: list[str] | None) -> list[Job]:
    return [job for job in jobs if not parts or any(part in job[0].name for part in parts)]


def _print(judged: list[Judgement], *, failures: bool) -> None:
    sys.stdout.write(tables.by_subset(judged) + "\n\n" + tables.said_against_seen(judged) + "\n")
    if failures:
        sys.stdout.write("\n" + tables.failures(judged) + "\n")


def main() -> int:
    """Run and print."""
    options = parse_options()
    jobs, examinations = _jobs(options)
    judged = judge_all(jobs, options.jobs)
    _print(judged, failures=options.failures)
    examined = {name: judge_all(of_set, options.jobs) for name, of_set in examinations.items()}
    for name, of_set in examined.items():
        sys.stdout.write(f"\n{name}\n\n")
        _print(of_set, failures=options.failures)
    if options.floor:
        floor.write_floor(judged)
    if options.write:
        before = options.write.read_text() if options.write.exists() else ""
        options.write.write_text(report_page(judged, len({job[0].program for job in jobs}), examined, before))
    return 0


if __name__ == "__main__":
    sys.exit(main())
