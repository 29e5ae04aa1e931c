"""The closed form against walking, one exact sum and one rounding at a time."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise, product

import ml_dtypes
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules, encode
from fpviz.core.formats import NAMED_SPECIALS, Format, Specials, custom, find_format
from fpviz.core.formats.decoding import decode, is_finite_code
from fpviz.core.numbers import Finite, finite, power_of_two
from fpviz.experiments.engine.constant_update.trajectory import ExactTrajectory, Segment, Trajectory
from tests.strides import strided

DETERMINISTIC = tuple(rounding for rounding in Rounding if rounding is not Rounding.STOCHASTIC)
ALL_RULES = tuple(
    Rules(rounding, overflow, flush)
    for rounding, overflow, flush in product(DETERMINISTIC, Overflow, (False, True))
)
LOOP_2 = find_format("fp16"), 0x2FF9


def after(fmt: Format, code: int, update: Fraction, rules: Rules) -> int:
    """The code that one addition leads to, straight from the definition."""
    number = decode(fmt, code).number
    if isinstance(number, Finite):
        total = number.value + update
        is_plus_zero = number.is_zero and not number.negative  # +0 + +0 is +0 downward, too
        minus_zero = rules.rounding is Rounding.DOWNWARD and not is_plus_zero
        number = finite(total) if total else Finite(minus_zero, total)
    return encode(fmt, number, rules).code


def walk(fmt: Format, code: int, update: Fraction, rules: Rules, most: int) -> list[int]:
    """w(0), w(1), … until nothing moves any more, that step included, or ``most`` steps."""
    codes = [code]
    while len(codes) <= most and (len(codes) == 1 or codes[-1] != codes[-2]):
        codes.append(after(fmt, codes[-1], update, rules))
    return codes


def check_starts(fmt: Format, update: Fraction, rules: Rules, first: int = 0, by: int = 1) -> None:
    """Codes of the format as starts, each followed to where it stalls."""
    successor = [after(fmt, code, update, rules) for code in range(1 << fmt.width)]
    for start in range(first, 1 << fmt.width, by):
        course = Trajectory(fmt, start, finite(update), rules)
        code, t = start, 0
        while True:
            assert course.code(t) == code, (fmt.name, start, update, rules, t)
            if successor[code] == code:
                break
            code, t = successor[code], t + 1
        assert course.stall == t, (fmt.name, start, update, rules)
        assert course.code(10**12) == code
        assert len(course.strides) <= 4 * (fmt.precision + 3)


def updates(fmt: Format, count: int, seed: int) -> list[Fraction]:
    """Updates of every size that matters to a format: ties, exact ones, and crooked ones."""
    generator = random.Random(f"{fmt.name} {seed}")
    top = max(2, fmt.emax - fmt.quantum_exponent + 2)
    chosen = [Fraction(0)]
    while len(chosen) < count:
        scale = power_of_two(fmt.quantum_exponent + generator.randrange(-3, top))
        crooked = generator.choice((1, 1, 1, 3))
        chosen.append(Fraction(generator.randrange(-24, 25), crooked) * scale)
    return chosen


SMALL = (
    *((name, 4) for name in ("fp4_e2m1", "e2m2", "e3m0fn", "e3m1", "e1m2finite", "ue4m0")),
    *((name, 2) for name in ("fp6_e3m2", "fp6_e2m3", "ue5m0finite", "e3m2fnuz")),
)


@strided(7)
@pytest.mark.parametrize(("name", "count"), SMALL)
def test_every_start_of_a_small_format_under_all_rules(name: str, count: int, stride: int) -> None:
    fmt = find_format(name)
    for number, rules in [*enumerate(ALL_RULES)][SMALL.index((name, count)) % stride :: stride]:
        for update in updates(fmt, count, number):
            check_starts(fmt, update, rules)


@strided(7)
@pytest.mark.parametrize("name", ["fp8_e4m3fn", "fp8_e5m2", "fp8_e4m3fnuz", "e8m0"])
def test_a_tenth_of_the_starts_of_a_wider_format_under_all_rules(name: str, stride: int) -> None:
    fmt = find_format(name)
    for number, rules in [*enumerate(ALL_RULES)][::stride]:
        for update in updates(fmt, 2, number):
            check_starts(fmt, update, rules, first=number % 10, by=10)


@pytest.mark.sweep
@pytest.mark.parametrize(
    "name",
    [
        *("fp4_e2m1", "fp6_e3m2", "fp6_e2m3", "fp8_e4m3fn", "fp8_e5m2", "fp8_e4m3fnuz"),
        *("fp8_e5m2fnuz", "fp8_e4m3b11fnuz", "fp8_e4m3", "fp8_e3m4", "e8m0", "e2m2", "e5m0fn"),
        *("e3m0fn", "e3m1", "e1m2finite", "ue4m0", "ue5m0finite", "e3m2fnuz"),
    ],
)
def test_more_updates_on_every_start(name: str) -> None:
    fmt = find_format(name)
    for update, rules in product(updates(fmt, 12, 99), ALL_RULES):
        check_starts(fmt, update, rules)


@st.composite
def courses(draw: st.DrawFn) -> tuple[Format, int, Fraction, Rules]:
    specials = draw(st.sampled_from(NAMED_SPECIALS))
    fraction_width = draw(st.integers(1 if specials is Specials.IEEE else 0, 7))
    fmt = custom(draw(st.integers(2, 6)), fraction_width, None, specials)
    start = draw(st.integers(0, (1 << fmt.width) - 1))
    ulps = Fraction(draw(st.integers(-300, 300)), draw(st.sampled_from((1, 2, 4, 8, 3, 7))))
    exponent = draw(st.integers(fmt.quantum_exponent - 4, fmt.emax + 1))
    return fmt, start, ulps * power_of_two(exponent), draw(st.sampled_from(ALL_RULES))


@given(courses(), st.lists(st.integers(0, 400), min_size=1, max_size=8))
def test_reading_at_any_step_equals_walking(
    case: tuple[Format, int, Fraction, Rules], steps: list[int]
) -> None:
    fmt, start, update, rules = case
    codes = walk(fmt, start, update, rules, 401)
    course = Trajectory(fmt, start, finite(update), rules)
    for t in steps:
        assert course.code(t) == codes[min(t, len(codes) - 1)]
        assert course.rounded(t).code == course.code(t + 1)


@given(courses(), st.integers(0, 60), st.integers(0, 400))
def test_the_polyline_through_the_breakpoints_is_the_course(
    case: tuple[Format, int, Fraction, Rules], lo: int, length: int
) -> None:
    fmt, start, update, rules = case
    course = Trajectory(fmt, start, finite(update), rules)
    points = course.breakpoints(lo, lo + length)
    assert points[0] == lo
    assert points[-1] == lo + length
    assert list(points) == sorted(set(points))
    for left, right in pairwise(points):
        ends = course.number(left), course.number(right)
        if not all(isinstance(end, Finite) for end in ends):
            assert right == left + 1 or ends[0] == ends[1]
            continue
        slope = (ends[1].value - ends[0].value) / (right - left)
        for t in range(left, right):
            assert course.number(t).value == ends[0].value + (t - left) * slope


@given(courses())
def test_segments_are_as_long_as_can_be(case: tuple[Format, int, Fraction, Rules]) -> None:
    fmt, start, update, rules = case
    course = Trajectory(fmt, start, finite(update), rules)
    segments = list(course.segments())
    assert segments[0].first == 0
    assert segments[-1].steps is None
    for here, there in pairwise(segments):
        assert here.first + (here.steps or 0) == there.first
        assert here.increment is None or here.increment != there.increment
        if here.increment is not None:
            assert here.start.value + here.steps * here.increment == there.start.value


FLOATS = {
    "fp16": (np.float16, np.uint16),
    "fp32": (np.float32, np.uint32),
    "fp64": (np.float64, np.uint64),
    "bf16": (ml_dtypes.bfloat16, np.uint16),
}


@pytest.mark.parametrize("name", FLOATS)
def test_long_runs_against_numpy(name: str) -> None:
    """``np.add.accumulate`` is the true sequential sum in these types."""
    fmt, (floats, codes), generator = find_format(name), FLOATS[name], random.Random(name)
    steps = 20_000
    for _ in range(40):
        start, update = near(fmt, generator)
        terms = np.full(steps + 1, update, dtype=codes)
        terms[0] = start
        with np.errstate(all="ignore"):
            sums = np.add.accumulate(terms.view(floats)).view(codes)
        course = Trajectory(fmt, start, decode(fmt, update).number)
        for t in (*range(40), *generator.sample(range(steps), 400), steps):
            assert course.code(t) == sums[t], (start, update, t)


def near(fmt: Format, generator: random.Random) -> tuple[int, int]:
    """Two finite codes of exponents close enough that their sums have something to tell."""
    distance = generator.randrange(fmt.precision + 2) << fmt.fraction_width
    start = generator.randrange(distance + 1, fmt.largest_code)
    update = max(1, start - distance - generator.randrange(1 << fmt.fraction_width))
    signs = [generator.choice((0, fmt.sign_mask)) for _ in range(2)]
    return start | signs[0], update | signs[1]


@pytest.mark.parametrize(
    ("name", "stop"),
    [
        ("fp32", 16777216),
        ("fp16", 2048),
        ("bf16", 256),
        ("fp8_e4m3fn", 16),
        ("fp8_e5m2", 8),
        ("fp6_e3m2", 8),
        ("fp4_e2m1", 4),
        ("fp64", 2**53),
        ("fp128", 2**113),
    ],
)
def test_counting_ones_stops(name: str, stop: int) -> None:
    course = Trajectory(find_format(name), 0, finite(1))
    assert course.stall == stop
    assert course.number(stop * 3).value == stop
    assert list(course.segments()) == [
        Segment(0, stop, finite(0), Fraction(1)),
        Segment(stop, None, finite(stop), Fraction(0)),
    ]


def test_ten_to_the_twelve_steps_are_not_walked() -> None:
    update = decode(*LOOP_2).number
    codes = []
    for name in ("fp16", "fp32", "fp64", "fp8_e4m3fn"):
        fmt = find_format(name)
        start = encode(fmt, finite(Fraction(9, 8))).code
        codes.append(Trajectory(fmt, start, update).code(10**12))
    assert codes == [0x5C00, 0x4A000000, 0x423D011D5FF36000, 0x40]


def test_creeping_through_many_binades_is_one_stride() -> None:
    """Directed rounding moves by one code a step, however wide the exponent."""
    fmt = custom(19, 2)
    course = Trajectory(fmt, 1, Finite(False, fmt.smallest / 3), Rules(Rounding.UPWARD))
    assert course.stall == fmt.infinity_code - 1
    assert len(course.strides) < 6
    assert course.code(123_456) == 123_457
    assert course.breakpoints(10_000, 10_010) == (10_000, 10_003, 10_007, 10_010)
    back = Trajectory(fmt, 10**6, Finite(True, fmt.smallest / 3), Rules(Rounding.TOWARD_ZERO))
    assert [back.code(10**6 + t) for t in (-1, 0, 1)] == [1, 0, fmt.sign_mask]
    assert back.stall == 10**6 + 1  # from +0 to -0, which is a step of the code


def test_a_power_of_two_stalls_at_a_quarter_ulp_going_down() -> None:
    fmt = find_format("fp16")
    quarter = Fraction(1, 2**12)
    assert Trajectory(fmt, 0x3C00, Finite(True, quarter)).stall == 0
    assert Trajectory(fmt, 0x3C00, Finite(True, quarter * Fraction(9, 8))).code(1) == 0x3BFF


def test_zeros_keep_the_sign_that_ieee_gives_them() -> None:
    fmt, one, minus_zero = find_format("fp16"), finite(1), 0x8000
    assert Trajectory(fmt, 0xBC00, one).code(1) == 0
    assert Trajectory(fmt, 0xBC00, one, Rules(Rounding.DOWNWARD)).code(1) == minus_zero
    assert Trajectory(fmt, minus_zero, Finite(True, Fraction(0))).stall == 0
    assert Trajectory(fmt, minus_zero, Finite(False, Fraction(0))).code(1) == 0


def test_an_infinite_start_stays_or_follows_the_overflow_rule() -> None:
    fmt, minus_one = find_format("fp16"), finite(-32)
    assert Trajectory(fmt, 0x7C00, minus_one).stall == 0
    saturated = Trajectory(fmt, 0x7C00, minus_one, Rules(overflow=Overflow.SATURATE))
    assert [saturated.code(t) for t in range(3)] == [0x7C00, 0x7BFF, 0x7BFE]
    assert [segment.increment for segment in saturated.segments(0, 1)][:2] == [None, -32]
    assert not is_finite_code(
        fmt, Trajectory(fmt, 0x7C00, minus_one, Rules(overflow=Overflow.NAN)).code(1)
    )


def test_what_a_trajectory_refuses() -> None:
    fmt = find_format("fp16")
    with pytest.raises(ValueError, match="random course"):
        Trajectory(fmt, 0, finite(1), Rules(Rounding.STOCHASTIC))
    with pytest.raises(ValueError, match="not a code"):
        Trajectory(fmt, 1 << 16, finite(1))
    course = Trajectory(fmt, 0, finite(1))
    with pytest.raises(ValueError, match="before the start"):
        course.code(-1)
    with pytest.raises(ValueError, match="between 5 and 4"):
        list(course.segments(5, 4))


def test_the_exact_course_reads_like_the_others() -> None:
    course = ExactTrajectory(Fraction(1, 3), Fraction(-1, 7))
    assert course.number(10**12) == finite(Fraction(1, 3) - Fraction(10**12, 7))
    assert course.code(5) is None
    assert course.stall is None
    assert ExactTrajectory(Fraction(1), Fraction(0)).stall == 0
    assert course.breakpoints(3, 9) == (3, 9)
    assert course.breakpoints(3, 3) == (3,)
    assert list(course.segments(2)) == [Segment(2, None, course.number(2), Fraction(-1, 7))]
