"""Expressions in which rounding matters, to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fpviz.core.phrase import Phrase, phrase, verbatim


@dataclass(frozen=True)
class Example:
    """An expression with values for its variables, the format in which it shows what it shows.

    ``name`` is what the command line calls it, and never changes.
    """

    name: str
    title: Phrase
    sentence: Phrase
    text: str
    format: str
    variables: Mapping[str, str] = field(default_factory=dict)


EXAMPLES = (
    Example(
        "tenths",
        verbatim("0.1 + 0.2"),
        phrase("Both terms have been rounded before they are added: the sum is not 0.3."),
        "0.1 + 0.2",
        "fp64",
    ),
    Example(
        "steps",
        phrase("How many steps of 0.1"),
        phrase("From 0.5 to 1.1 it is six steps of 0.1, and a little more: a range has a seventh."),
        "(1.1 - 0.5)/0.1",
        "fp64",
    ),
    Example(
        "absorbed",
        verbatim("(a + b) − a"),
        phrase("What of b is left beside a large a: its leading bits, or nothing."),
        "(a + b) - a",
        "fp32",
        {"a": "1e8", "b": "3.14159"},
    ),
    Example(
        "squares",
        phrase("x² − y² and (x − y)(x + y)"),
        phrase("The squares are rounded before they cancel; the factors cancel without an error."),
        "[x*x - y*y, (x - y)*(x + y)]",
        "fp32",
        {"x": "10000.5", "y": "10000.25"},
    ),
    Example(
        "quadratic",
        phrase("A root of a quadratic equation"),
        phrase("-b and the root of the discriminant cancel; the second way has a sum instead."),
        "d = b*b - 4*a*c; r = sqrt(d); [(-b + r)/(2*a), 2*c/(-b - r)]",
        "fp32",
        {"a": "1", "b": "1000", "c": "0.1"},
    ),
    Example(
        "variance-one-pass",
        phrase("Variance in one pass"),
        phrase("Two large numbers that nearly agree are subtracted: what is left is their error."),
        "m = sum(x)/3; sum(x*x)/3 - m*m",
        "fp32",
        {"x": "[1000.1, 1000.2, 1000.3]"},
    ),
    Example(
        "variance-two-passes",
        phrase("Variance in two passes"),
        phrase("The mean is taken off first, and nothing large is squared."),
        "m = sum(x)/3; d = x - m; sum(d*d)/3",
        "fp32",
        {"x": "[1000.1, 1000.2, 1000.3]"},
    ),
    Example(
        "softmax",
        phrase("Softmax as its definition has it"),
        phrase("exp(12) is beyond FP16: infinity by infinity is no number."),
        "e = exp(x); e/sum(e)",
        "fp16",
        {"x": "[10, 11, 12]"},
    ),
    Example(
        "softmax-max",
        phrase("Softmax with the maximum taken off"),
        phrase("No exponential is larger than 1, and nothing overflows."),
        "e = exp(x - max(x)); e/sum(e)",
        "fp16",
        {"x": "[10, 11, 12]"},
    ),
    Example(
        "layer-norm",
        phrase("Layer norm"),
        phrase("The errors of mean and variance go into every member of the result."),
        "m = sum(x)/4; d = x - m; v = sum(d*d)/4; d*rsqrt(v + eps)",
        "bf16",
        {"x": "[0.5, 0.75, 1.5, 0.625]", "eps": "1e-5"},
    ),
    Example(
        "rope",
        phrase("The angle of a rotary embedding"),
        phrase("BF16 has no 4097: the angle is wrong by a radian, and so are sine and cosine."),
        "angle = position*frequency; [cos(angle), sin(angle)]",
        "bf16",
        {"position": "4097.0", "frequency": "1"},
    ),
    Example(
        "horner",
        phrase("A polynomial by Horner's rule"),
        phrase("(x − 1)³, multiplied out: near its root the terms cancel to their errors."),
        "((x - 3)*x + 3)*x - 1",
        "fp32",
        {"x": "1.01"},
    ),
    Example(
        "triangle",
        phrase("Kahan's triangle"),
        phrase("The area of a needle by Heron's formula, and as Kahan brackets it."),
        "s = (a + b + c)/2; [sqrt(s*(s - a)*(s - b)*(s - c)), "
        "sqrt((a + (b + c))*(c - (a - b))*(c + (a - b))*(a + (b - c)))/4]",
        "fp32",
        {"a": "100000", "b": "99999.9765625", "c": "0.03125"},
    ),
)
