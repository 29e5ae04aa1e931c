"""The document of a window: the one place where its state lives and changes.

Every change, whether typed, clicked, undone or loaded, enters through ``_push`` and leaves as one
``changed`` signal. Panels call the intents (imperative names) and listen to the signals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import FieldKind, Format, field_of
from fpviz.core.formats.order import exponent_stepped, next_down, next_up, opposite
from fpviz.core.literals import Literal, code_source
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.reading import Snapshot, State, derive
from fpviz.model.bench.records import Bench
from fpviz.model.files.scene import RunPoint, Scene, Setup
from fpviz.model.links import Linked
from fpviz.model.views import PanelView

UNDO_LIMIT = 200
PAUSE = 1.5
"""Seconds without a change after which a gesture goes on as another undo step."""

Views = Mapping[str, PanelView]
"""What each panel shows beyond the state."""


class Document(QObject):
    """State, undo and redo.

    Signals:
        changed(Snapshot): the state is another one; emitted once for each change.
        setup_changed(Setup): the experiment or one of its parameters is another one.
        bench_changed(Bench): a pin, the open dump, or which of its elements is the source.
        views_wanted(Views): a scene was loaded, or its loading undone: panels show these views.
        look_wanted(RunPoint): a number of a run was picked, or its picking undone: look there.
        history_changed: ``undoable`` or ``redoable`` is another one.
        clean_changed: the state is that of its file, or is so no longer.
        refused(Phrase or None): ``refusal`` is another one.

    A *gesture* is a key by which consecutive changes become one undo step: all the bits painted
    by one drag, all the keys of one spell of typing, steps of a row that follow each other. A pause
    ends a step: what was there for so long may be what is wanted back.
    """

    changed = Signal(object)
    setup_changed = Signal(object)
    bench_changed = Signal(object)
    views_wanted = Signal(object)
    look_wanted = Signal(object)
    history_changed = Signal()
    clean_changed = Signal()
    refused = Signal(object)

    def __init__(self, scene: Scene | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        scene = scene or Scene()
        self._state = scene.state
        self._setup = scene.setup
        self._bench = scene.bench or Bench()
        self._snapshot = derive(scene.state)
        self._meant: dict[str, Phrase] = {}
        self._refusal: Phrase | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_LIMIT)
        # By way of a slot of the document: a stack that is being deleted reaches nobody then.
        self.undo_stack.indexChanged.connect(self._tell_of_history)
        self.undo_stack.cleanChanged.connect(self._tell_of_saving)

    def __del__(self) -> None:
        # WORKAROUND PySide6 6.10.3: a collection that takes document, stack and changes apart may
        # delete the changes under the stack, but not before finalizers have run; not reported.
        if isValid(self.undo_stack):
            self.undo_stack.blockSignals(True)
            self.undo_stack.clear()

    @property
    def state(self) -> State:
        return self._state

    @property
    def snapshot(self) -> Snapshot:
        """Everything that follows from the present state."""
        return self._snapshot

    @property
    def setup(self) -> Setup:
        """The experiment and its parameters."""
        return self._setup

    @property
    def bench(self) -> Bench:
        """What is pinned, and the dump that is open."""
        return self._bench

    @property
    def _content(self) -> _Content:
        return _Content(self._state, self._setup, self._bench)

    # -- the source -------------------------------------------------------------------------

    @property
    def refusal(self) -> Phrase | None:
        """Why the text in the value entry is not the source; ``None`` where it is."""
        return self._refusal

    def refuse(self, reason: Phrase | None) -> None:
        """Say that the source is older than what was typed, and why; or that it is not."""
        if reason != self._refusal:
            self._refusal = reason
            self.refused.emit(reason)

    def set_source(self, source: Literal, gesture: object = None) -> None:
        """Make a typed literal the source; a code also makes its format active."""
        self._change(phrase("enter a value"), self._state.with_source(source), gesture)

    def take_back(self, gesture: object) -> None:
        """Undo all that belongs to this gesture, if it was last."""
        while gesture is not None and self._last_gesture() == gesture:
            self.undo_stack.undo()

    def _last_gesture(self) -> object:
        last = self.undo_stack.command(self.undo_stack.index() - 1)
        return last.gesture if isinstance(last, _Change) else None

    def pick(self, source: Literal, before: RunPoint, after: RunPoint) -> None:
        """Make a number of a run the source, and look at it. Undo looks again where one did."""
        state = self._state.with_source(source)
        if state != self._state or before != after:
            content = self._content._replace(state=state, bench=self._bench.with_row(None))
            change = _Change(self, phrase("pick a step"), content)
            change.looks = (before, after)
            self._do(change)

    def set_code(self, fmt: Format, code: int, gesture: object = None) -> None:
        """Make a code of a format the source, and the format active."""
        self._change(phrase("choose a code"), self._state.with_code(fmt, code), gesture)

    def look_at_code(self, fmt: Format, code: int, gesture: object = None) -> None:
        """Make a code the source, of a format that need not be shown; the active one stays so."""
        state = replace(self._state, source=code_source(fmt, code))
        self._change(phrase("choose a code"), state, gesture)

    def toggle_bit(self, fmt: Format, index: int) -> None:
        """Flip one bit of a row; index 0 is the least significant."""
        self._edit(phrase("toggle a bit"), fmt, self._code_of(fmt) ^ 1 << index)

    def negate(self, fmt: Format) -> None:
        """Change the sign of a row; nothing where the format has no such value."""
        code = opposite(fmt, self._code_of(fmt))
        if code is not None:
            self._edit(phrase("change the sign"), fmt, code)

    def set_bit(self, fmt: Format, index: int, value: bool, gesture: object = None) -> None:
        """Set or clear one bit of a row."""
        code = self._code_of(fmt) & ~(1 << index) | value << index
        self._edit(phrase("set bits"), fmt, code, gesture)

    def step_ulp(self, fmt: Format, up: bool) -> None:
        """Go to the neighbouring value of a row; nowhere from the ends and from a NaN."""
        code = (next_up if up else next_down)(fmt, self._code_of(fmt))
        if code is not None:
            self._edit(phrase("go to the neighbour"), fmt, code, ("neighbour", fmt))

    def step_exponent(self, fmt: Format, up: bool) -> bool:
        """Add or subtract one in a row's exponent field, within its range; whether it has one."""
        code = self._code_of(fmt)
        stepped = exponent_stepped(fmt, code, up)
        if stepped is not None:
            self._edit(phrase("step the exponent"), fmt, stepped, ("exponent", fmt))
        return field_of(fmt.fields(code), FieldKind.EXPONENT).width > 0

    # -- formats and rules ------------------------------------------------------------------

    def activate(self, fmt: Format) -> None:
        """Make a shown format the active one."""
        self._change(
            phrase("make {format} active", format=fmt.title), replace(self._state, active=fmt)
        )

    def add_format(self, fmt: Format) -> None:
        """Show a format, below the others, and make it active."""
        formats = self._state.formats
        if fmt not in formats:
            formats = (*formats, fmt)
        self._change(
            phrase("show {format}", format=fmt.title),
            replace(self._state, formats=formats, active=fmt),
        )

    def remove_format(self, fmt: Format) -> None:
        """Show a format no longer. The last one stays."""
        formats = self._state.formats
        if fmt not in formats or len(formats) == 1:
            return
        at = formats.index(fmt)
        rest = formats[:at] + formats[at + 1 :]
        active = self._state.active
        if active == fmt:
            active = rest[min(at, len(rest) - 1)]
        self._change(
            phrase("remove {format}", format=fmt.title),
            replace(self._state, formats=rest, active=active),
        )

    def move_format(self, fmt: Format, places: int) -> None:
        """Move a row down by ``places`` (up, if negative), as far as it goes."""
        formats = list(self._state.formats)
        at = formats.index(fmt)
        formats.insert(max(0, min(len(formats) - 1, at + places)), formats.pop(at))
        self._change(
            phrase("move {format}", format=fmt.title), replace(self._state, formats=tuple(formats))
        )

    def set_rules(self, rules: Rules) -> None:
        """Round, overflow and flush by these rules."""
        self._change(phrase("change the rules"), replace(self._state, rules=rules))

    # -- the bench --------------------------------------------------------------------------

    def set_bench(self, what: Phrase, bench: Bench, gesture: object = None) -> None:
        """Pin values, open a dump, or read or change it in another way."""
        self._push(what, self._content._replace(bench=bench), gesture)

    def choose_row(self, index: int, fmt: Format, code: int, gesture: object = None) -> None:
        """Make an element of the open dump the source: what changes its bits changes the row."""
        state, bench = self._state.with_code(fmt, code), self._bench.with_row(index)
        self._push(
            phrase("choose a row"), self._content._replace(state=state, bench=bench), gesture
        )

    def edit_row(self, index: int, fmt: Format, code: int, gesture: object = None) -> None:
        """Give an element of the open dump another code, and make it the source."""
        state, bench = self._state.with_code(fmt, code), self._bench.with_row(index)
        content = self._content._replace(state=state, bench=bench.with_code_of_row(code))
        self._push(phrase("change a row"), content, gesture)

    # -- experiments and scenes -------------------------------------------------------------

    def set_setup(self, setup: Setup, gesture: object = None) -> None:
        """Choose an experiment and its parameters."""
        self._push(phrase("choose an experiment"), self._content._replace(setup=setup), gesture)

    def set_parameter(self, name: str, text: str, gesture: object = None) -> None:
        """Give one parameter of the experiment another value, as typed."""
        setup = replace(self._setup, values={**self._setup.values, name: text})
        self._push(phrase("change a parameter"), self._content._replace(setup=setup), gesture)

    def load(self, scene: Scene, views: Views) -> None:
        """Show a scene. One undo step brings back what was there, with ``views``, those of now.

        The bench stays as it is where the scene does not speak of it.
        """
        bench = self._bench.with_row(None) if scene.bench is None else scene.bench
        content = _Content(scene.state, scene.setup, bench)
        command = _Change(self, phrase("open a scene"), content)
        command.views = (views, scene.views)
        self._do(command)

    def open_link(self, linked: Linked) -> None:
        """Show what a link says."""
        setup, bench = linked.setup or self._setup, self._bench.with_row(None)
        if linked.pins is not None:
            bench = replace(bench, pins=linked.pins)
        self._push(phrase("open a link"), _Content(linked.state, setup, bench))

    def scene(self, views: Views) -> Scene:
        """The state, and what the views show, as a scene. It says nothing of an empty bench."""
        bench = None if self._bench == Bench() else self._bench
        return Scene(self._state, self._setup, views, bench)

    # -- what can be undone -----------------------------------------------------------------

    @property
    def undoable(self) -> Phrase | None:
        """What the last change did, if there was one."""
        return self._meant.get(self.undo_stack.undoText())

    @property
    def redoable(self) -> Phrase | None:
        """What the change did that was undone last, if one was."""
        return self._meant.get(self.undo_stack.redoText())

    def _tell_of_history(self, _index: int) -> None:
        self.history_changed.emit()

    def _tell_of_saving(self, _clean: bool) -> None:
        self.clean_changed.emit()

    # -- how a change happens ---------------------------------------------------------------

    def _code_of(self, fmt: Format) -> int:
        return self._snapshot.readings[self._state.formats.index(fmt)].code

    def _edit(self, what: Phrase, fmt: Format, code: int, gesture: object = None) -> None:
        """Make another code of a row the source; where an element of the open dump is the source,
        and of this format, it has that code now."""
        state, bench = self._state.with_code(fmt, code), self._bench
        if bench.dump is not None and bench.dump.layout.fmt == fmt:
            bench = bench.with_code_of_row(code)
        else:
            bench = bench.with_row(None)
        self._push(what, self._content._replace(state=state, bench=bench), gesture)

    def _change(self, what: Phrase, state: State, gesture: object = None) -> None:
        """Another state; another source is no longer an element of the dump."""
        is_same = state.source == self._state.source
        bench = self._bench if is_same else self._bench.with_row(None)
        self._push(what, self._content._replace(state=state, bench=bench), gesture)

    def _push(self, what: Phrase, content: _Content, gesture: object = None) -> None:
        if content != self._content:
            self._do(_Change(self, what, content, gesture))

    def _do(self, change: _Change) -> None:
        self._meant[change.text()] = change.what
        self.undo_stack.push(change)

    def _apply(self, content: _Content, views: Views, look: RunPoint | None) -> None:
        """Take over what differs, and tell. Nothing else assigns or emits."""
        state, setup, bench = content
        is_other_bench, self._bench = bench != self._bench, bench
        if state != self._state:
            self._state = state
            self._snapshot = derive(state)
            self.changed.emit(self._snapshot)
        if setup != self._setup:
            self._setup = setup
            self.setup_changed.emit(setup)
        if is_other_bench:
            self.bench_changed.emit(bench)
        if views:
            self.views_wanted.emit(views)
        if look is not None:
            self.look_wanted.emit(look)


class _Content(NamedTuple):
    """All that a change may change."""

    state: State
    setup: Setup
    bench: Bench


class _Change(QUndoCommand):
    """From one content of the document to another."""

    def __init__(
        self, document: Document, what: Phrase, after: _Content, gesture: object = None
    ) -> None:
        super().__init__(str(what))
        self.what = what
        self._document = document
        self.before = document._content  # noqa: SLF001 - its own
        self.after = after
        self.views: tuple[Views, Views] = ({}, {})
        self.looks: tuple[RunPoint | None, RunPoint | None] = (None, None)
        self.gesture = gesture
        self.when = monotonic()

    def redo(self) -> None:
        self._document._apply(self.after, self.views[1], self.looks[1])  # noqa: SLF001 - its own

    def undo(self) -> None:
        self._document._apply(self.before, self.views[0], self.looks[0])  # noqa: SLF001 - as above

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, _Change) or self.gesture is None:
            return False
        if other.gesture != self.gesture or other.when - self.when > PAUSE:
            return False
        self.when = other.when
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True
