"""What people call formats, by what fpviz calls them: a table of names, and of what they mean.

Sources: IEEE 754-2019; C23 and C++23; CUDA 12 (``cuda_fp8.h``, ``library_types.h``); LLVM's and
MLIR's types; ONNX' TensorProto; the dtypes of numpy, ml_dtypes, PyTorch and MindSpore.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fpviz.core.phrase import Phrase, phrase, template

ALIASES = {
    "fp16": "binary16 half float16 f16 _float16 __fp16 float16_t __half nv_half cuda_r_16f",
    "bf16": "bfloat16 bfloat __bf16 bfloat16_t __nv_bfloat16 nv_bfloat16 cuda_r_16bf",
    "tf32": "tensorfloat32",
    "fp32": "binary32 single float32 f32 float _float32 float32_t cuda_r_32f",
    "fp64": "binary64 double float64 f64 _float64 float64_t cuda_r_64f",
    "fp128": "binary128 quad float128 f128 _float128 __float128 float128_t",
    "fp8_e4m3fn": "float8_e4m3fn float8e4m3fn f8e4m3fn ofp8_e4m3 e4m3 __nv_fp8_e4m3 cuda_r_8f_e4m3",
    "fp8_e5m2": "float8_e5m2 float8e5m2 f8e5m2 ofp8_e5m2 __nv_fp8_e5m2 cuda_r_8f_e5m2",
    "fp8_e4m3fnuz": "float8_e4m3fnuz float8e4m3fnuz f8e4m3fnuz",
    "fp8_e5m2fnuz": "float8_e5m2fnuz float8e5m2fnuz f8e5m2fnuz",
    "fp8_e4m3b11fnuz": "float8_e4m3b11fnuz float8e4m3b11fnuz f8e4m3b11fnuz",
    "fp8_e4m3": "float8_e4m3 f8e4m3 e4m3ieee",
    "fp8_e3m4": "float8_e3m4 f8e3m4",
    "fp6_e3m2": "float6_e3m2fn float6e3m2fn f6e3m2fn e3m2 __nv_fp6_e3m2 cuda_r_6f_e3m2",
    "fp6_e2m3": "float6_e2m3fn float6e2m3fn f6e2m3fn e2m3 __nv_fp6_e2m3 cuda_r_6f_e2m3",
    "fp4_e2m1": "float4_e2m1fn float4e2m1fn float4e2m1 f4e2m1fn fp4 e2m1 "
    "__nv_fp4_e2m1 cuda_r_4f_e2m1",
    "fp4_e1m2": "float4_e1m2 float4e1m2 f4e1m2 f4e1m2fn",
    "e8m0": "float8_e8m0fnu float8e8m0 f8e8m0fnu ue8m0 __nv_fp8_e8m0 cuda_r_8f_ue8m0",
    "ue4m3": "fp8_ue4m3 float8_ue4m3 cuda_r_8f_ue4m3",
    "ufloat11": "uf11 ufp11 float11 fp11 f11",
    "ufloat10": "uf10 ufp10 float10 fp10 f10",
}
"""The other names of each format of the catalogue, in lower case, with blanks between."""

IEEE_LIKE = {name: f"{name}ieee" for name in ("e4m3", "e3m2", "e2m3", "e2m1")}
"""Names that the OCP's formats have taken, and those of the formats with infinities."""

_OCP = template("'{name}' is taken as {format}, the OCP's; the IEEE-like one is {other}")
_C = template("'{name}' is taken as {format}, as C has it; Python's float is {other}")
AMBIGUOUS: dict[str, Phrase] = {
    name: phrase(_OCP, name=name, format=fmt, other=IEEE_LIKE[name])
    for fmt, names in ALIASES.items()
    for name in names.split()
    if name in IEEE_LIKE
} | {"float": phrase(_C, name="float", format="fp32", other="fp64")}
"""What is to be said of a name that means something else to others."""

_MODULE = re.compile(
    r"(?:torch|np|numpy|jnp|jax\.numpy|ml_dtypes|tf|tl|ms|mindspore|mstype"
    r"|(?:onnx\.)?tensorproto)\.|std::"
)
_NAMED = re.compile(
    rf"(?:^|(?<=[\s=,?&.])|(?<=^-f))({'|'.join(AMBIGUOUS)})(?=[\s:,&]|$)", re.IGNORECASE
)


def plain_name(name: str) -> str:
    """A name in lower case without the module that it was taken from.

    >>> plain_name("torch.float8_e4m3fn "), plain_name("TensorProto.FLOAT16")
    ('float8_e4m3fn', 'float16')
    """
    text = name.strip().lower()
    module = _MODULE.match(text)
    return text[module.end() :] if module else text


def ambiguous_names(text: str) -> Iterator[str]:
    """The ambiguous names of formats in a literal, a link, an option or its value.

    >>> list(ambiguous_names("fpviz:1.5?in=fp16,e4m3")), list(ambiguous_names("e4m3.png"))
    (['e4m3'], [])
    """
    return (found[1].lower() for found in _NAMED.finditer(text))
