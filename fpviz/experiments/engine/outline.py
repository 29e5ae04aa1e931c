"""What is known of a run before it is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outline:
    """The names of a run's curves, its last step, and whether its errors can be measured."""

    curves: tuple[str, ...]
    steps: int
    measured: bool = True
