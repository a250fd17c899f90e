"""Rows: captures of one request turned into the typed features that playbooks speak about."""

from __future__ import annotations

from collections.abc import Sequence

from ..evidence.model import Capture
from .goroutine_groups import goroutine_group_rows
from .heap_sites import heap_site_rows
from .idle import NO_IDLE_KNOWLEDGE, IdleKnowledge
from .main_modules import main_modules
from .model import GoroutineGroupRow, HeapSiteRow, ProcessRow, Rows
