"""From the checked shape of one file to a `Playbook`: features, units and ids are resolved here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from ..rows.features import Feature, Unit, features_of
from ..rows.model import ROW_KINDS
from . import model
from .conditions import ConditionReader, Frames, unknown_feature
from .quantities import quantity
from .where import ANY_RELEASE, Condition, FlagTest, Where
from .yaml_marks import Document, Path

Raw = dict[str, Any]


Sources = Mapping[str, model.EvidenceSource]


def build_playbook(
    document: Document, shaped: Raw, *, frames: Frames, sources: Sources, content: str
) -> model.Playbook:
    """The playbook. Mistakes go to the document, which must then not be used."""
    subjects = _subjects(document, shaped)
    build = _Build(document, frames, tuple(dict.fromkeys(raw["kind"] for raw, _ in subjects)))
    signals = tuple(build.signal(raw, ("signals", i)) for i, raw in enumerate(shaped["signals"]))
    ids = {signal.id for signal in signals}
    build.known_ids(shaped["requires_any"], ids, ("requires_any",))
    return model.Playbook(
        id=shaped["id"],
        revision=shaped["revision"],
        digest=hashlib.sha256(content.encode()).hexdigest(),
        file=document.file,
        status=shaped["status"],
        title=shaped["title"].strip(),
        category=shaped["category"],
        severity=shaped["severity"],
        prevalence=shaped["prevalence"],
        leak=shaped.get("leak", True),
        description=" ".join(shaped["description"].split()),
        applies_to=build.applies_to(shaped["applies_to"], ("applies_to",)),
        specialises=shaped.get("specialises"),
        subjects=tuple(
            model.Subject(kind=raw["kind"], where=build.where(raw, raw["kind"], path)) for raw, path in subjects
        ),
        signals=signals,
        requires_any=tuple(shaped["requires_any"]),
        rule_out=tuple(build.rule_out(raw, ("rule_out", i)) for i, raw in enumerate(shaped.get("rule_out", ()))),
        ceilings=build.ceilings(shaped.get("ceiling", ()), ids),
        titles=tuple(build.seen_title(raw, ids, ("titles", i)) for i, raw in enumerate(shaped.get("titles", ()))),
        culprit=tuple(build.culprit(raw, ("culprit", i)) for i, raw in enumerate(shaped["culprit"])),
        limits=tuple(shaped.get("limits", ())),
        remediation=build.remediation(shaped["remediation"], sources),
        references=tuple(model.Reference(title=raw["title"], url=raw["url"]) for raw in shaped["references"]),
        tests=tuple(build.test(raw, ("tests", i)) for i, raw in enumerate(shaped["tests"])),
    )


def _subjects(document: Document, shaped: Raw) -> list[tuple[Raw, Path]]:
    """The subjects with their places, whether written as one or as a list."""
    if ("subject" in shaped) == ("subjects" in shaped):
        document.complain(("subject",), "give either subject or subjects")
    if "subject" in shaped:
        return [(shaped["subject"], ("subject",))]
    return [(raw, ("subjects", i)) for i, raw in enumerate(shaped.get("subjects", ()))]


class _Build:
    """Builds the parts of one playbook."""

    def __init__(self, document: Document, frames: Frames, kinds: tuple[str, ...]) -> None:
        self._document = document
        self._kinds = kinds
        self._conditions = ConditionReader(document, frames)

    def where(self, raw: Raw, kind: str, path: Path, key: str = "where") -> Where:
        return self._conditions.where(raw[key], kind, (*path, key)) if raw.get(key) else ()

    def where_on(self, raw: Raw, path: Path) -> Where:
        """A condition on each kind of row that the block speaks of: its features must exist on all of them."""
        first, *_ = [self.where(raw, kind, path) for kind in self.kinds(raw, path)]
        return first

    def kinds(self, raw: Raw, path: Path) -> tuple[str, ...]:
        """The row kinds that a block speaks of: `over`, else `on`, else all kinds of subjects."""
        if "on" in raw and raw["on"] not in self._kinds:
            self._document.complain((*path, "on"), f"no subject is a {raw['on']}")
        named = raw.get("over", raw.get("on"))
        return (named,) if named else self._kinds or ("process",)

    def known_ids(self, wanted: list[str], known: set[str], path: Path) -> None:
        for index, name in enumerate(wanted):
            if name not in known:
                self._document.complain((*path, index), f"no signal {name!r}; there are: {', '.join(sorted(known))}")

    def applies_to(self, raw: Raw, path: Path) -> model.AppliesTo:
        go = self._conditions.releases(raw["go"], (*path, "go")) if "go" in raw else ANY_RELEASE
        return model.AppliesTo(
            go=go,
            needs_any=tuple(raw["needs_any"]),
            helped_by=tuple(raw.get("helped_by", ())),
        )

    def signal(self, raw: Raw, path: Path) -> model.Signal:
        feature, *_ = [self._measure(raw, kind, path) for kind in self.kinds(raw, path)]
        supports, opposes = raw.get("supports"), raw.get("opposes")
        if (supports is None) == (opposes is None):
            self._document.complain(path, "says nothing: give either supports or opposes")
        for key in ("absence_opposes", "absence_says"):
            if opposes is not None and key in raw:
                self._document.complain((*path, key), "belongs to a signal that supports")
        if "absence_says" in raw and "absence_opposes" not in raw:
            self._document.complain((*path, "absence_says"), "is never said without absence_opposes")
        if "measure" not in raw and not raw.get("where"):
            self._document.complain(path, "looks at nothing: give measure with grade, or where")
        if raw.get("absent"):
            self._check_absent(raw, path)
        return model.Signal(
            id=raw["id"],
            says=raw["says"].strip().rstrip("."),
            where=self.where_on(raw, path),
            on=raw.get("on"),
            over=raw.get("over"),
            absent=raw.get("absent", False),
            measure=raw.get("measure"),
            grade=self._grade(raw.get("grade"), feature, (*path, "grade")),
            family=raw.get("family"),
            supports=supports,
            opposes=opposes,
            absence_opposes=raw.get("absence_opposes", "none"),
            absence_says=raw["absence_says"].strip().rstrip(".") if "absence_says" in raw else None,
        )

    def _check_absent(self, raw: Raw, path: Path) -> None:
        if "over" not in raw or "where" not in raw or "measure" in raw:
            self._document.complain((*path, "absent"), "needs over and where, and no measure")

    def _measure(self, raw: Raw, row: str, path: Path) -> Feature | None:
        if "measure" not in raw:
            if "grade" in raw:
                self._document.complain((*path, "grade"), "grades no measure")
            return None
        measures = {name: feature for name, feature in features_of(ROW_KINDS[row]).items() if feature.is_measure}
        feature = measures.get(raw["measure"])
        if feature is None:
            message = unknown_feature(row, raw["measure"], measures, what="measure")
            self._document.complain((*path, "measure"), message)
        elif feature.name == "count_ratio" and raw.get("over") != "goroutine_group":
            self._document.complain((*path, "measure"), "count_ratio needs over: goroutine_group")
        if "grade" not in raw:
            self._document.complain(path, "a measure needs a grade")
        return feature

    def _grade(self, raw: Raw | None, feature: Feature | None, path: Path) -> model.Grade | None:
        if raw is None or feature is None:
            return None
        edges = {}
        for name in ("zero_at", "full_at"):
            try:
                edges[name] = quantity(raw[name], feature.unit)
            except ValueError as error:
                self._document.complain((*path, name), str(error))
                return None
        logarithmic = raw.get("scale", "linear") == "log"
        if edges["zero_at"] == edges["full_at"]:
            self._document.complain(path, "zero_at and full_at are the same")
        if logarithmic and min(edges.values()) < 0:
            self._document.complain(path, "a log scale has no negative edge")
        return model.Grade(zero_at=edges["zero_at"], full_at=edges["full_at"], logarithmic=logarithmic)

    def rule_out(self, raw: Raw, path: Path) -> model.RuleOut:
        where = () if raw.get("known_idle") else self.where_on(raw, path)
        if raw.get("known_idle"):
            if "goroutine_group" not in self._kinds or "over" in raw or "where" in raw:
                self._document.complain((*path, "known_idle"), "stands alone, and for goroutine groups only")
            where = (Condition(tests=(FlagTest(feature="known_idle", value=True),)),)
        elif not where:
            self._document.complain(path, "looks at nothing: give where or known_idle: true")
        if raw.get("absent"):
            self._check_absent(raw, path)
        return model.RuleOut(
            id=raw["id"],
            because=raw["because"].strip().rstrip("."),
            where=where,
            on="goroutine_group" if raw.get("known_idle") else raw.get("on"),
            over=raw.get("over"),
            absent=raw.get("absent", False),
        )

    def ceilings(self, raws: list[Raw], ids: set[str]) -> tuple[model.Ceiling, ...]:
        several = isinstance(self._document.value.get("ceiling"), list)
        built = []
        for index, raw in enumerate(raws):
            path: Path = ("ceiling", index) if several else ("ceiling",)
            self.known_ids(raw.get("unless_any", []), ids, (*path, "unless_any"))
            built.append(
                model.Ceiling(
                    at_most=raw["at_most"],
                    unless_any=tuple(raw.get("unless_any", ())),
                    because=raw["because"].strip().rstrip("."),
                    on=raw.get("on"),
                    where=self.where_on(raw, path),
                )
            )
        return tuple(built)

    def seen_title(self, raw: Raw, ids: set[str], path: Path) -> model.SeenTitle:
        self.kinds(raw, path)
        self.known_ids(raw["unless_any"], ids, (*path, "unless_any"))
        return model.SeenTitle(title=raw["title"].strip(), on=raw.get("on"), unless_any=tuple(raw["unless_any"]))

    def culprit(self, raw: Raw, path: Path) -> model.CulpritStep:
        if "frame" not in raw and "say" not in raw:
            self._document.complain(path, "names nothing: give frame or say")
        if "frame" not in raw and ("source" in raw or "where" in raw):
            self._document.complain(path, "from and where choose a row for frame")
        if "alone" in raw and "source" not in raw:
            self._document.complain((*path, "alone"), "alone speaks of the rows that from takes")
        source = raw.get("source", next((kind for kind in self._kinds if kind != "process"), "process"))
        if source == "process" and "frame" in raw:
            self._document.complain(path, "the process has no frames")
        if source == "heap_site" and str(raw.get("frame")).startswith("created_by") and "source" in raw:
            self._document.complain((*path, "frame"), "a heap site has no creator")
        return model.CulpritStep(
            frame=raw.get("frame"),
            source=raw.get("source"),
            where=self.where(raw, source, path),
            say=raw.get("say"),
            alone=raw.get("alone", False),
            unless_process=self.where(raw, "process", path, key="unless_process"),
        )

    def remediation(self, raw: Raw, sources: Sources) -> model.Remediation:
        code = raw.get("code")
        return model.Remediation(
            summary=raw["summary"].strip(),
            at_once=self._at_once(raw["at_once"]) if "at_once" in raw else None,
            steps=self._steps(raw, ("remediation",)),
            code=model.CodeExample(before=code["before"], after=code["after"]) if code else None,
            libraries=tuple(
                model.Library(name=one["name"], purpose=one["purpose"]) for one in raw.get("libraries", ())
            ),
            verify=tuple(raw["verify"]),
            next_evidence=tuple(
                self._next_evidence(one, sources, ("remediation", "next_evidence", i))
                for i, one in enumerate(raw["next_evidence"])
            ),
        )

    def _at_once(self, raw: Raw) -> model.AtOnce:
        return model.AtOnce(returns=raw["returns"], steps=self._steps(raw, ("remediation", "at_once")))

    def _steps(self, raw: Raw, path: Path) -> tuple[model.RemedyStep, ...]:
        return tuple(self._step(one, (*path, "steps", i)) for i, one in enumerate(raw["steps"]))

    def _step(self, raw: Raw, path: Path) -> model.RemedyStep:
        if "on" in raw and "where" not in raw:
            self._document.complain((*path, "on"), "belongs to a step with where")
        return model.RemedyStep(
            do=raw["do"].strip(),
            again=raw.get("again"),
            when_culprit=raw.get("when_culprit"),
            on=raw.get("on"),
            where=self.where_on(raw, path),
        )

    def _next_evidence(self, raw: Raw, sources: Sources, path: Path) -> model.NextEvidence:
        source = sources.get(raw["evidence"])
        if source is None:
            known = ", ".join(sorted(sources))
            self._document.complain((*path, "evidence"), f"_evidence.yaml has no {raw['evidence']!r}; it has {known}")
        return model.NextEvidence(
            evidence=raw["evidence"],
            run=raw.get("run", source.run if source else "").strip(),
            because=raw["because"],
            cost=raw.get("cost", source.cost if source else ""),
        )

    def test(self, raw: Raw, path: Path) -> model.PlaybookTest:
        given = tuple(self._given(one, (*path, "given", i)) for i, one in enumerate(raw["given"]))
        return model.PlaybookTest(name=raw["name"], given=given, expect=_expectation(raw["expect"]))

    def _given(self, raw: Raw, path: Path) -> model.Given:
        if len(raw.keys() & {"file", "sketch", "text"}) != 1:
            self._document.complain(path, "give exactly one of file, sketch, text")
        at = None
        if "at" in raw:
            try:
                at = quantity(raw["at"], Unit.MINUTES)
            except ValueError as error:
                self._document.complain((*path, "at"), str(error))
        return model.Given(
            file=raw.get("file"), sketch=tuple(raw.get("sketch", ())), text=raw.get("text"), at_minutes=at
        )


def _expectation(raw: Raw | str) -> model.Expectation:
    if isinstance(raw, str):
        return model.Expectation(nothing=True)
    confidence = raw.get("confidence", {})
    return model.Expectation(
        nothing=False,
        culprit=raw.get("culprit"),
        confidence_at_least=confidence.get("at_least"),
        confidence_at_most=confidence.get("at_most"),
        rank=raw.get("rank"),
    )
