"""The scripts of loss scaling: the scaler's rules step by step, and the zones of a distribution."""

from __future__ import annotations

from fpviz.core.rounding import Rules
from fpviz.experiments import dynamic_loss_scale as dynamic
from fpviz.experiments import static_loss_scale as static
from fpviz.experiments.parameters import OVERFLOW, ROUNDING, Settings, finite_value
from fpviz.experiments.rounded import rules_of
from fpviz.experiments.scalers import Scaler
from fpviz.experiments.scripts.writer import Writer, fraction_text


def dynamic_loss_scale(writer: Writer) -> None:
    """The scale after the last step; in binary64 or numpy's binary32, whatever the dialect."""
    settings = writer.run.settings
    scaler, listed = settings[dynamic.SCALER], settings[dynamic.SCRIPT]
    fmt = scaler.scale_format
    writer.need("import math")
    writer.need("import struct")
    writer.add(f'''
        STEPS = {writer.steps}
        INTERVAL, HYSTERESIS = {settings[dynamic.INTERVAL]}, {settings[dynamic.HYSTERESIS]}
        OVERFLOW_STEPS = {{{", ".join(map(str, listed))}}}


        def stored(x):
            """x as the scale's type, {fmt.title}, holds it."""
            return float(np.float{fmt.width}(x))

    ''')
    _overflow(writer)
    float_type, word_type = (">f", ">I") if fmt.width == 32 else (">d", ">Q")
    code = f'struct.unpack("{word_type}", struct.pack("{float_type}", scale))[0]'
    printed = f'print("scale", f"{{code:#0{(fmt.width + 3) // 4 + 2}x}}")'
    writer.add("\n".join([*_loop(settings), f"code = {code}", printed]))


def _loop(settings: Settings) -> list[str]:
    """The lines of the loop: the rules of the scaler."""
    scaler = settings[dynamic.SCALER]
    initial = float(finite_value(settings[dynamic.INITIAL]))
    growth = float(finite_value(settings[dynamic.GROWTH]))
    larger = f"stored(scale * {_factor(scaler, growth)})"
    kept = f"{larger} if math.isfinite({larger}) else scale" if scaler.stays_finite else larger
    back_off = [f"        scale = {_smaller(settings)}"]
    if scaler.hysteresis:
        back_off = [
            "        if left > 1:",
            "            left -= 1  # spared once more",
            "        else:",
            f"            scale = {_smaller(settings)}",
        ]
    restored = scaler.consecutive and settings[dynamic.CONSECUTIVE]
    return [
        f"# {scaler.title!s}",
        f"scale, good, left = stored({initial}), {-scaler.late}, HYSTERESIS",
        "for step in range(1, STEPS + 1):",
        "    if overflows(step, scale):  # the weights keep what they are",
        f"        good = {-scaler.late}",
        *back_off,
        "        continue",
        "    good += 1",
        *(["    left = HYSTERESIS"] if restored else []),
        "    if good == INTERVAL:",
        f"        scale, good, left = {kept}, 0, HYSTERESIS",
    ]


def _smaller(settings: Settings) -> str:
    """The scale after a back-off."""
    scaler = settings[dynamic.SCALER]
    growth, backoff, least = (
        float(finite_value(settings[p])) for p in (dynamic.GROWTH, dynamic.BACKOFF, dynamic.MINIMUM)
    )
    smaller = f"scale / {growth}" if scaler.divides else f"scale * {_factor(scaler, backoff)}"
    return f"stored(max({smaller}, {least}))" if scaler.minimum else f"stored({smaller})"


def _factor(scaler: Scaler, factor: float) -> str:
    """A factor in its own format: binary64, or that of the scale."""
    return f"stored({factor})" if scaler.factor_format == scaler.scale_format else str(factor)


def _overflow(writer: Writer) -> None:
    """The function that says whether a step overflows."""
    settings = writer.run.settings
    if not settings[dynamic.SOURCE]:
        writer.add('''
            def overflows(step, scale):
                """Whether a gradient of that step is infinite or NaN."""
                return step in OVERFLOW_STEPS

        ''')
        return
    rules = Rules(settings[ROUNDING], settings[OVERFLOW])
    form = writer.name(settings[dynamic.GRADIENT_FORMAT], rules, emulated=True)
    gradient = abs(finite_value(settings[dynamic.GRADIENT]))
    writer.add(f'''
        GRADIENT = Fraction({gradient.numerator}, {gradient.denominator})


        def overflows(step, scale):
            """Whether the largest gradient, times the scale, is infinite or NaN."""
            if not math.isfinite(scale):
                return True
            return not math.isfinite({form}(Fraction(scale) * GRADIENT or 0.0).number)

    ''')


def static_loss_scale(writer: Writer) -> None:
    """The gradients themselves, one by one, counted by what rounding makes of them."""
    settings = writer.run.settings
    fmt = settings[static.FORMAT]
    form = writer.name(fmt, rules_of(settings), emulated=True)
    writer.need("from statistics import NormalDist")
    centre, spread = (float(finite_value(settings[p])) for p in (static.CENTRE, static.SPREAD))
    writer.add(f"""
        COUNT = {settings[static.COUNT]}
        SCALE = Fraction(2) ** {settings[static.SCALE_EXPONENT]}
        SMALLEST_NORMAL = {fraction_text(fmt.min_normal)}

        found = {{"zero": 0, "subnormal": 0, "normal": 0, "overflow": 0}}
        for i in range(COUNT):
            magnitude = 2.0 ** ({centre} + {spread} * NormalDist().inv_cdf((i + 0.5) / COUNT))
            gradient = -magnitude if i % 2 else magnitude
            scaled = {form}(SCALE * Fraction(gradient)).number
            if not scaled:
                found["zero"] += 1
            elif not math.isfinite(scaled):
                found["overflow"] += 1
            else:
                found["subnormal" if abs(scaled) < SMALLEST_NORMAL else "normal"] += 1
        for zone, count in found.items():
            print(zone, count)
    """)
