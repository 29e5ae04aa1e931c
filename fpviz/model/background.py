"""Work beside the window: one job at a time, with progress, ended when it is no longer wanted.

The window looks at the job from time to time. The job's thread touches nothing of Qt: a signal
sent from it could reach an object that is just being destroyed.
"""

from __future__ import annotations

from collections.abc import Callable
from sys import setswitchinterval
from threading import Event, Thread
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

PATIENCE = 0.05
"""Seconds for which a job may be under way before anything is told of it."""

_FIRST_LOOK, _LOOK_EVERY = 1, 20
"""Milliseconds until the first look at a job under way, and, later on, between two."""

_TURN = 0.0005
"""Seconds that a job computes at a time while the window wants to do something in Python. Each
event may want that many times over; with Python's own 5 ms a window would stand still for seconds.
"""


class Cancelled(Exception):  # noqa: N818 - it is no error
    """Raised inside a job that is no longer wanted, by the progress it reports."""


Report = Callable[[float], None]
Job = Callable[[Report], Any]


class Background(QObject):
    """Runs jobs in a thread of their own; a new job ends the one before.

    A job that is done within ``PATIENCE`` tells nothing of its progress, so that quick work looks
    like no work.

    Signals:
        progressed(float): how far the present job is, 0 to 1.
        done(object): what the present job returned.
        failed(object): the exception that it raised.
    """

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        setswitchinterval(_TURN)
        self._task: _Task | None = None
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self._task is not None

    def start(self, job: Job) -> None:
        """Begin a job; the one before is ended and tells nothing more."""
        self.cancel()
        self._task = _Task(job)
        self._clock.start(_FIRST_LOOK)

    def cancel(self) -> None:
        """End the present job, if there is one; it tells nothing more."""
        if self._task is not None:
            self._task.unwanted.set()
            self._task = None
        self._clock.stop()

    def wait(self, patience: float | None = None) -> None:
        """Wait for the present job, at most so many seconds, and tell what came of it."""
        if self._task is not None and self._task.over.wait(patience):
            self._look()

    def close(self) -> None:
        """End the present job and wait until its thread is gone."""
        task = self._task
        self.cancel()
        if task is not None:
            task.thread.join()

    def _look(self) -> None:
        """Tell how far the present job is, or what came of it."""
        task = self._task
        if task is None:
            return
        if not task.over.is_set():
            self._clock.setInterval(min(2 * self._clock.interval(), _LOOK_EVERY))
            if monotonic() - task.begun > PATIENCE:
                self.progressed.emit(task.share)
            return
        self._task = None
        self._clock.stop()
        if task.error is not None:
            self.failed.emit(task.error)
        else:
            self.done.emit(task.result)


class _Task:
    """One job, its thread and what came of it."""

    def __init__(self, job: Job) -> None:
        self.unwanted, self.over = Event(), Event()
        self.begun = monotonic()
        self.share = 0.0
        self.result: Any = None
        self.error: Exception | None = None
        self._job = job
        self.thread = Thread(target=self._work, daemon=True)
        self.thread.start()

    def _work(self) -> None:
        try:
            self.result = self._job(self._report)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - whoever started the job judges it
            self.error = error
        finally:
            self.over.set()

    def _report(self, share: float) -> None:
        if self.unwanted.is_set():
            raise Cancelled
        self.share = share
