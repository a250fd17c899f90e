"""Checks of sense: what a well-formed playbook can still get wrong. One small class a check; add it to `LINTS`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model import Playbooks
from ..yaml_marks import Document
from .base import Complaint, Lint
from .belief import RequiredEvidenceConvinces, RequiredSignalsSupport, WeakSignalsStayWeak
from .names import FileNamesMatch, IdsAreUnique, SignalIdsAreUnique, TitlesAreUnique
from .relations import SpecialisesIsATree
from .remedies import LeaksHaveRelief
from .tests import TestsHaveBothPolarities, TestsUseCaptures

LINTS: Final[tuple[type[Lint], ...]] = (
    IdsAreUnique,
    TitlesAreUnique,
    FileNamesMatch,
    SignalIdsAreUnique,
    SpecialisesIsATree,
    TestsHaveBothPolarities,
    TestsUseCaptures,
    WeakSignalsStayWeak,
    RequiredSignalsSupport,
    RequiredEvidenceConvinces,
    LeaksHaveRelief,
)


def lint(playbooks: Playbooks, documents: Mapping[str, Document], *, partial: bool) -> None:
    """Run every check; mistakes go to the documents.

    `partial` says that some file could not be read, so that what refers to it is not called missing.
    """
    checks = [check(playbooks, partial=partial) for check in LINTS]
    for check in checks:
        complaints: list[Complaint] = []
        for playbook in playbooks.playbooks:
            complaints.extend(check.check(playbook))
        complaints.extend(check.finish())
        for complaint in complaints:
            document = documents[complaint.playbook.file]
            (document.complain if check.is_mistake else document.miss)(complaint.path, complaint.message)
