"""From scored candidates to the few findings worth saying: one a cause, the likeliest first.

The same cause shows in many rows: in groups that differ by a line, in a goroutine and in the memory it holds, in
the general pattern and in the special one, in the culprit and in all who wait for it. Each step folds one of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from ..evidence.frames import Frame
from ..playbook.model import Playbooks
from ..rows.heap.site_model import HeapSiteRow
from ..rows.waits.lock_waits import receiver_type
from .connections import connections_under_handlers
from .culprit import culprit_of
from .finding import LEAK_FROM, SUSPECT_FROM, Finding, Place, impact_of
from .fingerprint import fingerprint
from .match import Matches
from .observe import Observer
from .report import Impact
from .scene import Scene
from .victims import under_causes

LEAST_CONFIDENCE = 0.05
MOST_DIAGNOSES = 10
MOST_FINDINGS = 400
"""Findings kept for folding, best first; what is below cannot reach the answer."""

NEAR = 0.1
"""How much less sure a special pattern may be than the general one and still lead."""

HELD_FROM = 0.5
ONE_SAMPLED = 1.5
"""Sampled objects up to which it is a single one; they are estimated from bytes, so seldom a whole number."""


def rank(matches: Sequence[Matches], scene: Scene, playbooks: Playbooks, observer: Observer) -> tuple[Finding, ...]:
    """The findings of one request, folded and ordered."""
    findings = _findings(matches, scene, observer)
    findings = _one_per_cause(findings)
    findings = _special_before_general(findings, playbooks)
    findings = _resource_before_memory(findings)
    findings = _hold_rivals(findings)
    findings = _join_memory_to_goroutines(findings)
    findings = under_causes(findings, scene, from_confidence=SUSPECT_FROM)
    findings = connections_under_handlers(findings, scene)
    findings = _named_in_the_program(findings, scene)
    findings = _loops_of_a_resource_once(findings, scene)
    findings = _process_under_rows(findings, playbooks)
    kept = sorted((one for one in findings if one.confidence >= LEAST_CONFIDENCE), key=Finding.order)
    if kept and kept[0].confidence >= LEAK_FROM:  # where nothing is sure, every lead is worth naming
        kept = [kept[0], *(one for one in kept[1:] if not _may_be_chance(one))]
    return tuple(kept[:MOST_DIAGNOSES])


def _may_be_chance(finding: Finding) -> bool:
    """Whether one sampled object is all that stands behind a doubted finding: its sampling error is as large as it."""
    row = finding.lead.subject.row
    sampled = row.sampled if isinstance(row, HeapSiteRow) else None
    return sampled is not None and sampled <= ONE_SAMPLED and finding.confidence < HELD_FROM


def _findings(matches: Iterable[Matches], scene: Scene, observer: Observer) -> list[Finding]:
    scores = [score for one in matches for score in one.scored if score.confidence >= LEAST_CONFIDENCE]
    scores.sort(key=lambda score: (-score.confidence, score.playbook.id, score.subject.kind, score.subject.position))
    findings = []
    for score in scores[:MOST_FINDINGS]:
        culprit, blamed = culprit_of(score.playbook, score.subject, scene, observer)
        of_process, cost = score.subject.kind == "process", impact_of(score.subject, score.playbook)
        findings.append(
            Finding(
                scores=[score],
                culprit=culprit,
                fingerprint=fingerprint(score.playbook.id, culprit),
                confidence=score.confidence,
                impact=Impact() if of_process else cost,
                whole=cost if of_process else Impact(),
                borrowed=impact_of(blamed, score.playbook) if of_process and cost != Impact() else Impact(),
            )
        )
    return findings


def _one_per_cause(findings: list[Finding]) -> list[Finding]:
    """Rows of one playbook that lead to the same function are one finding, as sure as the surest."""
    kept: dict[str, Finding] = {}
    for finding in findings:
        first = kept.get(finding.fingerprint)
        if first is None:
            kept[finding.fingerprint] = finding
        else:
            first.take_in(finding)
    return list(kept.values())


def _leads(special: Finding, general: Finding) -> bool:
    """Whether naming the special pattern costs no certainty that matters.

    Of two readings of memory that are not told the likelier leads: the special one would only guess a container.
    """
    bands = [(finding.confidence >= LEAK_FROM) + (finding.confidence >= SUSPECT_FROM) for finding in (special, general)]
    least = 1 if special.kind == general.kind == "heap_site" else 0
    return bands[0] >= max(least, bands[1]) or special.confidence >= general.confidence - NEAR


def _take_under(special: Finding, general: Finding) -> None:
    """The general finding is shown within the special one, and lends it what certainty it has more."""
    special.confidence = max(special.confidence, min(general.confidence, special.confidence + NEAR))
    special.take_in(general)


def _special_before_general(findings: list[Finding], playbooks: Playbooks) -> list[Finding]:
    """A general pattern on the same rows is shown within the special one."""
    ordered = sorted(findings, key=Finding.order)
    ancestors = {finding.playbook_id: playbooks.ancestors(finding.lead.playbook) for finding in ordered}
    taken: set[Finding] = set()
    for special in ordered:
        above = ancestors[special.playbook_id]
        for general in ordered if above else ():
            related = general.playbook_id in above and not special.places.isdisjoint(general.places)
            if related and not {special, general} & taken and _leads(special, general):
                _take_under(special, general)
                taken.add(general)
    return [finding for finding in ordered if finding not in taken]


def _resource_before_memory(findings: list[Finding]) -> list[Finding]:
    """What a function keeps beside resources that it never closes is kept by those: one cause, the resource's."""
    ordered = sorted(findings, key=Finding.order)
    taken: set[Finding] = set()
    for resource in [finding for finding in ordered if _resource_kept(finding)]:
        for memory in ordered:
            if memory in taken or not _is_plain_memory(memory) or not _same_code(resource, memory):
                continue
            resource.confidence = max(resource.confidence, (resource.confidence + memory.confidence) / 2)
            resource.take_in(memory)
            taken.add(memory)
    return [finding for finding in ordered if finding not in taken]


