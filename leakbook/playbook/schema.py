"""The shape of a playbook file in marshmallow: which keys there are, which must be there, which words they take.

What a shape cannot say (units, features of a row kind, ids that must exist) is checked in `build` and `lint`.
`json_schema` turns these classes into the JSON Schema that editors use, so a key is added here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from marshmallow import RAISE, Schema, fields
from marshmallow.exceptions import ValidationError
from marshmallow.validate import Equal, Length, OneOf, Range, Regexp

from ..evidence.model import EvidenceKind
from ..rows.model import ROW_KINDS
from .model import ABSENCES, CATEGORIES, FRAMES, PREVALENCES, RETURNS, SEVERITIES, STATUSES, STRENGTHS

ID: Final = Regexp(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z", error="must be lower-case words joined by '-'.")
PLAYBOOK_ID: Final = Regexp(
    r"(?:goroutine|cache|resource|heap)/[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z",
    error="must be <category>/<lower-case-words-joined-by-->.",
)
URL: Final = Regexp(r"https?://[^\s<>\"]+\Z", error="must be an http or https address.")

QUOTED: Final = {"invalid": 'expected a Go release in quotes, like "1.23".'}
EVIDENCE_KINDS: Final = tuple(kind.value for kind in EvidenceKind)


class Shape(Schema):
    """Base: an unknown key is a mistake."""

    class Meta:
        """Marshmallow's options."""

        unknown = RAISE

    error_messages = {  # noqa: RUF012 - marshmallow's own class attribute
        "unknown": "there is no such key here.",
        "type": "expected a mapping.",
    }


def text(**settings: Any) -> fields.String:  # noqa: ANN401 - passed on to marshmallow
    """Text that may not be empty."""
    return fields.String(validate=Length(min=1), **settings)


def texts(**settings: Any) -> fields.List[str]:  # noqa: ANN401 - passed on to marshmallow
    """A list of text, with at least one entry."""
    return fields.List(text(), validate=Length(min=1), **settings)


def word(choices: tuple[str, ...], **settings: Any) -> fields.String:  # noqa: ANN401 - passed on to marshmallow
    """One of a few words."""
    return fields.String(validate=OneOf(choices), **settings)


class OneOrMany(fields.Field[Any]):
    """One block, or a list of such blocks; always loaded as a list."""

    def __init__(self, inner: fields.Field[Any], **settings: Any) -> None:  # noqa: ANN401 - passed on to marshmallow
        """`inner` reads one block."""
        super().__init__(**settings)
        self.inner = inner

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, list):
            return [self.inner.deserialize(value, attr, data, **kwargs)]
        read, mistakes = [], {}
        for index, entry in enumerate(value):
            try:
                read.append(self.inner.deserialize(entry, attr, data, **kwargs))
            except ValidationError as error:
                mistakes[index] = error.messages
        if mistakes:
            raise ValidationError(mistakes)
        return read


class Where(fields.Raw):
    """A condition on rows of the kind that stands beside it: checked by `conditions`, not here."""


class Quantity(fields.Raw):
    """A number with the unit of the feature it belongs to: checked by `quantities`, not here."""


class ReleaseBoundsShape(Shape):
    """Go releases; `below` is exclusive."""

    at_least = text(error_messages=QUOTED)
    at_most = text(error_messages=QUOTED)
    below = text(error_messages=QUOTED)


class AppliesToShape(Shape):
    """Releases and evidence the pattern can be seen in."""

    go = fields.Nested(ReleaseBoundsShape)
    needs_any = fields.List(word(EVIDENCE_KINDS), required=True, validate=Length(min=1))
    helped_by = fields.List(word(EVIDENCE_KINDS))


class SubjectShape(Shape):
    """Which rows are candidates."""

    kind = word(tuple(ROW_KINDS), required=True)
    where = Where()


class AgainShape(Shape):
    """One more of what was posted: what to run, what it tells."""

    run = text(required=True)
    because = text(required=True)


