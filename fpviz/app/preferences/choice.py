"""What a user chooses by name, or leaves to the system: one controller that tells everyone."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Preference(QObject, Generic[T]):
    """One of several values, by its name, or the one that the system has.

    Subclasses say which value is wanted, and put it into force.

    Signals:
        changed(T): another value is in force.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None, choice: str, present: T) -> None:
        """``present`` is what is in force before anything is chosen."""
        super().__init__(parent)
        self._choice = choice
        self._present = present

    @property
    def choice(self) -> str:
        """The name that was chosen, ``system`` among them."""
        return self._choice

    @property
    def present(self) -> T:
        """The value in force."""
        return self._present

    def choose(self, choice: str) -> None:
        """Take a value by its name, or the system's."""
        self._choice = choice
        self.follow()

    def follow(self) -> None:
        """Put what is wanted into force: the system's may be another by now."""
        wanted = self._wanted()
        if wanted != self._present:
            self._put_into_force(wanted)
            self._present = wanted
            self.changed.emit(wanted)

    def _wanted(self) -> T:
        raise NotImplementedError

    def _put_into_force(self, value: T) -> None:
        raise NotImplementedError
