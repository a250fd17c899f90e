"""JSON Schema 2020-12 of a playbook file, for editors: made from the marshmallow shapes and the rows' features."""

from __future__ import annotations

from typing import Any, Final

from marshmallow import Schema, fields
from marshmallow.validate import Equal, Length, OneOf, Range, Regexp

from ..rows.features import NUMERIC, Feature, Unit, features_of
from ..rows.model import ROW_KINDS
from .schema import Expect, OneOrMany, PlaybookShape, Quantity, Step, Where

Json = dict[str, Any]

_WORDS: Final[Json] = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
_RELEASE: Final[Json] = {"type": "string", "pattern": r"^\d+\.\d+$"}
_QUANTITY: Final[Json] = {"type": ["number", "string"]}


def playbook_json_schema() -> Json:
    """The schema, with its keys in a fixed order."""
    root = _object(PlaybookShape())
    root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    root["title"] = "Leakbook playbook"
    root["$defs"] = {f"where_{kind}": _where(kind) for kind in ROW_KINDS} | {"stack": _stack()}
    _tie_where_to_rows(root)
    return root


def _object(schema: Schema) -> Json:
    properties: Json = {}
    required: list[str] = []
    for name, field in schema.fields.items():
        key = field.data_key or name
        properties[key] = _field(field)
        if field.required:
            required.append(key)
    described: Json = {"type": "object", "description": (type(schema).__doc__ or "").strip()}
    return described | {"properties": properties, "required": required, "additionalProperties": False}


def _field(field: fields.Field[Any]) -> Json:
    if isinstance(field, Expect):
        return {"anyOf": [{"const": "nothing"}, _object(field.schema)]}
    if isinstance(field, Step):
        return {"anyOf": [{"type": "string", "minLength": 1}, _object(field.schema)]}
    if isinstance(field, fields.Nested):
        return _object(field.schema)
    if isinstance(field, OneOrMany):
        one = _field(field.inner)
        return {"anyOf": [one, {"type": "array", "items": one}]}
    if isinstance(field, fields.List):
        return {"type": "array", "items": _field(field.inner)} | _validated(field)
    return _leaf(field)


def _leaf(field: fields.Field[Any]) -> Json:
    if isinstance(field, Where):
        return {"type": ["object", "array"]}
    if isinstance(field, Quantity):
        return dict(_QUANTITY)
    types = {fields.Boolean: "boolean", fields.Integer: "integer", fields.Float: "number", fields.String: "string"}
    named = next((name for kind, name in types.items() if isinstance(field, kind)), None)
    if named is None:
        raise TypeError(f"no JSON Schema is known for {type(field).__name__}")
    return {"type": named} | _validated(field)


def _validated(field: fields.Field[Any]) -> Json:
    limits: Json = {}
    for validator in field.validators:
        if isinstance(validator, OneOf):
            limits["enum"] = list(validator.choices)
        elif isinstance(validator, Equal):
            limits["const"] = validator.comparable
        elif isinstance(validator, Regexp):
            limits["pattern"] = "^" + str(validator.regex.pattern).replace(r"\Z", "$")
        elif isinstance(validator, Length):
            limits["minItems" if isinstance(field, fields.List) else "minLength"] = validator.min
        elif isinstance(validator, Range):
            limits |= {k: v for k, v in (("minimum", validator.min), ("maximum", validator.max)) if v is not None}
    return limits


def _where(kind: str) -> Json:
    """One block over a row kind, or a list of blocks."""
    properties = {name: _feature(feature) for name, feature in features_of(ROW_KINDS[kind]).items()}
    block: Json = {"type": "object", "properties": properties, "additionalProperties": False}
    return {"anyOf": [block, {"type": "array", "items": block, "minItems": 1}]}


def _feature(feature: Feature) -> Json:
    described: Json = {"description": feature.says}
    if feature.unit in NUMERIC:
        return described | _bounds(_QUANTITY)
    if feature.unit is Unit.VERSION:
        return described | _bounds(_RELEASE, "below")
    if feature.unit is Unit.FLAG:
        return described | {"type": "boolean"}
    if feature.unit is Unit.STACK:
        return described | {"$ref": "#/$defs/stack"}
    if feature.unit is Unit.WORD:
        none_of = {"type": "object", "properties": {"none_of": _WORDS}, "required": ["none_of"]}
        return described | {"anyOf": [*_WORDS["anyOf"], none_of | {"additionalProperties": False}]}
    return described | _WORDS


def _bounds(value: Json, *more: str) -> Json:
    bounds = dict.fromkeys(("at_least", "at_most", *more), value)
    return {"type": "object", "properties": bounds, "additionalProperties": False, "minProperties": 1}


def _stack() -> Json:
    properties: Json = dict.fromkeys(("contains", "contains_any", "lacks", "leaf"), _WORDS)
    properties["has_app_frame"] = {"type": "boolean"}
    return {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}


def _tie_where_to_rows(root: Json) -> None:
    """`where` speaks of the row kind that stands beside it: `over`, else `on`, `from`, else the only subject's kind."""
    properties = root["properties"]
    for subject in (properties["subject"], properties["subjects"]["items"]):
        subject["allOf"] = [_when("kind", kind) for kind in ROW_KINDS]
    signal, rule, culprit = (properties[name]["items"] for name in ("signals", "rule_out", "culprit"))
    remediation = properties["remediation"]["properties"]
    _, step = remediation["steps"]["items"]["anyOf"]
    _, relief = remediation["at_once"]["properties"]["steps"]["items"]["anyOf"]
    culprit["properties"]["unless_process"] = {"$ref": "#/$defs/where_process"}
    spoken_of = (
        (signal, ("over", "on")),
        (rule, ("over", "on")),
        (culprit, ("from",)),
        (step, ("on",)),
        (relief, ("on",)),
    )
    for block, keys in spoken_of:
        block["allOf"] = [_when(key, kind, unless=keys[:place]) for place, key in enumerate(keys) for kind in ROW_KINDS]
    properties["signals"]["items"] = {"if": {"required": ["use"]}, "then": _use(signal), "else": signal}
    root["allOf"] = [_only_subject(kind) for kind in ROW_KINDS]


def _when(key: str, kind: str, *, unless: tuple[str, ...] = ()) -> Json:
    condition: Json = {"properties": {key: {"const": kind}}, "required": [key]}
    if unless:
        condition["not"] = {"anyOf": [{"required": [other]} for other in unless]}
    return {"if": condition, "then": _where_of(kind)}


def _only_subject(kind: str) -> Json:
    subject = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
    silent = {"if": {"not": {"anyOf": [{"required": ["over"]}, {"required": ["from"]}]}}, "then": _where_of(kind)}
    blocks = {name: {"items": silent} for name in ("signals", "rule_out", "culprit")}
    return {"if": {"properties": {"subject": subject}, "required": ["subject"]}, "then": {"properties": blocks}}


def _where_of(kind: str) -> Json:
    return {"properties": {"where": {"$ref": f"#/$defs/where_{kind}"}}}


def _use(signal: Json) -> Json:
    """A shared signal, with what is overridden."""
    properties = {"use": {"type": "string", "minLength": 1}} | signal["properties"]
    return {"type": "object", "properties": properties, "required": ["use"], "additionalProperties": False}
