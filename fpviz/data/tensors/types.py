"""What the types of elements are called in files, and which formats they are."""

from __future__ import annotations

from collections.abc import Mapping

from fpviz.core.formats import Format, find_format

SAFETENSORS: Mapping[str, str] = {
    "F64": "fp64",
    "F32": "fp32",
    "F16": "fp16",
    "BF16": "bf16",
    "F8_E4M3": "fp8_e4m3fn",
    "F8_E5M2": "fp8_e5m2",
    "F8_E4M3FNUZ": "fp8_e4m3fnuz",
    "F8_E5M2FNUZ": "fp8_e5m2fnuz",
    "F8_E8M0": "e8m0",
    "F6_E3M2": "fp6_e3m2",
    "F6_E2M3": "fp6_e2m3",
    "F4": "fp4_e2m1",
    "I64": "int64",
    "I32": "int32",
    "I16": "int16",
    "I8": "int8",
    "U64": "uint64",
    "U32": "uint32",
    "U16": "uint16",
    "U8": "uint8",
    "BOOL": "uint8",
}

NUMPY: Mapping[str, str] = {
    "f2": "fp16",
    "f4": "fp32",
    "f8": "fp64",
    "f16": "x87",
    "i1": "int8",
    "i2": "int16",
    "i4": "int32",
    "i8": "int64",
    "u1": "uint8",
    "u2": "uint16",
    "u4": "uint32",
    "u8": "uint64",
    "b1": "uint8",
}
"""Kinds and bytes of numpy's types. ``f16`` is the long double of x86, padded."""

GGUF: Mapping[int, tuple[str, str]] = {
    0: ("F32", "fp32"),
    1: ("F16", "fp16"),
    24: ("I8", "int8"),
    25: ("I16", "int16"),
    26: ("I32", "int32"),
    27: ("I64", "int64"),
    28: ("F64", "fp64"),
    30: ("BF16", "bf16"),
}
"""The types of ggml that are not made of blocks, by their numbers."""

GGUF_BLOCKS: Mapping[int, tuple[str, int, int]] = {
    2: ("Q4_0", 32, 18),
    3: ("Q4_1", 32, 20),
    6: ("Q5_0", 32, 22),
    7: ("Q5_1", 32, 24),
    8: ("Q8_0", 32, 34),
    9: ("Q8_1", 32, 40),
    10: ("Q2_K", 256, 84),
    11: ("Q3_K", 256, 110),
    12: ("Q4_K", 256, 144),
    13: ("Q5_K", 256, 176),
    14: ("Q6_K", 256, 210),
    15: ("Q8_K", 256, 292),
    16: ("IQ2_XXS", 256, 66),
    17: ("IQ2_XS", 256, 74),
    18: ("IQ3_XXS", 256, 98),
    19: ("IQ1_S", 256, 50),
    20: ("IQ4_NL", 32, 18),
    21: ("IQ3_S", 256, 110),
    22: ("IQ2_S", 256, 82),
    23: ("IQ4_XS", 256, 136),
    29: ("IQ1_M", 256, 56),
    34: ("TQ1_0", 256, 54),
    35: ("TQ2_0", 256, 66),
    39: ("MXFP4", 32, 17),
    40: ("NVFP4", 64, 36),
    41: ("Q1_0", 128, 18),
}
"""The types made of blocks: name, elements of a block, and its bytes."""


def format_of(names: Mapping[str, str], dtype: str) -> Format | None:
    """The format of a type, by its name in a file; ``None`` for one that is not known."""
    name = names.get(dtype)
    return None if name is None else find_format(name)
