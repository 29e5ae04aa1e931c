"""What the lesson on tensors says, computed: part of ``facts``."""

from __future__ import annotations

from functools import cache

import numpy as np

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format, find_format
from fpviz.core.text import superscript
from fpviz.data.census.census import Census
from fpviz.data.tensors.tensor import Tensor
from fpviz.model.tensors.records import Named
from fpviz.model.tensors.work import census_of, path_of, qualities_of, read_file
from tests.checkout import ROOT

FORMATS = tuple(map(find_format, ("fp16", "bf16", "fp8_e4m3fn", "fp8_e5m2")))
FP16, BF16, E4M3FN, E5M2 = FORMATS
SAMPLE = Named("fpviz:samples/mlp-digits-gradients.safetensors", "")
RUN = ROOT / "tests" / "data" / "mlp_digits" / "mlp-digits-step2999.npz"


def _tensor(name: str) -> Tensor:
    """A tensor of the sample; it is that of the real run."""
    file = read_file(SAMPLE).file
    assert file is not None
    tensor = file.named(name)
    assert np.array_equal(tensor.codes(), np.load(RUN)[name].ravel().view(np.uint32))
    return tensor


@cache
def _census(name: str) -> Census:
    return census_of(path_of(SAMPLE), _tensor(name), FORMATS, Rules(), lambda _: None)


def _row(fmt: Format) -> str:
    fate = _census("g_w1").fate(fmt, 0)
    assert fate.overflow == 0
    return f"| {fmt.title} | `{fate.flushed}` | `{fate.subnormal}` | `{fate.normal}` |"


def _power(scale: int | None) -> str:
    assert scale is not None
    return f"2{superscript(scale)}"


def which_format_holds_these_gradients() -> list[str]:
    weights, logits = _census("g_w1"), _census("g_logits").scalings[FP16]
    in_fp16, in_e4m3, in_e5m2, in_bf16 = (
        weights.scalings[fmt] for fmt in (FP16, E4M3FN, E5M2, BF16)
    )
    for lossy in (in_e4m3, in_e5m2, logits):
        assert lossy.lowest is None or lossy.highest is None or lossy.lowest > lossy.highest
    assert not any(fate.flushed or fate.overflow for fate in in_bf16.table)
    assert in_e4m3.best == in_e4m3.highest
    noise = qualities_of(_tensor("g_w1"), (FP16, BF16), 0, Rules(), lambda _: None)
    return [
        f"has `{weights.counts.total}` elements. `{weights.counts.zero}` of them are zero",
        "at step 2999",
        *map(_row, FORMATS),
        f"still `{in_fp16.at(0).flushed}` gradients are gone",
        f"from `{_power(in_fp16.lowest)}` to `{_power(in_fp16.highest)}`",
        f"At `{_power(in_fp16.best)}` the fewest are subnormal: `{in_fp16.at(22).subnormal}`",
        f"Beyond `{_power(in_e4m3.highest)}` the largest gradient overflows",
        f"`{in_e4m3.at(in_e4m3.best).flushed}` are flushed still",
        f"it is `{in_e5m2.at(in_e5m2.best).flushed}`, at `{_power(in_e5m2.best)}`",
        f"`{noise[FP16].sqnr_db:.1f}` dB for FP16 and `{noise[BF16].sqnr_db:.1f}` dB for BF16",
        f"`{_power(logits.best)}`, `{logits.at(logits.best).flushed}` are flushed",
        f"of `{logits.at(0).flushed}` unscaled",
        "`g_w1`",
        "`g_logits`",
        "`2⁰`",
    ]
