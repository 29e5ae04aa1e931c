"""Loss scalers against direct transcriptions of the rules of their stacks."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.numbers import finite
from fpviz.core.phrase import verbatim
from fpviz.experiments import find_experiment
from fpviz.experiments.dynamic_loss_scale.rules import SCALERS
from fpviz.experiments.engine.lesson import Outcome
from fpviz.experiments.engine.parameter_kinds import StepList
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.experiments.engine.run import Run


def pytorch(overflows: Iterable[bool], scale: float, growth: float, backoff: float, n: int):
    """The kernel of torch._amp_update_scale_: a float tensor, factors in double."""
    tracker = 0
    for found_inf in overflows:
        if found_inf:
            scale, tracker = float(np.float32(scale * backoff)), 0
        else:
            tracker += 1
            if tracker == n:
                grown = float(np.float32(scale * growth))
                scale = grown if math.isfinite(grown) else scale
                tracker = 0
        yield scale


def deepspeed(overflows, scale, growth, n, *, hysteresis, consecutive, least, late):
    """DynamicLossScaler.update_scale of DeepSpeed: it counts from the last overflow.

    ``late`` as in 0.17.1, 0.17.6, 0.18.0 and later; without as in 0.14.5, 0.16.9 and 0.17.0.
    """
    left, last = hysteresis, -1
    for iteration, overflow in enumerate(overflows):
        if overflow:
            if hysteresis == 1 or left == 1:
                scale = max(scale / growth, least)
            else:
                left -= 1
            last = iteration
        else:
            if consecutive:
                left = hysteresis
            stable = iteration - last - late
            if stable > 0 and stable % n == 0:
                left = hysteresis
                scale *= growth
        yield scale


def deepspeed_fused(overflows, scale, growth, n, least):
    """FP16_Optimizer._update_scale of DeepSpeed."""
    last = -1
    for iteration, skip in enumerate(overflows):
        if skip:
            scale, last = max(scale / growth, least), iteration
        else:
            stable = iteration - last - 1
            if stable > 0 and stable % n == 0:
                scale *= growth
        yield scale


def megatron(overflows, scale, growth, backoff, n, *, hysteresis, least):
    """DynamicGradScaler.update of Megatron-LM, in FP32."""
    single = np.float32
    scale, growths, left = single(scale), 0, hysteresis
    for found_inf in overflows:
        if found_inf:
            growths, left = 0, left - 1
            if left <= 0:
                scale = max(scale * single(backoff), single(least))
        else:
            growths += 1
            if growths == n:
                growths, left = 0, hysteresis
                scale = scale * single(growth)
        yield float(scale)


def apex(overflows, scale, n):
    """LossScaler.update_scale of apex.amp: it halves and doubles, whatever it was told."""
    unskipped = 0
    for overflow in overflows:
        scale, unskipped = (scale / 2, 0) if overflow else (scale, unskipped + 1)
        if unskipped == n:
            scale, unskipped = min(2.0**24, scale * 2), 0
        yield scale


def mindspore(overflows, scale, factor, n):
    """DynamicLossScaler.adjust of mindspore.amp 2.10, in FP32."""
    scale, counter = np.float32(scale), 0
    for overflow in overflows:
        if overflow:
            scale = max(np.float32(1), scale / np.float32(factor))
        elif counter == n - 1:
            with np.errstate(over="ignore"):
                grown = scale * np.float32(factor)
            scale = grown if np.isfinite(grown) else scale
        counter = 0 if overflow else (counter + 1) % n
        yield float(scale)


def mindspore_manager(overflows, scale, factor, n):
    """DynamicLossScaleManager.update_loss_scale of MindSpore 2.10, in Python's floats."""
    last, bad = 0, 0
    for iteration, overflow in enumerate(overflows, 1):
        if overflow:
            scale, last, bad = max(scale * (1 / factor), 1), iteration, bad + 1
        else:
            bad = 0
            if (iteration - last) % n == 0:
                scale *= factor
        yield scale
        if bad > 1000:
            return


def run(**texts: object) -> Run:
    experiment = find_experiment("dynamic-loss-scale")
    return experiment.run(
        experiment.arguments({k.replace("_", "-"): str(v) for k, v in texts.items()})
    )


def scales(found: Run) -> Iterator[float]:
    for t in range(1, found.domain.steps + 1):
        yield float(found.curve("scale").number(t).value)


