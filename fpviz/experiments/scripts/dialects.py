"""What sets numpy, PyTorch and MindSpore apart in a script: imports, types, reading a code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Dialect:
    """A library: its imports, the formats it has, and how to make and read their numbers.

    ``define`` has places for a format's ``name``, its ``type``, and the ``maker`` that rounds a
    Python float, numpy's where it has one; ``reader`` is the source of ``code_of(x)``. ``note``
    is said at the head of each script.
    """

    title: str
    imports: str
    native: dict[str, str]
    define: str
    reader: str
    note: str = ""


NUMPY = Dialect(
    "numpy",
    "import numpy as np\n\nnp.seterr(all='ignore')  # overflow and NaN are part of the lesson\n",
    {"fp16": "float16", "fp32": "float32", "fp64": "float64"},
    "{name} = np.{type}  # rounds a Python float once, ties to even\n",
    '''\
def code_of(x):
    """The code of a number of numpy's."""
    return int(x.view(f"u{x.itemsize}"))
''',
)

_TORCH = '''\
def {name}(x):
    """x as a tensor of {type}."""
    if torch.is_tensor(x):
        return x.to(torch.{type})
    return torch.tensor({maker}(x), dtype=torch.{type})


'''

PYTORCH = Dialect(
    "PyTorch",
    "import numpy as np\nimport torch\n",
    {"fp16": "float16", "bf16": "bfloat16", "fp32": "float32", "fp64": "float64"},
    _TORCH,
    '''\
def code_of(x):
    """The code of a tensor's number."""
    size = x.element_size()
    words = {2: torch.int16, 4: torch.int32, 8: torch.int64}
    return x.view(words[size]).item() % (1 << 8 * size)
''',
    "PyTorch rounds binary64 to 16 bits in two steps; so nothing here goes that way.",
)

_MINDSPORE = '''\
def {name}(x):
    """x as a tensor of {type}."""
    return x.astype(ms.{type}) if isinstance(x, ms.Tensor) else ms.Tensor({maker}(x))


'''

MINDSPORE = Dialect(
    "MindSpore",
    "import mindspore as ms\nimport numpy as np\n",
    {"fp16": "float16", "fp32": "float32", "fp64": "float64"},
    _MINDSPORE,
    '''\
def code_of(x):
    """The code of a tensor's number."""
    array = x.asnumpy()
    return int(array.view(f"u{array.itemsize}"))
''',
    "Written for MindSpore 2, PyNative mode; unlike the numpy scripts it is not tested.",
)

DIALECTS = {"numpy": NUMPY, "pytorch": PYTORCH, "mindspore": MINDSPORE}
"""The libraries that scripts are written for, by name."""
