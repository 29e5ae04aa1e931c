"""What the number line says: every text of its picture, its hover line and its description."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import class_said, decode, is_finite_code
from fpviz.core.formats.facts import exact_integers
from fpviz.core.formats.fields import CLASSES
from fpviz.core.formats.order import code_at
from fpviz.core.line.histogram import Bar, Fates, Overlay, fates
from fpviz.core.line.pending_update import Pending, pending
from fpviz.core.line.real_text import real_text
from fpviz.core.line.ticks import count, count_below, size
from fpviz.core.line.view import View
from fpviz.core.line.zone_words import explain
from fpviz.core.line.zones import Zone, ZoneKind, zone_of
from fpviz.core.numbers import Finite, Infinity, Number
from fpviz.core.text import (
    NARROW_NO_BREAK_SPACE,
    brief,
    exact_decimal,
    floor_log10,
    grouped,
    power_text,
    scientific,
    shortest_decimal,
    superscript,
)
from fpviz.widgets.number_line.layout.marks import Marks
from fpviz.widgets.number_line.picture import Lane, Picture, PinMark
from fpviz.widgets.translated import said, told

translate = QCoreApplication.translate

INFINITY, MINUS_INFINITY, NAN = "+∞", "−∞", "NaN"


def zone_names(fmt: Format, zone: Zone) -> tuple[str, ...]:
    """What a zone may be called in the picture, the longest name first.

    Overflow is named by what it delivers.
    """
    match zone.kind:
        case ZoneKind.TO_ZERO:
            full = translate("NumberLine", "underflow to zero")
            return full, translate("NumberLine", "to zero"), "0"
        case ZoneKind.UP_TO_SMALLEST:
            full = translate("NumberLine", "rounded up to the smallest")
            return full, translate("NumberLine", "to smallest")
        case ZoneKind.SUBNORMAL:
            return translate("NumberLine", "subnormal"), translate("NumberLine", "subn.")
        case ZoneKind.NORMAL:
            return (_usual_name(fmt),)
        case ZoneKind.DOWN_TO_LARGEST:
            full = translate("NumberLine", "rounded down to the largest")
            return full, translate("NumberLine", "to largest")
        case ZoneKind.OVERFLOW if zone.delivers is not None:
            short = special_text(fmt, zone.delivers)
            return translate("NumberLine", "overflow to {value}").format(value=short), short
        case ZoneKind.INVALID:
            return (translate("NumberLine", "not a number of the format"),)
        case ZoneKind.OVERFLOW:
            full = translate("NumberLine", "overflow, wraps around")
            return full, translate("NumberLine", "wraps")
        case ZoneKind.ZERO:
            return ()


def _usual_name(fmt: Format) -> str:
    """What the zone of most values is called: in fixed point none is normal."""
    if fmt.is_fixed_point:
        return translate("NumberLine", "in range")
    return translate("NumberLine", "normal")


def special_text(fmt: Format, code: int) -> str:
    """``+∞``, ``−∞``, ``NaN``, that a code is invalid, or the value of a finite one."""
    if fmt.number_class(code) is NumberClass.INVALID:
        return said(CLASSES[NumberClass.INVALID])
    return _special_text(fmt, code)


@lru_cache(maxsize=256)
def _special_text(fmt: Format, code: int) -> str:
    match decode(fmt, code).number:
        case Infinity(negative):
            return MINUS_INFINITY if negative else INFINITY
        case Finite() as number:
            return real_text(number.value)
        case _:
            return NAN


def zone_sentence(fmt: Format, zone: Zone, rules: Rules) -> str:
    """Why a zone is as it is, with its exact borders."""
    return said(explain(fmt, zone, rules))


def number_text(number: Number, pixel: Fraction) -> str:
    """The shown number with the digits that its pixel can mean, twelve at least.

    ``≈`` stands before it where these are not all.
    """
    if isinstance(number, Infinity):
        return MINUS_INFINITY if number.negative else INFINITY
    if not isinstance(number, Finite):
        return NAN
    value = number.value
    digits = 12
    if value:
        digits = max(12, min(60, floor_log10(number.magnitude) - floor_log10(pixel) + 2))
    text = scientific(value, digits)
    return text if Fraction(text) == value else f"≈ {text}"


def count_text(number: int) -> str:
    """A count with thin spaces between thousands; beyond 10**9 in powers of ten."""
    if number < 10**9:
        return grouped(number, NARROW_NO_BREAK_SPACE)
    exponent = floor_log10(Fraction(number))
    return f"{scientific(Fraction(number) / 10**exponent, 2)} × 10{superscript(exponent)}"


def captions(
    fmt: Format, marks: Marks, view: View, overlay: Overlay | None, rules: Rules
) -> tuple[str, ...]:
    """What is said of a lane's values in view, and of an overlay; the longest text first."""
    texts = _values_texts(fmt, marks, view)
    if overlay is None:
        return texts
    lost = fates_text(fates(overlay, fmt, rules))
    return (*(f"{text} · {lost}" for text in texts), lost)


