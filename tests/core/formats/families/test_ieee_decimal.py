"""BID against gcc's ``_Decimal64``, where there is one."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of
from tests.conformance import checks

_PROGRAM = """
#include <stdio.h>
#include <string.h>
int main(void) {
  unsigned long long u;
  _Decimal64 d, zero = 0;
  while (scanf("%llx", &u) == 1) {
    memcpy(&d, &u, 8);
    d = d + zero;
    memcpy(&u, &d, 8);
    printf("%llx\\n", u);
  }
  return 0;
}
"""


@checks("decoding", against="gcc", name="decimal64")
@pytest.mark.parametrize("count", [500, pytest.param(20_000, marks=pytest.mark.sweep)])
def test_bid_values_are_those_of_gcc(tmp_path: Path, count: int, compared):
    """Adding a zero keeps a value; codes that are not canonical become those of what they say."""
    compiler = shutil.which("gcc")
    if compiler is None:
        pytest.skip("no gcc")
    source, program = tmp_path / "d.c", tmp_path / "d"
    source.write_text(_PROGRAM)
    if subprocess.run([compiler, "-o", program, source], check=False).returncode:
        pytest.skip("this gcc has no _Decimal64")
    fmt = find_format("decimal64")
    draw = random.Random(754)
    codes = [code for _ in range(count) if fmt.is_finite(code := draw.getrandbits(64))]
    lines = "".join(f"{code:x}\n" for code in codes)
    said = subprocess.run([program], input=lines, capture_output=True, text=True, check=True)
    for code, line in zip(codes, said.stdout.split(), strict=True):
        there = int(line, 16)
        assert value_of(fmt, there) == value_of(fmt, code)
    compared(len(codes))