class EvidenceSourceShape(Shape):
    """Evidence that can be taken from a running process."""

    title = text(required=True)
    run = text(required=True)
    cost = text(required=True)
    tells = text(required=True)
    again = fields.Nested(AgainShape)
    later = fields.Nested(AgainShape)
    pair_of = text()
    go = fields.Nested(ReleaseBoundsShape)


class GradeShape(Shape):
    """How a measure becomes a degree."""

    zero_at = Quantity(required=True)
    full_at = Quantity(required=True)
    scale = word(("linear", "log"))


class SignalShape(Shape):
    """One thing that speaks for or against."""

    id = fields.String(required=True, validate=ID)
    says = text(required=True)
    where = Where()
    on = word(tuple(ROW_KINDS))
    over = word(tuple(ROW_KINDS))
    absent = fields.Boolean(truthy={True}, falsy={False})
    measure = text()
    grade = fields.Nested(GradeShape)
    family = fields.String(validate=ID)
    supports = word(STRENGTHS)
    opposes = word(STRENGTHS)
    absence_opposes = word(ABSENCES)
    absence_says = text()


class RuleOutShape(Shape):
    """A reason to set a candidate aside."""

    id = fields.String(required=True, validate=ID)
    because = text(required=True)
    known_idle = fields.Boolean(truthy={True}, falsy={False})
    where = Where()
    on = word(tuple(ROW_KINDS))
    over = word(tuple(ROW_KINDS))
    absent = fields.Boolean(truthy={True}, falsy={False})


class CeilingShape(Shape):
    """A bound on the confidence."""

    on = word(tuple(ROW_KINDS))
    at_most = fields.Float(required=True, validate=Range(min=0.05, max=1))
    unless_any = fields.List(fields.String(validate=ID))
    because = text(required=True)
    where = Where()


class SeenTitleShape(Shape):
    """A title that says no more than was seen."""

    title = text(required=True)
    on = word(tuple(ROW_KINDS))
    unless_any = fields.List(fields.String(validate=ID), required=True, validate=Length(min=1))


class CulpritShape(Shape):
    """One way to name the code."""

    frame = word(tuple(FRAMES))
    source = word(tuple(ROW_KINDS), data_key="from")
    where = Where()
    alone = fields.Boolean(truthy={True}, falsy={False})
    unless_process = Where()
    say = text()


class CodeShape(Shape):
    """Go code as it leaks and as it does not."""

    before = text(required=True)
    after = text(required=True)


class LibraryShape(Shape):
    """A library that helps."""

    name = text(required=True)
    purpose = text(required=True, data_key="for")


class NextEvidenceShape(Shape):
    """Evidence worth taking next."""

    evidence = text(required=True)
    run = text()
    because = text(required=True)
    cost = text()


class StepShape(Shape):
    """One thing to do, and where it is the thing to do."""

    do = text(required=True)
    when_culprit = fields.Boolean(truthy={True}, falsy={False})
    on = word(tuple(ROW_KINDS))
    where = Where()


class Step(fields.Nested):
    """A sentence, or a mapping that also says where it fits; always loaded as a mapping."""

    def _deserialize(self, value: Any, *settings: Any, **named: Any) -> Any:  # noqa: ANN401 - marshmallow's own
        return super()._deserialize({"do": value} if isinstance(value, str) else value, *settings, **named)


class ReliefShape(StepShape):
    """One thing that helps at once, and of a restart how it comes back."""

    again = text()


class AtOnceShape(Shape):
    """What helps before the code is changed."""

    returns = word(tuple(RETURNS), required=True)
    steps = fields.List(Step(ReliefShape), required=True, validate=Length(min=1))


class RemediationShape(Shape):
    """What to change."""

    summary = text(required=True)
    at_once = fields.Nested(AtOnceShape)
    steps = fields.List(Step(StepShape), required=True, validate=Length(min=1))
    code = fields.Nested(CodeShape)
    libraries = fields.List(fields.Nested(LibraryShape))
    verify = texts(required=True)
    next_evidence = fields.List(fields.Nested(NextEvidenceShape), required=True, validate=Length(min=1))


class ReferenceShape(Shape):
    """Where the pattern is documented."""

    title = text(required=True)
    url = fields.String(required=True, validate=URL)


