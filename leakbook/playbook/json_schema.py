"""JSON Schema 2020-12 of a playbook file, for editors: made from the marshmallow shapes and the rows' features."""

from __future__ import annotations

from typing import Any, Final

from marshmallow import Schema, fields
from marshmallow.validate import Equal, Length, OneOf, Range, Regexp

from ..rows.features import NUMERIC, Feature, Unit, features_of
from ..rows.model import ROW_KINDS
from .schema import Expect, OneOrMany, PlaybookShape, Quantity, Where

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
    _tie_where_to_subject(root)
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
    if isinstance(field, fields.Nested):
        return _object(field.schema)
    if isinstance(field, OneOrMany):
        one = _field(field.inner)
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
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
    block: Json = {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}
    return {"anyOf": [block, {"type": "array", "items": block, "minItems": 1}]}


def _feature(feature: Feature) -> Json:
    described: Json = {"description": feature.says}
    if feature.unit in NUMERIC:
        return described | _bounds(_QUANTITY)
    if feature.unit is Unit.VERSION:
        return described | _bounds(_RELEASE)
    if feature.unit is Unit.FLAG:
        return described | {"type": "boolean"}
    if feature.unit is Unit.STACK:
        return described | {"$ref": "#/$defs/stack"}
    if feature.unit is Unit.WORD:
        none_of = {"type": "object", "properties": {"none_of": _WORDS}, "required": ["none_of"]}
        return described | {"anyOf": [*_WORDS["anyOf"], none_of | {"additionalProperties": False}]}
    return described | _WORDS


def _bounds(value: Json) -> Json:
    bounds = {"at_least": value, "at_most": value}
    return {"type": "object", "properties": bounds, "additionalProperties": False, "minProperties": 1}


def _stack() -> Json:
    properties: Json = dict.fromkeys(("contains", "contains_any", "lacks", "leaf"), _WORDS)
    properties["has_app_frame"] = {"type": "boolean"}
    return {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}


def _tie_where_to_subject(root: Json) -> None:
    """`where` speaks of the row kind that stands beside it: `over`, `from`, else the subject's kind."""
    properties = root["properties"]
    subject = properties["subject"]
    subject["allOf"] = [_if("kind", kind, "where", kind) for kind in ROW_KINDS]
    ceilings = properties["ceiling"]["anyOf"]
    for block, key in (
        (properties["signals"]["items"], "over"),
        (properties["rule_out"]["items"], "over"),
        (properties["culprit"]["items"], "from"),
    ):
        block["allOf"] = [_if(key, kind, "where", kind) for kind in ROW_KINDS]
    root["allOf"] = [
        {
            "if": {"properties": {"subject": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}}},
            "then": {
                "properties": {
                    "signals": {"items": _unless("over", kind)},
                    "rule_out": {"items": _unless("over", kind)},
                    "culprit": {"items": _unless("from", kind)},
                }
            },
        }
        for kind in ROW_KINDS
    ]
    root["required"] = sorted(root["required"])
    for ceiling in (ceilings[0], ceilings[1]["items"]):
        ceiling["properties"]["where"] = {"type": ["object", "array"]}


def _if(key: str, value: str, where: str, kind: str) -> Json:
    return {
        "if": {"properties": {key: {"const": value}}, "required": [key]},
        "then": {"properties": {where: {"$ref": f"#/$defs/where_{kind}"}}},
    }


def _unless(key: str, kind: str) -> Json:
    return {
        "if": {"not": {"required": [key]}},
        "then": {"properties": {"where": {"$ref": f"#/$defs/where_{kind}"}}},
    }
