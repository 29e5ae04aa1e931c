"""Whole expressions, as machines evaluate them, and what becomes of their errors.

``parse`` makes a listing of operations (a ``Program``) of a text; ``evaluate`` follows it in a
format: exactly, operation by operation, and with products fused into sums.
"""

from fpviz.core.expressions.enclosing import Bounds
from fpviz.core.expressions.evaluation import Evaluation, Executed, Execution, evaluate
from fpviz.core.expressions.parser import parse
from fpviz.core.expressions.program import (
    Constant,
    ExpressionError,
    Instruction,
    Line,
    Program,
    TextSpan,
    Variable,
)

__all__ = [
    "Bounds",
    "Constant",
    "Evaluation",
    "Executed",
    "Execution",
    "ExpressionError",
    "Instruction",
    "Line",
    "Program",
    "TextSpan",
    "Variable",
    "evaluate",
    "parse",
]
