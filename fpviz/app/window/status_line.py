"""The status line: passing remarks, and the rules that govern everything above it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from fpviz.core.arithmetic.rounding import Rules, told_apart
from fpviz.core.reading import Snapshot
from fpviz.model.document import Document
from fpviz.widgets.translated import said


class StatusLine(QStatusBar):
    """A remark at the left, the rules at the right, called as ``names`` calls the first two."""

    def __init__(self, document: Document, names: Callable[[Rules], tuple[str, str]]) -> None:
        super().__init__()
        self._names = names
        self._shown: Rules | None = None
        self.remark = QLabel()
        self.rules = QLabel()
        for label in (self.remark, self.rules):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(10, 0, 10, 0)
        self.setSizeGripEnabled(False)
        self.addWidget(self.remark, 1)
        self.addPermanentWidget(self.rules)
        document.changed.connect(self._show_rules)
        self._show_rules(document.snapshot)

    def _show_rules(self, snapshot: Snapshot) -> None:
        rules = snapshot.state.rules
        if rules == self._shown:
            return
        self._shown = rules
        rounding, overflow = self._names(rules)
        parts = [rounding, self.tr("overflow {0}").format(overflow)]
        parts += [self.tr("subnormals flushed")] * rules.flush
        parts += [self.tr("subnormal operands zero")] * rules.daz
        parts += map(said, told_apart(rules))
        self.rules.setText(" · ".join(parts))