def fates_text(lost: Fates) -> str:
    """What becomes of the numbers of an overlay that a format cannot hold."""
    return translate("NumberLine", "{zeros} become zero, {overflows} overflow").format(
        zeros=count_text(lost.to_zero), overflows=count_text(lost.overflow)
    )


def overlay_text(overlay: Overlay) -> str:
    """What the bars of an overlay are."""
    text = translate("NumberLine", "{title}: {count} numbers by binade")
    title = said(overlay.sample.title)
    if overlay.scale:
        title += f" × 2{superscript(overlay.scale)}"
    return text.format(title=title, count=count_text(len(overlay.sample.values)))


def bar_text(bar: Bar) -> str:
    """What a bar of an overlay counts."""
    text = translate("NumberLine", "{lo} to {hi} · {count} numbers")
    lo, hi = (f"{'-' * bar.negative}2{superscript(bar.exponent + k)}" for k in (0, 1))
    return text.format(lo=lo, hi=hi, count=count_text(bar.count))


def pending_texts(addition: Pending, rules: Rules) -> tuple[str, ...]:
    """What becomes of a pending update, the longest text first."""
    ulps = scientific(addition.ulps, 4)
    result = brief(decode(addition.format, addition.code).number, 17)
    if not addition.is_swamped:
        full = translate("NumberLine", "g = {ulps} ulp: becomes {value}")
        short = translate("NumberLine", "g = {ulps} ulp: moves")
        return full.format(ulps=ulps, value=result), short.format(ulps=ulps)
    full = translate("NumberLine", "g = {ulps} ulp: rounds back to {value}")
    short = translate("NumberLine", "g = {ulps} ulp: stays")
    texts = full.format(ulps=ulps, value=result), short.format(ulps=ulps)
    if rules.rounding.rule.is_nearest and addition.is_below_half:
        why = translate(
            "NumberLine", "g = {ulps} ulp, less than half a gap: rounds back to {value}"
        )
        return why.format(ulps=ulps, value=result), *texts
    return texts


def pins_names(pins: Sequence[PinMark]) -> tuple[str, ...]:
    """What stands beside the mark of pins, the longest text first; of several, the first and how
    many more they are."""
    if len(pins) == 1:
        return (pins[0].name,)
    return ", ".join(pin.name for pin in pins), f"{pins[0].name} +{len(pins) - 1}"


def pin_text(pin: PinMark) -> str:
    """A pin with its value and its note."""
    text = f"{pin.name} = {brief(pin.source.number)}"
    return f"{text}: {pin.note}" if pin.note else text


def gap_text(gap: Fraction) -> str:
    """The distance from a value to its neighbour."""
    return translate("NumberLine", "gap {gap}").format(gap=real_text(gap))


def border_text(addition: Pending) -> str:
    """What the place is called beyond which rounding moves the weight."""
    assert addition.border is not None
    away = abs(addition.border - addition.weight)
    if 2 * away == addition.ulp:
        return translate("NumberLine", "half an ulp")
    if 2 * away == addition.gap:
        return translate("NumberLine", "half the gap")
    return translate("NumberLine", "rounding changes here")


def _values_texts(fmt: Format, marks: Marks, view: View) -> tuple[str, ...]:
    in_view = size(marks.inside)
    if not in_view:
        return (_nothing_here(fmt, view),)
    values = translate("NumberLine", "1 value")
    if in_view > 1:
        values = translate("NumberLine", "{count} values").format(count=count_text(in_view))
    full = f"{values} · {ulp_text(fmt, marks.inside)}"
    if marks.powers_apart > 1 or (marks.bands and marks.powers):
        return f"{full} · {_marked(fmt, marks.powers_apart)}", full, values
    return full, values


def _marked(fmt: Format, apart: int) -> str:
    """Which values the long ticks of a lane mark."""
    if apart == 1:
        return {
            2: translate("NumberLine", "powers of two marked"),
            10: translate("NumberLine", "powers of ten marked"),
        }[fmt.base]
    thinned = {
        2: translate("NumberLine", "every {n}th power of two marked"),
        10: translate("NumberLine", "every {n}th power of ten marked"),
    }
    return thinned[fmt.base].format(n=apart)


def ulp_text(fmt: Format, inside: range) -> str:
    """The spacing of the values at ``inside``: one ulp, or the least and the greatest."""
    ends = [fmt.stretch_of(abs(place), place < 0).spacing for place in (inside[0], inside[-1])]
    if fmt.has_zero and 0 in inside:
        ends.append(fmt.stretch_of(0).spacing)
    least, greatest = (_spacing_text(fmt, end) for end in (min(ends), max(ends)))
    if least == greatest:
        return translate("NumberLine", "ulp {ulp}").format(ulp=least)
    return translate("NumberLine", "ulp {least} … {greatest}").format(
        least=least, greatest=greatest
    )


def _spacing_text(fmt: Format, spacing: Fraction) -> str:
    """A power of the format's base as such."""
    if fmt.base == 10 and spacing == Fraction(10) ** (exponent := floor_log10(spacing)):
        return f"10{superscript(exponent)}"
    return power_text(spacing) or real_text(spacing)


