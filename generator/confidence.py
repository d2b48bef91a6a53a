"""How sure a fact is: how often the rule that found it is right on the gold facts, measured and not guessed."""

from __future__ import annotations

from dataclasses import dataclass

from generator import rules

PRECISION = "precision"
"""The name of the rules' file that holds the measurement."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """Of the facts that a rule found in the articles read by hand, how many were right."""

    right: int = 0
    found: int = 0

    @property
    def share(self) -> float:
        """The rule's precision, between 0 and 1, by Laplace's rule of succession.

        A rule that was seen once is no more sure than it deserves: 1 of 1 is 0.67, 40 of 40 is 0.98, never seen 0.5.
        """
        return (self.right + 1) / (self.found + 2)


def confidence(rule: str) -> Confidence:
    """How sure the facts of this rule are; of a rule that the gold never saw nothing is known."""
    return Confidence(*rules.load(PRECISION).get(rule, (0, 0)))
