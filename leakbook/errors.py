"""Every error the core raises, one tree, each class with a stable code.

::

    LeakbookError
    ├── EvidenceError            what the client sent cannot be used
    │   ├── NotRecognised        no reader claims these bytes
    │   ├── NotGo                a profile, but of another language's runtime
    │   ├── EmptyEvidence        nothing in it
    │   ├── Malformed            claimed by a reader, broken at a known place
    │   ├── KindMismatch         the stated kind disagrees with the content
    │   └── OverLimit            a size, count or depth beyond `leakbook.limits.Limits`
    └── PlaybookError            one or more mistakes in playbook files

The HTTP service turns the tree into problem+json by `code`; nothing in the
core catches these to hide them.
"""

from __future__ import annotations

from typing import ClassVar


class LeakbookError(Exception):
    """Base of everything this package raises on purpose."""

    code: ClassVar[str] = "internal"
    title: ClassVar[str] = "Leakbook failed"


class EvidenceError(LeakbookError):
    """A piece of evidence cannot be used.

    `part` names the piece as the client named it; `line` (1-based) and
    `offset` (bytes) say where, when that is known; `found` and `expected`
    quote what stood there and what should have.
    """

    code = "evidence-invalid"
    title = "Evidence cannot be used"

    def __init__(
        self,
        detail: str,
        *,
        part: str | None = None,
        line: int | None = None,
        offset: int | None = None,
        found: str | None = None,
        expected: str | None = None,
    ) -> None:
        """Keep the place beside the message so that an API can answer with both."""
        super().__init__(detail)
        self.detail = detail
        self.part = part
        self.line = line
        self.offset = offset
        self.found = found
        self.expected = expected

    def in_part(self, part: str) -> EvidenceError:
        """Name the part when the raiser could not know it; returns self."""
        if self.part is None:
            self.part = part
        return self


class NotRecognised(EvidenceError):
    """No reader claims the content."""

    code = "evidence-not-recognised"
    title = "Evidence is of no kind that Leakbook reads"


class NotGo(EvidenceError):
    """A well-formed profile, but not of a Go program."""

    code = "evidence-not-go"
    title = "The profile is not of a Go program"


class EmptyEvidence(EvidenceError):
    """A part with no bytes, or a request with no part."""

    code = "evidence-empty"
    title = "There is no evidence"


class Malformed(EvidenceError):
    """A reader claims the content and cannot go on at a known place."""

    code = "evidence-malformed"
    title = "Evidence is broken"


class KindMismatch(EvidenceError):
    """The kind that the client stated is not what the content is."""

    code = "evidence-kind-mismatch"
    title = "The stated kind disagrees with the content"


class OverLimit(EvidenceError):
    """A limit of `leakbook.limits.Limits` is exceeded; `limit` names it."""

    code = "limit-exceeded"
    title = "The evidence is larger than the limits allow"

    def __init__(self, detail: str, *, limit: str, part: str | None = None) -> None:
        """Remember which limit, so the answer can name the setting."""
        super().__init__(detail, part=part)
        self.limit = limit


class PlaybookError(LeakbookError):
    """Mistakes in playbooks: all of them, each as `file:line:column: message`."""

    code = "playbook-invalid"
    title = "A playbook is not valid"

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep every problem; the message is all of them, one a line."""
        super().__init__("\n".join(problems))
        self.problems = problems