def _same_code(resource: Finding, memory: Finding) -> bool:
    """One function keeps both; or, where the resource is about as sure, one of the program's calls made both.

    So it is with a timer that a value's own method sets: it keeps the value, which its constructor made elsewhere.

    Descriptors that were only counted borrow their culprit from the memory that grows beside them, so a pool that
    fills a little must not take the memory of a leak that is far surer.
    """
    if memory.culprit_name is not None and memory.culprit_name == resource.culprit_name:
        return resource.kind != "process" or _leads(resource, memory)
    about_as_sure = resource.confidence >= max(LEAK_FROM, memory.confidence - NEAR)
    near = _near_functions(resource)
    return about_as_sure and bool(near & _near_functions(memory) or _is_kept_by_timers(resource, memory))


CALLS_LOOKED_AT = 3


def _near_functions(finding: Finding) -> set[str]:
    """The innermost functions of the program's own on a heap finding's stack, where the work of one call is done."""
    view = finding.lead.subject
    own = [frame.function for frame, is_app in zip(view.frames, view.is_app, strict=True) if is_app]
    return (
        {name for name in own[:CALLS_LOOKED_AT] if not name.startswith("main.")} if view.kind == "heap_site" else set()
    )


AS_MANY: Final = 0.4
"""Timers to one value, of those that can be all that keeps the values."""


def _is_kept_by_timers(resource: Finding, memory: Finding) -> bool:
    timers, values = resource.lead.subject.row, memory.lead.subject.row
    if not (isinstance(timers, HeapSiteRow) and isinstance(values, HeapSiteRow)) or timers.resource != "timer":
        return False
    enough = (timers.objects or 0) >= AS_MANY * (values.entries or values.objects or 0)
    return enough and memory.culprit_name in _constructors(_near_functions(resource))


def _constructors(methods: Iterable[str]) -> set[str]:
    """Names by which the types of the methods are made: `shop.NewPipe` and `shop.newPipe` of `shop.(*Pipe).Read`."""
    receivers = (receiver_type(method) for method in methods)
    types = [receiver.partition(".(") for receiver in receivers if receiver is not None and ".(" in receiver]
    named = [(package, name.strip("*)").partition("[")[0]) for package, _, name in types]
    return {f"{package}.{verb}{name[:1].upper()}{name[1:]}" for package, name in named for verb in ("New", "new")}


def _resource_kept(finding: Finding) -> bool:
    by_count = finding.kind == "process" and finding.lead.playbook.category == "resource"
    return finding.confidence >= SUSPECT_FROM and (by_count or _resource_of(finding) not in {None, "none"})


def _is_plain_memory(finding: Finding) -> bool:
    by_count = finding.kind == "process" and finding.lead.playbook.category == "heap"
    return by_count or _resource_of(finding) == "none"


def _resource_of(finding: Finding) -> str | None:
    row = finding.lead.subject.row
    return row.resource if isinstance(row, HeapSiteRow) else None


def _hold_rivals(findings: list[Finding]) -> list[Finding]:
    """Two readings of the same rows exclude each other: the second keeps at most what the first leaves open."""
    ordered = sorted(findings, key=Finding.order)
    seen: dict[Place, float] = {}
    for finding in ordered:
        best = max((seen[place] for place in finding.places if place in seen), default=0.0)
        for place in finding.places:
            seen.setdefault(place, finding.confidence)
        if best:
            finding.confidence *= max(1 - best, 0.1)
    return ordered


