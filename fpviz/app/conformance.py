"""Which formats were checked against what: what the tests counted, and how it is said.

The numbers come from ``resources/conformance.json``, which the tests write and hold to what they
do; nothing of it is written by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from fpviz.core.formats import Format, find_format
from fpviz.model.files.resources import resource
from fpviz.widgets.translated import QT_TRANSLATE_NOOP

CONTEXT = "Conformance"


KINDS = {
    "decoding": QT_TRANSLATE_NOOP("Conformance", "Decoding"),
    "encoding": QT_TRANSLATE_NOOP("Conformance", "Encoding back"),
    "rounding": QT_TRANSLATE_NOOP("Conformance", "Rounding"),
    "arithmetic": QT_TRANSLATE_NOOP("Conformance", "Arithmetic"),
    "arrays": QT_TRANSLATE_NOOP("Conformance", "Arrays"),
}
"""What is checked of a format."""

SCOPES = {
    "": "",
    "decoding": QT_TRANSLATE_NOOP("Conformance", "decoding"),
    "every rule": QT_TRANSLATE_NOOP("Conformance", "every rule"),
    "ties-to-even": QT_TRANSLATE_NOOP("Conformance", "ties-to-even"),
    "ties-away": QT_TRANSLATE_NOOP("Conformance", "ties-away"),
    "4 rules": QT_TRANSLATE_NOOP("Conformance", "4 rounding rules"),
    "5 rules": QT_TRANSLATE_NOOP("Conformance", "5 rounding rules"),
    "6 rules": QT_TRANSLATE_NOOP("Conformance", "6 rounding rules"),
}
"""How much of it."""

ORACLES = {
    "definitions": QT_TRANSLATE_NOOP("Conformance", "definitions"),
    "numpy": "numpy",
    "ml_dtypes": "ml_dtypes",
    "gfloat": "gfloat",
    "MPFR": "MPFR",
    "en_dtypes": "en_dtypes",
    "apytypes": "apytypes",
    "ibm2ieee": "ibm2ieee",
    "rms-vax": "rms-vax",
    "posit-playground": "posit-playground",
    "gcc": "gcc",
    "decimal": QT_TRANSLATE_NOOP("Conformance", "Python's decimal"),
    "processor": QT_TRANSLATE_NOOP("Conformance", "the processor"),
    "decoding": QT_TRANSLATE_NOOP("Conformance", "decoding"),
    "scalar": QT_TRANSLATE_NOOP("Conformance", "exact functions"),
}
"""Whose results fpviz's are compared with."""

LIBRARIES = tuple(name for name in ORACLES if name not in ("definitions", "decoding", "scalar"))
"""Those that others have made."""

DISAGREEMENTS = {
    "odd-ties": QT_TRANSLATE_NOOP(
        "Conformance",
        "E8M0, a tie: gfloat goes by the code's parity; IEEE 754-2019, 4.3.1, asks for the larger "
        "magnitude, since both neighbours have an odd last digit. ml_dtypes agrees with fpviz.",
    ),
    "least-scales": QT_TRANSLATE_NOOP(
        "Conformance",
        "E8M0 between 2⁻¹²⁷ and 2⁻¹²⁶: ml_dtypes always gives the larger; fpviz, the nearest.",
    ),
    "nan-to-zero": QT_TRANSLATE_NOOP(
        "Conformance",
        "NaN in FP4 and FP6, which have none: ml_dtypes gives zero; fpviz, as CUDA does, the "
        "largest number, and says 'invalid'.",
    ),
}
"""Where an oracle differs and is not followed, each shown by a test."""


@dataclass(frozen=True, slots=True)
class Check:
    """So many results of a format were compared with an oracle's."""

    format: Format
    kind: str
    scope: str
    against: str
    cases: int


@dataclass(frozen=True, slots=True)
class Conformance:
    """All checks, the versions of the oracles, and where one of them is not followed."""

    checks: tuple[Check, ...]
    versions: Mapping[str, str]
    disagreements: tuple[str, ...]

    @property
    def formats(self) -> list[Format]:
        """The formats checked, in the catalogue's order."""
        return list(dict.fromkeys(check.format for check in self.checks))

    def of(self, fmt: Format, kind: str | None = None) -> list[Check]:
        """The checks of a format, of one kind if that is named, as the oracles are ordered."""
        found = [c for c in self.checks if c.format == fmt and kind in (None, c.kind)]
        orders = (list(KINDS), list(ORACLES))
        return sorted(found, key=lambda c: (orders[0].index(c.kind), orders[1].index(c.against)))


def load_conformance() -> Conformance:
    """What the tests counted."""
    data = json.loads(resource("conformance.json").read_text("utf-8"))
    rows = (
        Check(find_format(row["format"]), row["kind"], row["scope"], row["against"], row["cases"])
        for row in data["checks"]
    )
    return Conformance(tuple(rows), data["versions"], tuple(data["disagreements"]))


def worded(text: str) -> str:
    """A text of the tables above in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


def oracles(checks: Iterable[Check], among: Iterable[str] = ORACLES) -> str:
    """The names of the oracles of some checks, each once."""
    names = dict.fromkeys(check.against for check in checks if check.against in among)
    return ", ".join(worded(ORACLES[name]) for name in names)


def differences() -> list[str]:
    """Where an oracle differs and is not followed, in the language of the window."""
    return [worded(DISAGREEMENTS[key]) for key in load_conformance().disagreements]
