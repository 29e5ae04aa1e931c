"""Rules as text: what is written is read again, and what is wrong is named whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arithmetic.rules_text import RULE_TEXTS, read_rules, written_rules
from fpviz.core.phrase import Complaint

ANY_RULES = st.builds(
    Rules,
    st.sampled_from(Rounding),
    st.sampled_from(Overflow),
    st.booleans(),
    st.integers(0, (1 << 32) - 1),
    daz=st.booleans(),
)


@given(ANY_RULES)
def test_what_is_written_is_read_again(rules):
    assert read_rules(written_rules(rules)) == rules


def test_the_usual_rules_need_no_words():
    assert written_rules(Rules()) == {}


@pytest.mark.parametrize("name", RULE_TEXTS)
@pytest.mark.parametrize("text", ["", "Nonsense", "0x100000000", "-1", "on off"])
def test_what_is_no_rule_is_named_whole(name, text):
    with pytest.raises(Complaint, match=f"^'{text}' is not "):
        read_rules({name: text})
