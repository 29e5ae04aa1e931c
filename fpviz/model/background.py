"""Work beside the window: one job at a time, with progress, ended when it is no longer wanted."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

PATIENCE = 0.05
"""Seconds for which the window waits for a job before it goes on without it."""


class Cancelled(Exception):  # noqa: N818 - it is no error
    """Raised inside a job that is no longer wanted, by the progress it reports."""


Report = Callable[[float], None]
Job = Callable[[Report], Any]


class Background(QObject):
    """Runs jobs in a thread of their own; a new job ends the one before.

    A job that is done within ``PATIENCE`` tells at once, before ``start`` returns, so that quick
    work looks like no work.

    Signals:
        progressed(float): how far the present job is, 0 to 1.
        done(object): what the present job returned.
        failed(object): the exception that it raised.
    """

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object)
    _came = Signal(object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: _Task | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._ended.connect(self._finish, queued)
        self._came.connect(self._progress, queued)

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self._task is not None

    def start(self, job: Job) -> None:
        """Begin a job; the one before is ended and tells nothing more."""
        self.cancel()
        task = _Task(job, self._ended.emit, self._came.emit)
        self._task = task
        task.thread.start()
        task.over.wait(PATIENCE)
        if task.over.is_set():
            self._finish(task)

    def cancel(self) -> None:
        """End the present job, if there is one; it tells nothing more."""
        if self._task is not None:
            self._task.unwanted.set()
            self._task = None

    def wait(self) -> None:
        """Wait for the present job and tell what came of it."""
        task = self._task
        if task is not None:
            task.over.wait()
            self._finish(task)

    def close(self) -> None:
        """End the present job and wait until its thread is gone."""
        task = self._task
        self.cancel()
        if task is not None:
            task.thread.join()

    def _progress(self, task: _Task, share: float) -> None:
        if task is self._task:
            self.progressed.emit(share)

    def _finish(self, task: _Task) -> None:
        if task is not self._task:
            return
        self._task = None
        if task.error is not None:
            self.failed.emit(task.error)
        else:
            self.done.emit(task.result)


class _Task:
    """One job, its thread and what came of it."""

    def __init__(
        self,
        job: Job,
        ended: Callable[[_Task], None],
        came: Callable[[_Task, float], None],
    ) -> None:
        self.unwanted, self.over = Event(), Event()
        self.result: Any = None
        self.error: Exception | None = None
        self._job, self._ended, self._came = job, ended, came
        self.thread = Thread(target=self._work, daemon=True)

    def _work(self) -> None:
        try:
            self.result = self._job(self._report)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - whoever started the job judges it
            self.error = error
        self.over.set()
        if not self.unwanted.is_set():
            self._ended(self)

    def _report(self, share: float) -> None:
        if self.unwanted.is_set():
            raise Cancelled
        self._came(self, share)