@pytest.mark.parametrize("scaler", SCALERS)
@pytest.mark.parametrize("seed", range(6))
def test_scripts_of_overflows(scaler: str, seed: int) -> None:
    generator = random.Random(seed)
    n, hysteresis = generator.randrange(1, 7), generator.randrange(1, 4)
    growth, backoff = generator.choice([(2.0, 0.5), (1.5, 0.75), (4.0, 0.1)])
    if scaler == "mindspore":
        growth = generator.choice([2.0, 3.0, 5.0])
    consecutive = bool(seed % 2)
    overflows = [generator.random() < 0.2 for _ in range(150)]
    found = run(
        scaler=scaler,
        steps=150,
        overflow_steps=" ".join(str(t + 1) for t, o in enumerate(overflows) if o),
        growth_factor=growth,
        backoff_factor=backoff,
        growth_interval=n,
        hysteresis=hysteresis,
        consecutive="on" if consecutive else "off",
    )
    left = {"hysteresis": hysteresis, "least": 1}
    wanted = {
        "pytorch": lambda: pytorch(overflows, 65536.0, growth, backoff, n),
        "deepspeed": lambda: deepspeed(
            overflows, 65536.0, growth, n, consecutive=consecutive, late=1, **left
        ),
        "deepspeed-0.17.0": lambda: deepspeed(
            overflows, 65536.0, growth, n, consecutive=consecutive, late=0, **left
        ),
        "deepspeed-fused": lambda: deepspeed_fused(overflows, 65536.0, growth, n, 1),
        "megatron": lambda: megatron(overflows, 65536.0, growth, backoff, n, **left),
        "apex": lambda: apex(overflows, 65536.0, n),
        "mindspore": lambda: mindspore(overflows, 65536.0, growth, n),
        "mindspore-manager": lambda: mindspore_manager(overflows, 65536.0, growth, n),
    }[scaler]
    assert list(scales(found)) == list(wanted())
    assert [mark.step for mark in found.marks] == [t + 1 for t, o in enumerate(overflows) if o]


def test_pytorchs_scale_may_vanish_and_stops_before_infinity() -> None:
    down = run(steps=200, overflow_steps=" ".join(map(str, range(1, 201))))
    assert down.readout("scale.final").machine == "0"
    assert float(down.curve("scale").number(165).value) == 2.0**-149
    up = run(steps=200, overflow_steps="", growth_interval=1)
    assert up.readout("scale.final").machine == str(2**127)
    assert str(up.lesson(199).title) == "The scale cannot grow"


def test_the_others_stop_at_their_least_scale() -> None:
    for scaler in ("deepspeed-fused", "megatron", "mindspore", "mindspore-manager"):
        found = run(scaler=scaler, steps=60, overflow_steps="1-60")
        assert found.readout("scale.final").machine == "1"
        assert "its least" in str(found.lesson(59).text)
    assert run(scaler="apex", steps=60, overflow_steps="1-60").readout("scale.log2").value == (
        verbatim(" ".join(str(15 - t) for t in range(60)))
    )


@pytest.mark.parametrize("scaler", ["deepspeed", "deepspeed-0.17.0"])
def test_deepspeed_raises_where_it_cannot_back_off(scaler: str) -> None:
    found = run(scaler=scaler, steps=60, overflow_steps="1-60", hysteresis=1)
    assert found.readout("raised").value == 17  # after 16 halvings from 2^16 to 1
    assert found.readout("skipped").value == 17
    assert [mark.step for mark in found.marks if mark.name == "raised"] == [17]
    assert "raises an exception" in str(found.lesson(16).text)
    assert found.lesson(59) == found.lesson(16)
    spared = run(scaler=scaler, steps=9, overflow_steps="3")
    assert "the hysteresis allows 0 more" in str(spared.lesson(2).text)


def test_deepspeed_grew_a_step_earlier_up_to_0_17_0() -> None:
    def log2(scaler: str) -> str:
        given = {"overflow_steps": "7 8 20", "growth_interval": 5, "steps": 12}
        return str(run(scaler=scaler, **given).readout("scale.log2").value)

    assert log2("deepspeed") == "16 16 16 16 16 17 17 16 16 16 16 16"
    assert log2("deepspeed-0.17.0") == "16 16 16 16 17 17 17 16 16 16 16 16"


def test_mindspores_manager_raises_at_overflow_1001_in_a_row() -> None:
    found = run(scaler="mindspore-manager", steps=2500, overflow_steps="1-1000, 1002-2500")
    assert found.readout("raised").value == 2002
    assert len(list(mindspore_manager([True] * 5000, 2.0**16, 2.0, 5))) == 1001
    never = run(scaler="mindspore", steps=2500, overflow_steps="1-2500")
    assert never.readout("skipped").value == 2500


