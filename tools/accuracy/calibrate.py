"""Fit the numbers behind the words to the captured programs: `python -m tools.accuracy.calibrate --corpus DIR`.

Only `_calibration.yaml` is fitted, never a playbook. Every table that is tried answers every case once; folds are by
program, so that no program is judged by a table that was chosen with it, on whatever Go release it was captured. The
score on the held-out folds is what is reported. The table chosen on all programs is written only when fitting helped
there: with few programs the best of many tables is best by luck.
"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.playbook.model import Calibration
from leakbook.playbooks_path import default_folder
from leakbook.rows import build_rows

from .__main__ import CALIBRATED, ROOT, playbooks_in_force, read_files
from .cases import LabelledCase, corpus_cases
from .judge import functions_in, judge
from .subsets import SUBSETS
from .tables import squared_error
from .tables_of_odds import calibration_yaml, candidates, distance

FOLDS: Final = 5
CHARGE: Final = 0.0002
"""Brier score that a doubling of one number may cost: a table far from the start must earn its way."""

Errors = npt.NDArray[np.float64]
"""Squared errors, a row for each cell (a case under a subset), a column for each table tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Mean squared errors of the start, of each fold's own choice on what it had not seen, and of the final choice."""

    start: float
    held_out: float
    in_sample: float
    chosen: int


def fold_of(program: str) -> int:
    """The fold of a program, the same whatever else there is."""
    return int.from_bytes(sha256(program.encode()).digest()[:4], "big") % FOLDS


def fit(errors: Errors, folds: Sequence[int], charges: Sequence[float]) -> Fit:
    """Choose a column; column 0 is the start. Every fold needs cells, and so does its complement."""
    fold = np.asarray(folds)
    charge = np.asarray(charges)
    unseen = np.empty(len(fold))
    for number in sorted(set(folds)):
        mine = fold == number
        unseen[mine] = errors[mine, _best(errors[~mine], charge)]
    chosen = _best(errors, charge)
    return Fit(
        start=float(errors[:, 0].mean()),
        held_out=float(unseen.mean()),
        in_sample=float(errors[:, chosen].mean()),
        chosen=chosen,
    )


def _best(errors: Errors, charge: npt.NDArray[np.float64]) -> int:
    return int(np.argmin(errors.mean(axis=0) + charge))


def errors_of(job: tuple[LabelledCase, tuple[Calibration, ...]]) -> list[list[float]]:
    """Squared error of every table for every subset the case can show in; the evidence is read once."""
    case, tables = job
    playbooks = playbooks_in_force()
    found = []
    for subset in SUBSETS:
        files = subset.files_of(case)
        if not files:
            continue
        captures = read_files(files)[0].captures
        rows, functions = build_rows(captures, playbooks.idle), functions_in(captures)
        reports = (diagnose_rows(rows, captures, replace(playbooks, calibration=table)) for table in tables)
        judged = [judge(case, subset, report, functions=functions) for report in reports]
        if judged[0].shown:
            found.append([squared_error(one) for one in judged])
    return found


def page(found: Fit, *, cells: int, programs: int, tried: int, kept: bool) -> str:
    """The section of docs/accuracy.md."""
    today = datetime.now(tz=UTC).date().isoformat()
    verdict = "The fitted table is in force." if kept else "Fitting did not help on unseen programs: the start holds."
    return (
        f"{tried} tables tried on {cells} answers about {programs} programs, {FOLDS} folds by program, measured {today}"
        f" on {platform.machine()} with `./dev calibrate`. Brier score of the start {found.start:.4f}; of tables chosen"
        f" without the fold they were judged on {found.held_out:.4f}; of the table chosen on all, judged on the same,"
        f" {found.in_sample:.4f}. {verdict}\n"
    )


def main() -> None:
    """Fit, print, and write what helped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "var" / "corpus")
    parser.add_argument("--tables", type=int, default=60, help="tables drawn by chance, beside single moves")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--write", action="store_true", help="write calibrated.md, and _calibration.yaml when it helped"
    )
    options = parser.parse_args()
    start = playbooks_in_force().calibration
    tables = tuple(candidates(start, options.tables, options.seed))
    cases = list(corpus_cases(options.corpus))
    with ProcessPoolExecutor(options.jobs) as pool:
        by_case = list(pool.map(errors_of, [(case, tables) for case in cases], chunksize=2))
    folds = [fold_of(case.program) for case, rows in zip(cases, by_case, strict=True) for _ in rows]
    errors = np.array([row for rows in by_case for row in rows])
    found = fit(errors, folds, [CHARGE * distance(start, table) for table in tables])
    kept = found.chosen != 0 and found.held_out < found.start
    programs = len({case.program for case in cases})
    text = page(found, cells=len(errors), programs=programs, tried=len(tables), kept=kept)
    best = calibration_yaml(tables[found.chosen], programs=programs, brier=found.held_out)
    print(text + "\n" + best)
    if options.write:
        CALIBRATED.write_text(text)
        if kept:
            (default_folder() / "_calibration.yaml").write_text(best)


if __name__ == "__main__":
    main()
