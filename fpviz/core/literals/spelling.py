"""One spelling for what people and programs spell in many ways.

Around a value first: quotes, the end of a statement. Characters then: full-width digits of a
Chinese input method, typographic signs, raised digits, vulgar fractions, LaTeX. Then whole texts:
a name before a value, digits in groups, a decimal comma. What comes out is a text of the grammar
in ``expressions``.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from fpviz.core.formats import FormatError, find_format
from fpviz.core.literals.literal import SPACES, pattern

_FULL_WIDTH = {chr(0xFF01 + place): chr(0x21 + place) for place in range(94)}
_SAME = str.maketrans(
    _FULL_WIDTH
    | {
        **dict.fromkeys("−–‐‑﹣－", "-"),
        **dict.fromkeys("×·⋅∙✕", "*"),
        **dict.fromkeys("÷∕⁄", "/"),
        **dict.fromkeys("’‘´", "'"),
        "。": ".",
    }
)
_RAISED_DIGITS = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_RAISED = pattern("[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_VULGAR = pattern("(?:(?<![\\w.])([0-9]+) ?)?([¼-¾⅐-⅞↉])")
_QUOTES = {mark: mark for mark in "\"'`"} | {"“": "”", "‘": "’", "„": "“", "«": "»", "「": "」"}
"""What may stand around a value, and the end of each."""

_REWRITES = (
    (pattern(r"\^\{([^{}]*)\}"), r"^(\1)"),
    (pattern(r"\\(?:times|cdot)\b"), "*"),
    (pattern(r"(?<![\w.])(?!0x)([0-9]+\.?[0-9]*) ?x ?(?=10(?:\^|\*\*))"), r"\1*"),
    (
        pattern(r"\b(?:np|numpy|jnp|math|torch|cmath|std|f32|f64)(?:\.|::)(inf|nan)(inity)?\b"),
        r"\1",
    ),
    (pattern(r"\b(?:HUGE_VAL[FL]?|DEC_INFINITY)\b"), "inf"),
    (pattern(r"1\.#INF0*\b"), "inf"),
    (pattern(r"1\.#(?:IND|QNAN)0*\b|nan\(ind\)"), "nan"),
    (pattern(r"1\.#SNAN0*\b|nan\(snan\)"), "snan"),
    (pattern(r"\bFraction\((-?[0-9]+), ?([0-9]+)\)"), r"(\1/\2)"),
    (
        pattern(r"\b(?:fractions\.|decimal\.)?(?:Fraction|Decimal)\((['\"]?)([^'\"()]*)\1\)"),
        r"(\2)",
    ),
    (pattern(r"(0x[0-9a-f]+) \* \(2\) \*\* (-?[0-9]+)\Z"), r"\1p\2"),
)
_QUOTED_GROUPS = pattern(r"(?<![\w'])0[xb][0-9a-f]+(?:'[0-9a-f]+)+(?![\w'])")
_PLAIN = pattern(r"[0-9.e+*/ -]*|(?:[a-z0-9_]+:)?0x[0-9a-f]+")
"""What is written as the grammar has it, at a glance."""

_LABEL = pattern(r"[\"']?([a-z_][\w.\[\]-]*)[\"']?[ \t]*([:=])(?![:=])([ \t]*)(\S.*?)[ \t]*[,;]?")
_CODE_BEHIND = pattern(r"[0-9]+|0[xb][0-9a-f_]*|[0-9]* ?'.*")

_EXPONENT = r"(?: ?(?:\*10\^\([+-]?[0-9]+\)|e[+-]?[0-9]+))?"
_WITH_SPACES = pattern(
    rf"[+-]?(?:[1-9][0-9]{{0,2}}(?:[ '][0-9]{{3}})+|[1-9][0-9]{{0,3}}(?: [0-9]{{4}})+|[0-9]+)"
    rf"(?:[.,](?:[0-9]{{3}}(?: [0-9]{{3}})*(?: [0-9]{{1,3}})?"
    rf"|[0-9]{{5}}(?: [0-9]{{5}})*(?: [0-9]{{1,5}})?|[0-9]+))?{_EXPONENT}"
)
_COMMA_IS_POINT = pattern(rf"[+-]?(?:[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|[0-9]+),[0-9]+{_EXPONENT}")
_COMMA_GROUPS = pattern(rf"[+-]?[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?:\.[0-9]*)?{_EXPONENT}")
_POINT_GROUPS = pattern(rf"[+-]?[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}}){{2,}}{_EXPONENT}")
_NARROW = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text as the grammar has it; ``changed`` where that is not plain from what was typed."""

    text: str
    changed: bool = False


