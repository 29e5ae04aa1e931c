"""The actions Undo and Redo, which say what they would undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from fpviz.model.document import Document
from fpviz.widgets.translated import said


class UndoActions(QObject):
    """Undo and redo of a document."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.undo, self.redo = QAction(self), QAction(self)
        self.undo.setShortcuts(QKeySequence.StandardKey.Undo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo.triggered.connect(document.undo_stack.undo)
        self.redo.triggered.connect(document.undo_stack.redo)
        document.history_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        undo, redo = self._document.undoable, self._document.redoable
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self.undo.setText(self.tr("Undo: {0}").format(said(undo)) if undo else self.tr("Undo"))
        self.redo.setText(self.tr("Redo: {0}").format(said(redo)) if redo else self.tr("Redo"))
