"""Snapshots as text for people: what ``fpviz show`` prints and *Copy all readings* copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache

from fpviz.core.arithmetic.rounding import Rules, flags_raised, rounding_drawn, told_apart
from fpviz.core.arithmetic.typed_operations import ByMachine, by_machine
from fpviz.core.formats import Field, FieldKind, Format, field_of
from fpviz.core.formats.decoding import Decoded, NumberClass, class_said
from fpviz.core.formats.fields import FIELD_NAMES
from fpviz.core.formats.order import next_down, next_up
from fpviz.core.integer_types import beyond_its_word
from fpviz.core.notation import MARKDOWN, find_notation, markdown_table
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, Say, listed, phrase, teller, template, verbatim
from fpviz.core.reading import Errors, Reading, Snapshot
from fpviz.core.text import (
    columns,
    exact_text,
    formula_text,
    held_text,
    padded,
    power_text,
    scientific,
    shortest_decimal,
)

_HEAD = {"input": phrase("input"), "exact": phrase("exact"), "rules": phrase("rules")}
_FACTS = {
    "value": phrase("value"),
    "class": phrase("class"),
    "remark": phrase("remark"),
    "fields": phrase("fields"),
    "shortest": phrase("shortest"),
    "hex-float": phrase("hex-float"),
    "exponent": phrase("exponent"),
    "formula": phrase("formula"),
    "ulp": phrase("ulp"),
    "neighbours": phrase("neighbours"),
    "error": phrase("error"),
    "integer": phrase("integer"),
    "machine": phrase("machine"),
    "": verbatim(""),
}
"""What the lines of a block are called; a line without a name goes on with the one before."""

_NAN = phrase("nan")
_NO_NUMBER = template("no number")
_SPARED = phrase("a code as it stands: FTZ flushes results alone")

_SCALING = (FieldKind.PREFIX, FieldKind.REGIME, FieldKind.EXPONENT)
"""The fields whose values make an exponent together."""

Facts = Iterator[tuple[str, str]]
"""The lines of a block: the key of what each is called, and what it says."""

Fields = tuple[Field, ...]


class SnapshotText:
    """Snapshots for a person, in one language: the input and its rules, then a block a format.

    What all of them have in common is said once.
    """

    def __init__(self, say: Say = str) -> None:
        self._say = say
        self._tell = teller(say)
        self._head_names = _in_one_width(_HEAD, 10, say)
        self._fact_names = _in_one_width(_FACTS, 12, say)

    def __call__(self, snapshot: Snapshot) -> str:
        machines = {each.format: each for each in by_machine(snapshot)}
        blocks = ["\n".join(_lines(self._head_names, self._head(snapshot)))]
        for reading in snapshot.readings:
            fields = reading.decoded.fields
            lines = _lines(self._fact_names, self._facts(reading, fields))
            if machine := machines.get(reading.format):
                lines += _lines(self._fact_names, self._by_machine(machine))
            blocks.append("\n  ".join([_heading(reading, fields), *lines]))
        return "\n\n".join(blocks)

    def _head(self, snapshot: Snapshot) -> Facts:
        source, rules = snapshot.state.source, snapshot.state.rules
        written, exact = source.text.strip(), exact_text(source.number)
        yield "input", written
        if exact != written:
            yield "exact", self._shortened(exact)
        yield "rules", self._say(rules_said(rules))

    def _facts(self, reading: Reading, fields: Fields) -> Facts:
        decoded = reading.decoded
        fmt, code = decoded.format, decoded.code
        invalid = decoded.number_class is NumberClass.INVALID
        yield "value", self._tell(_NO_NUMBER) if invalid else self._shortened(held_text(fmt, code))
        yield "class", self._class(reading)
        yield from self._layout(decoded, fields)
        if decoded.significand is not None:
            yield "shortest", self._with_remark(reading.shortest, reading.about_shortest)
            if hexfloat := reading.hexfloat:
                yield "hex-float", hexfloat
        if decoded.significand and (exponent := self._exponent(decoded, fields)):
            yield "exponent", exponent
        if decoded.significand is not None and not fmt.reads_as_ieee:
            yield "formula", formula_text(fmt, code)
        if ulp := reading.ulp:
            yield "ulp", _ulp(*ulp.as_integer_ratio())
        below = self._neighbour(fmt, next_down(fmt, code))
        above = self._neighbour(fmt, next_up(fmt, code))
        yield "neighbours", self._tell(template("{below}  and  {above}"), below=below, above=above)
        if not reading.is_exact and (error := reading.error):
            yield "error", self._error(error)
        if beyond := beyond_its_word(reading):
            yield "integer", self._say(beyond)

    def _class(self, reading: Reading) -> str:
        decoded = reading.decoded
        is_nan = decoded.number_class is NumberClass.NAN
        kind = text = self._say(_NAN if is_nan else class_said(decoded))
        if reading.flags:
            flags = self._say(flags_raised(reading.flags))
            text = self._tell(template("{kind}, {flags}"), kind=kind, flags=flags)
        elif reading.zeroed_in is None and reading.decoded.number_class is not NumberClass.INVALID:
            exact = template("{kind}, exact" if reading.is_exact else "{kind}, payload cut")
            text = self._tell(exact, kind=kind)
        if reading.is_spared:
            text = self._with_remark(text, _SPARED)
        return self._with_remark(text, reading.about_daz)

    def _layout(self, decoded: Decoded, fields: Fields) -> Facts:
        """What is to be said of a code, and its fields by name where they are not those of IEEE."""
        if remark := decoded.format.remark(decoded.code):
            yield "remark", self._say(remark)
        if not decoded.format.reads_as_ieee:
            yield "fields", self._listed(fields, lambda field: field.digits)

    def _listed(self, fields: Iterable[Field], told: Callable[[Field], str]) -> str:
        """Fields by name, each with what is told of it."""
        named = (
            phrase("{name} {value}", name=FIELD_NAMES[field.kind], value=told(field))
            for field in fields
        )
        return self._say(listed(*named))

    def _exponent(self, decoded: Decoded, fields: Fields) -> str:
        if not decoded.format.reads_as_ieee:
            return self._power(decoded.format, fields)
        exponent = field_of(fields, FieldKind.EXPONENT)
        values = {"bias": str(exponent.excess), "exponent": str(decoded.exponent)}
        if decoded.number_class is NumberClass.SUBNORMAL:
            text = template("field 0 means 1 - {bias} = {exponent}, no hidden one")
            return self._tell(text, **values)
        text = template("field {field} - bias {bias} = {exponent}")
        return self._tell(text, field=str(exponent.value), **values)

    def _power(self, fmt: Format, fields: Fields) -> str:
        """What the fields that scale say; empty where none does, or not by itself."""
        kinds = {field.kind: field for field in fields}
        exponent = kinds.get(FieldKind.EXPONENT)
        if FieldKind.REGIME in kinds:
            scaling = (kinds[kind] for kind in _SCALING if kind in kinds)
            return self._listed(scaling, lambda field: str(field.value))
        if exponent is None or (FieldKind.LEADING in kinds and not exponent.value):
            return ""
        values = {"field": str(exponent.value), "radix": str(fmt.radix)}
        if not exponent.excess:
            return self._tell(template("{field}, a power of {radix}"), **values)
        text = template("field {field} - excess {excess} = {power}, a power of {radix}")
        power = str(exponent.value - exponent.excess)
        return self._tell(text, excess=str(exponent.excess), power=power, **values)

    def _neighbour(self, fmt: Format, code: int | None) -> str:
        if code is None:
            return self._tell(template("none"))
        value = self._shortened(held_text(fmt, code))
        return self._tell(template("{value} ({code})"), value=value, code=fmt.code_text(code))

    def _error(self, error: Errors) -> str:
        values = {"absolute": scientific(error.absolute, 12), "ulps": scientific(error.ulps, 4)}
        if error.relative is None:
            return self._tell(template("{absolute}, {ulps} ulp"), **values)
        text = template("{absolute}, relative {relative}, {ulps} ulp")
        return self._tell(text, relative=scientific(error.relative, 4), **values)

    def _by_machine(self, machine: ByMachine) -> Facts:
        """What a machine gets, where that is another code."""
        text = template("{value} = {code}: it rounds its operands first")
        code = machine.format.code_text(machine.code)
        yield "machine", self._tell(text, value=_shortest(machine), code=code)
        text = template("above is the exact result, rounded once; '{command}' shows why")
        yield "", self._tell(text, command=machine.command)
        if machine.operation is not None:
            text = template("for the error of each operation see '{command}'")
            yield "", self._tell(text, command=machine.evaluation)

    def _with_remark(self, text: str, remark: Phrase | None) -> str:
        if remark is None:
            return text
        return self._tell(template("{text}  ({remark})"), text=text, remark=self._say(remark))

    def _shortened(self, text: str, longest: int = 80) -> str:
        """Long decimals cut in the middle, with their length: nothing is cut in silence."""
        if len(text) <= longest:
            return text
        return self._tell(
            template("{text} ({count} characters; --json prints all)"),
            text=f"{text[:40]}…{text[-20:]}",
            count=str(len(text)),
        )


class SnapshotWriter:
    """One snapshot after the other as text, with empty lines between those that take several.

    With the name of a notation every reading as it writes it, a line each; Markdown, a table each.
    Raises NotationError for a name that is none, and where the notation has no text for a format.
    """

    def __init__(self, notation: str | None = None) -> None:
        self._gap = ""
        self._text: Callable[[Snapshot], str] = SnapshotText()
        self._lines = False
        if notation == MARKDOWN:
            self._text = lambda snapshot: markdown_table(snapshot.readings)
        elif notation is not None:
            writer, self._lines = find_notation(notation), True
            self._text = lambda snapshot: "\n".join(
                writer.text(reading.format, reading.code) for reading in snapshot.readings
            )

    def __call__(self, snapshot: Snapshot) -> str:
        text = self._gap + self._text(snapshot)
        self._gap = "" if self._lines else "\n"
        return text


def _in_one_width(names: Mapping[str, Phrase], least: int, say: Say) -> dict[str, str]:
    """The names, each as wide as the widest with two columns behind it, or as ``least``."""
    said = {key: say(name) for key, name in names.items()}
    width = max(least, *(columns(name) + 2 for name in said.values()))
    return {key: padded(name, width) for key, name in said.items()}


def _lines(names: Mapping[str, str], facts: Facts) -> list[str]:
    return [names[name] + text for name, text in facts]


def rules_said(rules: Rules) -> Phrase:
    """The rules in a line, without what is not in force."""
    names = {"rounding": rounding_drawn(rules), "overflow": rules.overflow.rule.name}
    told = phrase("{rounding}, overflow {overflow}", **names)
    if rules.flush:
        told = phrase("{rounding}, overflow {overflow}, subnormals flushed to zero", **names)
    if rules.daz:
        told = phrase("{rules}, subnormal operands zero", rules=told)
    return listed(told, *told_apart(rules))


def _heading(reading: Reading, fields: Fields) -> str:
    fmt, bits = reading.format, " ".join([field.digits for field in fields])
    return f"{fmt.name:<16}{fmt.code_text(reading.code)}  {bits}"


@cache
def _ulp(numerator: int, denominator: int) -> str:
    """What many readings have the same; found by integers, as fractions are slow to compare."""
    ulp = Fraction(numerator, denominator)
    power, decimal = power_text(ulp), scientific(ulp, 12)
    return decimal if power is None else f"{power} = {decimal}"


def _shortest(machine: ByMachine) -> str:
    """The shortest decimal, as languages print it."""
    if isinstance(machine.number, Finite):
        return shortest_decimal(machine.format, machine.code)
    return exact_text(machine.number)
