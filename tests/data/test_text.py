"""A long text is read in blocks, as if it were short; what reads it is told how far it is."""

from __future__ import annotations

import random
import re

import pytest

from fpviz.data import gathering_numbers, syntaxes, text
from fpviz.data.syntaxes import SYNTAXES, dumps_in
from fpviz.data.text import DumpText
from tests.data.samples import SAMPLES

LONG = 10_000
DATA = random.Random(1).randbytes(LONG)


@pytest.fixture(autouse=True)
def short_is_long(monkeypatch):
    """So that texts of a few thousand bytes are long ones."""
    monkeypatch.setattr(syntaxes, "_TELLING", 1 << 11)
    monkeypatch.setattr(syntaxes, "_TRIED", 1 << 14)
    monkeypatch.setattr(text, "BLOCK", 1 << 10)
    monkeypatch.setattr(text, "_HEAD", 64)


OF_KEYS = {each.key: each for each in SYNTAXES}


@pytest.mark.parametrize("block", [1, 7, 64])
def test_where_blocks_end_does_not_matter(monkeypatch, block):
    read = [
        (syntax, sample.text.encode(), syntax.read(DumpText(sample.text.encode()), None))
        for sample in SAMPLES
        if (syntax := OF_KEYS.get(sample.syntax))
    ]
    monkeypatch.setattr(text, "BLOCK", block)
    for syntax, data, right in read:
        assert syntax.read(DumpText(data), None) == right


def test_lines_have_their_numbers_and_a_mark_of_order_is_none(monkeypatch):
    monkeypatch.setattr(text, "BLOCK", 4)
    content = "\ufeffa\n\n  \nb\r\nü\x0bc".encode()
    assert list(DumpText(content).lines()) == [(1, "a"), (4, "b"), (5, "ü"), (6, "c")]


@pytest.mark.parametrize("between", ["", " ", ","])
def test_a_line_that_is_very_long_comes_in_pieces(monkeypatch, between):
    monkeypatch.setattr(text, "BLOCK", 1 << 8)
    monkeypatch.setattr(text, "_LONGEST_LINE", 1 << 10)
    line = between.join(f"{byte:02x}" for byte in DATA[:5000])
    pieces = list(DumpText(f"\n{line}\nff".encode()).lines())
    assert "".join(piece for number, piece in pieces if number == 2) == line
    assert len(pieces) > 3
    assert pieces[-1] == (3, "ff")
    assert bytes(OF_KEYS["hex"].read(DumpText(line.encode()), None).data) == DATA[:5000]


def lines_of_bytes(data, form, size=16):
    """A line for so many bytes, in a form of their address and their digits."""
    return "".join(
        form.format(at=at, hex=data[at : at + size].hex(), pairs=data[at : at + size].hex(" "))
        for at in range(0, len(data), size)
    )


TEXTS = {
    "xxd": lines_of_bytes(DATA, "{at:08x}: {pairs}\n"),
    "hexdump": lines_of_bytes(DATA, "{at:08x}  {pairs}\n"),
    "hex": lines_of_bytes(DATA, "{pairs}\n"),
    "candump": lines_of_bytes(DATA, "can0 123#{hex}\n", 8),
    "readmemh": "@0\n" + lines_of_bytes(DATA, "{hex}\n", 4),
    "binary": "\n".join(f"{byte:08b}" for byte in DATA),
    "array": f"uint8_t a[] = {{{', '.join(map(str, DATA[: LONG // 4]))}}};",
}


@pytest.mark.parametrize("key", TEXTS)
def test_a_long_text_is_read_to_its_end_and_says_how_far_it_is(key):
    content = TEXTS[key].encode()
    (found, *_) = dumps_in(content, key)
    told = []
    assert not found.is_read
    assert len(found.beginning.data) < len(content) / 4
    dump = found.read(told.append)
    right = DATA[: LONG // 4] if key == "array" else DATA
    assert bytes(dump.data) == right
    assert (dump.unread, dump.remarks) == ((), ())
    assert found.is_read
    assert found.dump is dump
    assert all(0 <= each <= 1 for each in told)
    assert len(told) >= len(content) // (4 * text.BLOCK)


def test_a_reading_can_be_ended_and_begun_again():
    class UnwantedError(Exception):
        pass

    def end(done):
        if done > 0.5:
            raise UnwantedError

    (found, *_) = dumps_in(TEXTS["xxd"].encode())
    with pytest.raises(UnwantedError):
        found.read(end)
    assert bytes(found.dump.data) == DATA
    with pytest.raises(UnwantedError):
        dumps_in(TEXTS["xxd"].encode(), report=end)


@pytest.mark.parametrize("form", ["{}", "0x{:02x}"])
def test_a_wide_word_far_behind_makes_all_wide(form):
    values = [7] * 2000 + [40_000]
    content = "\n".join(map(form.format, values)).encode()
    (found, *_) = dumps_in(content, "decimal" if form == "{}" else "hex")
    dump = found.dump
    assert (dump.unit, dump.unread) == (16, ())
    assert bytes(dump.data) == b"".join(value.to_bytes(2, "big") for value in values)


def test_what_does_not_fit_into_memory_is_said(monkeypatch):
    monkeypatch.setattr(gathering_numbers, "MOST", 1000)
    (found, *_) = dumps_in("\n".join(["1.5"] * 3000).encode(), "decimals")
    assert len(found.dump.numbers) == 1000
    assert list(map(str, found.dump.remarks)) == ["only the first 1000 numbers are read"]
    monkeypatch.setattr(text, "WHOLE", 1 << 12)
    (found, *_) = dumps_in(f"[{'1, ' * (1 << 12)}2]".encode(), "array")
    assert list(map(str, found.dump.remarks)) == ["only the first 0 MiB of the text are read"]


def test_of_very_much_noise_only_the_first_is_kept():
    content = "can0 123#41BBA5E3\n" + "noise\n" * 5000
    dump = dumps_in(content.encode(), "candump")[0].dump
    assert len(dump.unread) == 1000
    said = "line 2: 'noise' is not read; other lines with something unread: 4999"
    assert str(dump.unread_said()) == said
    wrong = "".join(f":01{at:04X}0000FF\n" for at in range(1000))
    remarks = dumps_in(wrong.encode(), "intel-hex")[0].dump.remarks
    assert len(remarks) == 101
    assert re.fullmatch(r"other remarks: \d+", str(remarks[-1]))


def test_bytes_that_are_no_text_far_behind_are_unread():
    content = b"41BBA5E3\n" * 2000 + b"\xff\xfe\n"
    dump = dumps_in(content, "hex")[0].dump
    assert len(dump.data) == 8000
    assert [each.line for each in dump.unread] == [2001]
