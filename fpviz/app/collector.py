"""Python's collector of cyclic garbage, at work between events alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_EVERY = 500
"""Milliseconds from one look at what there is to collect to the next."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is collected meanwhile: the thread of a job would delete objects of Qt with it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Collector(QObject):
    """Collects from the event loop what Python would collect in the midst of anything.

    Until ``begin`` nothing is collected: while a window is built hardly anything is garbage.
    """

    # WORKAROUND PySide6 6.10.3: a collection within a disconnection waits for ever if it deletes
    # something else that listens to the same object; not reported.

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._collect)

    def begin(self) -> None:
        """Set apart what there is by now, which stays, and collect from now on."""
        gc.freeze()
        self._timer.start()

    def _collect(self) -> None:
        """Collect the oldest generation that Python would by now have collected."""
        due = [
            n
            for n, (has, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if has > most
        ]
        if due:
            gc.collect(due[-1])