def _join_memory_to_goroutines(findings: list[Finding]) -> list[Finding]:
    """A heap site whose memory the goroutines of another finding hold is the same cause seen twice."""
    ordered = sorted(findings, key=Finding.order)
    taken: set[Finding] = set()
    goroutines = [finding for finding in ordered if finding.kind == "goroutine_group"]
    for memory in [finding for finding in ordered if finding.kind == "heap_site"]:
        partner = next((one for one in goroutines if one not in taken and _same_cause(one, memory)), None)
        if partner is None:
            continue
        lead, other = (partner, memory) if partner.confidence >= memory.confidence - NEAR else (memory, partner)
        lead.take_in(other)
        taken.add(other)
    return [finding for finding in ordered if finding not in taken]


def _same_cause(goroutines: Finding, memory: Finding) -> bool:
    if goroutines.culprit_name is not None and goroutines.culprit_name == memory.culprit_name:
        return True
    row = memory.lead.subject.row
    if not isinstance(row, HeapSiteRow) or (row.goroutine_held or 0.0) < HELD_FROM:
        return False
    return bool(_own_functions(goroutines) & _own_functions(memory))


def _own_functions(finding: Finding) -> set[str]:
    """Functions of the program's own on the stacks of a finding, and who started them."""
    names = {
        frame.function
        for view in finding.views
        for frame, is_app in zip(view.frames, view.is_app, strict=True)
        if is_app
    }
    return names | ({finding.culprit.created_by} if finding.culprit.created_by else set())


def _named_in_the_program(findings: list[Finding], scene: Scene) -> list[Finding]:
    """Goroutines of a library's own lead to no line of the program; memory kept by the same pattern may name it."""
    ordered = sorted(findings, key=Finding.order)
    sure = [finding for finding in ordered if finding.confidence >= SUSPECT_FROM]
    taken: set[Finding] = set()
    for place, first in enumerate(sure):
        if first.kind != "goroutine_group" or first.culprit.function is None or _names_the_program(first, scene):
            continue
        for other in sure[place + 1 :]:
            alike = other.kind == "heap_site" and other.playbook_id == first.playbook_id and other not in taken
            if alike and _names_the_program(other, scene):
                first.culprit = replace(other.culprit, created_by=first.culprit.created_by)
                first.fingerprint = other.fingerprint
                first.take_in(other)
                taken.add(other)
                break
    return [finding for finding in ordered if finding not in taken]


def _loops_of_a_resource_once(findings: list[Finding], scene: Scene) -> list[Finding]:
    """A library has several goroutines to a connection: where none leads to the program they are one finding."""
    first_of: dict[str, Finding] = {}
    kept = []
    for finding in sorted(findings, key=Finding.order):
        is_loop = finding.lead.playbook.category == "resource" and finding.culprit.function is not None
        if not is_loop or _names_the_program(finding, scene):
            kept.append(finding)
        elif finding.playbook_id in first_of:
            first_of[finding.playbook_id].take_in(finding)
        else:
            first_of[finding.playbook_id] = finding
            kept.append(finding)
    return kept


def _names_the_program(finding: Finding, scene: Scene) -> bool:
    culprit = finding.culprit
    if culprit.function is None:
        return False
    return scene.is_app(Frame(function=culprit.function, file=culprit.file, line=culprit.line))


_DESCRIPTORS: Final = frozenset({"open_fds_per_minute", "open_fds_trend"})


def _opens_descriptors(finding: Finding) -> bool:
    """Whether a leak of the finding's pattern shows in the count of descriptors too, and so accounts for it."""
    asked = any(signal.measure in _DESCRIPTORS for signal in finding.lead.playbook.signals)
    return asked and finding.confidence >= LEAK_FROM


CARRIED: Final = 0.5
"""`floor_climbs` from which a site is most of what climbs."""


def _carries_the_climb(finding: Finding) -> bool:
    """Whether the site is what makes the live heap climb: that the heap does is then the lesser news, however sure."""
    row = finding.lead.subject.row
    told = finding.confidence >= SUSPECT_FROM
    return told and isinstance(row, HeapSiteRow) and (row.floor_climbs or 0.0) >= CARRIED


def _process_under_rows(findings: list[Finding], playbooks: Playbooks) -> list[Finding]:
    """What is said of the whole process goes under the finding that names the code, when that is as good."""
    ordered = sorted(findings, key=Finding.order)
    general_ids = {parent for playbook in playbooks.playbooks for parent in playbooks.ancestors(playbook)}
    named = [finding for finding in ordered if finding.kind != "process"]
    taken: set[Finding] = set()
    for general in [finding for finding in ordered if finding.kind == "process"]:
        for special in named:
            is_ancestor = general.playbook_id in playbooks.ancestors(special.lead.playbook)
            same_code = special.culprit_name is not None and special.culprit_name == general.culprit_name
            explains = general.playbook_id in general_ids and special.confidence >= LEAK_FROM
            opens = general.lead.playbook.category == "resource" and _opens_descriptors(special)
            carries = general.playbook_id in general_ids and _carries_the_climb(special)
            if carries or ((is_ancestor or same_code or explains or opens) and _leads(special, general)):
                _take_under(special, general)
                taken.add(general)
                break
    return [finding for finding in ordered if finding not in taken]
