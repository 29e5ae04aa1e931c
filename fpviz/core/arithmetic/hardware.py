"""The rules that processors have, all at once: a record for each setting of one.

What a record sets is all that ``Rules`` knows, but for random bits. Where a machine does otherwise
in something that no rule says, its sentence says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted, verbatim


@dataclass(frozen=True, kw_only=True, eq=False)
class HardwareRules:
    """The ``rules`` of a machine as it is set, what it is called, and where that is said.

    ``key`` is the name on the command line, where ``aliases`` are read, too. ``label`` is what it
    is called; ``told`` says in a sentence what is set, and ``source`` where that can be read.
    """

    key: str
    aliases: tuple[str, ...] = ()
    rules: Rules
    label: Phrase
    told: Phrase
    source: str


class Hardware(Enum):
    """A machine, or a setting of one, whose rules can be taken together."""

    _value_: str
    rule: HardwareRules

    def __new__(cls, rule: HardwareRules) -> Self:
        member = object.__new__(cls)
        member._value_, member.rule = rule.key, rule
        return member

    USUAL = HardwareRules(
        key="usual",
        aliases=("ieee", "default"),
        rules=Rules(),
        label=phrase("IEEE 754, as usual"),
        told=phrase("To nearest, ties to even; nothing flushed, tiny after rounding, first NaN."),
        source="IEEE 754-2019",
    )
    X86 = HardwareRules(
        key="x86",
        aliases=("sse", "avx"),
        rules=Rules(nans=Nans.X86),
        label=verbatim("x86 (SSE, AVX)"),
        told=phrase(
            "As a program begins (MXCSR 0x1f80): nothing flushed, tiny after rounding, NaNs as SSE."
        ),
        source="Intel 64 and IA-32 SDM, volume 1: 4.8.3, 10.2.3, 14.5.2",
    )
    X86_FAST = HardwareRules(
        key="x86-fast",
        aliases=("sse-ftz", "ffast-math"),
        rules=Rules(flush=True, daz=True, nans=Nans.X86),
        label=phrase("x86 with FTZ and DAZ"),
        told=phrase(
            "As -ffast-math sets MXCSR (0x9fc0): FTZ of what is tiny after rounding, DAZ, NaNs as "
            "SSE."
        ),
        source="Intel 64 and IA-32 SDM, volume 1: 10.2.3.3, 10.2.3.4",
    )
    X87 = HardwareRules(
        key="x87",
        rules=Rules(nans=Nans.X87),
        label=verbatim("x87"),
        told=phrase(
            "The control word 0x037f in the format x87: nothing flushed, tiny after rounding, the "
            "NaN with the larger significand."
        ),
        source="Intel 64 and IA-32 SDM, volume 1: 4.8.3, 8.1.5",
    )
    ARM = HardwareRules(
        key="arm",
        aliases=("aarch64",),
        rules=Rules(tininess=Tininess.BEFORE, nans=Nans.ARM),
        label=verbatim("Arm (AArch64)"),
        told=phrase("FPCR 0: nothing flushed, tiny before rounding, NaNs as Arm."),
        source="Arm Architecture Reference Manual (DDI 0487): FPRound, FPProcessNaNs, FPMulAdd",
    )
    ARM_FZ = HardwareRules(
        key="arm-fz",
        aliases=("aarch64-fz",),
        rules=Rules(flush=True, daz=True, tininess=Tininess.BEFORE, nans=Nans.ARM),
        label=phrase("Arm with FZ"),
        told=phrase(
            "FPCR.FZ: FTZ of what is tiny before rounding, DAZ, NaNs as Arm; Arm raises underflow "
            "alone for what is flushed, here inexact, too."
        ),
        source="Arm Architecture Reference Manual (DDI 0487): FPCR.FZ, FPRound",
    )
    RISCV = HardwareRules(
        key="riscv",
        aliases=("risc-v",),
        rules=Rules(nans=Nans.CANONICAL),
        label=verbatim("RISC-V"),
        told=phrase("Extensions F, D and Q: nothing flushed, tiny after rounding, canonical NaN."),
        source="The RISC-V Instruction Set Manual, volume I: 20.3, 20.4",
    )
    CUDA = HardwareRules(
        key="cuda",
        aliases=("nvidia",),
        rules=Rules(nans=Nans.CUDA),
        label=verbatim("CUDA"),
        told=phrase("-ftz=false: nothing flushed, NaNs as CUDA; a GPU has no flags."),
        source="CUDA C++ Programming Guide: floating-point standard",
    )
    CUDA_FAST = HardwareRules(
        key="cuda-fast",
        aliases=("cuda-ftz", "use_fast_math"),
        rules=Rules(flush=True, daz=True, nans=Nans.CUDA),
        label=phrase("CUDA with --use_fast_math"),
        told=phrase("-ftz=true, of FP32 alone: FTZ, DAZ, NaNs as CUDA; a GPU has no flags."),
        source="CUDA C++ Programming Guide: floating-point standard; nvcc, --ftz",
    )


def find_hardware(name: str) -> Hardware:
    """The machine of that name, or alias, in whatever case. Raises Complaint."""
    wanted = name.strip().lower()
    for each in Hardware:
        if wanted in (each.rule.key, *each.rule.aliases):
            return each
    raise Complaint(
        phrase(
            "{text} is not one of {accepted}",
            text=quoted(name),
            accepted=", ".join(each.value for each in Hardware),
        )
    )


def hardware_of(rules: Rules) -> Hardware | None:
    """The machine whose rules these are, if they are one's.

    >>> hardware_of(Rules(nans=Nans.CANONICAL)).value, hardware_of(Rules(flush=True))
    ('riscv', None)
    """
    plain = replace(rules, random_bits=0)
    return next((each for each in Hardware if each.rule.rules == plain), None)
