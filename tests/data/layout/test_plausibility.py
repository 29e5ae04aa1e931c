"""Of data that people have, the right order comes first; and none is ever left out."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import pytest

from fpviz.core.arrays.conversion import encode_array
from fpviz.core.formats import find_format
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.likely_formats import likely_formats
from fpviz.data.layout.orders import Order
from fpviz.data.layout.plausibility import judged, ranked
from fpviz.data.syntaxes import dumps_in
from tests.data.layout.held_out import Case, held_out

FP32 = find_format("fp32")


FLOATS = ("fp32", "fp64")
NARROW = ("fp16", "bf16", "fp32")


def cases(seed: int) -> Iterator[Case]:
    """One series of each kind that sensors, meters, trainings and clocks leave behind."""
    draw = np.random.default_rng(seed)
    choose = random.Random(seed)
    count = choose.choice((1, 2, 4, 8, 16, 64))
    walk = np.cumsum(draw.normal(0, 0.3, count))
    for fmt in FLOATS:
        yield Case(
            "temperatures", fmt, np.round(draw.uniform(-20, 90) + walk, choose.choice((1, 2)))
        )
        yield Case("measured temperatures", fmt, draw.uniform(-20, 90) + walk)
        yield Case("voltages", fmt, np.round(choose.choice((3.3, 5, 12, 230)) + walk / 20, 3))
        yield Case("weights of goods", fmt, np.round(draw.uniform(0.1, 200, count), 2))
        yield Case("pressures", fmt, np.round(draw.uniform(900, 1100) + walk, 1))
    for fmt in NARROW:
        yield Case("weights", fmt, draw.normal(0, 0.02, max(count, 8)))
        yield Case("activations", fmt, np.abs(draw.normal(0, 1, max(count, 4))))
    start, step = choose.randrange(10**6), choose.choice((1, 10, 100))
    yield Case("counters", "uint32", start + step * np.arange(count))
    yield Case("counters", "uint16", start % 30_000 + np.arange(max(count, 4)))
    yield Case("counters", "uint64", start * 1000 + step * np.arange(count))
    yield Case("readings of a converter", "int16", np.round(draw.normal(0, 500, max(count, 4))))
    clock = choose.randrange(1_000_000_000, 2_000_000_000)
    yield Case("timestamps", "uint32", clock + step * np.arange(count))
    yield Case("timestamps", "fp64", clock + np.round(draw.uniform(0, 1, count).cumsum(), 3))
    yield Case("timestamps", "uint64", clock * 1000 + step * np.arange(count))


def as_bytes(case: Case, order: Order) -> bytes:
    """The codes of a case in an order, made apart from fpviz's own way of reading them."""
    fmt = find_format(case.fmt)
    size = fmt.width // 8
    codes = encode_array(fmt, case.values.astype(np.float64))
    big = [int(code).to_bytes(size, "big") for code in codes]
    words = [[each[at : at + 2] for at in range(0, size, 2)] for each in big]
    if order.value.words_turned:
        words = [each[::-1] for each in words]
    if order.value.bytes_turned:
        words = [[word[::-1] for word in each] for each in words]
    return b"".join(word for each in words for word in each)


def first_order(case: Case, order: Order) -> Order:
    fmt = find_format(case.fmt)
    dump = Dump(as_bytes(case, order))
    found = ranked(dump, [DumpLayout(fmt, each) for each in DumpLayout(fmt).orders])
    assert {each.layout.order for each in found} == set(DumpLayout(fmt).orders)
    return found[0].layout.order


