"""The rules of rounding in JSON, the same in every report."""

from __future__ import annotations

from fpviz.app.reports import Json
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rules_text import unusual_rules


def rules_json(rules: Rules) -> Json:
    """What holds in a report; what is seldom in force is said only where it is."""
    return {
        "rounding": rules.rounding.value,
        "overflow": rules.overflow.value,
        "flush": rules.flush,
        **unusual_rules(rules),
        **({"random_bits": f"{rules.random_bits:#x}"} if rules.draws else {}),
    }