def test_numbers_that_a_scaler_does_not_take() -> None:
    with pytest.raises(
        ParameterError, match=r"growth-factor: MindSpore.* takes whole numbers only"
    ):
        run(scaler="mindspore", growth_factor="1.5")
    with pytest.raises(ParameterError, match=r"init-scale: MindSpore.* begins at 1 or above"):
        run(scaler="mindspore-manager", init_scale="0.5")
    assert run(scaler="apex", init_scale="2^30", steps=1).curve("scale").number(0).value == 2**24


@pytest.mark.parametrize("gradient", ["inf", "-inf", "nan"])
@pytest.mark.parametrize("overflows", ["script", "gradient", "both"])
def test_a_gradient_that_is_not_finite_is_never_saved(gradient: str, overflows: str) -> None:
    found = run(gradient=gradient, overflows=overflows, steps=200)
    assert found.readout("skipped").value == 200
    assert found.readout("vanished").value == 166
    assert [found.curve("scale").number(t).value for t in (165, 166)] == [Fraction(2) ** -149, 0]
    assert found.readout("inverse").machine == "inf"
    assert f"The gradient is {gradient}, and so it is at any scale." in str(found.lesson(3).text)


def test_a_format_without_infinity_saturates_it() -> None:
    assert run(gradient="inf", gradient_format="fp4_e2m1").readout("skipped").value == 3


def test_a_scale_whose_inverse_is_infinite_is_told() -> None:
    """As in torch.amp.GradScaler: gradients are looked at before they are unscaled."""
    found = run(overflow_steps="1-144", steps=149)
    assert found.curve("scale").number(144).value == Fraction(2) ** -128
    assert "1/S, which is infinite in FP32: the weights become infinite" in str(
        found.lesson(144).text
    )
    assert [found.readout(name).value for name in ("skipped", "inverse")] == [
        144,
        finite(Fraction(2) ** 127),
    ]


def test_mindspores_half_inverse_vanishes() -> None:
    found = run(scaler="mindspore", init_scale="2^25", overflow_steps="", steps=1)
    assert found.readout("inverse").machine == "0"
    assert "1/S, by which gradients are unscaled, is 0 in FP16" in str(found.lesson(0).text)
    wide = run(scaler="mindspore", init_scale="2^25", overflow_steps="", gradient_format="fp32")
    assert wide.readout("inverse").machine != "0"
    assert run(scaler="mindspore", init_scale="2^24", steps=1).readout("inverse").value == finite(
        Fraction(2) ** -24
    )


def test_steps_and_ranges_of_steps() -> None:
    assert run(overflow_steps="7 8 20-40").arguments.texts["overflow-steps"] == "7, 8, 20-40"
    assert run(overflow_steps="30-40, 20 – 31；7、8").arguments.texts["overflow-steps"] == (
        "7, 8, 20-40"
    )
    assert run(overflow_steps="1-10^15").readout("skipped").value == 40
    both = run(overflows="both", overflow_steps="3-5", gradient="2^-4", steps=60)
    alone = run(overflows="gradient", gradient="2^-4", steps=60)
    assert str(both.readout("skipped.steps").value).startswith("3, 4, 5, ")
    assert "3" not in str(alone.readout("skipped.steps").value).split(", ")
    for text, complaint in (
        ("40-20", "overflow-steps: '40-20' ends before it begins"),
        ("1e-3", "overflow-steps: '1e-3' is not a whole number"),
        ("0-5", "overflow-steps: '0' is not from 1 to 10^15"),
    ):
        with pytest.raises(ParameterError, match=re.escape(complaint)):
            run(overflow_steps=text)


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 12))))
def test_a_list_of_steps_says_what_was_typed(ranges: list[tuple[int, int]]) -> None:
    kind = StepList()
    value = kind.parse(" ".join(f"{first}-{first + more}" for first, more in ranges))
    assert [step for each in value for step in each] == sorted(
        {step for first, more in ranges for step in range(first, first + more + 1)}
    )
    assert kind.parse(kind.text(value)) == value


def test_the_closed_loop_and_its_edge() -> None:
    found = run(overflows="gradient", steps=60)
    skipped = [mark.step for mark in found.marks if mark.step is not None]
    assert skipped[:3] == [21, 27, 33]
    assert [mark.value for mark in found.marks if mark.name == "edge"] == [65520 * 16]
    saturated = run(overflows="gradient", steps=60, overflow="saturate")
    assert not saturated.marks


def test_what_a_step_of_the_scale_teaches() -> None:
    found = run()
    outcomes = [found.lesson(t).outcome for t in (0, 4, 6)]
    assert outcomes == [Outcome.KEPT, Outcome.GROWN, Outcome.SKIPPED]
    assert str(found.lesson(6).text) == (
        "Step 7 overflowed: no weight is updated, and the scale goes from 131072 to 65536. "
        "To be multiplied: 131072 by 0.5, which is 65536."
    )
