"""A drawn widget that says in words what it shows."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_REST = 120
"""After so many milliseconds without a change the picture is described anew."""


class Described(QWidget):
    """A widget whose description follows its picture, but not each frame of a picture that moves:
    it is made when the picture rests, or when somebody asks for it before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._description_is_due = QTimer(self, singleShot=True, interval=_REST)
        self._description_is_due.timeout.connect(self._describe)

    def description(self) -> str:
        """The picture in one sentence."""
        raise NotImplementedError

    def describe_soon(self) -> None:
        """The picture is another one."""
        self._description_is_due.start()

    def _describe(self) -> None:
        self._description_is_due.stop()
        self.setAccessibleDescription(self.description())

    def accessibleDescription(self) -> str:  # noqa: N802 - Qt's name
        """The description, up to date."""
        if self._description_is_due.isActive():
            self._describe()
        return super().accessibleDescription()
