"""Rules as text: what is written is read again, and what is wrong is named whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arithmetic.rules_text import (
    RULE_TEXTS,
    read_rules,
    unusual_rules,
    written_rules,
)
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.phrase import Complaint

ANY_RULES = st.builds(
    Rules,
    st.sampled_from(Rounding),
    st.sampled_from(Overflow),
    st.booleans(),
    st.integers(0, (1 << 32) - 1),
    daz=st.booleans(),
    tininess=st.sampled_from(Tininess),
    nans=st.sampled_from(Nans),
)


@given(ANY_RULES)
def test_what_is_written_is_read_again(rules):
    assert read_rules(written_rules(rules)) == rules


@given(ANY_RULES)
def test_files_and_reports_say_what_is_unusual_alone(rules):
    said = unusual_rules(rules)
    assert ("daz" in said) == rules.daz
    assert said.get("tininess", "after") == rules.tininess.value
    assert said.get("nans", "first") == rules.nans.value
    assert "after" not in said.values()
    assert "first" not in said.values()


@pytest.mark.parametrize("rule", Nans)
def test_a_rule_of_nans_is_read_by_any_of_its_names(rule):
    for name in (rule.value, *rule.rule.aliases):
        assert read_rules({"nans": name.upper()}).nans is rule


def test_the_usual_rules_need_no_words():
    assert written_rules(Rules()) == {}


@pytest.mark.parametrize("name", RULE_TEXTS)
@pytest.mark.parametrize("text", ["", "Nonsense", "0x100000000", "-1", "on off"])
def test_what_is_no_rule_is_named_whole(name, text):
    with pytest.raises(Complaint, match=f"^'{text}' is not "):
        read_rules({name: text})
