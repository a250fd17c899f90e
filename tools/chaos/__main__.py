"""`./dev chaos`: rounds of load and faults, then the books."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .faults import Fault, faults_for, name_of
from .ledger import Books, Tally, doubled
from .load import Load
from .report import Result, result_of, write_reliability
from .site import STACKS, Site

FAULT_DELAY_SECONDS = (0.1, 1.2)
POSTINGS = (5, 9)
LOAD_SECONDS = 1.5
BUSY_SECONDS = 2.0
CALLBACK_SECONDS = 150.0


def main() -> int:
    """Status 1 when anything was lost, doubled or answered otherwise."""
    parser = argparse.ArgumentParser(prog="./dev chaos", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="a stack")
    parser.add_argument("--seed", type=int, default=None, help="the same seed draws the same faults and captures")
    parser.add_argument("--stack", choices=STACKS, action="append", help="may be given several times; default: all")
    parser.add_argument("--fault", help="this one only, for example 'kill api'")
    parser.add_argument("--results", type=Path, help="a JSON file that collects the results of several runs")
    parser.add_argument("--write", type=Path, help="write the table of the collected results, docs/reliability.md")
    parser.add_argument("--keep-logs", type=Path, help="copy the logs of a run with mistakes there")
    options = parser.parse_args()
    seed = random.SystemRandom().randrange(10**6) if options.seed is None else options.seed
    results = [run(stack, options, seed) for stack in options.stack or STACKS] if options.rounds else []
    if options.results:
        known = json.loads(options.results.read_text()) if options.results.exists() else []
        known += [result.to_json() for result in results]
        options.results.write_text(json.dumps(known, indent=1))
        if options.write:
            write_reliability(options.write, [Result.from_json(entry) for entry in known])
    return 1 if any(result.mistakes for result in results) else 0


def run(stack: str, options: argparse.Namespace, seed: int) -> Result:
    """All rounds of one stack."""
    say(f"{stack}: seed {seed}, {options.rounds} rounds; starting")
    site = Site(stack)
    tally = Tally()
    started = time.monotonic()
    try:
        books = Books(site.books_place)
        load = Load(site.fleet.urls, tally, run=f"{stack}-{seed}", callback_url=site.receiver.url)
        load.learn()
        rounds = Rounds(site=site, load=load, books=books, tally=tally)
        faults, missing = faults_for(site)
        if options.fault:
            faults = tuple(fault for fault in faults if name_of(fault) == options.fault)
        for words in missing:
            say(words)
        for number, fault in enumerate(deck(faults, options.rounds, seed), 1):
            rounds.play(fault, number, seed)
        check_callbacks(site, books, tally)
        keys = [accepted.key for accepted in tally.accepted] + tally.given_up
        twice = doubled(books, keys)
        result = result_of(site, tally, books, twice, seed=seed, seconds=time.monotonic() - started, missing=missing)
        say(result.text())
        if result.mistakes and options.keep_logs:
            keep_logs(site, options.keep_logs)
        return result
    finally:
        site.stop()


def deck(faults: tuple[Fault, ...], rounds: int, seed: int) -> list[Fault]:
    """Every fault equally often, in the order of the seed."""
    dice = random.Random(seed)
    cards: list[Fault] = []
    while len(cards) < rounds:
        cards += dice.sample(faults, len(faults))
    return cards[:rounds]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """What all rounds of a run share."""

    site: Site
    load: Load
    books: Books
    tally: Tally

    def play(self, fault: Fault, number: int, seed: int) -> None:
        """Load, one fault in the midst of it, then all that was accepted must be answered."""
        tally, name = self.tally, name_of(fault)
        dice = random.Random(f"{seed}-{number}")
        before, mistakes = len(tally.accepted), tally.mistakes
        clients = self.load.round(dice, postings=dice.randint(*POSTINGS), seconds=LOAD_SECONDS)
        time.sleep(dice.uniform(*FAULT_DELAY_SECONDS))
        self._wait_for_work()
        fault(self.site, dice)
        healed = time.monotonic()
        for client in clients:
            client.join()
        jobs = tally.accepted[before:]
        recovered = self.load.check(jobs) - healed
        tally.rounds[name] += 1
        tally.recover_seconds.setdefault(name, []).append(recovered)
        said = "right" if tally.mistakes == mistakes else (tally.wrong + tally.lost)[-1]
        say(f"{self.site.stack} {number}: {name}, {len(jobs)} jobs, {recovered:.1f} s, {said}")

    def _wait_for_work(self) -> None:
        """Most faults matter to work in hand."""
        stop = time.monotonic() + BUSY_SECONDS
        while not self.books.has_running() and time.monotonic() < stop:
            time.sleep(0.01)


def check_callbacks(site: Site, books: Books, tally: Tally) -> None:
    """Every job that ended must have been told of, under one id; a courier that was killed leaves a lease to lapse."""
    ended = [job for job, (_, state, _) in books.jobs().items() if state in ("succeeded", "failed")]
    stop = time.monotonic() + CALLBACK_SECONDS
    while time.monotonic() < stop and any(site.receiver.mistakes(job) for job in ended):
        time.sleep(0.5)
    tally.wrong += site.receiver.wrong
    for job in ended:
        tally.wrong += site.receiver.mistakes(job)
    say(f"{site.stack}: callbacks of {len(ended)} jobs, {site.receiver.repeats()} repeats")


def keep_logs(site: Site, target: Path) -> None:
    """Logs are small; the rest of the site is removed."""
    folder = target / f"{site.stack}-{int(time.time())}"
    folder.mkdir(parents=True)
    for log in (*site.logs.glob("*.log"), *site.disk.glob("*.log")):
        (folder / log.name).write_bytes(log.read_bytes())


def say(words: str) -> None:
    """One line at once."""
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
