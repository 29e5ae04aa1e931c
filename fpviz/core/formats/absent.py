"""Formats that are asked for and are not there: what each is, and what comes nearest."""

from __future__ import annotations

import re

from fpviz.core.phrase import Phrase, phrase

_ABSENT: tuple[tuple[re.Pattern[str], Phrase], ...] = tuple(
    (re.compile(shape, re.IGNORECASE | re.ASCII), said)
    for shape, said in (
        (
            r"r11g11b10f?|b10g11r11_ufloat\w*",
            phrase("three numbers in a word; they are of ufloat11, ufloat11 and ufloat10"),
        ),
        (
            r"f(?:loat|p)?24",
            phrase("said of two; type e7m16 (ATI's) or e8m15 (Pixar's PXR24)"),
        ),
        (
            r"f(?:loat|p)?8|float8_t|minifloat",
            phrase("said of several; type fp8_e4m3fn, fp8_e5m2 or another one of 'fpviz formats'"),
        ),
        (
            r"f(?:loat|p)?6",
            phrase("said of two; type fp6_e3m2 or fp6_e2m3"),
        ),
        (
            r"mx(?:fp|int)?[0-9]*\w*|nvfp4|msfp[0-9]*|bfp[0-9]*",
            phrase(
                "blocks of numbers with one scale; the nearest are their elements, such as "
                "fp4_e2m1, and their scales, e8m0"
            ),
        ),
        (
            r"u?q[0-9]+|fixed[0-9.]*",
            phrase(
                "fixed point with its digits on one side of the point only; type both, such as "
                "q3.12, which has a sign before them"
            ),
        ),
        (
            r"decimal(?:32|64|128)|dec(?:32|64|128)|d(?:32|64|128)",
            phrase("decimal floating point; the nearest is the number itself, such as 23375*10^-3"),
        ),
        (
            r"ieee ?11073|11073|sfloat|medfloat(?:16|32)",
            phrase(
                "a decimal mantissa and exponent (IEEE 11073); the nearest is the number itself, "
                "such as 23375*10^-3"
            ),
        ),
        (
            r"nf4|fp3|ternary",
            phrase("a table of values; the nearest is fp4_e2m1"),
        ),
        (
            r"ppc_fp128|double[-_ ]?double|dd",
            phrase("a sum of two fp64; the nearest is fp128, or e11m105"),
        ),
    )
)


def absent(name: str) -> Phrase | None:
    """What the format of that name is and which one comes nearest, where fpviz has none such.

    >>> str(absent("fp6"))
    'said of two; type fp6_e3m2 or fp6_e2m3'
    """
    return next((said for shape, said in _ABSENT if shape.fullmatch(name)), None)
