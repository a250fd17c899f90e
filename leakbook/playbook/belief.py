"""Words of belief as natural log-odds, by the calibration."""

from __future__ import annotations

import math
from collections.abc import Iterable

from .model import Calibration, Playbook, Signal


class Belief:
    """The calibration's tables as logarithms."""

    def __init__(self, calibration: Calibration) -> None:
        """Take the logarithms once."""
        self._supports = {word: math.log(number) for word, number in calibration.supports}
        self._absence = {word: math.log(number) for word, number in calibration.absence}
        self._priors = {word: math.log(number / (1 - number)) for word, number in calibration.prevalence}

    def prior(self, playbook: Playbook) -> float:
        """Log-odds before any signal has spoken."""
        return self._priors[playbook.prevalence]

    def contribution(self, signal: Signal, degree: float) -> float:
        """What the signal adds at a degree 0..1, see `contributions`."""
        return self.contributions(signal, (degree,))[0]

    def contributions(self, signal: Signal, degrees: Iterable[float | None]) -> list[float]:
        """What the signal adds at each degree 0..1: v*S - (1-v)*A when it supports, -v*S when it opposes.

        What was not measured adds nothing.
        """
        if signal.opposes is not None:
            strength = self._supports[signal.opposes]
            return [0.0 if degree is None else -degree * strength for degree in degrees]
        strength, absence = self._supports[signal.supports or "weak"], self._absence[signal.absence_opposes]
        return [0.0 if degree is None else degree * strength - (1 - degree) * absence for degree in degrees]


def confidence(log_odds: float) -> float:
    """Probability 0..1 of log-odds."""
    if log_odds < -700:
        return 0.0
    return 1 / (1 + math.exp(-log_odds))
