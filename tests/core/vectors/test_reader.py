"""What lines say: forms, words, comments, and what a line is not."""

from __future__ import annotations

import io

import pytest

from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.rounding import Flags
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.core.vectors.line_forms import CsvLines, LogLines
from fpviz.core.vectors.reader import vectors
from fpviz.core.vectors.text_lines import LONGEST, text_lines
from fpviz.core.vectors.vector import EXPECTED, GOT, Given, Unread, task_of
from fpviz.core.vectors.words import NUMBERS, SHORT_CODES

FP16, FP32 = find_format("fp16"), find_format("fp32")
ADD = task_of(Operation.ADD, FP32)
ONE, TWO, THREE = 0x3F800000, 0x40000000, 0x40400000


def read(text, task=ADD, **how):
    data = text if isinstance(text, bytes) else text.encode()
    return list(vectors(text_lines(io.BytesIO(data)), task, **how))


def only(text, task=ADD, **how):
    (found,) = read(text, task, **how)
    assert not isinstance(found, Unread), str(found.why)
    return found


@pytest.mark.parametrize(
    "line",
    [
        "3F800000 40000000 40400000 01",
        "  3f800000\t40000000  40400000 01  # three",
        'A=0x3f80_0000 B=32\'h40000000 EXP=x"4040_0000" FLAGS=01',
        "0 ns: op_a: 3f800000, op_b: 40000000, expected: 40400000, flags: NX",
        "# before\nA=16#3F80_0000# B=0b01000000000000000000000000000000 C=0x40400000 fflags=1 // x",
        'A="00111111100000000000000000000000" B=40000000 EXP=40400000 FLAGS=inexact -- VHDL',
        "0x3f800000,0x40000000,0x40400000,01",
        "1.0;2.0;3.0;nx",
        "a,time,expected,b,flags\n1,5 ns,fp32:0x40400000,2.0,inexact",
        '"0x3F800000","0x40000000","0x40400000","x"',
    ],
)
def test_every_form_says_the_same(line):
    found = only(line)
    assert found.operands == ((FP32, ONE), (FP32, TWO))
    assert found.given == (Given(EXPECTED, THREE, Flags.INEXACT),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_ends_of_lines_and_marks_of_utf8_do_not_matter(end, mark):
    text = end.join(["# TestFloat", "", "3F800000 40000000 40400000", "3F800000 3F800000 40000000"])
    assert [each.line for each in read(mark + text.encode())] == [3, 4]


def test_flags_are_those_of_testfloat():
    words = [f"3F800000 3F800000 40000000 {1 << bit:02X}" for bit in range(5)]
    flags = [found.given[0].flags for found in read("\n".join(words))]
    assert flags == [
        Flags.INEXACT,
        Flags.UNDERFLOW,
        Flags.OVERFLOW,
        Flags.DIVIDE_BY_ZERO,
        Flags.INVALID,
    ]


def test_a_line_may_give_two_results_and_its_rounding():
    found = only("A=3f800000 B=3f800000 EXP=40000000 GOT=40000001 rm=RTZ exp_flags=0 got_flags=1")
    assert found.given == (
        Given(EXPECTED, TWO, Flags.NONE),
        Given(GOT, TWO + 1, Flags.INEXACT),
    )
    assert found.rounding is Rounding.TOWARD_ZERO
    assert only("A=3f800000 B=3f800000 EXP=40000000 frm=3").rounding is Rounding.UPWARD


def test_an_operand_too_many_is_the_result_where_there_is_no_other():
    assert only("X=3f800000 Y=3f800000 Z=40000000").given[0].code == TWO


def test_nan_by_its_name_is_any_nan_and_by_its_code_is_that_one():
    assert only("a,b,expected\ninf,-inf,nan").given[0].any_nan
    assert not only("a,b,expected\ninf,-inf,0x7fc00000").given[0].any_nan


def test_a_conversion_has_one_operand_of_another_format():
    task = task_of(None, FP16, FP32)
    found = only("3F800000 3C00 00", task)
    assert (found.operands, found.given[0].code) == (((FP32, ONE),), 0x3C00)


def test_an_integer_result_may_be_short():
    """As TestFloat's comparisons have it."""
    task = task_of(None, find_format("uint8"), FP32)
    assert [each.given[0].code for each in read("3F800000 1\n00000000 00", task)] == [1, 0]


def test_digits_that_may_be_either_ask():
    (asked,) = read("a,b,expected\n40000000,3F800000,1.5")
    assert "'40000000' may be a number or a code of fp32" in str(asked.why)
    codes = only("a,b,expected\n40000000,1,40400000", digits=SHORT_CODES)
    assert codes.operands == ((FP32, TWO), (FP32, 1))
    assert only("a,b,expected\n2,1,3", digits=NUMBERS).given[0].code == THREE


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("3F800000 40000000", "words: 2; wanted"),
        ("3F800000 40000000 40400000 01 02", "words: 5; wanted"),
        ("3F80 40000000 40400000", "'3F80' has 4 digits, and a code of fp32 has 8"),
        ("13F800000 40000000 40400000", "'13F800000' has 9 digits, and a code of fp32 has 8"),
        ("3F800000 40000000 40400000 40", "'40' is not a set of flags"),
        ("A=0x13f800000 B=1.0 EXP=1.0", "'0x13f800000' has more than the 32 bits of fp32"),
        ("A=16'h3c00 B=1.0 EXP=1.0", "'16'h3c00' has 16 bits, and fp32 has 32"),
        ("A=32'h3f8xxxxx B=1.0 EXP=1.0", "'32'h3f8xxxxx' has bits that are not known"),
        ('A=x"1_3f80_0000" B=1.0 EXP=1.0', "has more than the 32 bits of fp32"),
        ("A=xxxxxxxx B=1.0 EXP=1.0", "'xxxxxxxx' has bits that are not known"),
        ("A=1.0 EXP=1.0", "operand b is missing"),
        ("A=1.0 B=1.0", "a result is missing"),
        ("A=1.0 B=1.0 A=2.0 EXP=1.0", "'A' is said twice"),
        ("A=1.0 B=1.0 C=1.0 EXP=1.0", "operand c is one too many: 2 are taken"),
        ("A=1.0 B=1.0 EXP=fp16:0x3c00", "'fp16:0x3c00' is a code of fp16"),
        ("A=1.0 B=1.0 EXP=1.0 rm=7", "'7' is not one of"),
        ("A=fast B=1.0 EXP=1.0", "'fast'"),
        ("Starting simulation", "'Starting simulation' is no line of operands"),
        ("1.0,2.0", "words: 2; wanted"),
        (b"3F800000 4000\xff000 40400000", "\\xff"),
        (b"\x00\x01\x02", "is no line of operands"),
        ("0" * 10_000, f"more than {LONGEST} characters"),
    ],
)
def test_what_is_no_line_is_one_error_and_the_next_is_answered(line, said):
    line = line if isinstance(line, bytes) else line.encode()
    good = {b"A": b"A=1.0 B=1.0 EXP=2.0"}.get(line[:1], b"3F800000 3F800000 40000000")
    good = b"1.0,1.0,2.0" if b"," in line else good
    bad, fine = read(line + b"\n" + good)
    assert isinstance(bad, Unread)
    assert said in str(bad.why)
    assert "\n" not in str(bad.why)
    assert (bad.line, fine.line) == (1, 2)


def test_a_form_may_be_chosen():
    (found,) = read("3F800000 40000000 40400000", form=LogLines)
    assert "operand a is missing" in str(found.why)
    assert only("1.0\t2.0\t3.0", form=CsvLines).given[0].code == THREE


def test_utf16_is_said_of_the_whole_file():
    with pytest.raises(Complaint, match="UTF-16"):
        read("3F800000 40000000 40400000".encode("utf-16"))


def test_empty_files_say_nothing():
    assert read("") == read("\n\n# nothing\n") == read("a,b,expected\n") == []
