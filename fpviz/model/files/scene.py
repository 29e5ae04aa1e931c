"""Scenes: everything a session can be reopened from, and its file, ``.fpviz``.

The file is a small JSON object. Reading checks every part of it: a scene is either whole and
sound, or refused with one line. Only what fpviz kept for itself is read leniently: what is not
sound is left out, and said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rules_text import unusual_rules
from fpviz.core.formats import Format, find_format
from fpviz.core.formats.names import IEEE_LIKE
from fpviz.core.literals import Literal, parse_literal
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.core.reading import MOST_FORMATS, State
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.run import Outline
from fpviz.model.bench.records import Bench, OpenDump, Pin
from fpviz.model.files.errors import why
from fpviz.model.files.pins_scene import pin_list, read_pin, written_pins
from fpviz.model.files.whole_file import write_whole
from fpviz.model.views import PanelView, read_view, unknown
from fpviz.model.workspaces import PLACED, WORKSPACES

FILE_VERSION = 2
"""Since version 2 the names ``e4m3``, ``e3m2``, ``e2m3`` and ``e2m1`` are those of the OCP."""
SUFFIX = ".fpviz"
E = TypeVar("E", bound=Enum)
T = TypeVar("T")

_LARGEST_FILE = 1 << 20


class SceneError(Complaint):
    """A scene that cannot be read; the message is one line."""


@dataclass(frozen=True, slots=True)
class Setup:
    """An experiment by name, with the parameters that differ from its defaults, as typed."""

    name: str = "swamping"
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def outline(self) -> Outline:
        """What its run will be. Raises ExperimentError, ParameterError."""
        experiment = find_experiment(self.name)
        return experiment.outline(experiment.arguments(self.values))


@dataclass(frozen=True, slots=True)
class RunPoint:
    """The step of a run that is looked at, and the curve of it."""

    step: int
    curve: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A state, an experiment's setup, and what each view of the window shows.

    ``views`` maps a panel's id to what that panel remembers. Without a ``bench`` a scene leaves
    the one that is there as it is. ``workspace`` is the name of the one that shows it, empty where
    that is not said; ``front`` are the panels in front of those that are so at first.
    """

    state: State = field(default_factory=State)
    setup: Setup = field(default_factory=Setup)
    views: Mapping[str, PanelView] = field(default_factory=dict)
    bench: Bench | None = None
    workspace: str = ""
    front: tuple[str, ...] = ()


_OLD_NAME = re.compile(rf"(?<![\w.])({'|'.join(IEEE_LIKE)})(?!\w)", re.IGNORECASE)
"""Names of formats that had infinities in version 1, wherever they stand in it."""


def dump_scene(scene: Scene) -> str:
    """A scene as the text of a ``.fpviz`` file."""
    state, rules = scene.state, scene.state.rules
    return json.dumps(
        {
            "fpviz": FILE_VERSION,
            "source": state.source.text,
            "formats": [fmt.name for fmt in state.formats],
            "active": state.active.name,
            "rules": {
                "rounding": rules.rounding.value,
                "overflow": rules.overflow.value,
                "flush": rules.flush,
                "random_bits": f"{rules.random_bits:#x}",
                **unusual_rules(rules),
            },
            "experiment": {"name": scene.setup.name, "parameters": dict(scene.setup.values)},
            "views": {panel: view.written() for panel, view in scene.views.items()},
            **_written_bench(scene.bench or Bench()),
            **({"workspace": scene.workspace} if scene.workspace else {}),
            **({"front": list(scene.front)} if scene.front else {}),
        },
        indent=2,
        ensure_ascii=False,
    )


