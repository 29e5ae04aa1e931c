"""What sets numpy, PyTorch and MindSpore apart in a script: types, and how their numbers are used.

A template of a ``Spelling`` has ``{}`` where an expression goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.experiments.engine.scripts.python_text import NUMPY_AS_NP

ML_DTYPES = "import ml_dtypes"

QUIET = 'np.seterr(all="ignore")  # overflow and NaN are part of the lesson'


@dataclass(frozen=True, slots=True)
class Spelling:
    """A format in a script: how to make a number of it, round one into it, and read its code.

    ``native`` says whether it is the library's own; ``accumulates`` whether the library sums an
    array of it in order, with one rounding after each addition.
    """

    format: Format
    make: str
    cast: str
    code: str
    imports: tuple[str, ...] = ()
    native: bool = True
    accumulates: bool = False


@dataclass(frozen=True)
class Dialect:
    """A library: the types it has, by the names of fpviz, and sources for what it lacks.

    ``stored`` are types that it can only store: sums are worked out in FP32 and cast. ``added`` is
    the source of ``added(w, g, steps)``, ``added_stored`` that for stored types, ``one_by_one``
    that for types that do not accumulate, ``code_of`` that which reads a code. Loops of more than
    ``most`` additions would take long.
    """

    title: str
    imports: tuple[str, ...]
    types: Mapping[str, str]
    accumulating: frozenset[str]
    make: str
    cast: str
    code_of: str
    added: str
    one_by_one: str
    most: int
    most_one_by_one: int
    setup: str = ""
    note: str = ""
    stored: Mapping[str, str] = field(default_factory=dict)
    added_stored: str = ""

    def spelling(self, fmt: Format, name: str) -> Spelling:
        """A format as a spelling, under the name that its type has in the library."""
        return Spelling(
            fmt,
            self.make.replace("TYPE", name),
            self.cast.replace("TYPE", name),
            "code_of({})",
            (*self.imports, *((ML_DTYPES,) if name.startswith("ml_dtypes") else ())),
            accumulates=fmt.name in self.accumulating,
        )


_ADDED = '''\
def added(w, g, steps):
    """w after that many additions of g, each rounded, or where it moves no more."""
    while steps > 0:
        count = min(steps, 1 << 20)
        terms = TERMS
        terms[0] = w
        before, w, steps = w, LAST, steps - count
        if float(w) == float(before) or float(w) != float(w):
            break
    return w
'''
_ONE_BY_ONE = '''\
def added_one_by_one(w, g, steps):
    """w after that many additions of g, each rounded, or where it moves no more."""
    for _ in range(steps):
        before, w = w, w + g
        if float(w) == float(before) or float(w) != float(w):
            break
    return w
'''

_ML_DTYPES = {
    "bf16": "bfloat16",
    "fp8_e4m3fn": "float8_e4m3fn",
    "fp8_e5m2": "float8_e5m2",
    "fp8_e4m3fnuz": "float8_e4m3fnuz",
    "fp8_e5m2fnuz": "float8_e5m2fnuz",
    "fp8_e4m3b11fnuz": "float8_e4m3b11fnuz",
    "fp8_e4m3": "float8_e4m3",
    "fp8_e3m4": "float8_e3m4",
}
_NUMPY = {"fp16": "np.float16", "fp32": "np.float32", "fp64": "np.float64"}

NUMPY = Dialect(
    "numpy",
    (NUMPY_AS_NP,),
    {**_NUMPY, **{name: f"ml_dtypes.{other}" for name, other in _ML_DTYPES.items()}},
    frozenset({*_NUMPY, *_ML_DTYPES}),
    "TYPE({})",
    "TYPE({})",
    '''\
def code_of(x):
    """The code of a number of numpy's."""
    return int(x.view(f"u{x.itemsize}"))
''',
    _ADDED.replace("TERMS", "np.full(count + 1, g)").replace(
        "LAST", "np.add.accumulate(terms)[-1]"
    ),
    _ONE_BY_ONE,
    10**8,
    10**6,
    QUIET,
)

PYTORCH = Dialect(
    "PyTorch",
    ("import torch",),
    {
        "fp16": "torch.float16",
        "bf16": "torch.bfloat16",
        "fp32": "torch.float32",
        "fp64": "torch.float64",
    },
    frozenset(),
    "torch.tensor({}, dtype=TYPE)",
    "{}.to(TYPE)",
    '''\
def code_of(x):
    """The code of a tensor's number."""
    size = x.element_size()
    words = {1: torch.uint8, 2: torch.int16, 4: torch.int32, 8: torch.int64}
    return x.view(words[size]).item() % (1 << 8 * size)
''',
    "",
    '''\
def added_one_by_one(w, g, steps):
    """w after that many additions of g, each rounded, or where it moves no more."""
    while steps > 0:
        before = w.clone()
        for _ in range(min(steps, 1000)):
            w += g
        if w == before or w.isnan():
            break
        steps -= 1000
    return w
''',
    2 * 10**7,
    2 * 10**7,
    note="PyTorch rounds binary64 to 16 bits in two steps; so nothing here goes that way.",
    stored={"fp8_e4m3fn": "torch.float8_e4m3fn", "fp8_e5m2": "torch.float8_e5m2"},
    added_stored='''\
def added_stored(w, g, steps):
    """w after that many additions of g in FP32, each cast to the type of w."""
    for _ in range(steps):
        before, w = w, (w.float() + g.float()).to(w.dtype)
        if w.item() == before.item():
            break
    return w
''',
)

MINDSPORE = Dialect(
    "MindSpore",
    ("import mindspore as ms",),
    {"fp16": "ms.float16", "bf16": "ms.bfloat16", "fp32": "ms.float32", "fp64": "ms.float64"},
    frozenset({"fp16", "fp32", "fp64"}),
    "ms.Tensor({}, TYPE)",
    "{}.astype(TYPE)",
    '''\
def code_of(x):
    """The code of a tensor's number."""
    array = x.asnumpy()
    return int(array.view(f"u{array.itemsize}"))
''',
    _ADDED.replace("TERMS", "ms.ops.full((count + 1,), float(g), dtype=w.dtype)").replace(
        "LAST", "ms.ops.cumsum(terms, 0)[-1]"
    ),
    _ONE_BY_ONE,
    10**8,
    10**6,
    note="MindSpore 2 needs numpy < 2, whatever its installation pulls in.",
)

DIALECTS = {"numpy": NUMPY, "pytorch": PYTORCH, "mindspore": MINDSPORE}
"""The libraries that scripts are written for, by name."""


class ScriptError(Complaint):
    """What cannot be written as a script."""


def find_dialect(name: str) -> Dialect:
    """The library of that name. Raises ScriptError."""
    if name not in DIALECTS:
        names = ", ".join(DIALECTS)
        raise ScriptError(
            phrase("no scripts for {name}; there are {names}", name=quoted(name), names=names)
        )
    return DIALECTS[name]
