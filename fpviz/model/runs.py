"""The run of the document's experiment, the runs kept beside it, and the step looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from functools import partial, reduce
from operator import or_
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from fpviz.core.literals import Literal, NumberLiteral, code_source
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import exact_text
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.lesson import Lesson
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.experiments.engine.run import Run
from fpviz.model.background import PATIENCE, Background
from fpviz.model.document import Document
from fpviz.model.files.scene import RunPoint, Setup

_FIRST_STEP = 40
"""The step of an experiment that is looked at before any is chosen."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run that stays in the plot for comparison, under a name."""

    name: str
    run: Run


class Change(Flag):
    """What of the runs is another."""

    RUN = auto()
    KEPT = auto()
    STEP = auto()
    CURVE = auto()
    ERROR = auto()
    DOUBT = auto()
    PROGRESS = auto()

    LESSON = RUN | STEP | CURVE
    """What another lesson follows from."""


class _Shown(NamedTuple):
    """All that the runs have to show, in the order of ``Change``."""

    run: Run | None = None
    kept: tuple[KeptRun, ...] = ()
    step: int = _FIRST_STEP
    curve: str = ""
    error: ParameterError | None = None
    doubt: Phrase | None = None
    progress: float | None = None

    def differences(self, other: _Shown) -> Change:
        """What is not the same; a run is its own, however like another it is."""
        changes = [
            change
            for change, here, there in zip(Change, self, other, strict=True)
            if here is not there and (change is Change.RUN or here != there)
        ]
        return reduce(or_, changes, Change(0))