def parse_scene(text: str, left_out: list[Phrase] | None = None) -> Scene:
    """The scene that the text of a ``.fpviz`` file describes; what it leaves out is the default.

    Raises SceneError. With a list for what is ``left_out`` a part that cannot be read is the
    default, too, and the list is told why.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        damaged = phrase("this is not a scene: its JSON is damaged or cut short")
        raise SceneError(damaged) from None
    data = _typed(data, dict, phrase("the scene"))
    version = data.get("fpviz")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise SceneError(phrase("this is not a scene of fpviz"))
    if version > FILE_VERSION:
        raise SceneError(
            phrase(
                "this scene was made by a later fpviz (file version {version})",
                version=str(version),
            )
        )
    if version == 1:
        data = json.loads(_OLD_NAME.sub(lambda old: IEEE_LIKE[old[0].lower()], json.dumps(data)))
    parts = _Parts(left_out)
    parts.read(lambda: _check_keys(data, _KEYS, phrase("the scene")), None)
    state = _state(data, parts)
    setup = parts.read(lambda: _setup(data), Setup())
    views = _views(data, state, setup, parts)
    bench = _bench(data, state.source, parts)
    workspace = parts.read(lambda: _workspace(data), "")
    front: tuple[str, ...] = parts.read(lambda: _front(data), ())
    return Scene(state, setup, views, bench, workspace, front)


class _Parts:
    """Reads part by part; what cannot be read ends it all, or is left out where that is told."""

    def __init__(self, left_out: list[Phrase] | None) -> None:
        self._left_out = left_out

    def read(self, read: Callable[[], T], default: T) -> T:
        try:
            return read()
        except Complaint as error:
            if self._left_out is not None:
                self._left_out.append(error.phrase)
                return default
            if isinstance(error, SceneError):
                raise
            unread = phrase("the scene cannot be read: {reason}", reason=error.phrase)
            raise SceneError(unread) from None


_KEYS = (
    "fpviz",
    "source",
    "formats",
    "active",
    "rules",
    "experiment",
    "views",
    "pins",
    "dump",
    "workspace",
    "front",
)


def _check_keys(data: dict[str, Any], known: tuple[str, ...], what: Phrase) -> None:
    for key in data:
        if key not in known:
            raise SceneError(unknown(key, what))


def save_scene(scene: Scene, path: Path, *, lasting: bool = True) -> None:
    """Write a scene so that a file is never left half written. Raises OSError."""
    write_whole(path, f"{dump_scene(scene)}\n".encode(), lasting=lasting)


def load_scene(path: Path, left_out: list[Phrase] | None = None) -> Scene:
    """The scene in a file, read as ``parse_scene`` does.

    Raises SceneError, whatever is wrong with the file.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise SceneError(phrase("{file} is too large to be a scene", file=path.name))
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        unread = phrase("{file} cannot be read: {reason}", file=path.name, reason=why(error))
        raise SceneError(unread) from None
    except UnicodeDecodeError:
        no_text = phrase("{file} is not a scene: it is not text", file=path.name)
        raise SceneError(no_text) from None
    try:
        return parse_scene(text, left_out)
    except SceneError as error:
        of_file = phrase("{file}: {reason}", file=path.name, reason=error.phrase)
        raise SceneError(of_file) from None


def _state(data: dict[str, Any], parts: _Parts) -> State:
    """The state; where a part of it is left out, with the default for that part."""
    default = State()
    source = parts.read(lambda: _source(data, default), default.source)
    rules = parts.read(lambda: _rules(_typed(data.get("rules", {}), dict, "rules")), Rules())
    formats = parts.read(lambda: _formats(data, default), default.formats)
    active = parts.read(lambda: _active(data, formats), formats[0])
    return State(source, formats, active, rules)


def _source(data: dict[str, Any], default: State) -> Literal:
    return parse_literal(_typed(data.get("source", default.source.text), str, "source"))


def _formats(data: dict[str, Any], default: State) -> tuple[Format, ...]:
    names = _typed(data.get("formats", [fmt.name for fmt in default.formats]), list, "formats")
    formats = tuple(_format(name) for name in names[: MOST_FORMATS + 1])
    if not 1 <= len(formats) <= MOST_FORMATS:
        raise SceneError(phrase("a scene shows 1 to {most} formats", most=str(MOST_FORMATS)))
    if len(set(formats)) != len(formats):
        raise SceneError(phrase("the scene shows a format twice"))
    return formats


def _active(data: dict[str, Any], formats: tuple[Format, ...]) -> Format:
    active = _format(data["active"]) if "active" in data else formats[0]
    if active not in formats:
        raise SceneError(
            phrase(
                "the scene's active format {format} is not among its formats", format=active.name
            )
        )
    return active


def _format(name: object) -> Format:
    return find_format(_typed(name, str, phrase("a format")))


def _rules(data: dict[str, Any]) -> Rules:
    default = Rules()
    _check_keys(data, _RULES, phrase("the rules"))
    return Rules(
        _choice(data, "rounding", default.rounding),
        _choice(data, "overflow", default.overflow),
        _typed(data.get("flush", default.flush), bool, "flush"),
        _random_bits(data, default),
        daz=_typed(data.get("daz", default.daz), bool, "daz"),
        tininess=_choice(data, "tininess", default.tininess),
        nans=_choice(data, "nans", default.nans),
    )


