"""The answer: what `diagnose` returns. Frozen values, ready to be shown as JSON, Markdown or HTML.

The shape follows the HTTP contract; `None` everywhere means that the evidence did not measure it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..evidence.model import EvidenceKind
from ..playbook.model import Remediation
from ..rows.process.forecast import Forecast
from ..rows.process.ledger import MemoryLedger


class Verdict(StrEnum):
    """The headline. `leak` from confidence 0.7 of the first diagnosis, `suspect` from 0.4."""

    LEAK = "leak"
    SUSPECT = "suspect"
    HEALTHY = "healthy"
    INCONCLUSIVE = "inconclusive"


class Tier(StrEnum):
    """Who spoke: the garbage collector's reachability proof, or signals weighed against each other."""

    PROOF = "proof"
    HEURISTIC = "heuristic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the client says of the process. Nothing in it is needed; the limit allows a forecast."""

    service: str | None = None
    instance: str | None = None
    environment: str | None = None
    revision: str | None = None
    memory_limit_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSummary:
    """One piece of evidence as it was understood. `notes` say what was skipped or repaired."""

    name: str
    kind: EvidenceKind
    captured_at: datetime | None
    sha256: str
    size: int
    position: int
    """Of the posted piece, as in `Capture`."""
    summary: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One signal as it spoke. `weight` multiplies (or, below 1, divides) the odds; None when it was not measured."""

    signal: str
    says: str
    observed: str | None
    weight: float | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Culprit:
    """The code to open first. `say` explains where no frame of the program is in the evidence, or where it waits in a
    library's function, which holds the mechanism."""

    function: str | None
    file: str | None = None
    line: int | None = None
    package: str | None = None
    created_by: str | None = None
    say: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What it costs so far, and per minute."""

    goroutines: int | None = None
    goroutines_per_minute: float | None = None
    bytes: int | None = None
    bytes_per_minute: float | None = None
    of_whole_heap: bool = False
    """Whether the bytes are those of all sites: no site of the finding's own was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """Goroutines that only wait for the culprit's."""

    function: str
    state: str | None
    goroutines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """One ranked explanation. `includes` are playbooks it specialises, shown with it and not beside it."""

    rank: int
    playbook: str
    category: str
    title: str
    confidence: float
    severity: str
    tier: Tier
    proved: int | None
    """Goroutines of the impact that the collector proved stuck, where these are not all of them."""
    is_leak: bool
    """False for what only looks like a leak."""
    culprit: Culprit
    impact: Impact
    because: tuple[Reason, ...]
    against: tuple[Reason, ...]
    not_measured: tuple[Reason, ...]
    victims: tuple[Victim, ...]
    remediation: Remediation
    references: tuple[tuple[str, str], ...]
    fingerprint: str
    playbook_revision: str
    includes: tuple[str, ...]
    capped: str | None
    """Why the confidence was held below what the signals add up to, when it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOut:
    """A playbook that was considered and set aside, with the reason."""

    playbook: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undetermined:
    """A playbook the evidence cannot speak about; `needs` lists the kinds that could."""

    playbook: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """Evidence worth taking next: the command, why, and what taking it costs."""

    evidence: str
    run: str
    because: str
    cost: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Largest:
    """A group of goroutines, in the newest evidence, or a heap site with the bytes it holds.

    Of a group `bytes` is None, of a site `goroutines` and `state`.
    """

    goroutines: int | None
    state: str | None
    bytes: int | None
    function: str | None
    file: str | None
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """What whoever is on call can do before the code is changed.

    `limit` is what is met first, `memory` or `descriptors`, in `minutes_to_limit` after the newest evidence; None where
    none is known or nothing measured climbs towards it. `minutes_after_restart` is how long a restart lasts under the
    same load.
    """

    says: str
    limit: str | None
    minutes_to_limit: float | None
    minutes_after_restart: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole answer for one request."""

    subject: Subject
    verdict: Verdict
    summary: str
    evidence: tuple[EvidenceSummary, ...]
    diagnoses: tuple[Diagnosis, ...]
    ruled_out: tuple[RuledOut, ...]
    undetermined: tuple[Undetermined, ...]
    next_evidence: tuple[NextStep, ...]
    memory: MemoryLedger | None
    forecast: Forecast | None
    warnings: tuple[str, ...]
    no_forecast: str = ""
    """Why nothing can be said of a memory limit that was stated; else nothing."""
    at_once: Relief | None = None
    largest: tuple[Largest, ...] = ()
    """What there is most of, where the verdict is inconclusive."""
    looked_in: str = ""
    """Where was looked, where that is one side only: `among the goroutines`, `in memory`; else nothing."""
    ended: bool = False
    """Whether the process had ended with what was posted, so that nothing more can be taken of it."""
    crash: str = ""
    """Of a process that a panic or a fault ended: where that was, in a sentence."""
