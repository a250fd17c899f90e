"""Fields that take exactly what they say."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from marshmallow import ValidationError, fields, validate

RFC_3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)")
LOST_PLUS = re.compile(r".*:\d\d(\.\d+)? \d\d:\d\d")
"""`2026-11-25T03:04:05 01:00`: a form's decoding has made a blank of the plus."""
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LARGEST = 2**63 - 1
LONGEST_NAME = 255
"""Characters of a name that a client gives: a piece of evidence, a key of its own."""


class Words(fields.String):
    """A string on one line: no control characters, no marks that turn the direction of text, no lone surrogates."""

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(validate=validate.Length(min=1, max=longest), **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if CONTROL.search(text):
            raise ValidationError("Control characters are not allowed.")
        return text


class Count(fields.Integer):
    """A whole number, unless told otherwise from 1, that is written as one: not 1.0, not true, in JSON not "1"."""

    def __init__(self, *, from_text: bool = False, smallest: int = 1, largest: int = LARGEST, **options: Any) -> None:
        super().__init__(validate=validate.Range(min=smallest, max=largest), **options)
        self._from_text = from_text

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if self._from_text and isinstance(value, str) and re.fullmatch(r"[0-9]{1,19}", value):
            return int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValidationError("Not a whole number.")
        return value


class Moment(fields.Field[datetime]):
    """RFC 3339 with a zone, from 1970 on. Kept to the microsecond, in UTC."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> datetime:
        if isinstance(value, str) and LOST_PLUS.fullmatch(value):
            raise ValidationError("The zone lost its +, which is written %2B in a query.")
        if not isinstance(value, str) or not RFC_3339.fullmatch(value):
            raise ValidationError("Not a time of RFC 3339, as in 2026-11-25T03:04:05Z.")
        try:
            moment = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", value.upper())).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise ValidationError("There is no such time.") from error
        if moment.year < 1970:
            raise ValidationError("Before 1970.")
        return moment