_RULES = ("rounding", "overflow", "flush", "random_bits", "daz", "tininess", "nans")


def _choice(data: dict[str, Any], key: str, default: E) -> E:
    text = _typed(data.get(key, default.value), str, key)
    for choice in type(default):
        if choice.value == text:
            return choice
    raise _wrong_rule(text, key)


def _random_bits(data: dict[str, Any], default: Rules) -> int:
    text = _typed(data.get("random_bits", "0x0"), str, "random_bits")
    with suppress(ValueError):
        bits = int(text, 16)
        if 0 <= bits < 1 << default.random_width:
            return bits
    raise _wrong_rule(text, "random_bits")


def _wrong_rule(text: str, key: str) -> SceneError:
    return SceneError(
        phrase(
            "the scene's rules cannot be read: {text} is no value of {key}",
            text=quoted(text),
            key=key,
        )
    )


def _setup(data: dict[str, Any]) -> Setup:
    experiment = _typed(data.get("experiment", {}), dict, "experiment")
    _check_keys(experiment, ("name", "parameters"), phrase("the experiment"))
    name = _typed(experiment.get("name", Setup().name), str, phrase("the experiment's name"))
    whole = phrase("the experiment's parameters")
    values = _typed(experiment.get("parameters", {}), dict, whole)
    setup = Setup(name, {key: _typed(value, str, key) for key, value in values.items()})
    find_experiment(setup.name).arguments(setup.values)
    return setup


def _views(data: dict[str, Any], state: State, setup: Setup, parts: _Parts) -> dict[str, PanelView]:
    """The views without what is left out of them; of an unknown panel there is none."""
    views: dict[str, Any] = parts.read(lambda: _typed(data.get("views", {}), dict, "views"), {})
    run, sound = setup.outline, {}
    for panel, keys in views.items():
        whole = partial(_typed, keys, dict, phrase("the view of {panel}", panel=panel))
        view, wrongs = read_view(panel, parts.read(whole, {}), state, run)
        for wrong in wrongs:
            parts.read(partial(_refuse, wrong), None)
        if view is not None:
            sound[panel] = view
    return sound


def _bench(data: dict[str, Any], source: Literal, parts: _Parts) -> Bench | None:
    """What the scene says of the bench, if anything."""
    if "pins" not in data and "dump" not in data:
        return None
    none: list[object] = []
    pins: list[Pin] = []
    for written in parts.read(lambda: pin_list(data.get("pins", [])), none):
        pin = parts.read(partial(read_pin, written, pins), None)
        if pin is not None:
            pins.append(pin)
    dump = parts.read(partial(_dump, data, source), None) if "dump" in data else None
    return Bench(tuple(pins), dump)


def _dump(data: dict[str, Any], source: Literal) -> OpenDump:
    from fpviz.model.files.dump_in_scene import read_dump  # noqa: PLC0415 - few scenes have one

    return read_dump(data["dump"], source)


def _written_bench(bench: Bench) -> dict[str, Any]:
    """The keys of what is on the bench; a dump that is too much for a scene is left out."""
    pins = {"pins": written_pins(bench.pins)} if bench.pins else {}
    if bench.dump is None:
        return pins
    from fpviz.model.files.dump_in_scene import why_not_kept, written_dump  # noqa: PLC0415 - as above

    kept = why_not_kept(bench.dump) is None
    return {**pins, "dump": written_dump(bench.dump)} if kept else pins


def _workspace(data: dict[str, Any]) -> str:
    if "workspace" not in data:
        return ""
    name: str = _typed(data["workspace"], str, "workspace")
    if name not in WORKSPACES:
        raise SceneError(unknown(name, phrase("the workspaces")))
    return name


def _front(data: dict[str, Any]) -> tuple[str, ...]:
    panels = tuple(_typed(data.get("front", []), list, "front"))
    for panel in panels:
        if _typed(panel, str, phrase("a panel in front")) not in PLACED:
            raise SceneError(unknown(panel, phrase("the panels in front")))
    return panels


def _refuse(wrong: Phrase) -> None:
    raise Complaint(wrong)


def _typed(value: Any, kind: type, what: str | Phrase) -> Any:  # noqa: ANN401 - JSON is untyped
    if not isinstance(value, kind):
        raise SceneError(
            phrase("the scene cannot be read: {what} is no {kind}", what=what, kind=_KINDS[kind])
        )
    return value


_KINDS = {
    dict: phrase("object"),
    list: phrase("list"),
    str: phrase("text"),
    bool: phrase("true or false"),
}
