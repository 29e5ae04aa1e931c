"""What the classes of numbers are called in sentences.

The command line and files have words of their own for them, which never change: their values.
"""

from __future__ import annotations

from collections.abc import Mapping

from fpviz.core.formats.decoding import NumberClass
from fpviz.core.phrase import Phrase, phrase

CLASSES: Mapping[NumberClass, Phrase] = {
    NumberClass.ZERO: phrase("zero"),
    NumberClass.SUBNORMAL: phrase("subnormal"),
    NumberClass.NORMAL: phrase("normal"),
    NumberClass.INFINITE: phrase("infinite"),
    NumberClass.NAN: phrase("not a number"),
    NumberClass.INVALID: phrase("invalid"),
}