def _beyond(fmt: Format, view: View) -> bool:
    return view.lo > fmt.largest or view.hi < -fmt.largest


def _nothing_here(fmt: Format, view: View) -> str:
    if _beyond(fmt, view):
        return translate("NumberLine", "beyond the largest, {value}").format(
            value=real_text(fmt.largest)
        )
    if not fmt.signed and view.hi < fmt.smallest:
        return translate("NumberLine", "below the smallest, {value}").format(
            value=real_text(fmt.smallest)
        )
    return translate("NumberLine", "no value here")


def cursor_text(value: Fraction, pixel: Fraction) -> str:
    """The number under the cursor, with the digits that its pixel can mean."""
    if abs(value) < pixel:
        return "0"
    digits = floor_log10(abs(value)) - floor_log10(pixel) + 1
    return scientific(value, max(1, min(digits, 60)))


def hover_text(picture: Picture, lane: Lane, value: Fraction, pixel: Fraction) -> str:
    """What is under the cursor between the ticks of a lane: the number and its zone."""
    zone = zone_of(lane.format, Finite(value < 0, abs(value)), picture.rules)
    sentence = zone_sentence(lane.format, zone, picture.rules) if zone else ""
    return f"{lane.name} · x ≈ {cursor_text(value, pixel)} · {sentence}"


def window_text(lane: Lane, view: View) -> str:
    """How many values a lane has in the window, and how far its integers go without a gap."""
    pixel = view.span / 1000
    lo, hi = cursor_text(view.lo, pixel), cursor_text(view.hi, pixel)
    number = count_below(lane.format, view.lo, view.hi)
    values = translate("NumberLine", "{count} values in [{lo}, {hi})")
    parts = [lane.name, values.format(count=grouped(number), lo=lo, hi=hi)]
    integers = exact_integers(lane.format)
    if integers:
        all_exact = translate("NumberLine", "every integer from 1 to {most} is exact")
        parts.append(all_exact.format(most=grouped(integers)))
    return " · ".join(parts)


def tick_text(lane: Lane, place: int) -> str:
    """What a tick is: its format, code, exact value and class."""
    fmt = lane.format
    code = code_at(fmt, place)
    decoded = decode(fmt, code)
    assert isinstance(decoded.number, Finite)
    value = decoded.number.value
    exact = exact_decimal(value) if value.denominator.bit_length() <= 80 else ""
    brief = real_text(value)
    both = f"{exact} = {brief}" if exact and exact != brief and len(exact) <= 80 else brief
    return f"{lane.name} · {fmt.code_text(code)} = {both} · {said(class_said(decoded))}"


def description(picture: Picture) -> str:
    """The whole picture in one sentence."""
    view = picture.view
    pixel = view.span / 1000
    start = translate("NumberLine", "From {lo} to {hi} on a {axis} axis; value {value}").format(
        lo=cursor_text(view.lo, pixel),
        hi=cursor_text(view.hi, pixel),
        axis=axis_name(view.axis.name),
        value=number_text(picture.number, pixel),
    )
    parts = [lane_text(lane, count(lane.format, view.lo, view.hi)) for lane in picture.lanes]
    if picture.update is not None:
        for lane in picture.lanes:
            addition = pending(lane.format, lane.code, picture.update, picture.rules)
            if addition is not None:
                parts.append(f"{lane.name}: {pending_texts(addition, picture.rules)[0]}")
    if picture.overlay is not None:
        parts.append(overlay_text(picture.overlay))
    if picture.pins_in_view:
        pins = ", ".join(map(pin_text, picture.pins_in_view))
        parts.append(translate("NumberLine", "pins: {pins}").format(pins=pins))
    return translate("NumberLine", "{facts}.").format(facts=told(start, *parts))


def lane_text(lane: Lane, in_view: int) -> str:
    """A lane in words: what the number becomes in it, and how many values are in view."""
    text = translate("NumberLine", "{format} rounds to {value}, {count} of its values in view")
    if lane.zeroed:
        text = translate("NumberLine", "{format} has {value} by DAZ, {count} of its values in view")
    value = _rounded_text(lane.format, lane.code)
    return text.format(format=lane.name, value=value, count=count_text(in_view))


@lru_cache(maxsize=256)
def _rounded_text(fmt: Format, code: int) -> str:
    return shortest_decimal(fmt, code) if is_finite_code(fmt, code) else special_text(fmt, code)


def axis_action(key: str) -> str:
    """What the menu calls the change to an axis."""
    names = {
        "linear": translate("NumberLine", "Linear axis"),
        "log2": translate("NumberLine", "Logarithmic axis"),
        "ordinal": translate("NumberLine", "Ordinal axis"),
    }
    return names[key]


def axis_name(key: str) -> str:
    """What an axis is called."""
    names = {
        "linear": translate("NumberLine", "linear"),
        "log2": translate("NumberLine", "log₂"),
        "ordinal": translate("NumberLine", "ordinal"),
    }
    return names.get(key, key)
