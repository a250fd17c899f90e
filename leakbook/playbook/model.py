"""A playbook as values. Words stay words (`strong`, `common`): their numbers stand in the calibration alone."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..rows.idle import IdleKnowledge
from .where import ANY_RELEASE, Releases, Where

STRENGTHS: Final = ("weak", "moderate", "strong", "decisive")
ABSENCES: Final = ("none", "weak", "moderate", "strong", "decisive")
PREVALENCES: Final = ("rare", "occasional", "common")
SEVERITIES: Final = ("low", "medium", "high", "critical")
CATEGORIES: Final = ("goroutine", "cache", "resource", "heap")
STATUSES: Final = ("experimental", "stable", "deprecated")
RETURNS: Final = {
    "with_work": "it is there again after as long as it took, under the same load",
    "by_chance": "no pace tells when it is there again",
}
"""How a leak comes back after a restart."""
FRAMES: Final = {
    "leaf_app": "the program's frame nearest to where it is stuck, or to the allocation",
    "created_by_app": "the frame with the `go` statement, when it is the program's",
    "created_by": "the frame with the `go` statement, whoever's it is",
    "spawned_in": "the program's frame that a creating goroutine, still alive, stands in",
    "kept_by": "the function whose map, sync.Map or slice keeps what is allocated here, where sizes or frames tell",
    "leaf": "the first frame that is more than plumbing under a wait or a read, whoever's it is; of a heap site the "
    "library's function that it is booked to",
    "entry": "the function a goroutine was started to run; of a heap site its leaf",
}
"""What a step of `culprit` may name, and its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How a measure becomes a degree 0..1: 0 at `zero_at`, 1 at `full_at` (which may be the smaller)."""

    zero_at: float
    full_at: float
    logarithmic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing that speaks for (`supports`) or against (`opposes`) the pattern.

    `on` restricts it to candidates of one row kind, where a playbook has several; None: all of them. Without `over` it
    speaks of the candidate's own row. `absent` turns a look at other rows round: the signal is
    present when none of them matches.
    """

    id: str
    says: str
    where: Where
    on: str | None
    over: str | None
    absent: bool
    measure: str | None
    grade: Grade | None
    family: str | None
    supports: str | None
    opposes: str | None
    absence_opposes: str
    absence_says: str | None = None
    """What is the case where the signal is absent and that opposes; else it is said that `says` is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Which rows are candidates."""

    kind: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOut:
    """A reason to set a candidate aside, whatever its score."""

    id: str
    because: str
    where: Where
    on: str | None
    over: str | None
    absent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The confidence stays at or below `at_most` unless one of the named signals is present.

    With `where` the ceiling only holds for rows of which that is true, with `on` for candidates of that row kind.
    """

    on: str | None
    at_most: float
    unless_any: tuple[str, ...]
    because: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenTitle:
    """What to call a finding for which none of the named signals speaks: no more than was seen.

    With `on` only a finding led by a candidate of that row kind.
    """

    title: str
    on: str | None
    unless_any: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CulpritStep:
    """One way to name the code: a frame of the row, or of the best row of another kind; else words.

    `alone`: only where all rows of that kind that fit lead to one function. `unless_process`: not where the process
    surely fits.
    """

    frame: str | None
    source: str | None
    where: Where
    say: str | None
    alone: bool = False
    unless_process: Where = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliesTo:
    """Go releases and the kinds of evidence that can show the pattern at all, or help."""

    go: Releases
    needs_any: tuple[str, ...]
    helped_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeExample:
    """Go code as it leaks and as it does not."""

    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A library that helps, and with what."""

    name: str
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """One more of evidence that was posted: what to run, and what it tells beside the first."""

    run: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSource:
    """Evidence that can be taken from a running process: what to run, and what taking it costs the process."""

    id: str
    title: str
    run: str
    cost: str
    tells: str
    """What it tells of any process, for answers in which nothing speaks for a playbook that asks for it."""
    again: Again | None = None
    """None where one is enough."""
    later: Again | None = None
    """One more where two or more were posted and growth is in doubt; None where that tells nothing new."""
    pair_of: str | None = None
    """The evidence of which this is two, some minutes apart."""
    go: Releases = ANY_RELEASE
    """Releases that offer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextEvidence:
    """Evidence that would settle the pattern, and why."""

    evidence: str
    run: str
    because: str
    cost: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyStep:
    """One thing to do.

    With `when_culprit` only where a function is named (true) or none is (false). With `where` it is the first to do
    where the candidate, of row kind `on`, is like that, and comes after all others where it is not.
    """

    do: str
    again: str | None = None
    """Of what a restart does, as `do` says: how it comes back afterwards, in words that go on from it."""
    when_culprit: bool | None = None
    on: str | None = None
    where: Where = ()

    @property
    def says(self) -> str:
        """What it does, and how it comes back."""
        return self.do if self.again is None else f"{self.do}; {self.again}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """What helps before the code is changed. `returns` is one of `RETURNS`; a step with `where` is for such alone."""

    returns: str
    steps: tuple[RemedyStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remediation:
    """What to change, and how to see that it worked."""

    summary: str
    at_once: AtOnce | None
    steps: tuple[RemedyStep, ...]
    code: CodeExample | None
    libraries: tuple[Library, ...]
    verify: tuple[str, ...]
    next_evidence: tuple[NextEvidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where the pattern is documented."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One piece of test evidence: a fixture file, a sketch of goroutines, or text as it would be pasted."""

    file: str | None
    sketch: tuple[str, ...]
    text: str | None
    at_minutes: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a test demands. `nothing`: no diagnosis of this playbook that would be shown as leak or suspect."""

    nothing: bool
    culprit: str | None = None
    confidence_at_least: float | None = None
    confidence_at_most: float | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookTest:
    """A test in the playbook itself."""

    name: str
    given: tuple[Given, ...]
    expect: Expectation


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """One documented leak pattern."""

    id: str
    revision: int
    digest: str
    """SHA-256 of the file."""
    file: str
    status: str
    title: str
    category: str
    severity: str
    prevalence: str
    leak: bool
    """False for what only looks like a leak: it is diagnosed, but never makes the verdict."""
    description: str
    applies_to: AppliesTo
    specialises: str | None
    subjects: tuple[Subject, ...]
    signals: tuple[Signal, ...]
    requires_any: tuple[str, ...]
    rule_out: tuple[RuleOut, ...]
    ceilings: tuple[Ceiling, ...]
    titles: tuple[SeenTitle, ...]
    """Titles of findings that show less than `title` says, in the order they are tried."""
    culprit: tuple[CulpritStep, ...]
    limits: tuple[str, ...]
    remediation: Remediation
    references: tuple[Reference, ...]
    tests: tuple[PlaybookTest, ...]

    def title_of(self, kind: str, spoken: Container[str]) -> str:
        """The title of a finding led by a row of the kind, where these signals speak for it."""
        fits = (one for one in self.titles if one.on in {None, kind} and not any(s in spoken for s in one.unless_any))
        return next((one.title for one in fits), self.title)

    @property
    def revision_label(self) -> str:
        """Revision and the start of the digest, as a diagnosis carries it."""
        return f"{self.revision}-{self.digest[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The only numbers about belief. Odds multipliers for supporting words, divisors for absence, priors."""

    supports: tuple[tuple[str, float], ...]
    absence: tuple[tuple[str, float], ...]
    prevalence: tuple[tuple[str, float], ...]
    final: tuple[tuple[float, float], ...] = ()
    """Points of a rising map from the summed confidence to the one that is said; empty: said as summed."""

    def said(self, confidence: float) -> float:
        """The confidence to say, by straight lines between the points of `final`."""
        if not self.final:
            return confidence
        points = ((0.0, 0.0), *self.final, (1.0, 1.0))
        for (x0, y0), (x1, y1) in pairwise(points):
            if confidence <= x1:
                return y1 if x1 <= x0 else y0 + (y1 - y0) * (confidence - x0) / (x1 - x0)
        return confidence


