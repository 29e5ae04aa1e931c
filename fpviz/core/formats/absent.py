"""Formats that are asked for and are not there: what each is, and what comes nearest."""

from __future__ import annotations

import re

from fpviz.core.phrase import Phrase, phrase

_ABSENT: tuple[tuple[re.Pattern[str], Phrase], ...] = tuple(
    (re.compile(shape, re.IGNORECASE | re.ASCII), said)
    for shape, said in (
        (
            r"r11g11b10f?|u?f(?:loat|p)?11",
            phrase("unsigned with a fraction; the nearest is e5m6, which has a sign before it"),
        ),
        (
            r"u?f(?:loat|p)?10",
            phrase("unsigned with a fraction; the nearest is e5m5, which has a sign before it"),
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
            r"nf4|fp3|ternary",
            phrase("a table of values; the nearest is fp4_e2m1"),
        ),
        (
            r"ppc_fp128|double[-_ ]?double|dd",
            phrase("a sum of two fp64; the nearest is fp128, or e11m105"),
        ),
    )
)
_UNSIGNED = re.compile(r"ue([0-9]{1,2})m([1-9][0-9]{0,2})", re.ASCII)


def absent(name: str) -> Phrase | None:
    """What the format of that name is and which one comes nearest, where fpviz has none such.

    >>> str(absent("ue4m3"))
    'unsigned with a fraction; the nearest is e4m3fn, which has a sign before it'
    """
    if match := _UNSIGNED.fullmatch(name):
        nearest = "e{}m{}fn".format(*match.groups())
        return phrase(
            "unsigned with a fraction; the nearest is {format}, which has a sign before it",
            format=nearest,
        )
    return next((said for shape, said in _ABSENT if shape.fullmatch(name)), None)
