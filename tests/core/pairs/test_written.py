"""The facts of a pair in the forms in which they are copied."""

from __future__ import annotations

import csv
from io import StringIO

from fpviz.core.pairs.said import pair_lines
from fpviz.core.pairs.written import pair_csv, pair_markdown, pair_text
from tests.core.pairs.test_pair import pair


def test_all_forms_say_the_same():
    lines = tuple(pair_lines(pair("fp16", "1", "1.5")))
    rows = [[str(line.label), str(line.said)] for line in lines]
    assert list(csv.reader(StringIO(pair_csv(lines, str)))) == rows
    markdown = pair_markdown(lines, str).splitlines()
    assert markdown[:2] == ["|  |  |", "| --- | --- |"]
    assert [line[2:-2].split(" | ") for line in markdown[2:]] == rows
    text = pair_text(lines, str).splitlines()
    assert [[line[:16].strip(), line[16:]] for line in text] == rows
