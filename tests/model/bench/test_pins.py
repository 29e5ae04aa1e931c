"""What is done with pins, in a document with its undo."""

from __future__ import annotations

import pytest

from fpviz.core.formats import find_format
from fpviz.core.literals import code_source, parse_literal
from fpviz.model.bench.pin_rules import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_SOURCE,
    MOST_PINS,
    PinError,
)
from fpviz.model.bench.pins import Pins
from fpviz.model.document import Document

FP16 = find_format("fp16")
ONE = code_source(FP16, 0x3C00)


@pytest.fixture
def document(qapp) -> Document:
    return Document()


@pytest.fixture
def pins(document: Document) -> Pins:
    made = Pins(document)
    for text in ("0.1", "1/3", "nan"):
        made.pin(parse_literal(text))
    return made


def names(pins: Pins) -> str:
    return " ".join(pin.name for pin in pins.all)


def test_the_source_is_pinned_under_the_first_free_name(document: Document, pins: Pins) -> None:
    pins.remove([1])
    document.set_source(ONE)
    pin, is_new = pins.pin()
    assert (pin.name, pin.source, is_new) == ("B", ONE, True)
    assert names(pins) == "A C B"
    pins.rename(1, "D")
    assert [pins.pin(parse_literal(text))[0].name for text in ("5", "6")] == ["C", "E"]


def test_what_is_pinned_already_is_found_and_nothing_changes(
    document: Document, pins: Pins
) -> None:
    before = document.undo_stack.index()
    assert pins.pin(parse_literal("1/3")) == (pins.all[1], False)
    assert document.undo_stack.index() == before


def test_after_z_names_have_two_letters(document: Document) -> None:
    pins = Pins(document)
    for number in range(28):
        pins.pin(parse_literal(str(number)))
    assert [pin.name for pin in pins.all[24:]] == ["Y", "Z", "AA", "AB"]


def test_names_and_notes_are_one_tidy_line(pins: Pins) -> None:
    pins.rename(0, "  expected\tvalue ")
    pins.annotate(0, "\nfrom  the testbench,\nvector 41 ")
    assert (pins.all[0].name, pins.all[0].note) == (
        "expected value",
        "from the testbench, vector 41",
    )
    pins.annotate(0, "")
    assert pins.all[0].note == ""


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("B", "another pin is called 'B'"),
        (" ", "'' is no name of a pin: it is one line, and not empty"),
        ("a\x07b", r"'a\x07b' is no name of a pin: it is one line, and not empty"),
        (
            "x" * (LONGEST_NAME + 1),
            f"the name '{'x' * 25}' has 25 characters; a pin's has at most 24",
        ),
    ],
)
def test_a_name_that_is_none_is_refused_in_one_line(pins: Pins, name: str, reason: str) -> None:
    with pytest.raises(PinError) as refused:
        pins.rename(0, name)
    assert str(refused.value) == reason
    assert names(pins) == "A B C"


def test_long_notes_long_values_and_too_many_pins_are_refused(pins: Pins) -> None:
    with pytest.raises(PinError, match="has 501 characters; a pin's has at most 500"):
        pins.annotate(0, "x" * (LONGEST_NOTE + 1))
    with pytest.raises(PinError, match="has 4001 characters; a pinned value has at most 4000"):
        pins.pin(parse_literal("9" * (LONGEST_SOURCE + 1)))
    for number in range(MOST_PINS - 3):
        pins.pin(parse_literal(f"{number}.25"))
    with pytest.raises(PinError, match="there are at most 100 pins"):
        pins.pin(parse_literal("7"))


@pytest.mark.parametrize(
    ("at", "to", "order", "there"),
    [(0, 2, "B C A", 2), (2, 0, "C A B", 0), (1, 9, "A C B", 2), (1, -4, "B A C", 0)],
)
def test_a_pin_moves_as_far_as_there_is_place(
    pins: Pins, at: int, to: int, order: str, there: int
) -> None:
    assert pins.move(at, to) == there
    assert names(pins) == order


def test_a_pin_that_is_chosen_is_the_source(document: Document, pins: Pins) -> None:
    pins.pin(ONE)
    pins.choose(3)
    assert (document.state.source, document.state.active) == (ONE, FP16)
    pins.choose(1)
    assert document.state.source == parse_literal("1/3")


def test_each_change_is_undone_by_itself(document: Document, pins: Pins) -> None:
    states = [pins.all]
    for change in (
        lambda: pins.rename(0, "expected"),
        lambda: pins.annotate(2, "read back"),
        lambda: pins.move(0, 1),
        lambda: pins.remove([0, 2]),
    ):
        change()
        states.append(pins.all)
    for state in reversed(states):
        assert pins.all == state
        document.undo_stack.undo()
    assert len(pins.all) == 2


def test_a_pin_of_an_element_is_noted_by_its_place_and_told_from_one_elsewhere(
    document: Document,
) -> None:
    place = ["log.bin 0x0040"]
    pins = Pins(document, lambda: place[0])
    document.set_source(ONE)
    assert pins.pin()[0].note == "log.bin 0x0040"
    assert not pins.pin()[1]
    place[0] = "log.bin  0x0044"
    assert pins.pin(ONE) == (pins.all[1], True)
    assert pins.all[1].note == "log.bin 0x0044"
    place[0] = "a\x07b.bin 0x0048"
    assert not pins.pin()[1]
    assert pins.pin(parse_literal("2"))[0].note == ""
