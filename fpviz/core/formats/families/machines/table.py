"""The machines by name. A new one is one entry.

Sources: IBM z/Architecture Principles of Operation, chapter 18 (hexadecimal floating point); DEC
VAX Architecture Reference Manual, chapter 1 (F, D, G and H floating; codes are the bytes in memory
read as one hexadecimal number); MIL-STD-1750A, 4.1.3; Texas Instruments TMS320C3x User's Guide,
5.3; Microchip AN575; PMBus Power System Management Protocol Specification, part II, 7.1, whose
encoders (Linux' ``pmbus_core.c`` among them) choose the least exponent that holds a value, and the
code 0 for zero. Telemetry names them as IRIG 106, appendix O, and XTCE do.
"""

from __future__ import annotations

from fpviz.core.formats.families.machines.layout import CodeLayout
from fpviz.core.formats.families.machines.lopsided import LopsidedFormat
from fpviz.core.formats.families.machines.machine import Leading, MachineFormat
from fpviz.core.formats.family import Family
from fpviz.core.phrase import phrase

_ONE, _HALF, _NOTHING = Leading.ONE, Leading.HALF, Leading.NOTHING
_RESERVED = phrase("a reserved operand: sign 1 with exponent field 0")


def _ibm(name: str, title: str, aliases: str, text: str, lag: int = 0) -> MachineFormat:
    layout = CodeLayout(text, lag=lag)
    return MachineFormat(name, title, layout, radix=16, excess=64, aliases=tuple(aliases.split()))


def _vax(name: str, title: str, aliases: str, text: str, excess: int) -> MachineFormat:
    layout, names = CodeLayout(text, words=True), tuple(aliases.split())
    return MachineFormat(
        name, title, layout, _HALF, excess=excess, reserved=_RESERVED, aliases=names
    )


def _mil(name: str, title: str, aliases: str, text: str) -> MachineFormat:
    return MachineFormat(
        name, title, CodeLayout(text), complement=True, aliases=tuple(aliases.split())
    )


def _ti(name: str, title: str, aliases: str, text: str) -> MachineFormat:
    names = tuple(aliases.split())
    return LopsidedFormat(name, title, CodeLayout(text), _ONE, complement=True, aliases=names)


def _microchip(name: str, title: str, aliases: str, text: str) -> MachineFormat:
    return MachineFormat(
        name, title, CodeLayout(text), _ONE, excess=127, aliases=tuple(aliases.split())
    )


def _pmbus(name: str, title: str, aliases: str, text: str) -> MachineFormat:
    names = tuple(aliases.split())
    return MachineFormat(name, title, CodeLayout(text), _NOTHING, complement=True, aliases=names)


_FORMATS = (
    _ibm("ibm32", "IBM 32", "ibm hfp hfp32 ibm_32 ibm_float32 ibmfloat", "s1 e7 f24"),
    _ibm("ibm64", "IBM 64", "hfp64 ibm_64 ibm_float64", "s1 e7 f56"),
    _ibm("ibm128", "IBM 128", "hfp128 ibm_128", "s1 e7 f56 S1 E7 f56", lag=14),
    _vax("vax_f", "VAX F", "vaxf f_floating dec_f vax32", "s1 e8 f23", 128),
    _vax("vax_d", "VAX D", "vaxd d_floating dec_d", "s1 e8 f55", 128),
    _vax("vax_g", "VAX G", "vaxg g_floating dec_g", "s1 e11 f52", 1024),
    _vax("vax_h", "VAX H", "vaxh h_floating dec_h", "s1 e15 f112", 16384),
    _mil("mil1750a_32", "1750A 32", "mil1750a milstd_1750a mil-std-1750a", "s1 f23 e8"),
    _mil("mil1750a_48", "1750A 48", "milstd_1750a_48", "s1 f23 e8 f16"),
    _ti("c3x_short", "C3x short", "c4x_short ti_16", "e4 s1 f11"),
    _ti("c3x_single", "C3x single", "c3x c4x c4x_single tms320c3x ti_32", "e8 s1 f23"),
    _ti("c3x_extended", "C3x extended", "c4x_extended ti_40", "e8 s1 f31"),
    _microchip("microchip24", "Microchip 24", "an575_24 mchp24", "e8 s1 f15"),
    _microchip("microchip32", "Microchip 32", "an575 an575_32 mchp32", "e8 s1 f23"),
    _pmbus("linear11", "LINEAR11", "pmbus_linear11 pmbus l11 slinear11", "e5 s1 i10"),
)

MACHINES = Family(
    key="machines",
    title=phrase("mainframes, signal processors and instruments"),
    formats=_FORMATS,
)
