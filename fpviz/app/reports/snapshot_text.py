"""Snapshots as text for people: what ``fpviz show`` prints and *Copy all readings* copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache

from fpviz.core.arithmetic.rounding import Rules, flags_raised, rounding_drawn
from fpviz.core.arithmetic.typed_operations import ByMachine, by_machine
from fpviz.core.formats import FieldKind
from fpviz.core.formats.decoding import Decoded, NumberClass
from fpviz.core.formats.encoding import CLASSES
from fpviz.core.notation import MARKDOWN, find_notation, markdown_table
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, Say, phrase, verbatim
from fpviz.core.reading import Errors, Reading, Snapshot
from fpviz.core.text import (
    bit_fields,
    columns,
    exact_text,
    padded,
    power_text,
    scientific,
    shortest_decimal,
)
from fpviz.core.words import beyond_its_word

_HEAD = {"input": phrase("input"), "exact": phrase("exact"), "rules": phrase("rules")}
_FACTS = {
    "value": phrase("value"),
    "class": phrase("class"),
    "shortest": phrase("shortest"),
    "hex-float": phrase("hex-float"),
    "exponent": phrase("exponent"),
    "ulp": phrase("ulp"),
    "neighbours": phrase("neighbours"),
    "error": phrase("error"),
    "integer": phrase("integer"),
    "machine": phrase("machine"),
    "": verbatim(""),
}
"""What the lines of a block are called; a line without a name goes on with the one before."""

_CLASSES = {**CLASSES, NumberClass.NAN: phrase("nan")}

Text = str | Phrase
"""What a line says; a ``str`` is the same in every language."""


def snapshot_text(snapshot: Snapshot, say: Say = str) -> str:
    """A snapshot for a person: the input and its rules, then a block a format."""
    names = _in_one_width(_HEAD, 10, say)
    head = [names[name] + _told(text, say) for name, text in _head(snapshot)]
    names = _in_one_width(_FACTS, 12, say)
    machines = {each.format: each for each in by_machine(snapshot)}
    blocks = ["\n".join(head)]
    for reading in snapshot.readings:
        facts = (*_facts(reading), *_by_machine(machines.get(reading.format)))
        lines = [names[name] + _told(text, say) for name, text in facts]
        blocks.append("\n  ".join([_heading(reading), *lines]))
    return "\n\n".join(blocks)


class SnapshotWriter:
    """One snapshot after the other as text, with empty lines between those that take several.

    With the name of a notation every reading as it writes it, a line each; Markdown, a table each.
    Raises NotationError for a name that is none, and where the notation has no text for a format.
    """

    def __init__(self, notation: str | None = None) -> None:
        self._gap = ""
        self._text: Callable[[Snapshot], str] = snapshot_text
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


def _told(text: Text, say: Say) -> str:
    return text if isinstance(text, str) else say(text)


def _head(snapshot: Snapshot) -> Iterator[tuple[str, Text]]:
    source, rules = snapshot.state.source, snapshot.state.rules
    written, exact = source.text.strip(), exact_text(source.number)
    yield "input", written
    if exact != written:
        yield "exact", _shortened(exact)
    yield "rules", _rules(rules)


def _rules(rules: Rules) -> Phrase:
    names = {"rounding": rounding_drawn(rules), "overflow": rules.overflow.rule.name}
    told = phrase("{rounding}, overflow {overflow}", **names)
    if rules.flush:
        told = phrase("{rounding}, overflow {overflow}, subnormals flushed to zero", **names)
    return phrase("{rules}, subnormal operands zero", rules=told) if rules.daz else told


def _heading(reading: Reading) -> str:
    fmt = reading.format
    bits = " ".join(bit_fields(fmt, reading.code))
    return f"{fmt.name:<16}{fmt.code_text(reading.code)}  {bits}"


def _facts(reading: Reading) -> Iterator[tuple[str, Text]]:
    decoded, error = reading.decoded, reading.error
    yield "value", _shortened(exact_text(reading.number))
    yield "class", _class(reading)
    if decoded.significand is not None:
        yield "shortest", _with_remark(reading.shortest, reading.about_shortest)
        yield "hex-float", reading.hexfloat
    if decoded.significand:
        yield "exponent", _exponent(decoded)
    if reading.ulp is not None:
        yield "ulp", _ulp(reading.ulp)
    below, above = _neighbour(reading.previous), _neighbour(reading.next)
    yield "neighbours", phrase("{below}  and  {above}", below=below, above=above)
    if error and error.absolute:
        yield "error", _error(error)
    if beyond := beyond_its_word(reading):
        yield "integer", beyond


def _by_machine(machine: ByMachine | None) -> Iterator[tuple[str, Text]]:
    """What a machine gets, where that is another code."""
    if machine is None:
        return
    value, code = _shortest(machine), machine.format.code_text(machine.code)
    text = phrase("{value} = {code}: it rounds its operands first", value=value, code=code)
    yield "machine", text
    text = phrase(
        "above is the exact result, rounded once; '{command}' shows why", command=machine.command
    )
    yield "", text


def _shortest(machine: ByMachine) -> str:
    """The shortest decimal, as languages print it."""
    if isinstance(machine.number, Finite):
        return shortest_decimal(machine.format, machine.code)
    return exact_text(machine.number)


def _class(reading: Reading) -> Text:
    text: Text
    kind = _CLASSES[reading.decoded.number_class]
    if reading.flags:
        text = phrase("{kind}, {flags}", kind=kind, flags=flags_raised(reading.flags))
    elif reading.zeroed_in is not None:
        text = kind
    else:
        text = phrase("{kind}, exact" if reading.is_exact else "{kind}, payload cut", kind=kind)
    spared = phrase("a code as it stands: FTZ flushes results alone")
    text = _with_remark(text, spared if reading.is_spared else None)
    return _with_remark(text, reading.about_daz)


def _with_remark(text: Text, remark: Phrase | None) -> Text:
    return text if remark is None else phrase("{text}  ({remark})", text=text, remark=remark)


def _exponent(decoded: Decoded) -> Phrase:
    exponent = decoded.field(FieldKind.EXPONENT)
    values = {"bias": str(exponent.excess), "exponent": str(decoded.exponent)}
    if decoded.number_class is NumberClass.SUBNORMAL:
        return phrase("field 0 means 1 - {bias} = {exponent}, no hidden one", **values)
    field = str(exponent.value)
    return phrase("field {field} - bias {bias} = {exponent}", field=field, **values)


@cache
def _ulp(ulp: Fraction) -> str:
    """A power of two, of which many readings have the same."""
    return f"{power_text(ulp)} = {scientific(ulp, 12)}"


def _neighbour(decoded: Decoded | None) -> Phrase:
    if decoded is None:
        return phrase("none")
    code = decoded.format.code_text(decoded.code)
    return phrase("{value} ({code})", value=_shortened(exact_text(decoded.number)), code=code)


def _error(error: Errors) -> Phrase:
    values = {"absolute": scientific(error.absolute, 12), "ulps": scientific(error.ulps, 4)}
    if error.relative is None:
        return phrase("{absolute}, {ulps} ulp", **values)
    relative = scientific(error.relative, 4)
    return phrase("{absolute}, relative {relative}, {ulps} ulp", relative=relative, **values)


def _shortened(text: str, longest: int = 80) -> Text:
    """Long decimals cut in the middle, with their length: nothing is cut in silence."""
    if len(text) <= longest:
        return text
    return phrase(
        "{text} ({count} characters; --json prints all)",
        text=f"{text[:40]}…{text[-20:]}",
        count=str(len(text)),
    )
