"""Builds the labelled Go programs, runs them and captures every kind of evidence they give.

    tools/capture/capture.py [--out CORPUS] [--go GO --go OLDER_GO] [--only NAME] [--at-a-time 6]
    tools/capture/capture.py --programs tools/capture/heldout [--out var/heldout]
    tools/capture/capture.py --out CORPUS --fixtures

Output: CORPUS/<go release>/<program>/<moment>/<kind> and a manifest.json per program. See README.md beside this file.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path

from case import PROGRAMS, BadCase, Case, load_cases
from fixtures import copy_fixtures
from moments import Recording, record, relabel
from process import CaptureFailed, Process, end_programs_when_ended
from toolchain import BuildFailed, Toolchain, build, build_pprof, open_toolchain

VAR = Path(__file__).resolve().parents[2] / "var"

# Neutral on purpose: the binary's path is printed in every profile's mapping.
WORK = Path(tempfile.gettempdir()) / "capture-programs"

# What can go wrong with one program without being wrong with this script.
FAILURES = (BuildFailed, CaptureFailed, OSError, HTTPException, subprocess.SubprocessError)


def main() -> int:
    """Run the command line; 1 when any program failed, 2 when a case cannot be used."""
    options = parse_options()
    try:
        cases = load_cases(tuple(options.only), options.programs)
    except BadCase as error:
        print(error, file=sys.stderr)
        return 2
    if options.relabel:
        print(f"{relabel(cases, options.out)} manifests carry the labels of today")
        return 0
    if options.fixtures:
        return copy_fixtures(cases, corpus=options.out)
    end_programs_when_ended()
    failures = 0
    for command in options.go or ["go"]:
        failures += capture_all(cases, open_toolchain(command, WORK), options.out, options.at_a_time)
    return 1 if failures else 0


def parse_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Capture the evidence of the labelled Go programs.")
    parser.add_argument("--out", type=Path, help="corpus folder (default: var/corpus, var/NAME for --programs …/NAME)")
    parser.add_argument("--go", action="append", help="a go command; give it twice for two releases (default: go)")
    parser.add_argument("--programs", type=Path, default=PROGRAMS, help="folder of programs (default: programs)")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="a program; may be repeated")
    parser.add_argument("--at-a-time", type=int, default=6, help="programs that run side by side (default: 6)")
    parser.add_argument("--fixtures", action="store_true", help="copy a small subset of the corpus to tests/fixtures")
    parser.add_argument("--relabel", action="store_true", help="only copy today's case.json into captures already made")
    options = parser.parse_args()
    options.out = options.out or default_out(options.programs)
    return options


def default_out(programs: Path) -> Path:
    """Where captures of a folder of programs go when nobody says: never the held-out ones beside the others."""
    return VAR / ("corpus" if programs.resolve() == PROGRAMS else programs.resolve().name)


def capture_all(cases: tuple[Case, ...], toolchain: Toolchain, out: Path, at_a_time: int) -> int:
    """Capture the programs meant for this release and return how many failed."""
    wanted = [case for case in cases if toolchain.minor in case.releases]
    pprof = build_pprof(toolchain)
    with ThreadPoolExecutor(at_a_time) as pool:
        outcomes = pool.map(lambda case: report_one(case, toolchain, pprof, out), wanted)
        failed = [case.name for case, good in zip(wanted, outcomes, strict=True) if not good]
    print(f"go {toolchain.release}: {len(wanted) - len(failed)} of {len(wanted)} captured", flush=True)
    if failed:
        print(f"failed: {' '.join(failed)}", file=sys.stderr)
    return len(failed)


def report_one(case: Case, toolchain: Toolchain, pprof: Path, out: Path) -> bool:
    """Capture one program and print how it went; a failure is reported and the others go on."""
    try:
        capture_one(case, toolchain, pprof, out)
    except FAILURES as error:
        print(f"{case.name} ({toolchain.release}): FAILED: {error}", file=sys.stderr, flush=True)
        return False
    print(f"{case.name} ({toolchain.release}): {case.label}", flush=True)
    return True


def capture_one(case: Case, toolchain: Toolchain, pprof: Path, out: Path) -> None:
    """Build, run and capture one program; the old captures are replaced only by complete new ones."""
    binary = build(case, toolchain)
    folder = out / toolchain.release / case.name
    fresh = folder.with_name(f".{case.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    process = Process(binary=binary, environment=dict(case.environment), log=toolchain.work / f"{case.name}.log")
    try:
        process.wait_ready()
        record(process, Recording(case=case, toolchain=toolchain, folder=fresh, pprof=pprof))
    finally:
        process.kill()
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


if __name__ == "__main__":
    sys.exit(main())
