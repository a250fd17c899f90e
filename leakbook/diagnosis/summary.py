"""One paragraph for an incident channel: what, where, how sure, how fast, why, the first step, what to take next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..playbook.model import Playbooks
from ..rows.process.model import ProcessRow
from .command_words import on_commands
from .explain import first_sentence
from .finding import NAMED_FROM, SURE_FROM, SUSPECT_FROM
from .name_text import placed
from .quantity_text import bytes_text, count_text, for_some_text, goroutines_text, percent_text
from .report import Culprit, Diagnosis, Impact, Report, Tier, Verdict
from .standing import CLIMBS_FROM, Standing
from .sufficiency import Sufficiency

_OTHERS: Final = "other_process: "
NOT_ALL: Final = (
    "Not all that was posted is of one process: some was left aside, which the warning other_process names."
)
RISES_FROM = 0.2
"""How surely descriptors must climb for their number to be told."""
_AT_ONE_MOMENT: Final = (
    ({"large-part", "survives"}, "by its size at one moment alone: a full cache, a table or a buffer looks the same"),
    (
        {"many-in-one-state", "dominates"},
        "by their number at one moment alone: the connections of clients, or the workers of a pool, look the same",
    ),
)
"""Signals of how much there is, and what to say where nothing of the pattern itself was seen beside them."""
_RESIDENT: Final = {"resident-climbs"}
"""The signal that resident memory climbs while nothing measures Go's heap, see `playbooks/heap/live-growth.yaml`."""


def summarise(report: Report, *, sufficiency: Sufficiency, process: ProcessRow, playbooks: Playbooks) -> str:
    """The paragraph for a report that is complete but for it. Plain text: names stand as the evidence spells them."""
    verdict, diagnoses, steps = report.verdict, report.diagnoses, report.next_evidence
    who = report.subject.service or "The process"
    if verdict in {Verdict.LEAK, Verdict.SUSPECT}:
        sentences = _found(who, verdict, diagnoses, playbooks, process)
        if _only_resident(diagnoses[0]):
            sentences[:1] = [
                f"{who}: possible leak, {percent_text(diagnoses[0].confidence)} sure.",
                *_seen(sufficiency),
            ]
    elif verdict is Verdict.HEALTHY:
        none = " ".join(part for part in ("no leak found", report.looked_in) if part)
        sentences = [f"{who}: {none}.", *_seen(sufficiency), *_not_a_leak(diagnoses)]
    else:
        sentences = [f"{who}: the evidence is not enough to say whether it leaks.", *_seen(sufficiency)]
        if diagnoses and diagnoses[0].is_leak and diagnoses[0].confidence >= NAMED_FROM:
            first = diagnoses[0]
            sentences.append(
                f"The likeliest reading ({percent_text(first.confidence)}) is: {first.title}{_place(first.culprit)}."
            )
    if report.crash:
        sentences.insert(1, report.crash)
    if any(warning.startswith(_OTHERS) for warning in report.warnings):
        sentences.insert(1, NOT_ALL)
    sentences.extend(_contradiction(process))
    if steps and not is_settled(report):
        sentences.append(f"Take next: {steps[0].run} ({_inner(steps[0].because)}).")
        sentences.append(on_commands([steps[0].run], brought="it", ended=report.ended))
    return " ".join(sentences)


def is_settled(report: Report) -> bool:
    """Whether nothing that could be taken next would change the answer much."""
    surest = report.diagnoses[0].confidence if report.diagnoses else 0.0
    return report.verdict is Verdict.HEALTHY or surest >= SURE_FROM


def _not_a_leak(diagnoses: Sequence[Diagnosis]) -> list[str]:
    """What was found instead, when that is likely."""
    return [
        f"What shows instead ({percent_text(one.confidence)} sure): {one.title}{_place(one.culprit)}."
        for one in diagnoses[:1]
        if one.confidence >= SUSPECT_FROM
    ]


def _found(
    who: str, verdict: Verdict, diagnoses: Sequence[Diagnosis], playbooks: Playbooks, process: ProcessRow
) -> list[str]:
    first = diagnoses[0]
    word = "leak" if verdict is Verdict.LEAK else "possible leak"
    proved = f"the garbage collector proved it{for_some_text(first.proved, first.impact.goroutines)}"
    sure = proved if first.tier is Tier.PROOF else f"{percent_text(first.confidence)} sure"
    named = f"{first.title}{_place(first.culprit)}."
    doubt = _only_by_size(first)
    playbook = playbooks.by_id(first.playbook)
    is_less = playbook is not None and first.title != playbook.title
    sentences = [f"{who}: {word}, {sure}. {named}" if doubt is None else f"{who}: {word}, {sure}, {doubt}."]
    if doubt and first.culprit.function:
        sentences.append(named if is_less else f"Should it grow, the likeliest reading is: {named}")
    sentences.extend(_costs(first.impact))
    sentences.extend(_descriptors(first, process))
    waiting = sum(victim.goroutines for victim in first.victims)
    if waiting:
        sentences.append(f"Only waiting for it, elsewhere: {goroutines_text(waiting)}.")
    if playbook is not None and (doubt is None or first.culprit.function) and not is_less:
        sentences.append(first_sentence(playbook))
    if first.culprit.say:
        sentences.append(_ended(first.culprit.say))
    if first.remediation.steps:
        sentences.append(f"First step: {_ended(first.remediation.steps[0].do)}")
    sentences.extend(_also(diagnoses))
    return sentences


