"""The scripts of loss scaling: the scaler's rules step by step, and the zones of a distribution."""

from __future__ import annotations

from fpviz.core.rounding import Rules
from fpviz.experiments import dynamic_loss_scale as dynamic
from fpviz.experiments import static_loss_scale as static
from fpviz.experiments.parameters import OVERFLOW, ROUNDING, finite_value
from fpviz.experiments.rounded import rules_of
from fpviz.experiments.scripts.writer import Writer, fraction_text


def dynamic_loss_scale(writer: Writer) -> None:
    """The scale after the last step; in binary64 or numpy's binary32, whatever the dialect."""
    settings = writer.run.settings
    scaler, listed = settings[dynamic.SCALER], settings[dynamic.SCRIPT]
    growth, initial, least = (
        float(finite_value(settings[p])) for p in (dynamic.GROWTH, dynamic.INITIAL, dynamic.MINIMUM)
    )
    backoff = float(finite_value(settings[dynamic.BACKOFF]))
    writer.need("import math")
    writer.need("import struct")
    narrow = scaler.scale_format.name == "fp32"
    words = (">f", ">I") if narrow else (">d", ">Q")
    writer.add(f'''
        STEPS = {writer.steps}
        INTERVAL, HYSTERESIS = {settings[dynamic.INTERVAL]}, {settings[dynamic.HYSTERESIS]}
        OVERFLOW_STEPS = {{{", ".join(map(str, listed))}}}


        def stored(x):
            """x as the scale's type, {scaler.scale_format.title}, holds it."""
            return float(np.float{32 if narrow else 64}(x))

    ''')
    _overflow(writer)
    smaller = f"scale / {growth}" if scaler.divides else f"scale * stored({backoff})"
    if scaler.factor_format.name == "fp64" and not scaler.divides:
        smaller = f"scale * {backoff}"
    if scaler.minimum:
        smaller = f"max({smaller}, {least})"
    larger = f"stored(scale * {growth})"
    kept = f"{larger} if math.isfinite({larger}) else scale" if scaler.stays_finite else larger
    back_off = [f"        scale = stored({smaller})"]
    if scaler.hysteresis:
        back_off = [
            "        if left > 1:",
            "            left -= 1  # spared once more",
            "        else:",
            f"            scale = stored({smaller})",
        ]
    restored = scaler.consecutive and settings[dynamic.CONSECUTIVE]
    loop = [
        f"# {scaler.title}",
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
        f'code = struct.unpack("{words[1]}", struct.pack("{words[0]}", scale))[0]',
        f'print("scale", f"{{code:#0{(scaler.scale_format.width + 3) // 4 + 2}x}}")',
    ]
    writer.add("\n".join(loop))


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