@pytest.mark.parametrize(
    ("made", "seeds"),
    [
        (cases, range(4)),
        pytest.param(cases, range(12), marks=pytest.mark.sweep),
        (held_out, range(3)),
        pytest.param(held_out, range(500, 700), marks=pytest.mark.sweep),
    ],
)
def test_the_right_order_is_first_in_nineteen_of_twenty(made, seeds):
    wrong, tried = [], 0
    for seed in seeds:
        for case in made(seed):
            for order in DumpLayout(find_format(case.fmt)).orders:
                tried += 1
                if (found := first_order(case, order)) is not order:
                    wrong.append((seed, case.what, case.fmt, len(case.values), order, found))
    assert tried > 300
    assert len(wrong) <= tried * 0.05, wrong


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("16827 42467", ["fp32"]),
        ("-1 -2 300", ["int16"]),
        ("66 66 12 42 CD CC 0C C0", ["fp32"]),
        ("E4 14 1D C9 E5 87 5B 40", ["fp64"]),
        ("00000000: 0000 803f 0040 edc2 cdcc cc3d ffff 7f7f", ["fp32"]),
        ("v0 = {0x00 0x00 0xc0 0x3f 0x00 0x00 0x20 0x40}", ["fp32"]),
        ("uint8_t a[] = {1, 2, 3, 4};", ["uint8", "int8"]),
        ("16'h3c00", ["fp16"]),
        ("float a[] = {1.5f, 2.5f};", ["fp32"]),
        ("array([1.5, 2.5])", ["fp64"]),
        ("tensor([1.5000, 2.5000])", ["fp32"]),
    ],
)
def test_the_likeliest_format(text, formats):
    dump = dumps_in(text.encode())[0].dump
    assert [fmt.name for fmt in likely_formats(dump)][: len(formats)] == formats


def test_no_format_is_likely_that_has_no_room():
    assert all(fmt.width <= 24 for fmt in likely_formats(Dump(bytes(3))))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([23.5, 24.0, 24.5], {"all are finite", "moderate in size", "few exponents"}),
        ([1.7e9, 1.7e9 + 1, 1.7e9 + 2], {"all may be times of this century, since 1970"}),
    ],
)
def test_reasons_are_said(values, said):
    fp64 = find_format("fp64")
    dump = Dump(np.array(values, ">f8").tobytes())
    best = ranked(dump, [DumpLayout(fp64, order) for order in DumpLayout(fp64).orders])[0]
    assert best.layout.order is Order.ABCD
    assert said <= set(map(str, best.reasons))


@pytest.mark.parametrize(("first", "said"), [(23.5, "finite"), (1.7e9, "times of this century")])
def test_reasons_say_no_more_than_was_looked_at(first, said):
    layout = DumpLayout(find_format("fp64"))
    values = [first] * 512
    for more, whose in (([], "all "), ([np.nan], "the first 512 ")):
        dump = Dump(np.array([*values, *more], ">f8").tobytes())
        told = [str(each) for each in judged(dump, layout).reasons if said in str(each)]
        assert len(told) == 1
        assert told[0].startswith(whose)


@pytest.mark.parametrize("name", ["x87", "fp128", "posit16", "fp4_e2m1", "decimal64", "hif8"])
def test_every_family_is_judged(name):
    fmt = find_format(name)
    found = ranked(Dump(bytes(range(64))), [DumpLayout(fmt, o) for o in DumpLayout(fmt).orders])
    assert all(0 <= each.score <= 1 for each in found)


def test_the_right_format_is_likely_and_mostly_the_likeliest():
    """Integers of either kind are one where none is negative."""
    first, among_three, tried = 0, 0, 0
    for made, seeds in ((cases, range(4)), (held_out, range(4))):
        for seed in seeds:
            for case in made(seed):
                names = [fmt.name for fmt in likely_formats(Dump(as_bytes(case, Order.DCBA)))]
                right = [name for name in names if name in meant(case)]
                tried += 1
                first += names[0] in right
                among_three += bool({*names[:3]} & {*right})
    assert tried > 200
    assert first >= tried * 0.75
    assert among_three >= tried * 0.95


def meant(case: Case) -> set[str]:
    """The names of the formats that a series may be in."""
    is_whole = case.fmt.lstrip("u").startswith("int")
    if is_whole and min(case.values) >= 0:
        return {case.fmt.lstrip("u"), f"u{case.fmt.lstrip('u')}"}
    return {case.fmt}
