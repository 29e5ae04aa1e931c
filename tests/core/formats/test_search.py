"""Formats are found by names, families, widths and properties."""

from __future__ import annotations

import doctest

import pytest

from fpviz.core.formats import CATALOGUE, FAMILIES, search
from fpviz.core.formats.search import matching


def found(query):
    return [fmt.name for fmt in matching(FAMILIES, query)]


def test_an_empty_query_finds_all():
    assert matching(FAMILIES, "  ") == CATALOGUE


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("half", "fp16"),
        ("E4M3B11", "fp8_e4m3b11fnuz"),
        ("__nv_bfloat16", "bf16"),
        ("FP128", "fp128"),
    ],
)
def test_parts_of_names_titles_and_aliases_find_a_format(query, name):
    assert found(query) == [name]


@pytest.mark.parametrize("query", ["4", "4bit", "4-bits", "4 bits"])
def test_a_width_finds_the_formats_of_that_width(query):
    names = set(found(query))
    assert {fmt.name for fmt in CATALOGUE if fmt.width == 4} <= names


def test_properties_and_their_opposites_share_the_catalogue_between_them():
    for name, _ in search.PROPERTIES:
        has, has_not = found(str(name)), found(f"no {name}")
        assert sorted(has + has_not) == sorted(fmt.name for fmt in CATALOGUE)


def test_all_words_must_be_true():
    assert set(found("8 no infinities")) == {
        fmt.name for fmt in CATALOGUE if fmt.width == 8 and not fmt.has_infinity
    } | {name for name in found("no infinities") if "8" in name or name == "ue4m3"}


def test_the_readers_language_is_understood_beside_english():
    said = {"unsigned": "无符号"}
    for query in ("unsigned", "无符号"):
        matched = matching(FAMILIES, query, lambda text: said.get(str(text), str(text)))
        assert matched == tuple(fmt for fmt in CATALOGUE if not fmt.signed)


def test_examples_in_the_documentation():
    assert doctest.testmod(search).failed == 0
