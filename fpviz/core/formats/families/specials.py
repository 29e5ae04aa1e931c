"""Which codes of a binary floating-point format stand for infinities and NaNs.

Sources: IEEE 754-2019 clause 3; OFP8 1.0; LLVM's names of formats (``E4M3FN``, ``E5M2FNUZ``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Specials:
    """Which codes of each sign are not numbers, counted from the last one down.

    First come ``nans`` NaNs, then an infinity. ``None`` of them are as many as leave to infinity
    the first code of the top exponent field, with payloads, as in IEEE 754. Without a negative
    zero the code that it would have is a NaN, too.
    """

    infinity: bool
    nans: int | None
    negative_zero: bool = True

    IEEE: ClassVar[Specials]
    """The top exponent field holds infinities and NaNs."""
    FN: ClassVar[Specials]
    """No infinity; NaN where exponent and fraction are all ones ("finite")."""
    FNUZ: ClassVar[Specials]
    """No infinity, no -0; the one NaN stands at the code of -0 ("finite, unsigned zero")."""
    NONE: ClassVar[Specials]
    """Every code is a finite number."""

    @property
    def key(self) -> str:
        """What they are called in names of formats: ``ieee``, ``finite``, ``fn``, ``inuz``.

        The letters are LLVM's: finite or with infinities, NaNs, a zero without a sign.
        """
        if self.nans is None:
            return "ieee"
        if self == Specials.NONE:
            return "finite"
        count = "" if self.nans == self.negative_zero else str(self.nans)
        return f"{'fi'[self.infinity]}n{count}{'' if self.negative_zero else 'uz'}"

    @classmethod
    def read(cls, key: str) -> Specials:
        """Those that are called so. Raises ValueError."""
        if key in _BY_KEY:
            return _BY_KEY[key]
        if not (match := _LETTERS.fullmatch(key)):
            raise ValueError(key)
        domain, count, unsigned_zero = match.groups()
        nans = int(count) if count else int(not unsigned_zero)
        return cls(domain == "i", nans, not unsigned_zero)


Specials.IEEE = Specials(True, None)
Specials.FN = Specials(False, 1)
Specials.FNUZ = Specials(False, 0, negative_zero=False)
Specials.NONE = Specials(False, 0)

NAMED_SPECIALS = (Specials.IEEE, Specials.FN, Specials.FNUZ, Specials.NONE)
"""The usual ones, in the order in which they are offered."""

_BY_KEY = {specials.key: specials for specials in NAMED_SPECIALS}
_LETTERS = re.compile("([if])n([0-9]{0,7})(uz)?", re.ASCII)
