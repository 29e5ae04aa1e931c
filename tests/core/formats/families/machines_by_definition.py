"""What codes of machines stand for, by their manuals' words: slow, exact, and without fpviz.

Each function takes a code's bytes, the leading one first, as they stand in memory; ``None`` is a
reserved operand.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial

TWO = Fraction(2)


def _ibm(data: bytes) -> Fraction:
    """Sign, seven bits of excess 64, a fraction of hexadecimal digits; of two halves, the second
    has only digits."""
    digits = data[1:8] + data[9:]
    fraction = Fraction(int.from_bytes(digits), 256 ** len(digits))
    magnitude = fraction * Fraction(16) ** (data[0] % 128 - 64)
    return -magnitude if data[0] >= 128 else magnitude


def _vax(exponent_bits: int, data: bytes) -> Fraction | None:
    """Words of 16 bits, each with its low byte first, the one with the sign first."""
    words = "".join(f"{data[i + 1]:08b}{data[i]:08b}" for i in range(0, len(data), 2))
    sign, exponent, digits = words[0], words[1 : 1 + exponent_bits], words[1 + exponent_bits :]
    if "1" not in exponent:
        return None if sign == "1" else Fraction(0)
    fraction = Fraction(int("1" + digits, 2), 2 ** (len(digits) + 1))
    magnitude = fraction * TWO ** (int(exponent, 2) - 2 ** (exponent_bits - 1))
    return -magnitude if sign == "1" else magnitude


def _mil(data: bytes) -> Fraction:
    """A fraction in two's complement, whose fourth byte is the exponent in two's complement."""
    digits = data[:3] + data[4:]
    fraction = Fraction(int.from_bytes(digits, signed=True), 2 ** (8 * len(digits) - 1))
    return fraction * TWO ** int.from_bytes(data[3:4], signed=True)


def _ti(exponent_bits: int, data: bytes) -> Fraction:
    """The exponent in two's complement, then 01.f or 10.f in two's complement without its 1 or 0
    before the point."""
    bits = "".join(f"{byte:08b}" for byte in data)
    exponent = int(bits[:exponent_bits], 2)
    exponent -= (exponent >= 2 ** (exponent_bits - 1)) << exponent_bits
    if exponent == -(2 ** (exponent_bits - 1)):
        return Fraction(0)
    digits = bits[exponent_bits + 1 :]
    before = -2 if bits[exponent_bits] == "1" else 1
    return (before + Fraction(int(digits, 2), 2 ** len(digits))) * TWO**exponent


def _microchip(data: bytes) -> Fraction:
    """The exponent with a bias of 127, then the sign in place of the hidden 1."""
    if not data[0]:
        return Fraction(0)
    digits = int.from_bytes(data[1:])
    one = 1 << 8 * len(data) - 9
    magnitude = (1 + Fraction(digits % one, one)) * TWO ** (data[0] - 127)
    return -magnitude if digits >= one else magnitude


def _linear11(data: bytes) -> Fraction:
    """Five bits of exponent and eleven of an integer, both in two's complement."""
    word = int.from_bytes(data)
    exponent, integer = word >> 11, word & 0x7FF
    return (integer - (integer >= 1024) * 2048) * TWO ** (exponent - (exponent >= 16) * 32)


BY_DEFINITION: dict[str, Callable[[bytes], Fraction | None]] = {
    "ibm32": _ibm,
    "ibm64": _ibm,
    "ibm128": _ibm,
    "vax_f": partial(_vax, 8),
    "vax_d": partial(_vax, 8),
    "vax_g": partial(_vax, 11),
    "vax_h": partial(_vax, 15),
    "mil1750a_32": _mil,
    "mil1750a_48": _mil,
    "c3x_short": partial(_ti, 4),
    "c3x_single": partial(_ti, 8),
    "c3x_extended": partial(_ti, 8),
    "microchip24": _microchip,
    "microchip32": _microchip,
    "linear11": _linear11,
}