def unwrapped(text: str) -> str:
    """A text without what stands around values in programs and prose: quotes and semicolons.

    >>> unwrapped('"1e-4"; '), unwrapped("'h3c00")
    ('1e-4', "'h3c00")
    """
    bare = text.strip(SPACES)
    end, inside = _QUOTES.get(bare[:1]), bare[1:-1]
    if inside and bare[-1] == end and end not in inside:
        return unwrapped(inside)
    statement = bare.rstrip(";；" + SPACES)
    return unwrapped(statement) if statement not in ("", bare) else text


def plain(text: str) -> str:
    """A text without spaces around it, in the characters of the grammar."""
    text = text.strip(SPACES)
    if _PLAIN.fullmatch(text):
        return text
    text = text.translate(_SAME)
    text = _VULGAR.sub(lambda match: _fraction(match[1], match[2]), text)
    text = _RAISED.sub(lambda match: f"^({match[0].translate(_RAISED_DIGITS)})", text)
    text = _QUOTED_GROUPS.sub(lambda match: match[0].replace("'", "_"), text)
    for rewrite, by in _REWRITES:
        text = rewrite.sub(by, text)
    return text


def _fraction(whole: str | None, vulgar: str) -> str:
    """``½`` as ``(1/2)``; ``1½`` is a mixed number, ``(1+1/2)``."""
    quotient = normalize("NFKC", vulgar).replace("⁄", "/")
    return f"({whole}+{quotient})" if whole else f"({quotient})"


def spellings(text: str) -> tuple[Spelled, ...]:
    """What numbers a plain text may spell: two where a comma may be a point or separate groups."""
    labelled = _without_label(text)
    text, changed = labelled or text, bool(labelled)
    bare = text.translate(_NARROW)
    if found := dict.fromkeys(_with_commas(bare)):
        return tuple(Spelled(each, True) for each in found)
    if (" " in bare or "'" in bare) and _WITH_SPACES.fullmatch(bare):
        return (Spelled(bare.replace(" ", "").replace("'", ""), True),)
    return (Spelled(text, changed),)


def without_label(text: str) -> str:
    """A text without the name before it: ``lr: 1e-4``, ``x = 0.5``."""
    return _without_label(text) or text


def _without_label(text: str) -> str:
    match = _LABEL.fullmatch(text)
    if not match:
        return ""
    name, mark, gap, value = match.groups()
    if mark == ":" and not gap and _CODE_BEHIND.fullmatch(value):
        return ""
    return "" if _is_format(name) else unwrapped(value)


def _is_format(name: str) -> bool:
    try:
        find_format(name)
    except FormatError:
        return False
    return True


def _with_commas(text: str) -> list[str]:
    """The decimals that a text with commas, or with points between groups, may be."""
    if "," not in text and text.count(".") < 2:
        return []
    spaced = text.replace(" ", "").replace("'", "") if _WITH_SPACES.fullmatch(text) else text
    found = []
    if _COMMA_IS_POINT.fullmatch(spaced):
        found.append(spaced.replace(".", "").replace(",", "."))
    if _COMMA_GROUPS.fullmatch(spaced):
        found.append(spaced.replace(",", ""))
    if _POINT_GROUPS.fullmatch(spaced):
        found.append(spaced.replace(".", ""))
    return found