DEFAULT_CALIBRATION: Final = Calibration(
    supports=(("weak", 2.0), ("moderate", 5.0), ("strong", 15.0), ("decisive", 200.0)),
    absence=(("none", 1.0), ("weak", 2.0), ("moderate", 5.0), ("strong", 15.0), ("decisive", 200.0)),
    prevalence=(("rare", 0.03), ("occasional", 0.08), ("common", 0.15)),
)
"""Where fitting starts, and what holds without a `_calibration.yaml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbooks:
    """All playbooks of one set with the files they share, ordered by id."""

    playbooks: tuple[Playbook, ...]
    idle: IdleKnowledge
    calibration: Calibration
    evidence: tuple[EvidenceSource, ...]
    incomplete: tuple[str, ...]
    """What is missing but harms no answer, such as tests: each as `file:line:column: message`."""
    digest: str
    """SHA-256 over all files, so that a stored answer names the knowledge it came from."""

    def by_id(self, playbook: str) -> Playbook | None:
        """The playbook of that id, None when there is none."""
        return next((known for known in self.playbooks if known.id == playbook), None)

    def ancestors(self, playbook: Playbook) -> tuple[str, ...]:
        """Ids of the playbooks that this one specialises, nearest first."""
        found: list[str] = []
        parent = playbook.specialises
        while parent is not None and parent not in found:
            found.append(parent)
            above = self.by_id(parent)
            parent = above.specialises if above else None
        return tuple(found)
