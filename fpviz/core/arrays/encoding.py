"""Blocks of binary32 and binary64 bits rounded into a format, in integer arithmetic.

The bits of a finite number without their sign are an integer that grows with the number, and its
low bits are the end of the significand. So rounding is: add something, shift right; a carry runs
into the exponent field by itself. ``Kernel`` does this for every format of at most 64 bits that
has sign, biased exponent and fraction: this is about that family, and reads its layout. What is
added is the rule, and a number below the smallest normal one is only shifted further.

A number cut to two bits more than the result has, its last bit set where anything was lost
(rounding to odd), still rounds to the same result under every rule that looks no further than a
tie (Boldo and Melquiond, "Emulation of FMA and correctly rounded sums", 2008). ``narrow`` cuts
so, which lets binary64 run in 32-bit words, and lets a table hold the whole way into a small
format.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import Rules, encode, overflow_code
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import BinaryFormat, Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, Infinity, NaN

Words = npt.NDArray[np.unsignedinteger[Any]]
"""Bits or codes in one of numpy's unsigned types."""
Bools = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.integer[Any]] | npt.NDArray[np.object_]
Codes = npt.NDArray[Any]
"""Codes in the type that ``arrays.code_dtype`` names."""


def narrow_width(source: BinaryFormat, fmt: BinaryFormat, rules: Rules) -> int:
    """How many fraction bits of ``source``, the last one sticky, decide the rounding into ``fmt``.

    Two more than the result has, or, under the stochastic rule, one more than all that its random
    bits reach; or all. A subnormal of ``source`` has fewer bits than the fraction width says, so
    that a format with as small numbers needs as many more.
    """
    more = 1 + max(rules.random_width if rules.draws else 1, 1)
    finest = fmt.quantum_exponent - rules.flush  # what is flushed may be told one digit further
    needed = more + max(fmt.fraction_width, source.emin - finest)
    return min(needed, source.fraction_width)


def narrow(bits: Words, drop: int, out: Words) -> None:
    """Sets ``out`` to ``bits`` without the low ``drop``, which leave a last one if not all zero."""
    lost = (1 << drop) - 1
    np.bitwise_and(bits, lost, out=out)
    out += lost
    out |= bits
    out >>= drop


def special_codes(source: BinaryFormat, fmt: Format, rules: Rules, codes: Words) -> Words:
    """What infinities and NaNs of ``source`` become in ``fmt``, element by element.

    ``codes`` holds only such codes; the result has its dtype, which must hold both formats.
    """
    negative: Bools = (codes & source.sign_mask).astype(bool) & (codes != source.nan_for_zero)
    infinite = (codes & source.magnitude_mask) == (source.infinity_code or 0)
    infinite &= source.has_infinity
    payload = codes & ((1 << source.payload_width) - 1)
    shift = fmt.payload_width - source.payload_width
    payload = payload << shift if shift >= 0 else payload >> -shift

    def by_sign(number: Callable[[bool], Infinity | NaN]) -> Words:
        pair = [encode(fmt, number(sign), rules).code for sign in (False, True)]
        return np.array(pair, dtype=codes.dtype)[negative.astype(np.intp)]

    nan = by_sign(lambda sign: NaN(sign, payload_width=0))
    if rules.nans.rule.picks is not None:
        nan |= payload
    words: Words = np.where(infinite, by_sign(Infinity), nan)
    return words


