"""Worked sheets: an operation or a conversion, step by step, as data that can be drawn.

A ``Trace`` is a tuple of ``Step``s; a step has sentences and rows of binary digits whose columns
stand under each other. The digits are those that a person would write down: each step follows
from the digits of the one before, and the last one spells the code.
"""

from fpviz.core.trace.sheet import (
    TITLES,
    BitRange,
    Digit,
    DigitRow,
    Role,
    Step,
    StepKind,
    Tail,
    Trace,
)
from fpviz.core.trace.working.conversion import trace_conversion
from fpviz.core.trace.working.operation import trace_operation

__all__ = [
    "TITLES",
    "BitRange",
    "Digit",
    "DigitRow",
    "Role",
    "Step",
    "StepKind",
    "Tail",
    "Trace",
    "trace_conversion",
    "trace_operation",
]
