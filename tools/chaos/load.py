"""Clients: they post, try again with the same Idempotency-Key when the answer is lost, and look at every answer."""

from __future__ import annotations

import itertools
import random
import threading
import time
from typing import Any

import requests

from .captures import Choice, meaning_of
from .ledger import Accepted, Tally

CLIENTS = 3
RETRY_SECONDS = 15.0
REQUEST_SECONDS = 20.0
FINAL_SECONDS = 120.0


class Load:
    """Posts to replicas in turn and writes into a tally."""

    def __init__(self, urls: list[str], tally: Tally, *, run: str, callback_url: str) -> None:
        """`run` begins every key; every job is to be told of at `callback_url`."""
        self._callback_url = callback_url
        self._urls = urls
        self._tally = tally
        self._run = run
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._choice = Choice()
        self._right: dict[str, dict[str, Any]] = {}

    def learn(self) -> None:
        """The answers without faults, each capture posted twice: an answer that differs is wrong already."""
        for capture in (*self._choice.small, *self._choice.large):
            for mark in (1, 2):
                response = self._post(f"{self._run}-learn-{capture.name}-{mark}", capture.parts(mark), wait=60)
                answer = meaning_of(response.json())
                if response.status_code != 200 or self._right.setdefault(capture.name, answer) != answer:
                    raise RuntimeError(f"{capture.name} without faults: {response.status_code} {response.text[:500]}")
                self._keep(Accepted(key=response.request.headers["Idempotency-Key"], location="", capture=""))

    def round(self, dice: random.Random, *, postings: int, seconds: float) -> list[threading.Thread]:
        """Start clients that post that many within about that time."""
        shares = [postings // CLIENTS + (number < postings % CLIENTS) for number in range(CLIENTS)]
        seeds = [dice.random() for _ in shares]
        threads = [
            threading.Thread(target=self._client, args=(random.Random(seed), share, seconds), daemon=True)
            for seed, share in zip(seeds, shares, strict=True)
        ]
        for thread in threads:
            thread.start()
        return threads

    def _client(self, dice: random.Random, postings: int, seconds: float) -> None:
        for _ in range(postings):
            time.sleep(dice.uniform(0, 2 * seconds / postings))
            capture, mark = self._choice.draw(dice)
            key = f"{self._run}-{next(self._numbers)}"
            self._submit(key, capture.name, capture.parts(mark), wait=dice.choice((0, 0, 5)))

    def _submit(self, key: str, name: str, parts: list[Any], *, wait: int) -> None:
        stop = time.monotonic() + RETRY_SECONDS
        while True:
            try:
                response = self._post(key, parts, wait=wait)
            except requests.RequestException as error:
                self._refuse(type(error).__name__)
            else:
                if response.status_code in (200, 202):
                    location = response.headers["Location"]
                    self._keep(Accepted(key=key, location=location, capture=name))
                    return
                self._refuse(str(response.status_code))
                if response.status_code != 503:
                    self._note(f"{key}: answered {response.status_code} {response.text[:300]}")
            if time.monotonic() > stop:
                with self._lock:
                    self._tally.given_up.append(key)
                return
            time.sleep(0.3)

    def _post(self, key: str, parts: list[Any], *, wait: int) -> requests.Response:
        url = self._urls[hash(time.monotonic_ns()) % len(self._urls)]
        return requests.post(
            f"{url}/v1/diagnoses",
            files=parts,
            params={"callback_url": self._callback_url} | ({"wait": str(wait)} if wait else {}),
            headers={"Idempotency-Key": key},
            timeout=REQUEST_SECONDS + wait,
        )

    def check(self, jobs: list[Accepted]) -> float:
        """Wait until all are final and compare; the moment when the last was seen final."""
        last = time.monotonic()
        for job in jobs:
            answer = self._final(job)
            if answer is None:
                self._tally.lost.append(f"{job.key} {job.location}")
                continue
            last = time.monotonic()
            if meaning_of(answer) != self._right[job.capture]:
                differ = [n for n, v in self._right[job.capture].items() if answer.get(n) != v]
                self._note(
                    f"{job.key} {job.location} {job.capture}: {answer['status']}, other in {differ}: "
                    f"{answer.get('problem')}"
                )
        return last

    def _final(self, job: Accepted) -> dict[str, Any] | None:
        stop = time.monotonic() + FINAL_SECONDS
        for url in itertools.cycle(self._urls):
            if time.monotonic() > stop:
                return None
            try:
                response = requests.get(f"{url}{job.location}", params={"wait": "5"}, timeout=REQUEST_SECONDS)
                if response.status_code == 404:
                    return None
                answer: dict[str, Any] = response.json()
            except (requests.RequestException, ValueError):
                time.sleep(0.2)
                continue
            if answer.get("status") in ("succeeded", "failed"):
                return answer
            time.sleep(0.05)
        return None

    def _keep(self, accepted: Accepted) -> None:
        with self._lock:
            self._tally.accepted.append(accepted)

    def _refuse(self, why: str) -> None:
        with self._lock:
            self._tally.refused[why] += 1

    def _note(self, words: str) -> None:
        with self._lock:
            if words not in self._tally.wrong:
                self._tally.wrong.append(words)
