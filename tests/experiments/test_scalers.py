"""Loss scalers against direct transcriptions of the rules of their stacks."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator

import numpy as np
import pytest

from fpviz.experiments import find_experiment
from fpviz.experiments.experiment import Outcome, Run


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


def deepspeed(overflows, scale, growth, n, *, hysteresis, consecutive, least):
    """DynamicLossScaler.update_scale of DeepSpeed: it counts from the last overflow."""
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
            if (iteration - last) % n == 0:
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


def run(**texts: object) -> Run:
    experiment = find_experiment("dynamic-loss-scale")
    return experiment.run(
        experiment.settings({k.replace("_", "-"): str(v) for k, v in texts.items()})
    )


def scales(found: Run) -> Iterator[float]:
    for t in range(1, found.steps + 1):
        yield float(found.curve("scale").number(t).value)


@pytest.mark.parametrize("scaler", ["pytorch", "deepspeed", "deepspeed-fused", "megatron"])
@pytest.mark.parametrize("seed", range(6))
def test_scripts_of_overflows(scaler: str, seed: int) -> None:
    generator = random.Random(seed)
    n, hysteresis = generator.randrange(1, 7), generator.randrange(1, 4)
    growth, backoff = generator.choice([(2.0, 0.5), (1.5, 0.75), (4.0, 0.1)])
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
            overflows, 65536.0, growth, n, consecutive=consecutive, **left
        ),
        "deepspeed-fused": lambda: deepspeed_fused(overflows, 65536.0, growth, n, 1),
        "megatron": lambda: megatron(overflows, 65536.0, growth, backoff, n, **left),
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
    steps = " ".join(map(str, range(1, 61)))
    for scaler in ("deepspeed", "deepspeed-fused", "megatron"):
        found = run(scaler=scaler, steps=60, overflow_steps=steps)
        assert found.readout("scale.final").machine == "1"
        assert "its least" in str(found.lesson(59).text)
    assert "the hysteresis allows 0 more" in str(
        run(scaler="deepspeed", steps=9, overflow_steps="3").lesson(2).text
    )


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
        "Step 7 overflowed: no weight is updated, and the scale goes from 131072 to 65536."
    )
