"""How large and how long what is read may be: as all that formats hold, and no more.

An expression is work, and bounded by it; a single number, and the complete decimal of a code,
are bounded by the formats, so that whatever fpviz writes it reads.
"""

from __future__ import annotations

from fpviz.core.formats import FARTHEST, FINEST

MAX_LENGTH = 20_000
"""Characters of a text that is more than one complete decimal."""

LONGEST_DECIMAL = FINEST + 64
"""Characters of a complete decimal: a digit for each binade below 1, the sign, the point."""

MAX_EXPONENT = FARTHEST + 256
"""Binades from 1 that one number may reach: all that a format has, and its digits."""

MAX_BITS = 300_000
"""Bits above and below that the result of an operation may have."""

WORK = 4 * MAX_BITS
"""Bits that all results of an expression may have together."""
