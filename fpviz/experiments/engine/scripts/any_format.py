"""The part of a script that computes in formats which its library has not, or by other rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fpviz.core.arithmetic.rounding_rules import Rounding, RoundingRule

_TEMPLATE = '''\
class Format:
    """A binary format; calling it rounds an exact number into it, once."""

    def __init__(self, exponent_width, fraction_width, bias, specials, rounding, overflow, flush):
        self.fraction_width, self.bias, self.specials = fraction_width, bias, specials
        self.rounding, self.overflow = rounding, overflow
        self.flush = flush and fraction_width > 0  # else there are no subnormal numbers
        self.top = 1 << exponent_width + fraction_width  # the sign bit
        nan_fields = {"ieee": 1 << fraction_width, "fn": 1}.get(specials, 0)
        self.largest = self.top - 1 - nan_fields  # the code of the largest finite number

    def __call__(self, x):
        return Value(self, self.decode(self.encode(exact(x))))

    def encode(self, x):
        """The code of x: a Fraction, or a float for zeros, infinities and NaN."""
        if x != x:
            return self.nan(math.copysign(1, x) < 0)
        negative = math.copysign(1, x) < 0 if isinstance(x, float) else x < 0
        if not x:
            return self.top if negative and self.specials != "fnuz" else 0
        if isinstance(x, float):
            return self.beyond(negative, True)
        x = abs(x)
        exponent = x.numerator.bit_length() - x.denominator.bit_length()
        exponent -= x < Fraction(2) ** exponent
        tiny = exponent < 1 - self.bias
        least = 1 - self.bias - self.flush  # whether a number is tiny is told by full digits
        quantum = max(exponent, least) - self.fraction_width
        scaled = x / Fraction(2) ** quantum
        significand = scaled.numerator // scaled.denominator
        significand += self.goes_up(scaled - significand, significand & 1, negative)
        if tiny and self.flush:
            significand = (significand >> self.fraction_width + 1) << self.fraction_width
            quantum = 1 - self.bias - self.fraction_width
        code = (quantum + self.bias - 1 + self.fraction_width << self.fraction_width) + significand
        if code > self.largest:
            return self.beyond(negative, False)
        return code | self.top if negative and (code or self.specials != "fnuz") else code

    def goes_up(self, rest, odd, negative):
        """Whether rest, a part of an ulp, rounds away from zero."""
        half = Fraction(1, 2)
        return bool(rest) and {
            CONDITIONS
        }[self.rounding]

    def beyond(self, negative, infinite):
        """The code for what lies beyond the largest number."""
        inward = {INWARD_BY_SIGN}.get(
            self.rounding, self.rounding in (INWARD)
        )
        if self.overflow != "saturate" and (infinite or not inward):
            if self.specials == "ieee" and (infinite or self.overflow == "ieee"):
                return self.largest + 1 | (self.top if negative else 0)
            if self.specials != "finite":
                return self.nan(negative)
        return self.largest | (self.top if negative else 0)

    def nan(self, negative):
        """The code of a NaN; of the largest number in a format without one."""
        if self.specials == "ieee":
            quiet = self.largest + 1 | 1 << self.fraction_width - 1
        else:
            quiet = {"fn": self.top - 1, "fnuz": self.top, "finite": self.largest}[self.specials]
        return quiet | self.top if negative and self.specials in ("ieee", "fn") else quiet

    def decode(self, code):
        """What a code says: a Fraction, or a float for zeros, infinities and NaN."""
        magnitude, sign = code & self.top - 1, -1 if code & self.top else 1
        if magnitude > self.largest or (self.specials == "fnuz" and code == self.top):
            infinite = self.specials == "ieee" and magnitude == self.largest + 1
            return math.copysign(math.inf if infinite else math.nan, sign)
        field, fraction = divmod(magnitude, 1 << self.fraction_width)
        if field:
            fraction += 1 << self.fraction_width
        scale = Fraction(2) ** (max(field, 1) - self.bias - self.fraction_width)
        return sign * fraction * scale if fraction else sign * 0.0


class Value:
    """A number of a format; sums, differences and products of two are rounded into it."""

    def __init__(self, form, number):
        self.form, self.number = form, number

    def __neg__(self):
        return Value(self.form, -self.number)

    def __add__(self, other):
        return self.form(total(self.number, other.number, self.form.rounding))

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        return self.form(product(self.number, other.number))


def exact(x):
    """A number as a Fraction, or as a float where it is zero, infinite or NaN."""
    x = getattr(x, "number", x)
    return Fraction(x) if x and math.isfinite(x) else x


def total(a, b, rounding="ties-to-even"):
    """a + b before rounding; a sum of zero has the sign of IEEE 754-2019, 6.3."""
    if a and b and isinstance(a, Fraction) and isinstance(b, Fraction):
        return a + b or (-0.0 if rounding == "downward" else 0.0)
    if not a and not b:
        signs = {math.copysign(1, a), math.copysign(1, b)}
        return -0.0 if signs == {-1.0} or (len(signs) > 1 and rounding == "downward") else 0.0
    if isinstance(a, float) and a and not (isinstance(b, float) and b):
        return a
    if isinstance(b, float) and b and not (isinstance(a, float) and a):
        return b
    if a == a and b == b and a == -b:
        return math.nan  # of the sign that the standard leaves open: positive here
    return a + b if a and b else a or b


def product(a, b):
    """a * b before rounding."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a * b
    signs = [math.copysign(1, x) if isinstance(x, Fraction) else x for x in (a, b)]
    result = signs[0] * signs[1]
    return math.nan if result != result and a == a and b == b else result


'''

_CASES = ((False, False), (False, True), (True, False), (True, True))
"""(negative, odd): all on which a rule may decide."""

_WORDS: Mapping[tuple[bool, ...], str] = {
    (True, True, True, True): "True",
    (False, False, False, False): "False",
    (False, False, True, True): "negative",
    (True, True, False, False): "not negative",
    (False, True, False, True): "odd",
    (True, False, True, False): "not odd",
}
"""What decides, as Python writes it, by whether it holds in each case."""


def _word(holds: Callable[[bool, bool], bool]) -> str:
    return _WORDS[tuple(holds(*case) for case in _CASES)]


def _condition(rule: RoundingRule) -> str:
    """When a rest rounds away from zero, in Python."""
    if not rule.is_nearest:
        return _word(lambda negative, odd: rule.quarters(negative, odd) == 1)
    tie = _word(lambda negative, odd: rule.quarters(negative, odd) == 2)
    plain = {"True": "rest >= half", "False": "rest > half"}
    return plain.get(tie, f"rest > half or (rest == half and {tie})")


def _inward(rule: RoundingRule) -> str:
    """When an overflow delivers the largest number, in Python."""
    return _word(lambda negative, _odd: rule.stays_finite(negative))


def _source() -> str:
    """The template with all rules that draw nothing."""
    rules = [each.rule for each in Rounding if not each.rule.draws]
    conditions = [f'"{rule.key}": {_condition(rule)},' for rule in rules]
    inward = {f'"{rule.key}"': _inward(rule) for rule in rules}
    by_sign = [f"{key}: {when}" for key, when in inward.items() if when.endswith("negative")]
    always = [key for key, when in inward.items() if when == "True"]
    return (
        _TEMPLATE.replace("CONDITIONS", f"\n{' ' * 12}".join(conditions))
        .replace("INWARD_BY_SIGN", ", ".join(by_sign))
        .replace("INWARD", ", ".join(always))
    )


SOURCE = _source()
"""``Format`` and ``Value`` in plain Python: exact rationals, every operation rounded once."""
