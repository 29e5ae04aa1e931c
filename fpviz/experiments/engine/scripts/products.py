"""The script of dot products: arrays where the library has all the formats, else term by term."""

from __future__ import annotations

from fpviz.core.formats import Format
from fpviz.experiments import dot_product as experiment
from fpviz.experiments.engine.scripts.dialects import NUMPY_AS_NP, Spelling
from fpviz.experiments.engine.scripts.writer import Writer
from fpviz.experiments.engine.typed_numbers import rules_of

_SUMMED = '''\
def summed(terms):
    """The sum of an array's terms, one after another, each addition rounded."""
    s = terms[0]
    for term in terms[1:]:
        s = s + term
    return s
'''
_SUMS = {
    "numpy": ("np.add.accumulate({})[-1]", ""),
    "MindSpore": ("ms.ops.cumsum({}, 0)[-1]", ""),
}
_ARRAYS = {
    "numpy": ("({}).astype({type})", "{}.astype({type})", "{}.tolist()"),
    "PyTorch": ("torch.from_numpy({}).to({type})", "{}.to({type})", "{}.tolist()"),
    "MindSpore": ("ms.Tensor({}).astype({type})", "{}.astype({type})", "{}.asnumpy().tolist()"),
}
"""By library: an array of binary64 in a type, an array in another type, an array as a list."""


def dot_product(writer: Writer) -> None:
    """Both accumulators, what is stored of the wide one, and the exact sum."""
    arguments, rules = writer.run.arguments, rules_of(writer.run.arguments)
    parameters = (
        experiment.INPUT_FORMAT,
        experiment.NARROW_FORMAT,
        experiment.WIDE_FORMAT,
        experiment.STORE_FORMAT,
    )
    formats = [arguments[p] for p in parameters]
    writer.add(f"TERMS = {writer.run.steps}")
    kinds = writer.kinds(*formats, rules=rules)
    source = formats[0]
    held = all(_contains(fmt, source) for fmt in formats[1:3])
    if kinds[0].native and held and not arguments[experiment.FUSED]:
        _by_arrays(writer, kinds)
    else:
        _by_terms(writer, [writer.kind(fmt, rules, exact=True) for fmt in formats])


def _contains(fmt: Format, source: Format) -> bool:
    """Whether every number of ``source`` is one of ``fmt``."""
    return (
        fmt.fraction_width >= source.fraction_width
        and fmt.quantum_exponent <= source.quantum_exponent
        and fmt.largest >= source.largest
    )


def _by_arrays(writer: Writer, kinds: list[Spelling]) -> None:
    source, narrow, wide, store = kinds
    array, cast, listed = _ARRAYS[writer.dialect.title]
    types = {kind: writer.dialect.types[kind.format.name] for kind in kinds}
    writer.need(NUMPY_AS_NP, "from fractions import Fraction")
    first, second = experiment.FACTORS
    inputs = []
    for factor in (first, second):
        text = f"{factor} * i % 1.0"
        if source.format.name == "fp16" and writer.dialect.title != "numpy":
            text = f"({text}).astype(np.float16)"
        inputs.append(array.format(text, type=types[source]))
    writer.add(f"i = np.arange(1, TERMS + 1)\nx = {inputs[0]}\ny = {inputs[1]}")
    for name, kind in ((experiment.NARROW, narrow), (experiment.WIDE, wide)):
        x, y = (cast.format(each, type=types[kind]) for each in "xy")
        products = f"{x} * {y}" if kind.format != source.format else "x * y"
        writer.add(
            f"{writer.heading(writer.run.curve(name))}\n"
            f"{name} = {_sum(writer, kind, products)}\n{writer.printed(name, name, kind)}"
        )
    stored = store.cast.format(experiment.WIDE)
    a, b = (listed.format(each) for each in "xy")
    writer.add(f"""
# What is kept of the wide sum, and the sum of the exact products as a binary64
stored = {stored}
{writer.printed("stored", "stored", store)}
pairs = zip({a}, {b})
print("exact", float(sum(Fraction(float(a)) * Fraction(float(b)) for a, b in pairs)))
    """)


def _sum(writer: Writer, kind: Spelling, products: str) -> str:
    if kind.accumulates and writer.dialect.title in _SUMS:
        return _SUMS[writer.dialect.title][0].format(products)
    writer.function(_SUMMED)
    return f"summed({products})"


def _by_terms(writer: Writer, kinds: list[Spelling]) -> None:
    source, narrow, wide, store = kinds
    fused = writer.run.arguments[experiment.FUSED]
    first, second = experiment.FACTORS
    lines = []
    for name, kind in ((experiment.NARROW, narrow), (experiment.WIDE, wide)):
        product = "product(x.number, y.number)"
        if fused:
            step = kind.cast.format(f"total({name}.number, {product})")
        else:
            step = f"{name} + {kind.cast.format(product)}"
        lines.append(f"    {name} = {step}")
    writer.add(f"""
narrow, wide, total_of_all = {narrow.make.format("0.0")}, {wide.make.format("0.0")}, Fraction(0)
for i in range(1, TERMS + 1):
    x = {source.cast.format(f"{first} * i % 1.0")}
    y = {source.cast.format(f"{second} * i % 1.0")}
{chr(10).join(lines)}
    total_of_all += Fraction(x.number) * Fraction(y.number)
    """)
    writer.add(
        "\n".join(
            (
                writer.printed(experiment.NARROW, "narrow", narrow),
                writer.printed(experiment.WIDE, "wide", wide),
                f"stored = {store.cast.format('wide')}",
                writer.printed("stored", "stored", store),
                'print("exact", float(total_of_all))',
            )
        )
    )
