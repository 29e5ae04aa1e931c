from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.markup import escape


@pytest.mark.parametrize("quote", [True, False])
@given(text=st.text(st.one_of(st.sampled_from("&<>\"'"), st.characters())))
def test_it_is_what_html_has(text, quote):
    assert escape(text, quote=quote) == html.escape(text, quote=quote)