class Kernel:
    """Rounds blocks of codes of ``source``, an IEEE format of 32 or 64 bits, into ``fmt``.

    The arithmetic is in unsigned integers of the source's width: ``fmt`` must not be wider, and
    ``rules.random_width`` must be less. ``block`` is the longest block. A kernel owns scratch
    memory, so that it serves one thread at a time.
    """

    def __init__(self, source: BinaryFormat, fmt: BinaryFormat, rules: Rules, block: int) -> None:
        self.source, self.fmt, self.rules = source, fmt, rules
        self.dtype: np.dtype[np.unsignedinteger[Any]] = np.dtype(f"u{source.width // 8}")
        self._scratch: list[Words] = [np.empty(block, self.dtype) for _ in range(4)]
        # Exponent fields of the source: where the format's normal numbers begin and end.
        # Under FTZ after rounding there is one binade more below them, of full precision: what is
        # tiny with it is flushed.
        looks_before = rules.tininess.rule.looks_before
        self._flushes = rules.flush and fmt.has_subnormals
        self._finer = int(self._flushes and not looks_before)
        begin = fmt.emin - self._finer + source.bias
        end = min(max(fmt.emax + 1 + source.bias, 1), source.exponent_mask)
        self._begin = max(begin, 1)
        self._below = self._begin - begin  # binades of the format below the source's normals
        self._drop = max(source.fraction_width - fmt.fraction_width, 0)
        self._lead = max(fmt.fraction_width - source.fraction_width, 0)
        # Magnitudes are counted from here; like them, it may wrap around.
        start = (self._begin + self._drop - 1) << source.fraction_width
        self._start = start & (source.sign_mask | source.magnitude_mask)
        # All that overflows enters as one magnitude, with infinities and NaNs, so that no later
        # sum runs over.
        self._ceiling = end << source.fraction_width
        positive, negative = (overflow_code(fmt, sign, rules) for sign in (False, True))
        self._overflow, self._overflow_flip = positive, positive ^ negative
        self._outside = encode(fmt, Infinity(True), rules).code  # if unsigned
        # Magnitudes of the source that go one by one: its subnormals where they may be normal in
        # the format, which is rare, and what lies in the gap beside the zero of a format.
        gap = encode(source, Finite(False, fmt.min_normal), Rules(Rounding.UPWARD)).code
        self._few = source.min_normal_code if self._below else 0
        self._few = self._few if fmt.has_even_binades else max(self._few, gap)
        self._tiny = gap if self._flushes and looks_before else 0  # smaller ones are flushed

    def __call__(self, bits: Words, drawn: Integers | None, out: Codes) -> None:
        """Sets ``out`` to the codes of a block, contiguous like ``bits``.

        ``drawn`` gives each element its own random bits; without it, all get the rules'.
        """
        bits = bits.astype(self.dtype, copy=False)
        random = None if drawn is None else drawn.astype(self.dtype, copy=False)
        v, shift, full, spare = (words[: bits.size] for words in self._scratch)
        np.bitwise_and(bits, self.source.magnitude_mask, out=v)
        peak = int(v.max())
        zero = v == 0 if self._below else None
        if peak > self._ceiling:
            np.minimum(v, self._ceiling, out=v)
        shifts = self._align(v, shift, spare)
        if self.rules.draws:
            self._round_at_random(v, shifts, random, full, spare)
        else:
            self._round(v, shifts, bits, full, spare)
        self._place(v, zero)
        if self._flushes:
            self._flush(v, bits, spare)
        self._sign(v, bits, spare)
        if peak > self.source.largest_code:
            self._patch_specials(v, bits)
        if self._few:
            self._patch_few(v, bits, random)
        np.copyto(out, v, casting="unsafe")

    def _align(self, v: Words, shift: Words, spare: Words) -> Words:
        """Turns magnitudes into what is to be shifted; returns by how much: one for all, or each.

        A normal number of the format becomes its significand plus its exponent, counted from the
        format's least one; a smaller number becomes its significand alone.
        """
        width = self.source.fraction_width
        shifts = np.array(self._drop, self.dtype)
        if self._begin > 1:
            np.right_shift(v, width, out=shift)
            np.maximum(shift, 1, out=shift)  # a subnormal has the exponent of field 1
            np.minimum(shift, self._begin, out=shift)
            np.subtract(self._begin + self._drop, shift, out=shift)
            np.left_shift(shift, width, out=spare)
            v += spare
            v -= self._start
            shifts = shift
        if self._lead:
            v <<= self._lead
        return shifts

    def _round(self, v: Words, shift: Words, bits: Words, full: Words, spare: Words) -> None:
        """Shifts ``v`` right, rounded by the rule."""
        if shift.ndim:  # further right, all that matters is what is not zero: so it is here
            np.minimum(shift, self.source.width - 1, out=shift)
        rule = self.rules.rounding.rule
        if not rule.is_truncation:
            full = full if shift.ndim else np.empty_like(shift)
            np.left_shift(1, shift, out=full)
            full -= 1
            odd = self._odd(v, shift, spare) if rule.minds_parity else 0
            negative = bits >> (self.source.width - 1) if rule.minds_sign else 0
            v += rule.adds(full, odd, negative, 0)
        v >>= shift

    def _odd(self, v: Words, shift: Words, out: Words) -> Words:
        """The last bit of the significands that remain, in ``out``."""
        np.right_shift(v, shift, out=out)
        if self.fmt.fraction_width:
            out &= 1
        else:  # that is the hidden bit, which the exponent stands for
            np.minimum(out, 1, out=out)
        return out

    def _round_at_random(
        self, v: Words, shift: Words, random: Words | None, last: Words, spare: Words
    ) -> None:
        """Shifts ``v`` right, carrying where the random bits and what is lost reach a whole.

        Both are first cut to what they have in common: integer multiples of the larger of the
        last bit of ``v`` and ``2**-random_width`` ulp. What is cut cannot complete a whole.
        """
        width = self.rules.random_width
        np.minimum(shift, width, out=last)
        np.subtract(shift, last, out=spare)
        np.minimum(spare, self.source.width - 1, out=spare)  # no word is shifted by more
        v >>= spare
        np.subtract(width, last, out=spare)
        np.right_shift(self.rules.random_bits if random is None else random, spare, out=spare)
        v += spare
        v >>= last

    def _place(self, v: Words, zero: Bools | None) -> None:
        """Turns rounded numbers into magnitude codes, with a range that has no end."""
        fmt = self.fmt
        if zero is not None:
            places = min(self._below, fmt.exponent_mask + 1)  # so many overflow in any case
            v += places << fmt.fraction_width
            np.copyto(v, 0, where=zero)
        if not fmt.subnormals:  # the first code is that of a number with its hidden bit
            hidden = 1 << fmt.fraction_width
            np.maximum(v, hidden, out=v)
            v -= hidden

    def _flush(self, v: Words, bits: Words, spare: Words) -> None:
        """Makes zeros of the magnitude codes of what is tiny."""
        if self._tiny:
            np.bitwise_and(bits, self.source.magnitude_mask, out=spare)
            np.copyto(v, 0, where=spare < self._tiny)
        else:
            finer = 1 << self.fmt.fraction_width
            np.maximum(v, finer, out=v)
            v -= finer
            np.copyto(v, 0, where=v < self.fmt.min_normal_code)

    def _sign(self, v: Words, bits: Words, spare: Words) -> None:
        """Turns magnitude codes into codes: the sign, and what stands for an overflow."""
        fmt, source = self.fmt, self.source
        over, outside = v > fmt.largest_code, self._unsigned(v, bits)
        if fmt.signed:
            np.right_shift(bits, source.width - 1, out=spare)
            spare <<= fmt.width - 1
            v |= spare
            if not fmt.has_negative_zero:
                np.copyto(v, 0, where=v == fmt.sign_mask)
        if over.any():
            np.right_shift(bits, source.width - 1, out=spare)
            np.negative(spare, out=spare)  # all ones where negative
            spare &= self._overflow_flip
            spare ^= self._overflow
            np.copyto(v, spare, where=over)
        if outside is not None:
            np.copyto(v, self._outside, where=outside)

    def _unsigned(self, v: Words, bits: Words) -> Bools | None:
        """Which elements are no numbers of an unsigned format: negative ones that do not become
        zero, and zeros where it has none; ``None`` for a signed format."""
        if self.fmt.signed:
            return None
        if self.fmt.has_zero:
            outside: Bools = (bits > self.source.sign_mask) & (v > 0)
        else:
            outside = (bits == 0) | (bits >= self.source.sign_mask)
        return outside

    def _patch_specials(self, v: Words, bits: Words) -> None:
        found = np.flatnonzero((bits & self.source.magnitude_mask) > self.source.largest_code)
        v[found] = special_codes(self.source, self.fmt, self.rules, bits[found])

    def _patch_few(self, v: Words, bits: Words, random: Words | None) -> None:
        magnitudes = bits & self.source.magnitude_mask
        tiny = (magnitudes > 0) & (magnitudes < self._few)
        for i in np.flatnonzero(tiny):
            drawn = None if random is None else int(random[i])
            v[i] = scalar_code(self.source, int(bits[i]), self.fmt, self.rules, drawn)


def scalar_code(source: Format, code: int, fmt: Format, rules: Rules, drawn: int | None) -> int:
    """One code of ``source`` rounded into ``fmt``; ``drawn`` replaces the rules' random bits."""
    if drawn is not None:
        rules = replace(rules, random_bits=drawn)
    return encode(fmt, decode(source, code).number, rules).code
