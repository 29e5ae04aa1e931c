"""Codes for Python, numpy (with ml_dtypes) and PyTorch."""

from __future__ import annotations

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import Format, NumberClass, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.notation.notation import extended_bytes, is_integer, machine_integer
from fpviz.core.numbers import Finite, Infinity, NaN
from fpviz.core.text import hexfloat, shortest_decimal

_FP64 = find_format("fp64")
_INFINITY = _FP64.infinity_code or 0

_NUMPY = {
    "fp16": "np.float16",
    "fp32": "np.float32",
    "fp64": "np.float64",
    "bf16": "ml_dtypes.bfloat16",
    "fp8_e4m3fn": "ml_dtypes.float8_e4m3fn",
    "fp8_e5m2": "ml_dtypes.float8_e5m2",
    "fp8_e4m3fnuz": "ml_dtypes.float8_e4m3fnuz",
    "fp8_e5m2fnuz": "ml_dtypes.float8_e5m2fnuz",
    "fp8_e4m3b11fnuz": "ml_dtypes.float8_e4m3b11fnuz",
    "fp8_e4m3": "ml_dtypes.float8_e4m3",
    "fp8_e3m4": "ml_dtypes.float8_e3m4",
    "fp6_e3m2": "ml_dtypes.float6_e3m2fn",
    "fp6_e2m3": "ml_dtypes.float6_e2m3fn",
    "fp4_e2m1": "ml_dtypes.float4_e2m1fn",
    "e8m0": "ml_dtypes.float8_e8m0fnu",
}

_PYTORCH = {
    "fp16": "float16",
    "bf16": "bfloat16",
    "fp32": "float32",
    "fp64": "float64",
    "fp8_e4m3fn": "float8_e4m3fn",
    "fp8_e5m2": "float8_e5m2",
    "fp8_e4m3fnuz": "float8_e4m3fnuz",
    "fp8_e5m2fnuz": "float8_e5m2fnuz",
    "e8m0": "float8_e8m0fnu",
}
"""PyTorch's types of one element; its FP4 holds two."""


def python(fmt: Format, code: int) -> str | None:
    """The value as a ``float``, where binary64 holds it; as a ``Fraction``, where it does not.

    Decimals are those of the module of that name.

    ``None`` for a NaN whose payload is too long for binary64, and for what is invalid.
    """
    decoded = decode(fmt, code)
    if decoded.number_class is NumberClass.INVALID:
        return None
    match decoded.number:
        case Infinity(negative):
            return f"float('{'-' if negative else ''}inf')"
        case NaN() as nan:
            return _nan(nan)
        case Finite() if fmt.base == 10:
            return f"decimal.Decimal('{shortest_decimal(fmt, code)}')"
        case Finite(negative) as number:
            if not encode(_FP64, number).flags:
                return f"float.fromhex('{hexfloat(fmt, code)}')"
            assert decoded.significand is not None
            power = f"Fraction(2) ** {decoded.quantum}"
            return f"{'-' * negative}{decoded.significand:#x} * {power}"


def numpy(fmt: Format, code: int) -> str | None:
    """A scalar of numpy, viewed from an unsigned integer; numpy's ``fp6`` and ``fp4`` take 8 bits.

    Integers stand as such, the x87 as the bytes of a ``longdouble`` on x86. ``None`` where neither
    numpy nor ml_dtypes has the type.
    """
    if is_integer(fmt) and (held := machine_integer(fmt, code)):
        return f"np.{held[0]}({held[1]})"
    if (memory := extended_bytes(fmt, code)) is not None:
        return f"np.frombuffer(bytes.fromhex('{memory.hex()}'), np.longdouble)[0]"
    if fmt.name not in _NUMPY:
        return None
    return f"np.uint{max(8, fmt.width)}({fmt.code_text(code)}).view({_NUMPY[fmt.name]})"


def pytorch(fmt: Format, code: int) -> str | None:
    """A tensor of one number, viewed from an unsigned integer, or ``None``; integers as such."""
    if is_integer(fmt) and (held := machine_integer(fmt, code)):
        return f"torch.tensor({held[1]}, dtype=torch.{held[0]})"
    if fmt.name not in _PYTORCH:
        return None
    bits = f"torch.tensor({fmt.code_text(code)}, dtype=torch.uint{fmt.width})"
    return f"{bits}.view(torch.{_PYTORCH[fmt.name]})"


def _nan(nan: NaN) -> str | None:
    """A NaN as the binary64 that has the same sign, quiet bit and payload, or ``None``."""
    shift = _FP64.payload_width - (nan.payload_width or 0)
    if shift < 0 and nan.payload & (1 << -shift) - 1:
        return None
    payload = nan.payload << shift if shift >= 0 else nan.payload >> -shift
    fraction = nan.quiet << _FP64.payload_width | payload
    code = nan.negative << 63 | _INFINITY | fraction
    if code == _FP64.nan_code:
        return "float('nan')"
    return f"struct.unpack('>d', bytes.fromhex('{code:016x}'))[0]"
