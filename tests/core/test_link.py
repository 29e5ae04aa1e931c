"""Links: short, found in a sentence, and back to the same state."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fpviz.core import link as module
from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.link import Link, LinkedPin, LinkError, is_link, link_text, parse_link
from fpviz.core.literals import IncompleteLiteral, code_source, parse_literal
from fpviz.core.reading import DEFAULT_FORMATS, State
from tests.core.notation.codes import codes

FP16, BF16, FP32, FP64, FP128 = map(find_format, ("fp16", "bf16", "fp32", "fp64", "fp128"))
E5M7 = find_format("e5m7b3fn")


def linked(text, *formats, active=None, **rules):
    formats = formats or DEFAULT_FORMATS
    return State(parse_literal(text), formats, active or formats[0], Rules(**rules))


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (State(), "fpviz:1.12156456132"),
        (State().with_code(FP16, 0x3C7C), "fpviz:fp16:0x3c7c"),
        (State().with_code(FP64, 0), "fpviz:fp64:0x0000000000000000"),
        (State().with_code(E5M7, 1), "fpviz:e5m7b3fn:0x0001"),
        (
            linked("1.1", FP16, BF16, rounding=Rounding.TOWARD_ZERO),
            "fpviz:1.1?in=fp16,bf16&rounding=toward-zero",
        ),
        (linked("1/3", active=FP32), "fpviz:1/3?active=fp32"),
        (linked("1 + 2", flush=True), "fpviz:1%20+%202?flush=on"),
        (linked("1 + 2", daz=True), "fpviz:1%20+%202?daz=on"),
        (linked("1", flush=True, daz=True), "fpviz:1?flush=on&daz=on"),
        (
            linked("1", tininess=Tininess.BEFORE, nans=Nans.ARM),
            "fpviz:1?tininess=before&nans=arm",
        ),
        (linked("(1+2^-10)*3", overflow=Overflow.NAN), "fpviz:(1+2^-10)*3?overflow=nan"),
        (
            linked("7", rounding=Rounding.STOCHASTIC, random_bits=0x80000000),
            "fpviz:7?rounding=stochastic&random-bits=0x80000000",
        ),
        (linked("1."), "fpviz:1%2E"),  # else it would end the sentence
        (linked("nan(0x123)"), "fpviz:nan(0x123)"),
        (linked("1−∞"), "fpviz:1%E2%88%92%E2%88%9E"),
    ],
)
def test_links_are_short(state, text):
    assert link_text(Link(state)) == text
    assert parse_link(text) == Link(state)


SOURCES = st.sampled_from(
    [*map(parse_literal, ("-0", "1e-8", "0x1.8p-3", "snan", "65504 + 16", "1_000.", "fp16:0b1"))]
) | codes().map(lambda case: code_source(*case))


@st.composite
def states(draw):
    formats = draw(
        st.lists(
            st.sampled_from([*CATALOGUE, E5M7, find_format("ue6m0finite")]),
            min_size=1,
            max_size=9,
            unique=True,
        )
        | st.just(list(DEFAULT_FORMATS))
    )
    rules = st.builds(
        Rules,
        st.sampled_from(Rounding),
        st.sampled_from(Overflow),
        st.booleans(),
        st.integers(0, 2**32 - 1) | st.just(0),
        daz=st.booleans(),
    )
    return State(draw(SOURCES), tuple(formats), draw(st.sampled_from(formats)), draw(rules))


RUNS = st.just(("", ())) | st.tuples(
    st.sampled_from(["drift", "static-loss-scale"]),
    st.dictionaries(
        st.sampled_from(["steps", "rounding", "in", "run", "weight"]),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])).map(str.strip),
        max_size=3,
    ).map(lambda pairs: tuple(pairs.items())),
)


@given(states(), RUNS)
@example(State(), ("drift", (("steps", "7, 8, 20"), ("rounding", "100%&a=b?#.)"))))
def test_a_link_comes_back_as_it_was(state, run):
    link = Link(state, *run)
    text = link_text(link)
    assert is_link(text)
    assert " " not in text
    assert text.isascii()
    assert parse_link(text) == link


@given(states(), st.sampled_from(["<{}>", "({}).", "“{}”,", " {}\n", '"{}"!', "[{}];", "{}."]))
def test_a_link_is_found_in_its_sentence(state, sentence):
    text = link_text(Link(state))
    around = sentence.format(text)
    assert is_link(around)
    assert parse_link(around).state == state


@pytest.mark.parametrize(
    "text",
    [
        "FPVIZ:FP16:0X3C7C?IN=FP16,HALF",
        "fpviz:1?in=fp16&in=bf16",
        "fpviz:1?in=",
        "fpviz:1?in=fp17",
        "fpviz:1?active=tf32",
        "fpviz:1?rounding=up",
        "fpviz:1?flush=1",
        "fpviz:1?daz=1",
        "fpviz:1?random-bits=-1",
        "fpviz:1?random-bits=0x100000000",
        "fpviz:1?random-bits=many",
        "fpviz:1?weight=3",
        "fpviz:1?fp16",
        "fpviz:1..2",
        "fpviz:1e-?in=fp16",
        "fpviz:%ff",
        "fpviz:1?run=a&x",
        "fpviz:1?r%75n=drift",
        "fpviz:" + "1" * 50_000 + ")" * 20_000,
        "fpviz:" + "1" * 90_000,
        "http://example",
        "fpviz:1?pin=A",
        "fpviz:1?pin=A=",
        "fpviz:1?pin==1",
        "fpviz:1?pin=A=1&PIN=A=2",
        "fpviz:1?pin=A=1&note=A=x&note=A=y",
        "fpviz:1?pin=A=1&note=B=x",
    ],
)
def test_a_bad_link_is_refused_in_one_line(text):
    with pytest.raises(LinkError) as refusal:
        parse_link(text)
    message = str(refusal.value)
    assert message.isprintable()
    assert len(message) < 300


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("fpviz:1?in=fp17", "unknown format 'fp17'"),
        ("fpviz:1?rounding=up", "'up' is not one of ties-to-even, "),
        ("fpviz:1?weight=3", "'weight' is no setting of a link; there are in, active, "),
        ("fpviz:1?active=tf32", "active format tf32 is not among its formats"),
        ("fpviz:1..2", "'1..2' is not understood"),
        ("fpviz:1?pin=A", "'pin=A' in a link is not pin=name=text, such as pin=A=0.1"),
        ("fpviz:1?pin=A=1&pin=A=2", "the link says 'pin=A' twice"),
        ("fpviz:1?pin=A=1&note=B=x", "the link has a note on 'B', but no such pin"),
    ],
)
def test_a_refusal_names_what_is_wrong(text, named):
    with pytest.raises(LinkError) as refusal:
        parse_link(text)
    assert named in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("FPVIZ:FP16:0X3C7C?IN=FP16,Half32", None),
        ("FPVIZ:FP16:0X3C7C?IN=FP32,FP16&ACTIVE=FP32", "fp16:0x3c7c"),
        ("fpviz://1.1", "1.1"),
        ("fpviz://1.1/?in=fp32,fp16&active=fp32", "1.1"),
        ("fpviz:16'h3c7c?in=fp32,fp16&active=fp32", "fp16:16'h3c7c"),
        ("fpviz:?in=fp32,fp16&active=fp32", "1.12156456132"),
    ],
)
def test_other_hands_write_links_too(text, state):
    if state is None:
        with pytest.raises(LinkError):
            parse_link(text)
        return
    read = parse_link(text).state
    assert read.source.text.lower() == state
    if "?" in text:
        assert (read.formats, read.active) == ((FP32, FP16), FP32)


@pytest.mark.parametrize("text", ["fpviz:1e-", "fpviz:fp16:0x", "fpviz:(1+"])
def test_a_half_typed_value_waits(text):
    with pytest.raises(IncompleteLiteral):
        parse_link(text)


def test_pins_are_texts_with_names_and_notes():
    pins = LinkedPin("A", "1/3", "of a & b"), LinkedPin("x=1", "fp16:0x3c00")
    text = "fpviz:1.1?pin=A=1/3&note=A=of%20a%20%26%20b&pin=x%3D1=fp16:0x3c00"
    state = State(parse_literal("1.1"))
    assert link_text(Link(state, pins=pins)) == text
    assert parse_link(text) == Link(state, pins=pins)
    assert parse_link("fpviz:1.1?note=A=n&PIN=A=1").pins == (LinkedPin("A", "1", "n"),)
    assert parse_link("fpviz:1.1?run=drift&pin=A=1").parameters == (("pin", "A=1"),)


def test_the_case_of_a_link_says_nothing():
    loud = parse_link("FPVIZ:1?ROUNDING=UPWARD&RUN=drift&STEPS=7")
    assert loud == parse_link("fpviz:1?rounding=upward&run=drift&steps=7")
    assert loud.parameters == (("steps", "7"),)


def test_what_is_no_link():
    assert not any(map(is_link, ("", "fp", "fpviz", "1.1", "fp16:0x1", "xfpviz:1")))


def test_examples_in_the_documentation():
    assert doctest.testmod(module).failed == 0