def _also(diagnoses: Sequence[Diagnosis]) -> list[str]:
    """What else is believed, the two surest that do not read the same, as do two readings of a count of descriptors."""
    sure: dict[str, float] = {}
    for one in diagnoses:
        sure.setdefault(f"{one.title}{_place(one.culprit)}", one.confidence)
    _, *others = [(named, least) for named, least in sure.items() if least >= SUSPECT_FROM]
    told = "; ".join(f"{named} ({percent_text(least)})" for named, least in others[:2])
    return [f"Also: {told}."] if told else []


def _only_by_size(diagnosis: Diagnosis) -> str | None:
    """What to say where nothing of the pattern itself was seen, only how much there is; else None."""
    spoke = {reason.signal for reason in diagnosis.because}
    if any(len(reason.evidence) > 1 for reason in diagnosis.because):
        return None
    return next((says for signals, says in _AT_ONE_MOMENT if spoke and spoke <= signals), None)


def _only_resident(diagnosis: Diagnosis) -> bool:
    return {reason.signal for reason in diagnosis.because} == _RESIDENT


def _place(culprit: Culprit) -> str:
    if culprit.function is None:
        return ""
    return f", in {placed(culprit.function, culprit.file, culprit.line)}"


def _costs(impact: Impact) -> list[str]:
    parts = []
    if impact.goroutines:
        rate = impact.goroutines_per_minute
        more = f", {count_text(rate)} more each minute" if rate and rate > 0 else ""
        parts.append(f"{goroutines_text(impact.goroutines)} so far{more}")
    if impact.bytes:
        rate = impact.bytes_per_minute
        more = f", {bytes_text(rate)} more each minute" if rate and rate > 0 else ""
        whole = " in the whole heap" if impact.of_whole_heap else ""
        parts.append(f"{bytes_text(impact.bytes)} held{whole}{more}")
    return [f"{'; '.join(parts)}."] if parts else []


def _descriptors(diagnosis: Diagnosis, process: ProcessRow) -> list[str]:
    """How many descriptors are open and of which sorts, where they grow and what was found holds such."""
    if diagnosis.category != "resource" or process.open_fds is None or (process.open_fds_trend or 0.0) < RISES_FROM:
        return []
    listed = [(process.open_files, "files"), (process.open_sockets, "sockets")]
    sorts = [f"{count_text(count)} {name}" for count, name in listed if count is not None]
    # A listing may be older or newer than the count.
    is_part = sum(count or 0 for count, _ in listed) <= process.open_fds
    of_them = f", of them {' and '.join(sorts)}" if sorts and is_part else ""
    rate = process.open_fds_per_minute
    more = f"; {count_text(rate)} more each minute" if rate and rate > 0 else ""
    # Of two listings the ratio is the first one's; a series that has a pace needs none.
    ratio = None if more else process.open_fds_growth_ratio
    since = f", after {count_text(round(process.open_fds / ratio))} at first" if ratio else ""
    return [f"{count_text(process.open_fds)} descriptors are open{since}{of_them}{more}."]


def _seen(sufficiency: Sufficiency) -> list[str]:
    """How both sides were seen, the better seen first; a side that was not looked at is said last."""
    sides = sorted(
        (sufficiency.goroutines, sufficiency.memory), key=lambda side: (side.standing is Standing.UNSEEN, side.says)
    )
    said = [side.says for side in (*sides, sufficiency.descriptors) if side is not None]
    if any(side.standing is Standing.QUIET for side in sides):
        said.append("This is one moment: a slow leak would not show in it.")
    return said


def _contradiction(process: ProcessRow) -> list[str]:
    """Two kinds of evidence that pull apart are said, so that nobody waits for both to move."""
    heap_climbs = (process.live_heap_trend or 0) >= CLIMBS_FROM
    falling = process.goroutines_per_minute is not None and process.goroutines_per_minute < 0
    if heap_climbs and falling:
        return ["Goroutines become fewer while the live heap grows, so it is not goroutines that hold it."]
    if (process.goroutines_trend or 0) >= CLIMBS_FROM and (process.live_heap_plateau or 0) >= CLIMBS_FROM:
        return ["Goroutines become more while the live heap stays level."]
    return []


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _inner(sentence: str) -> str:
    return sentence.rstrip(".")