class Runs(QObject):
    """Runs the document's experiment whenever its setup changes, beside the window.

    A setup that cannot be run leaves the last good run in place.

    Signals:
        changed(Change): what it names is another; one signal, however much follows from a fact.
    """

    changed = Signal(Change)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._shown = _Shown()
        self._lesson: Lesson | None = None
        self._was_told_where = False
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._refuse)
        self._background.progressed.connect(self._tell_progress)
        document.setup_changed.connect(self._follow)
        document.look_wanted.connect(self._look)
        if document.setup != Setup():
            self._follow(document.setup)
            self._background.wait(PATIENCE)  # nothing is on the screen yet

    @property
    def experiment(self) -> Experiment:
        """The experiment of the document's setup."""
        return find_experiment(self._document.setup.name)

    @property
    def sound_setup(self) -> Setup:
        """The document's setup, or, where it is refused, that of the run that is shown."""
        if self.error is None:
            return self._document.setup
        texts, usual = self.run.arguments.texts, find_experiment(self.run.experiment).arguments()
        values = {name: text for name, text in texts.items() if text != usual.texts[name]}
        return Setup(self.run.experiment, values)

    # -- what there is to show --------------------------------------------------------------

    @property
    def run(self) -> Run:
        """The last run that succeeded; that of the first experiment, before any has."""
        if self._shown.run is None:
            first = find_experiment(Setup().name)
            self._shown = self._shown._replace(run=first.run(first.arguments()))
        assert self._shown.run is not None
        return self._shown.run

    @property
    def kept(self) -> tuple[KeptRun, ...]:
        """The runs that are kept for comparison."""
        return self._shown.kept

    @property
    def step(self) -> int:
        """The step that is looked at."""
        return min(self._shown.step, self.run.domain.steps)

    @property
    def curve(self) -> str:
        """The name of the curve that is looked at."""
        known = {curve.name for curve in self.run.curves}
        return self._shown.curve if self._shown.curve in known else self.run.focus

    @property
    def look(self) -> RunPoint:
        """What will be looked at of the run of the sound setup, be it there or under way."""
        outline = self.sound_setup.outline
        wanted = (self._shown.curve, self.run.focus)
        curve = next((name for name in wanted if name in outline.curves), "")
        step = self._step_in(self._document.setup.name)
        return RunPoint(min(step, outline.domain.steps), curve)

    @property
    def lesson(self) -> Lesson:
        """What the step teaches about the curve."""
        if self._lesson is None:
            self._lesson = self.run.lesson(self.step, self.curve)
        return self._lesson

    @property
    def error(self) -> ParameterError | None:
        """Why the document's setup cannot be run; ``None`` where it can."""
        return self._shown.error

    @property
    def doubt(self) -> Phrase | None:
        """Why the run is not that of the document's setup; ``None`` where it is."""
        return self._shown.doubt

    @property
    def is_current(self) -> bool:
        """Whether the run is that of the setup: no text is refused, not even while it is typed."""
        return self.error is None and self.doubt is None and not self.is_busy

    @property
    def progress(self) -> float | None:
        """How far a long run is, 0 to 1; ``None`` where none is under way."""
        return self._shown.progress

    @property
    def is_busy(self) -> bool:
        """Whether a run is under way."""
        return self._background.is_busy

    # -- intents ----------------------------------------------------------------------------

    def doubt_it(self, reason: Phrase) -> None:
        """Say that the run is an old one, and why."""
        self._show(self._shown._replace(doubt=reason))

    def look_at(self, step: int, curve: str | None = None) -> None:
        """RunPoint at a step, and at a curve if one is named.

        A step or curve that only the run under way will have is looked at when it is done.
        """
        self._was_told_where = True
        self._show(self._shown._replace(step=max(0, step), curve=curve or self._shown.curve))

    def pick(self, step: int, curve: str | None = None) -> None:
        """RunPoint at a step, and make the number there the source of the document: one change."""
        step = max(0, min(step, self.run.domain.steps))
        before, after = RunPoint(self.step, self.curve), RunPoint(step, curve or self.curve)
        source = self._number(after)
        if source is None:
            self.look_at(step, curve)
        else:
            self._document.pick(source, before, after)

    def _number(self, look: RunPoint) -> Literal | None:
        """The number that is looked at, as a source; None where it is not finite."""
        curve = self.run.curve(look.curve)
        code, number = curve.code(look.step), curve.number(look.step)
        if curve.format is not None and code is not None:
            return code_source(curve.format, code)
        return NumberLiteral(exact_text(number), number) if isinstance(number, Finite) else None

    def keep(self, kept: KeptRun) -> None:
        """Keep a run for comparison."""
        self._show(self._shown._replace(kept=(*self.kept, kept)))

    def drop_kept(self) -> None:
        """Keep no run any longer."""
        self._show(self._shown._replace(kept=()))

    def cancel(self) -> None:
        """Give up a long run; the last good one stays."""
        self._background.cancel()
        given_up = phrase("The run was given up. Shown is the one before it.")
        self._show(self._shown._replace(doubt=given_up, progress=None))

    def wait(self) -> None:
        """Wait until the run of the present setup is there."""
        self._background.wait()

    def take_over(self, others: Runs) -> None:
        """Show what another window's runs show, without running anything again."""
        self._background.cancel()
        self._shown = _Shown(others.run, others.kept, others.step, others.curve, others.error)
        self._lesson = None

    def close(self) -> None:
        """End what runs beside the window."""
        self._background.close()

    # -- how a change happens ---------------------------------------------------------------

    def _look(self, look: RunPoint) -> None:
        self.look_at(look.step, look.curve)

    def _follow(self, setup: Setup) -> None:
        """Begin the run of a setup, or say why there is none."""
        experiment = find_experiment(setup.name)
        self._was_told_where = False
        try:
            settings = experiment.arguments(setup.values)
        except ParameterError as error:
            self._background.cancel()
            self._refuse(error)
            return
        self._show(self._shown._replace(error=None))
        self._background.start(partial(experiment.run, settings))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, ParameterError):
            self._show(self._shown._replace(progress=None))
            raise error
        self._show(self._shown._replace(error=error, progress=None))

    def _tell_progress(self, share: float) -> None:
        under_way = phrase("A run is under way. Shown is the one before it.")
        self._show(self._shown._replace(doubt=under_way, progress=share))

    def _take(self, run: Run) -> None:
        kept = self.kept if self._goes_on_with(run.experiment) else ()
        step = self._step_in(run.experiment, run.first_look)
        self._show(_Shown(run, kept, step, self._shown.curve))

    def _step_in(self, experiment: str, first_look: int | None = None) -> int:
        """The step that is looked at in a new run of an experiment."""
        if self._was_told_where or (first_look is None and self._goes_on_with(experiment)):
            return self._shown.step
        return _FIRST_STEP if first_look is None else first_look

    def _goes_on_with(self, experiment: str) -> bool:
        return self._shown.run is None or self._shown.run.experiment == experiment

    def _show(self, shown: _Shown) -> None:
        """Take over what differs, and tell. Nothing else emits."""
        changes = shown.differences(self._shown)
        self._shown = shown
        if changes & Change.LESSON:
            self._lesson = None
        if changes:
            self.changed.emit(changes)
