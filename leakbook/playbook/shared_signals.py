"""`{use: NAME}`: a playbook takes a signal that is described and weighed once for all.

What stands beside `use` overrides the shared signal key by key; `supports` and `opposes` push each other out, and
other words for what is the case (`says`) those for what is not (`absence_says`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .yaml_marks import Document

SharedSignals = Mapping[str, dict[str, Any]]


def with_shared_signals(document: Document, shared: SharedSignals) -> Any:  # noqa: ANN401 - raw YAML
    """The document's value with every `use` replaced by what it stands for; unknown names go to its problems."""
    value = document.value
    if not isinstance(value, dict) or not isinstance(value.get("signals"), list):
        return value
    signals = [
        _resolved(document, index, raw, shared) if isinstance(raw, dict) and "use" in raw else raw
        for index, raw in enumerate(value["signals"])
    ]
    return value | {"signals": signals}


def _resolved(document: Document, index: int, raw: dict[str, Any], shared: SharedSignals) -> dict[str, Any]:
    overrides = {key: given for key, given in raw.items() if key != "use"}
    base = shared.get(raw["use"]) if isinstance(raw["use"], str) else None
    if base is None:
        known = ", ".join(sorted(shared)) or "none"
        document.complain(("signals", index, "use"), f"no shared signal {raw['use']!r}; there are: {known}")
        # Stands in for the signal, so that the shape finds nothing else wrong with it.
        return {"id": f"unknown-{index}", "says": "unknown", "supports": "weak"}
    pushed_out = {"absence_says"} if "says" in overrides else set()
    if "opposes" in overrides:
        pushed_out |= {"supports", "absence_opposes", "absence_says"}
    elif "supports" in overrides:
        pushed_out |= {"opposes"}
    return {key: given for key, given in base.items() if key not in pushed_out} | overrides
