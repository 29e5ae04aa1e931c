"""A window that tests share is shared: what usual tests do to it can be undone."""

from __future__ import annotations

from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.core.literals import parse_literal


def test_a_window_is_given_again_for_as_long_as_it_is_as_new(kept_window):
    window = kept_window.give()
    window.document.set_source(parse_literal("fp16:0x3c01"))
    window.document.set_rules(Rules(Rounding.UPWARD))
    window.show_remark("something")
    again = kept_window.give()
    assert again is window
    again.close()
    assert kept_window.give() is not window
