"""What both stages of the panel "Expression" are: what is worked out beside the window is shown."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fpviz.core.phrase import Complaint, phrase
from fpviz.model.background import Background, Report
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.progress_strip import ProgressStrip

_UNDER_WAY = phrase("This is being worked out; shown is what was asked for before.")
_ENDED = phrase("It was ended before it was worked out.")


class StageTask(Protocol):
    """Something to be worked out, equal to another that would come to the same."""

    def found(self, report: Report) -> Any:  # noqa: ANN401 - each stage shows its own
        """What comes of it. Raises Complaint."""


class Stage(QWidget):
    """Works out one task at a time, with progress, and says what became of it.

    Signals:
        judged(object): why what is shown is not what was asked for, a phrase; or ``None``.
    """

    judged = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._asked: StageTask | None = None
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._refuse)
        self._background.progressed.connect(self._tell_progress)
        self.waiting = ProgressStrip(theme)
        self.waiting.cancelled.connect(self._cancel)

    def show_found(self, found: Any) -> None:  # noqa: ANN401 - as above
        """Show what came of the task."""
        raise NotImplementedError

    def show_again(self) -> None:
        """Show the same once more: nothing is asked for that has not been worked out."""

    def begin(self, task: StageTask) -> None:
        """Work out a task, unless it is the one that was asked for last."""
        if task != self._asked:
            self._asked = task
            self._background.start(task.found)
        elif not self._background.is_busy:
            self.show_again()
            self.judged.emit(None)

    def stop(self) -> None:
        """Work out nothing more; what was asked for is not."""
        self._background.cancel()
        self._asked = None
        self.waiting.show_share(None)

    def wait(self) -> None:
        """Wait for what is under way, and show it."""
        self._background.wait()

    def refuse(self, error: Complaint) -> None:
        """There is nothing to work out."""
        self.stop()
        self.judged.emit(error.phrase)

    def _take(self, found: object) -> None:
        self.waiting.show_share(None)
        self.show_found(found)
        self.judged.emit(None)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, Complaint):
            self.stop()
            raise error
        self.refuse(error)

    def _tell_progress(self, share: float) -> None:
        self.waiting.show_share(share)
        self.judged.emit(_UNDER_WAY)

    def _cancel(self) -> None:
        self.stop()
        self.judged.emit(_ENDED)
