"""What people call formats."""

from __future__ import annotations

import doctest
from fractions import Fraction

import pytest

from fpviz.core.formats import CATALOGUE, NAMED_SPECIALS, FormatError, custom, find_format
from fpviz.core.formats import names as format_names
from fpviz.core.formats.families.binary_names import BINARY
from fpviz.core.formats.names import ALIASES, AMBIGUOUS, IEEE_LIKE


def test_the_examples_in_the_documentation_hold():
    assert doctest.testmod(format_names).failed == 0


def test_other_names_are_those_of_formats_in_their_order_and_no_name_is_given_twice():
    assert list(ALIASES) == [fmt.name for fmt in BINARY.formats if fmt.aliases]
    given = [name for fmt in CATALOGUE for name in (fmt.name, *fmt.aliases)]
    assert len(set(given)) == len(given)
    assert all(name == name.lower() for name in given)


# by whom: name -> the format, all as their documentation spells them
NAMES = {
    "ONNX": "FLOAT:fp32 DOUBLE:fp64 FLOAT16:fp16 BFLOAT16:bf16 FLOAT8E4M3FN:fp8_e4m3fn "
    "FLOAT8E4M3FNUZ:fp8_e4m3fnuz FLOAT8E5M2:fp8_e5m2 FLOAT8E5M2FNUZ:fp8_e5m2fnuz "
    "FLOAT4E2M1:fp4_e2m1 FLOAT8E8M0:e8m0 TensorProto.FLOAT16:fp16",
    "MLIR": "f16:fp16 bf16:bf16 tf32:tf32 f32:fp32 f64:fp64 f128:fp128 f8E5M2:fp8_e5m2 "
    "f8E4M3:fp8_e4m3 f8E4M3FN:fp8_e4m3fn f8E5M2FNUZ:fp8_e5m2fnuz f8E4M3FNUZ:fp8_e4m3fnuz "
    "f8E4M3B11FNUZ:fp8_e4m3b11fnuz f8E3M4:fp8_e3m4 f6E3M2FN:fp6_e3m2 f6E2M3FN:fp6_e2m3 "
    "f4E2M1FN:fp4_e2m1 f8E8M0FNU:e8m0",
    "LLVM": "half:fp16 bfloat:bf16 float:fp32 double:fp64 fp128:fp128",
    "torch": "torch.half:fp16 torch.bfloat16:bf16 torch.float:fp32 torch.double:fp64 "
    "torch.float8_e4m3fn:fp8_e4m3fn torch.float8_e5m2fnuz:fp8_e5m2fnuz float8_e8m0fnu:e8m0",
    "numpy": "np.half:fp16 np.single:fp32 numpy.float64:fp64 ml_dtypes.float8_e4m3:fp8_e4m3 "
    "ml_dtypes.float6_e3m2fn:fp6_e3m2 jnp.bfloat16:bf16",
    "C": "_Float16:fp16 __fp16:fp16 float:fp32 _Float32:fp32 double:fp64 _Float64:fp64 "
    "_Float128:fp128 __float128:fp128 std::bfloat16_t:bf16 std::float16_t:fp16",
    "MindSpore": "ms.bfloat16:bf16 mindspore.float16:fp16 mstype.float32:fp32",
    "CUDA": "__half:fp16 __nv_bfloat16:bf16 __nv_fp8_e4m3:fp8_e4m3fn __nv_fp8_e5m2:fp8_e5m2 "
    "__nv_fp6_e2m3:fp6_e2m3 __nv_fp4_e2m1:fp4_e2m1 CUDA_R_16F:fp16 CUDA_R_16BF:bf16 "
    "CUDA_R_8F_E4M3:fp8_e4m3fn CUDA_R_32F:fp32",
}


@pytest.mark.parametrize(
    ("name", "fmt"), [pair.rsplit(":", 1) for pairs in NAMES.values() for pair in pairs.split()]
)
def test_names_of_others_are_known_as_they_are_written(name, fmt):
    assert find_format(name).name == fmt


@pytest.mark.parametrize(
    ("name", "largest"), [("e4m3", 448), ("e3m2", 28), ("e2m3", Fraction("7.5")), ("e2m1", 6)]
)
def test_short_names_mean_the_formats_of_the_ocp_and_those_with_infinities_say_so(name, largest):
    assert find_format(name).largest == largest
    ieee = find_format(f"{name}ieee")
    assert ieee.has_infinity
    assert custom(ieee.exponent_width, ieee.fraction_width) == ieee
    assert find_format(ieee.name) == ieee
    assert ieee.name not in IEEE_LIKE
    assert name in str(AMBIGUOUS[name])
    assert IEEE_LIKE[name] in str(AMBIGUOUS[name])


@pytest.mark.parametrize("specials", NAMED_SPECIALS)
@pytest.mark.parametrize("exponent", range(1, 6))
@pytest.mark.parametrize("fraction", range(5))
def test_the_name_of_a_format_is_never_that_of_another(exponent, fraction, specials):
    for bias in (None, 1, 5):
        try:
            fmt = custom(exponent, fraction, bias, specials)
        except FormatError:
            continue
        assert find_format(fmt.name) == fmt
        assert fmt.name not in AMBIGUOUS


def test_a_format_that_is_an_exponent_alone_is_not_ieee_like():
    with pytest.raises(FormatError, match="ue6m0ieee"):
        find_format("ue6m0ieee")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("e4m3", ["e4m3"]),
        ("-fE2M1", ["e2m1"]),
        ("e4m3:0x7e", ["e4m3"]),
        ("formats=fp16,e4m3,e2m1", ["e4m3", "e2m1"]),
        ("torch.float", ["float"]),
        ("fpviz:1?in=e4m3&active=e4m3", ["e4m3", "e4m3"]),
        ("fp8_e4m3", []),
        ("e4m3ieee", []),
        ("e4m3.png", []),
        ("e4m3fn", []),
        ("https://float.exposed/0x3f80", []),
    ],
)
def test_ambiguous_names_are_found_where_they_stand(text, found):
    assert list(format_names.ambiguous_names(text)) == found


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("fp8", ("fp8_e4m3fn", "fp8_e5m2")),
        ("float6", ("fp6_e3m2", "fp6_e2m3")),
        ("FP24", ("e7m16",)),
    ],
)
def test_a_name_of_several_formats_is_refused_with_theirs(name, told):
    with pytest.raises(FormatError, match=f"'{name}' is said of") as refusal:
        find_format(name)
    for other in told:
        assert other in str(refusal.value)
        assert find_format(other).name == other
