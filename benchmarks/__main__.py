"""`./dev bench`: measure, print, and write docs/performance.md. See README.md beside this file."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from workers.collecting import collect_seldom

from . import classification, document, dumps, heaps, scale, service, shapes, texts
from .document import Section
from .gobuild import NotBuilt, build_buckets, build_handdiff, build_pprof
from .inputs import Inputs, made_in

PARTS = ("heaps", "shapes", "dumps", "texts", "playbooks", "service", "scale")


def main() -> int:
    """Run the command line; 1 when a target was missed."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="leakbook-bench-") as work:
        measures = _measures(options.folder, Path(work))
        for part in PARTS:
            if options.only and part not in options.only:
                continue
            load = os.getloadavg()[0]
            section = measures[part]()
            section.measured = document.stamp(load)
            document.keep(options.folder, part, section)
            print(section.markdown(), flush=True)
    sections = [section for part in PARTS if (section := document.kept(options.folder, part)) is not None]
    if options.write is not None:
        document.write(options.write, sections)
    missed = [target.what for section in sections for target in section.targets if not target.reached]
    for what in missed:
        print(f"missed: {what}", file=sys.stderr)
    return 1 if missed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measure Leakbook beside Go's own tools.")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=[], help="parts to measure (default: all)")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), help="where inputs and outcomes are kept")
    parser.add_argument("--write", type=Path, help="the document to write, from these parts and those measured before")
    return parser.parse_args()


def _measures(folder: Path, work: Path) -> dict[str, Callable[[], Section]]:
    def inputs() -> Inputs:
        return made_in(folder, work)

    def warm(measure: Callable[[], Section]) -> Section:
        collect_seldom()
        return measure()

    return {
        "heaps": lambda: warm(lambda: heaps.measure(inputs(), build_pprof(work), build_handdiff(work))),
        "shapes": lambda: warm(lambda: shapes.measure(inputs(), build_pprof(work), build_handdiff(work))),
        "dumps": lambda: warm(lambda: dumps.measure(inputs(), _panicparse(work))),
        "texts": lambda: warm(lambda: texts.measure(inputs())),
        "playbooks": lambda: warm(lambda: classification.measure(inputs())),
        "service": lambda: service.measure(inputs(), folder),
        "scale": lambda: scale.measure(folder),
    }


def _panicparse(work: Path) -> Path | None:
    try:
        return build_buckets(work)
    except NotBuilt as error:
        print(f"without panicparse: {error}", file=sys.stderr)
        return None


if __name__ == "__main__":
    sys.exit(main())
