"""Who computes as a curve does, and who does not: one line for each kind of computation.

Found by running the libraries: numpy 2.4 with ml_dtypes 0.6, PyTorch 2.13, MindSpore 2.10 on a
CPU. Of tensor cores: Fasi et al., Numerical behavior of NVIDIA tensor cores, 2021.
"""

from __future__ import annotations

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.phrase import Phrase, phrase

ADDED = phrase(
    "So does w + g in numpy, PyTorch and MindSpore; not a fused optimizer, which works in FP32."
)
COUNTED = phrase(
    "So do np.add.accumulate and, in FP16, FP32 and FP64, MindSpore's cumsum; not np.sum, "
    "torch.sum or torch.cumsum, which hold more bits or many partial sums."
)
SUMMED_WIDE = phrase(
    "So does a loop; not np.sum or torch.sum with dtype=float32, which add in lanes and cascades, "
    "nor a tensor core, which cuts terms off."
)
SUMMED_PAIRWISE = phrase(
    "Nobody goes down to single terms; np.sum halves down to blocks of 128, torch.sum cascades."
)
DOT = phrase(
    "So does a loop; not numpy's dot, torch.dot, matmul or MindSpore, which sum FP16 in FP32 and "
    "in lanes, nor a tensor core, which cuts products off."
)
DESCENT = phrase(
    "So does torch.optim.SGD on single elements; on whole SIMD blocks it rounds lr to 16 bits and "
    "the update once, after product and sum."
)
DESCENT_WIDE = phrase(
    "So does a loop; torch.optim.SGD uses one FMA for product and sum, which is the same where lr "
    "is a power of two."
)
OF_ADAM = phrase(
    "So does torch.optim.Adam, with and without foreach; not with fused=True, which keeps eps and "
    "the step in FP32: nothing becomes infinite there."
)
OF_ADAM_WIDE = phrase(
    "Not to the bit: torch.optim.Adam rounds more often in this format, and may be some ulps off."
)
CAST = phrase(
    "So do the casts of numpy and ml_dtypes, and those of PyTorch and MindSpore from FP32; from "
    "FP64 these two round twice. PyTorch's cast to FP8 E4M3FN saturates."
)
COMPENSATED = phrase(
    "So do the four operations in numpy, PyTorch and MindSpore; not a compiler that may reorder "
    "sums, which leaves the compensation out."
)
DRAWN = phrase("Not numpy, PyTorch or MindSpore: they round to nearest alone.")

_OTHER_RULES = phrase(
    "No library by itself: numpy, PyTorch and MindSpore round to nearest, ties to even, without "
    "saturating or flushing."
)
_KNOWN = frozenset(
    {
        "fp16",
        "bf16",
        "fp32",
        "fp64",
        "fp8_e4m3fn",
        "fp8_e5m2",
        "fp8_e4m3fnuz",
        "fp8_e5m2fnuz",
        "fp8_e4m3b11fnuz",
        "fp8_e4m3",
        "fp8_e3m4",
        "fp6_e3m2",
        "fp6_e2m3",
        "fp4_e2m1",
    }
)
"""The formats in which numpy, with ml_dtypes, or one of the others computes."""


def who(so: Phrase, rules: Rules, *formats: Format) -> Phrase:
    """``so``, unless no library has the rules or one of the formats: then that."""
    if (rules.rounding, rules.overflow, rules.flush) != (
        Rounding.TIES_TO_EVEN,
        Overflow.IEEE,
        False,
    ):
        return _OTHER_RULES
    for fmt in formats:
        if fmt.name not in _KNOWN:
            return phrase("No library computes in {format}.", format=fmt.title)
    return so
