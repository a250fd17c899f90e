"""A pprof profile whose label values are replaced; functions, files and numbers are untouched.

A profile is strings and numbers. Of the strings, those that name code (functions, files, types, units, binaries) are
what a diagnosis is made of and stay. Values of labels get pseudonyms, comments go through the rules for text, and
strings that nothing refers to are emptied. A label value that is also the name of some code stays as it is: it tells
nothing that the profile does not say elsewhere.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from google.protobuf.message import DecodeError

from ...errors import Malformed
from ...limits import Limits
from ..pprof.parts import Shadow, split
from ..pprof.wire import decode_functions, sample_blocks
from ..profile_pb2 import Mapping, ValueType
from .names import Pseudonyms
from .text import TextRedaction


def redact_profile(content: bytes, limits: Limits, names: Pseudonyms) -> bytes:
    """The profile, serialised anew; fields that the format does not know are left out. Raises Malformed, OverLimit."""
    split(content, limits)  # refuses what is over a limit
    shadow = Shadow.FromString(content)
    shadow.DiscardUnknownFields()
    labels = np.concatenate([block.labels for block in sample_blocks(shadow.sample, limits)])
    values = set(labels[:, 1].tolist())
    code = _code_indices(shadow, limits) | set(labels[:, 0].tolist()) | set(labels[:, 3].tolist())
    texts = {*shadow.comment, shadow.doc_url}
    rules = TextRedaction(names)
    for index, text in enumerate(shadow.string_table):
        if index in code or not text:
            continue
        if index in values:
            shadow.string_table[index] = names.of("label", text)
        else:
            shadow.string_table[index] = rules.whole(text) if index in texts else b""
    return bytes(shadow.SerializeToString(deterministic=True))


def _code_indices(shadow: Any, limits: Limits) -> set[int]:  # noqa: ANN401 - the class exists only at run time
    """Strings by which code is named."""
    functions = decode_functions(shadow.function, limits)
    found = {0, *functions.names.tolist(), *functions.system_names.tolist(), *functions.files.tolist()}
    try:
        types = [ValueType.FromString(one) for one in (*shadow.sample_type, shadow.period_type)]
        mappings = [Mapping.FromString(one) for one in shadow.mapping]
    except DecodeError as error:
        raise Malformed("A type or mapping of the profile is not protobuf.") from error
    found |= {index for one in types for index in (one.type, one.unit)}
    found |= {index for one in mappings for index in (one.filename, one.build_id)}
    return found | {shadow.default_sample_type, shadow.drop_frames, shadow.keep_frames}