class GivenShape(Shape):
    """One piece of test evidence."""

    file = text()
    sketch = OneOrMany(text())
    text = text()
    at = Quantity()


class BoundsShape(Shape):
    """Bounds on a confidence."""

    at_least = fields.Float(validate=Range(min=0, max=1))
    at_most = fields.Float(validate=Range(min=0, max=1))


class ExpectShape(Shape):
    """What a test demands of this playbook's diagnosis."""

    culprit = text()
    confidence = fields.Nested(BoundsShape)
    rank = fields.Integer(strict=True, validate=Range(min=1, max=10))


class Expect(fields.Nested):
    """A mapping of demands, or the word `nothing`."""

    def _deserialize(self, value: Any, *settings: Any, **named: Any) -> Any:  # noqa: ANN401 - marshmallow's own
        if value == "nothing":
            return value
        if not isinstance(value, dict) or not value:
            raise ValidationError("expected the word nothing, or culprit, confidence, rank.")
        return super()._deserialize(value, *settings, **named)


class TestShape(Shape):
    """A test in the playbook."""

    name = text(required=True)
    given = fields.List(fields.Nested(GivenShape), required=True, validate=Length(min=1))
    expect = Expect(ExpectShape, required=True)


class PlaybookShape(Shape):
    """A playbook file."""

    schema = fields.Integer(strict=True, required=True, validate=Equal(1))
    id = fields.String(required=True, validate=PLAYBOOK_ID)
    revision = fields.Integer(strict=True, required=True, validate=Range(min=1))
    status = word(STATUSES, required=True)
    title = text(required=True)
    titles = fields.List(fields.Nested(SeenTitleShape))
    category = word(CATEGORIES, required=True)
    severity = word(SEVERITIES, required=True)
    prevalence = word(PREVALENCES, required=True)
    leak = fields.Boolean(truthy={True}, falsy={False})
    description = text(required=True)
    applies_to = fields.Nested(AppliesToShape, required=True)
    specialises = fields.String(validate=PLAYBOOK_ID)
    subject = fields.Nested(SubjectShape)
    subjects = fields.List(fields.Nested(SubjectShape), validate=Length(min=1))
    signals = fields.List(fields.Nested(SignalShape), required=True, validate=Length(min=1))
    requires_any = fields.List(fields.String(validate=ID), required=True, validate=Length(min=1))
    rule_out = fields.List(fields.Nested(RuleOutShape))
    ceiling = OneOrMany(fields.Nested(CeilingShape))
    culprit = fields.List(fields.Nested(CulpritShape), required=True, validate=Length(min=1))
    limits = texts()
    remediation = fields.Nested(RemediationShape, required=True)
    references = fields.List(fields.Nested(ReferenceShape), required=True, validate=Length(min=1))
    tests = fields.List(fields.Nested(TestShape), required=True)


class UsualShape(Shape):
    """The usual number of a resident."""

    at_most = fields.Integer(strict=True, required=True, validate=Range(min=1))
    per = word(("process", "listener", "pool", "connection"))


class IdleShape(Shape):
    """A healthy resident of a library."""

    id = fields.String(required=True, validate=ID)
    where = Where(required=True)
    usual = fields.Nested(UsualShape, required=True)
    called = fields.Boolean(truthy={True}, falsy={False})
    because = text()


class CalibrationShape(Shape):
    """The table of belief."""

    schema = fields.Integer(strict=True, required=True, validate=Equal(1))
    supports = fields.Dict(keys=word(STRENGTHS), values=fields.Float(validate=Range(min=1, max=100_000)), required=True)
    absence = fields.Dict(keys=word(ABSENCES), values=fields.Float(validate=Range(min=1, max=100_000)), required=True)
    prevalence = fields.Dict(
        keys=word(PREVALENCES),
        values=fields.Float(validate=Range(min=0, max=1, min_inclusive=False, max_inclusive=False)),
        required=True,
    )
    final = fields.List(fields.List(fields.Float(validate=Range(min=0, max=1)), validate=Length(equal=2)))
    fitted = fields.Dict(keys=text(), values=fields.Raw())
